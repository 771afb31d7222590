import type { ProviderKind } from '@/lib/domain/provider-kind'
import type { Locale, Text } from '@/lib/domain/text'

// Space that never ends a line, between № and its number.
const NB = '\u00a0'

/** What every issued paper prints, in both languages. */
export const paperTexts = {
  applicationNumber: { kk: 'Өтінім нөмірі', ru: 'Номер заявки' },
  applicant: { kk: 'Өтініш беруші', ru: 'Заявитель' },
  subject: { kk: 'Кім үшін', ru: 'За кого' },
  service: { kk: 'Көрсетілетін қызмет', ru: 'Услуга' },
  phone: { kk: 'тел.', ru: 'тел.' },
  clerk: { kk: 'Іс жүргізуші', ru: 'Делопроизводитель' },
  signature: { kk: 'қолы', ru: 'подпись' },

  receipt: { kk: 'Құжаттарды қабылдау туралы қолхат', ru: 'Расписка о приеме документов' },
  /** For the foot of the sheet. */
  receiptShort: { kk: 'Қолхат', ru: 'Расписка' },
  receiptDocuments: { kk: 'Қабылданған құжаттар', ru: 'Приняты документы' },
  acceptedBy: { kk: 'Құжаттарды қабылдаған', ru: 'Документы принял(а)' },
  answerDue: { kk: 'Жауап берудің соңғы күні', ru: 'Ответ не позднее' },

  intakeRefusal: { kk: 'Өтінішті қабылдаудан бас тарту', ru: 'Отказ в приеме заявления' },
  intakeRefused: {
    kk: 'Өтінішіңізді қабылдаудан мынадай негіз бойынша бас тартылды.',
    ru: 'В приеме Вашего заявления отказано по следующему основанию.',
  },
  refusal: {
    kk: 'Мемлекеттік қызмет көрсетуден дәлелді бас тарту',
    ru: 'Мотивированный отказ в оказании государственной услуги',
  },
  refused: {
    kk: 'Сізге мемлекеттік қызмет көрсетуден мынадай негіз бойынша бас тартылды.',
    ru: 'В оказании Вам государственной услуги отказано по следующему основанию.',
  },
  /** Both kinds of refusal, short, for the foot of the sheet. */
  anyRefusal: { kk: 'Бас тарту', ru: 'Отказ' },
  ground: { kk: 'Негіз', ru: 'Основание' },
  explanation: { kk: 'Түсіндірме', ru: 'Пояснение' },
  nextStep: { kk: 'Не істеу керек', ru: 'Что делать дальше' },
  // Закон № 88-V, пункт 3 статьи 19-1: после устранения причин отказа услугополучатель может обратиться повторно.
  applyAgain: {
    kk: 'Бас тарту себептерін жойған жағдайда Сіз қайта жүгіне аласыз.',
    ru: 'После устранения причин отказа Вы можете обратиться повторно.',
  },
  order: { kk: 'Бұйрық', ru: 'Приказ' },
  notification: { kk: 'Хабарлама', ru: 'Уведомление' },

  check: {
    kk: 'Құжаттың түпнұсқалығын QR-код бойынша немесе төмендегі мекенжайда тексеруге болады.',
    ru: 'Подлинность документа можно проверить по QR-коду или по адресу ниже.',
  },
  /** Of an electronic document: what is at hand is its print. */
  checkOriginal: {
    kk: 'Құжатты тексеріп, оның түпнұсқасын QR-код бойынша немесе төмендегі мекенжайдан алуға болады.',
    ru: 'Проверить документ и получить его оригинал можно по QR-коду или по адресу ниже.',
  },
  signedOnPaper: { kk: 'Қағазда қол қойылған.', ru: 'Подписано на бумаге.' },
  orderSignedOnPaper: { kk: 'Бұйрыққа қағазда қол қойылған.', ru: 'Приказ подписан на бумаге.' },
  signedElectronically: { kk: 'ЭЦҚ-мен қол қойылған', ru: 'Подписано ЭЦП' },
  certificate: { kk: 'Ашық кілт сертификаты', ru: 'Сертификат открытого ключа' },
  /** Before the number and the date of the order that appoints who acts in the head's place. */
  actsBy: { kk: 'Бұйрық', ru: 'Приказ' },
  mayAlsoSign: { kk: 'Қол қою құқығы бар қызметкер', ru: 'Сотрудник с правом подписи' },
  unsigned: {
    kk: 'E-Bilimal жүйесінде жасалды, қол қойылмай беріледі.',
    ru: 'Сформировано в системе E-Bilimal, выдается без подписи.',
  },
} as const satisfies Record<string, Text>

