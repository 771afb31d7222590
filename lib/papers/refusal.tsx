import { View } from '@react-pdf/renderer'
import { paperTexts as t } from '@/lib/i18n/papers'
import type { IntakeRefusalPaper } from './intake-refusal'
import { isElectronic, type SignedAs, type Signer } from './paper'
import { CheckBlock } from './parts/check-block'
import { Columns, Facts, Section } from './parts/columns'
import { forceOf } from './parts/legal-force'
import { Letterhead } from './parts/letterhead'
import { QrSet } from './parts/qr-set'
import { Reasons } from './parts/reasons'
import { renderSheet } from './parts/sheet'
import { Signatory } from './parts/signatory'
import { footerOf, Title } from './parts/title'

/** Here `number` is that of the register of refusals. */
export type RefusalPaper = Omit<IntakeRefusalPaper, 'clerkName'> & {
  applicationNumber: number
  signer: Signer
  signedAs: SignedAs
  /** The texts of the QR codes that hold the signed XML. */
  codes?: readonly string[]
}

/** Мотивированный отказ / дәлелді бас тарту: Закон № 88-V, статья 19-1. */
export function renderRefusal(p: RefusalPaper): Promise<Uint8Array> {
  return renderSheet({
    title: `${t.refusal.kk} / ${t.refusal.ru} № ${p.number}`,
    author: p.issuer.name.kk,
    language: 'kk',
    date: p.date,
    footer: footerOf(t.anyRefusal, p.number, p.check),
    children: (
      <>
        <Letterhead issuer={p.issuer} />
        <Title kind={t.refusal} number={p.number} date={p.date} />
        <Facts
          rows={[
            { label: t.applicationNumber, value: String(p.applicationNumber) },
            { label: t.applicant, value: p.applicantName },
            { label: t.subject, value: p.subjectName },
          ]}
        />
        <Section heading={t.service} texts={[p.service]} />
        <View style={{ marginTop: '5mm' }}>
          <Columns text={t.refused} style={{ fontWeight: 700 }} />
        </View>
        <Reasons
          ground={p.ground}
          source={p.source}
          explanation={p.explanation}
          nextStep={p.nextStep}
          refusedOn={p.date}
        >
          <Signatory signer={p.signer} sign={p.signedAs} />
          <CheckBlock
            check={p.check}
            force={forceOf(p.signedAs, p.date)}
            isElectronic={isElectronic(p.signedAs)}
          />
        </Reasons>
      </>
    ),
    // With the ways to object, from which a signature may not be parted, they are taller than a page.
    appendix: p.codes && <QrSet codes={p.codes} date={p.date} />,
  })
}
