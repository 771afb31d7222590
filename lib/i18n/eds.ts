import { dateInAlmaty, formatDate } from '@/lib/domain/dates'
import type { Locale } from '@/lib/domain/text'
import type { FailureCode } from '@/lib/signatures/eds/codes'
import type { Algorithm, Role } from '@/lib/signatures/eds/outcome'
import { type EdsReader, edsFailuresKk } from './eds-failures-kk'
import { edsFailuresRu } from './eds-failures-ru'
import type { Widen } from './widen'

/** What the code is about, and to whom it is said: the applicant, unless another is named. */
export type EdsFailure = { moment: Date | null; reader?: EdsReader }

/** What is wrong with a signature, and what to do. */
const failure =
  (locale: Locale) =>
  (code: FailureCode, { moment, reader = 'applicant' }: EdsFailure): string => {
    const failures = locale === 'kk' ? edsFailuresKk : edsFailuresRu
    const day = moment && formatDate(dateInAlmaty(moment), locale, 'short')
    return failures[code]({ day, reader })
  }

const kk = {
  failure: failure('kk'),
  roles: {
    person: 'жеке тұлға',
    head: 'бірінші басшы',
    signRight: 'қол қою құқығы бар қызметкер',
    financeRight: 'қаржы құжаттарына қол қою құқығы бар қызметкер',
    personnel: 'кадр бөлімінің қызметкері',
    employee: 'ұйым қызметкері',
    informationSystem: 'ақпараттық жүйе',
  } satisfies Record<Role, string>,
  algorithms: {
    RSA: 'RSA',
    'GOST-2015-512': 'МЕМСТ 34.10-2015 (512 бит)',
  } satisfies Record<Algorithm, string>,
  signer: 'Қол қойған',
  iin: 'ЖСН',
  iinEnding: (four: string) => `соңғы төрт цифры ${four}`,
  bin: 'БСН',
  organisation: 'Ұйым',
  role: 'Кілт иесі',
  serial: 'Сертификат нөмірі',
  issuer: 'Сертификатты берген',
  validity: 'Сертификаттың мерзімі',
  algorithm: 'Алгоритм',
  claimedAt: 'Қол қойылған уақыты (қол қоюшының сағаты бойынша)',
  stampedAt: 'Қол қойылған уақыты (уақыт белгісі бойынша)',
  receivedAt: 'Жүйе қабылдаған уақыт',
  /** Where no root is trusted yet. */
  closed: 'Бұл платформада ЭЦҚ-мен қол қою әзірге бапталмаған.',
}

const ru: Widen<typeof kk> = {
  failure: failure('ru'),
  roles: {
    person: 'физическое лицо',
    head: 'первый руководитель',
    signRight: 'сотрудник с правом подписи',
    financeRight: 'сотрудник с правом подписи финансовых документов',
    personnel: 'сотрудник отдела кадров',
    employee: 'сотрудник организации',
    informationSystem: 'информационная система',
  },
  algorithms: {
    RSA: 'RSA',
    'GOST-2015-512': 'ГОСТ 34.10-2015 (512 бит)',
  },
  signer: 'Подписал(а)',
  iin: 'ИИН',
  iinEnding: (four) => `последние четыре цифры ${four}`,
  bin: 'БИН',
  organisation: 'Организация',
  role: 'Владелец ключа',
  serial: 'Номер сертификата',
  issuer: 'Кто выдал сертификат',
  validity: 'Срок действия сертификата',
  algorithm: 'Алгоритм',
  claimedAt: 'Время подписания (по часам подписавшего)',
  stampedAt: 'Время подписания (по метке времени)',
  receivedAt: 'Получено системой',
  closed: 'Подписание с помощью ЭЦП на этой платформе пока не настроено.',
}

export const edsMessages = { kk, ru }