/** Who signs for the organisation: a school has its director, a department its head, a village its akim. */
const HEAD_POSTS: Readonly<Record<ProviderKind, Text>> = {
  school: { kk: 'Директор', ru: 'Директор' },
  department: { kk: 'Бөлім басшысы', ru: 'Руководитель отдела' },
  akimat: { kk: 'Әкім', ru: 'Аким' },
}

export function headPost(kind: ProviderKind): Text {
  return HEAD_POSTS[kind]
}

const ACTING_POSTS: Readonly<Record<ProviderKind, Text>> = {
  school: { kk: 'Директордың міндетін атқарушы', ru: 'И. о. директора' },
  department: { kk: 'Бөлім басшысының міндетін атқарушы', ru: 'И. о. руководителя отдела' },
  akimat: { kk: 'Әкімнің міндетін атқарушы', ru: 'И. о. акима' },
}

/** Of whom an order has appointed for a time. */
export function actingPost(kind: ProviderKind): Text {
  return ACTING_POSTS[kind]
}

type PaperPhrases = {
  /** Number and long date under a title. */
  numberAndDate: (number: string, date: string) => string
  /** Number and short date of an order, after the word. */
  orderOf: (number: string, date: string) => string
  greeting: (name: string) => string
  /** The head's post in the dative: before the organisation in Russian, after it in Kazakh. */
  addressee: {
    head: Readonly<Record<ProviderKind, string>>
    headFirst: boolean
    from: string
    iin: string
  }
  contact: { address: string; phone: string; email: string }
  attachments: string
  bytes: readonly [kilo: string, mega: string]
  sign: { date: string; signature: string; hint: string }
  formed: (number: number, date: string) => string
  statementFooter: (
    statement: { number: number; revision: number; mark: string },
    page: number,
    pages: number,
  ) => string
}

/** Sentences with something in them; the word order is each language's own. */
export const paperPhrases: Record<Locale, PaperPhrases> = {
  kk: {
    numberAndDate: (number, date) => `${date} №${NB}${number}`,
    orderOf: (number, date) => `№${NB}${number}, ${date}`,
    greeting: (name) => `Құрметті ${name}!`,
    addressee: {
      head: { school: 'директорына', department: 'басшысына', akimat: 'әкімге' },
      headFirst: false,
      from: 'Өтініш беруші',
      iin: 'ЖСН',
    },
    contact: { address: 'Мекенжайы', phone: 'Телефоны', email: 'Электрондық поштасы' },
    attachments: 'Қоса берілген құжаттар',
    bytes: ['КБ', 'МБ'],
    sign: {
      date: 'Күні',
      signature: 'Қолы',
      hint: 'Күні мен қолы қағазға қолмен қойылады. ЭЦҚ-мен қол қойылса, бұл жол толтырылмайды.',
    },
    formed: (number, date) => `№${NB}${number} өтінім, ${date}`,
    statementFooter: ({ number, revision, mark }, page, pages) =>
      `№${NB}${number} өтініш · ${revision}-редакция · ${mark} · ${page}/${pages} бет`,
  },
  ru: {
    numberAndDate: (number, date) => `№${NB}${number} от ${date}`,
    orderOf: (number, date) => `№${NB}${number} от ${date}`,
    greeting: (name) => `Уважаемый(-ая) ${name}!`,
    addressee: {
      head: { school: 'Директору', department: 'Руководителю', akimat: 'Акиму' },
      headFirst: true,
      from: 'Заявитель',
      iin: 'ИИН',
    },
    contact: { address: 'Адрес', phone: 'Телефон', email: 'Электронная почта' },
    attachments: 'Приложенные документы',
    bytes: ['КБ', 'МБ'],
    sign: {
      date: 'Дата',
      signature: 'Подпись',
      hint: 'Дата и подпись ставятся на бумаге от руки. При подписании ЭЦП эта строка не заполняется.',
    },
    formed: (number, date) => `Заявка №${NB}${number} от ${date}`,
    statementFooter: ({ number, revision, mark }, page, pages) =>
      `Заявление №${NB}${number} · ред.${NB}${revision} · ${mark} · стр.${NB}${page}/${pages}`,
  },
}
