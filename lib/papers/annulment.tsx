import { View } from '@react-pdf/renderer'
import { complaintBy } from '@/lib/domain/complaint'
import { type DateOnly, formatDate } from '@/lib/domain/dates'
import type { ResultPaper } from '@/lib/domain/paper-kind'
import type { Locale, Text } from '@/lib/domain/text'
import { annulmentTexts } from '@/lib/i18n/annulment'
import { paperTexts as t } from '@/lib/i18n/papers'
import { type Check, type Issuer, isElectronic, type SignedAs, type Signer } from './paper'
import { CheckBlock } from './parts/check-block'
import { Columns, Paragraphs } from './parts/columns'
import { each } from './parts/each'
import { Ending } from './parts/ending'
import { forceOf } from './parts/legal-force'
import { Letterhead } from './parts/letterhead'
import { renderOnePage } from './parts/sheet'
import { Signatory } from './parts/signatory'
import { BRAND, type } from './parts/theme'
import { footerOf, Title } from './parts/title'
import { Words } from './parts/words'

export type AnnulmentPaper = {
  /** From the journal of orders. */
  number: string
  date: DateOnly
  place: Text
  issuer: Issuer
  annulled: { kind: ResultPaper; number: string; date: DateOnly; hasLetter: boolean }
  applicationNumber: number
  subjectName: string
  ground: Text
  explanation: string
  signer: Signer
  signedAs: SignedAs
  check: Check
  /** The texts of the QR codes that hold the signed XML. */
  codes?: readonly string[]
}

const both = (say: (locale: Locale) => string): Text => ({ kk: say('kk'), ru: say('ru') })

/** Приказ об аннулировании / күшін жою туралы бұйрық: of an order, a certificate or a referral alike. */
export function renderAnnulment(p: AnnulmentPaper): Promise<Uint8Array> {
  const { kind, number, hasLetter } = p.annulled
  const say = annulmentTexts
  const about = both((locale) =>
    say[locale].about({
      paper: say[locale].papers[kind],
      number,
      date: formatDate(p.annulled.date, locale, 'short'),
      application: p.applicationNumber,
      subject: p.subjectName,
    }),
  )
  const points = [
    about,
    ...(hasLetter ? [both((l) => say[l].letter)] : []),
    both((l) => say[l].clerk),
    both((l) => say[l].control),
  ]
  return renderOnePage(
    {
      title: `${t.order.kk} / ${t.order.ru} № ${p.number}`,
      author: p.issuer.name.kk,
      language: 'kk',
      date: p.date,
      footer: footerOf(t.order, p.number, p.check),
    },
    (body, codes) => (
      <>
        <Letterhead issuer={p.issuer} />
        <Title kind={both((l) => t.order[l].toUpperCase())} number={p.number} date={p.date} place={p.place} />
        <Paragraphs texts={[both((l) => say[l].titles[kind])]} style={[body, { fontWeight: 700 }]} />
        <Paragraphs texts={[both((l) => say[l].preamble(p.ground[l]))]} style={body} />
        <Paragraphs texts={points.map((point, i) => both((l) => `${i + 1}. ${point[l]}`))} style={body} />
        <View style={{ marginTop: '2mm', borderLeftWidth: 2, borderLeftColor: BRAND, paddingLeft: '4mm' }}>
          <Words style={type.heading}>{`${t.explanation.kk} / ${t.explanation.ru}`}</Words>
          {each(p.explanation.split(/\n+/), (paragraph) => (
            <Words style={[type.body, body, { marginTop: '1mm' }]}>{paragraph}</Words>
          ))}
        </View>
        <Ending>
          <View style={{ marginTop: '4mm' }}>
            <Columns
              text={both((l) => say[l].until(formatDate(complaintBy(p.date), l, 'long')))}
              style={type.small}
            />
          </View>
          <Signatory signer={p.signer} sign={p.signedAs} style={body} />
          {codes}
          <CheckBlock
            check={p.check}
            force={forceOf(p.signedAs, p.date)}
            isElectronic={isElectronic(p.signedAs)}
          />
        </Ending>
      </>
    ),
    p.codes,
  )
}
