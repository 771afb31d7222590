import { View } from '@react-pdf/renderer'
import type { ReactNode } from 'react'
import type { Text } from '@/lib/domain/text'
import { paperTexts as t } from '@/lib/i18n/papers'
import { Columns, Section } from './columns'
import { each } from './each'
import { Ending } from './ending'
import { BRAND, type } from './theme'
import { Words } from './words'

/** Why a refusal was given, in law and in plain words, and what the person can do about it. */
export function Reasons({
  ground,
  source,
  explanation,
  nextStep,
  children,
}: {
  ground: Text
  source: Text
  explanation: string
  nextStep: Text
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
        <Section heading={t.appeal} texts={[t.appealWays]} />
        {children}
      </Ending>
    </>
  )
}
