import type { DateOnly } from '@/lib/domain/dates'
import type { Text } from '@/lib/domain/text'
import { paperTexts } from '@/lib/i18n/papers'
import type { SignedAs } from '../paper'

/**
 * Why an electronically signed paper equals one on paper, by the law of the day it was issued. The Digital Code
 * came into force six months after its official publication of 10–11 January 2026.
 */
export const LEGAL_FORCE: readonly { from: DateOnly; text: Text; signedXml: Text }[] = [
  {
    // Закон РК от 7 января 2003 года № 370-II, пункт 1 статьи 7
    from: '2003-01-07',
    text: {
      kk: 'Осы құжат «Электрондық құжат және электрондық цифрлық қолтаңба туралы» Қазақстан Республикасының 2003 жылғы 7 қаңтардағы № 370-II Заңы 7-бабының 1-тармағына сәйкес қағаз тасығыштағы құжатпен маңызы бірдей.',
      ru: 'Данный документ согласно пункту 1 статьи 7 Закона Республики Казахстан от 7 января 2003 года № 370-II «Об электронном документе и электронной цифровой подписи» равнозначен документу на бумажном носителе.',
    },
    signedXml: {
      kk: 'Штрих-кодтарда осы құжаттағы деректер бар, заңды тұлғаның – қол қою құқығы бар қызметкердің тіркеу куәлігімен қол қойылған XML құжаты қамтылған.',
      ru: 'Штрих-коды содержат XML-документ с данными этого документа, подписанный с помощью регистрационного свидетельства юридического лица – сотрудника с правом подписи.',
    },
  },
  {
    // Цифровой кодекс РК, пункт 2 статьи 62
    from: '2026-07-12',
    text: {
      kk: 'Осы құжат Қазақстан Республикасы Цифрлық кодексінің 62-бабының 2-тармағына сәйкес қағаз жеткізгіштегі қол қойылған құжатпен тең болады.',
      ru: 'Данный документ согласно пункту 2 статьи 62 Цифрового кодекса Республики Казахстан равнозначен подписанному документу на бумажном носителе.',
    },
    // The Code speaks of a certificate of the public key where the old law had a registration certificate.
    signedXml: {
      kk: 'Штрих-кодтарда осы құжаттағы деректер бар, заңды тұлғаның – қол қою құқығы бар қызметкердің ашық кілт сертификатымен қол қойылған XML құжаты қамтылған.',
      ru: 'Штрих-коды содержат XML-документ с данными этого документа, подписанный с помощью сертификата открытого ключа юридического лица – сотрудника с правом подписи.',
    },
  },
]

function lawOn(date: DateOnly): (typeof LEGAL_FORCE)[number] {
  const law = LEGAL_FORCE.findLast(({ from }) => from <= date)
  if (!law) throw new RangeError(`no law on electronic documents on ${date}`)
  return law
}

/** The equivalence sentence for a paper issued on this day. @throws RangeError before any such law. */
export function legalForceOn(date: DateOnly): Text {
  return lawOn(date).text
}

/** What the codes with the signed XML are, in the words of the law of that day. */
export function signedXmlOn(date: DateOnly): Text {
  return lawOn(date).signedXml
}

/** What a paper says of its signature: equivalence belongs to an EDS alone. */
export function forceOf(signedAs: SignedAs | 'unsigned', date: DateOnly): Text {
  if (signedAs === 'paper') return paperTexts.signedOnPaper
  return signedAs === 'unsigned' ? paperTexts.unsigned : legalForceOn(date)
}
