import type { DateOnly } from '@/lib/domain/dates'
import { PAPER_LABELS, type PaperKind } from '@/lib/domain/paper-kind'
import type { Text } from '@/lib/domain/text'
import { paperTexts as t } from '@/lib/i18n/papers'
import { type Check, type Issuer, isElectronic, type SignedAs, type Signer } from './paper'
import { CheckBlock } from './parts/check-block'
import { Columns, Paragraphs } from './parts/columns'
import { Ending, partLast } from './parts/ending'
import { forceOf } from './parts/legal-force'
import { Letterhead } from './parts/letterhead'
import { renderOnePage } from './parts/sheet'
import { Signatory } from './parts/signatory'
import { type } from './parts/theme'
import { footerOf, Title } from './parts/title'

export type CertificatePaper = {
  kind: Extract<PaperKind, 'certificate' | 'referral' | 'notice' | 'release'>
  issuer: Issuer
  /** From the register of its kind; of a stage's paper, the application's number and a letter: «44007-Д». */
  number: string
  date: DateOnly
  place: Text
  /** The full name of the paper: «Открепительный талон», «Справка о …». */
  title: Text
  body: readonly Text[]
  signedAs: SignedAs | 'unsigned'
  signer: Signer
  applicationNumber: number
  check: Check
  /** The texts of the QR codes that hold the signed XML. */
  codes?: readonly string[]
}

/** Справка, направление, уведомление, талон: whatever confirms, on one sheet. */
export function renderCertificate(p: CertificatePaper): Promise<Uint8Array> {
  const { before, last } = partLast(p.body)
  const label = PAPER_LABELS[p.kind]
  return renderOnePage(
    {
      title: `${p.title.kk} / ${p.title.ru} № ${p.number}`,
      author: p.issuer.name.kk,
      language: 'kk',
      date: p.date,
      footer: footerOf(label, p.number, p.check),
    },
    (body, codes) => (
      <>
        <Letterhead issuer={p.issuer} />
        <Title kind={p.title} number={p.number} date={p.date} place={p.place} />
        <Paragraphs texts={before} style={body} />
        <Ending>
          <Paragraphs texts={last} style={body} />
          <Columns text={ofApplication(p.applicationNumber)} style={type.small} />
          <Signatory
            signer={p.signer}
            sign={p.signedAs === 'unsigned' ? undefined : p.signedAs}
            style={body}
          />
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

function ofApplication(number: number): Text {
  return { kk: `${t.applicationNumber.kk}: ${number}`, ru: `${t.applicationNumber.ru}: ${number}` }
}
