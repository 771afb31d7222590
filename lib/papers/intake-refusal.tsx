import { View } from '@react-pdf/renderer'
import type { DateOnly } from '@/lib/domain/dates'
import type { Text } from '@/lib/domain/text'
import { paperTexts as t } from '@/lib/i18n/papers'
import type { Check, Issuer } from './paper'
import { CheckBlock } from './parts/check-block'
import { Columns, Facts, Section } from './parts/columns'
import { Letterhead } from './parts/letterhead'
import { Reasons } from './parts/reasons'
import { renderSheet } from './parts/sheet'
import { Signatory } from './parts/signatory'
import { footerOf, Title } from './parts/title'

export type IntakeRefusalPaper = {
  /** Number of the application and «О»: «44007-О». */
  number: string
  issuer: Issuer
  date: DateOnly
  applicantName: string
  subjectName: string
  service: Text
  ground: Text
  source: Text
  /** What the clerk wrote, in the language they wrote it. */
  explanation: string
  nextStep: Text
  clerkName: string
  check: Check
}

/** Отказ в приеме заявления / өтінішті қабылдаудан бас тарту: Закон № 88-V, статья 19. */
export function renderIntakeRefusal(p: IntakeRefusalPaper): Promise<Uint8Array> {
  return renderSheet({
    title: `${t.intakeRefusal.kk} / ${t.intakeRefusal.ru} № ${p.number}`,
    author: p.issuer.name.kk,
    language: 'kk',
    date: p.date,
    footer: footerOf(t.anyRefusal, p.number, p.check),
    children: (
      <>
        <Letterhead issuer={p.issuer} />
        <Title kind={t.intakeRefusal} number={p.number} date={p.date} />
        <Facts
          rows={[
            { label: t.applicant, value: p.applicantName },
            { label: t.subject, value: p.subjectName },
          ]}
        />
        <Section heading={t.service} texts={[p.service]} />
        <View style={{ marginTop: '5mm' }}>
          <Columns text={t.intakeRefused} style={{ fontWeight: 700 }} />
        </View>
        <Reasons
          ground={p.ground}
          source={p.source}
          explanation={p.explanation}
          nextStep={p.nextStep}
          refusedOn={p.date}
        >
          <Signatory signer={{ post: t.clerk, name: p.clerkName }} />
          <CheckBlock check={p.check} force={t.unsigned} />
        </Reasons>
      </>
    ),
  })
}
