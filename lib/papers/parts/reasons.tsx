import { View } from '@react-pdf/renderer'
import type { ReactNode } from 'react'
import { complaintBy } from '@/lib/domain/complaint'
import type { DateOnly } from '@/lib/domain/dates'
import type { Text } from '@/lib/domain/text'
import { appealMessages, appealUntil } from '@/lib/i18n/appeal'
import { paperTexts as t } from '@/lib/i18n/papers'
import { Columns, Section } from './columns'
import { each } from './each'
import { Ending } from './ending'
import { BRAND, type } from './theme'
import { Words } from './words'

const WAYS: Text = { kk: appealMessages.kk.ways, ru: appealMessages.ru.ways }

/** Why a refusal was given, in law and in plain words, and what the person can do about it. */
export function Reasons({
  ground,
  source,
  explanation,
  nextStep,
  refusedOn,
  children,
}: {
  ground: Text
  source: Text
  explanation: string
  nextStep: Text
  refusedOn: DateOnly
  /** What ends the paper: who signs and how to check it. */
  children: ReactNode
}) {
  return (
    <>
      <Section heading={t.ground} texts={[ground]} />
      <View style={{ marginTop: '1mm' }}>
        <Columns text={source} style={type.small} />
      </View>
      <View style={{ marginTop: '4mm', borderLeftWidth: 2, borderLeftColor: BRAND, paddingLeft: '4mm' }}>
        <Words style={type.heading}>{`${t.explanation.kk} / ${t.explanation.ru}`}</Words>
        {each(explanation.split(/\n+/), (paragraph) => (
          <Words style={[type.body, { marginTop: '1mm' }]}>{paragraph}</Words>
        ))}
      </View>
      <Section heading={t.nextStep} texts={[nextStep, t.applyAgain]} />
      <Ending>
        <Section
          heading={{ kk: appealMessages.kk.how, ru: appealMessages.ru.how }}
          texts={[appealUntil(complaintBy(refusedOn)), WAYS]}
        />
        {children}
      </Ending>
    </>
  )
}
