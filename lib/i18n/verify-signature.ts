import type { Widen } from './widen'

/** When the certificate had to be valid: as a signature was received, at its time stamp, or now. */
type AsOf = 'received' | 'stamped' | 'now'

/** A signature on the check page, as anyone may read it. */
const kk = {
  titles: { cms: 'Құжаттағы ЭЦҚ', xml: 'QR-кодтардағы деректердің ЭЦҚ-сы' },
  inspected: 'Файлдағы ЭЦҚ',
  valid: 'Қолтаңба жарамды',
  pending: 'Қолтаңба дұрыс, кілттің кері қайтарып алынбағанын тексеру күтілуде',
  invalid: 'Қолтаңба расталмады',
  unavailable: 'ЭЦҚ-ны қазір тексере алмаймыз: ақау біздің жақта. Бетті бірнеше минуттан кейін қайта ашыңыз.',
  marks: {
    content: 'Өзгермегені',
    chain: 'Сертификаттар тізбегі',
    time: 'Сертификат мерзімі',
    revocation: 'Кілт',
  },
  content: { holds: 'қол қойылғаннан кейін өзгермеген', fails: 'расталмады', open: 'тексерілмеді' },
  chain: {
    holds: 'платформа сенетін түбірлік сертификатқа дейін расталды',
    fails: 'расталмады',
    open: 'тексерілмеді',
  },
  time: {
    holds: {
      received: 'қолтаңба қабылданғанда жарамды болған',
      stamped: 'уақыт белгісі қойылғанда жарамды болған',
      now: 'қазір жарамды',
    } satisfies Record<AsOf, string>,
    fails: 'жарамсыз',
    open: 'тексерілмеді',
  },
  revocation: {
    holds: 'кері қайтарып алынбаған',
    pending: 'кері қайтарып алынбағанын тексеру күтілуде',
    fails: 'сенуге болмайды',
    open: 'тексерілмеді',
  },
  certificate: 'Сертификат туралы',
  checkedAt: (time: string) => `тексерілген уақыты: ${time}`,
  signedFile: 'Қол қойылған файл',
  inside: 'қолтаңбаның ішіндегі құжат',
  sha256: 'Файлдың SHA-256 белгісі',
}

const ru: Widen<typeof kk> = {
  titles: { cms: 'ЭЦП документа', xml: 'ЭЦП данных в QR-кодах' },
  inspected: 'ЭЦП в файле',
  valid: 'Подпись действительна',
  pending: 'Подпись верна, проверка отзыва ключа ожидается',
  invalid: 'Подпись не подтверждена',
  unavailable:
    'Сейчас мы не можем проверить ЭЦП: неполадка на нашей стороне. Откройте страницу еще раз через несколько минут.',
  marks: {
    content: 'Неизменность',
    chain: 'Цепочка сертификатов',
    time: 'Срок сертификата',
    revocation: 'Ключ',
  },
  content: { holds: 'после подписания ничего не менялось', fails: 'не подтверждена', open: 'не проверялась' },
  chain: {
    holds: 'подтверждена до корневого сертификата, которому доверяет платформа',
    fails: 'не подтверждена',
    open: 'не проверялась',
  },
  time: {
    holds: {
      received: 'действовал, когда подпись была получена',
      stamped: 'действовал, когда поставлена метка времени',
      now: 'действует сейчас',
    },
    fails: 'не действует',
    open: 'не проверялся',
  },
  revocation: {
    holds: 'не отозван',
    pending: 'проверка отзыва ожидается',
    fails: 'доверять нельзя',
    open: 'не проверялся',
  },
  certificate: 'О сертификате',
  checkedAt: (time) => `проверено ${time}`,
  signedFile: 'Что подписано',
  inside: 'документ внутри подписи',
  sha256: 'Отпечаток файла SHA-256',
}

export const signatureMessages = { kk, ru }
