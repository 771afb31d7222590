import { View } from '@react-pdf/renderer'
import type { DateOnly } from '@/lib/domain/dates'
import type { Text } from '@/lib/domain/text'
import { headPost, paperTexts as t } from '@/lib/i18n/papers'
import type { Check, Issuer, SignedAs } from './paper'
import { CheckBlock } from './parts/check-block'
import { Columns } from './parts/columns'
import { each } from './parts/each'
import { forceOf } from './parts/legal-force'
import { Letterhead } from './parts/letterhead'
import { renderSheet } from './parts/sheet'
import { Signatory } from './parts/signatory'
import { footerOf, Title } from './parts/title'

export type OrderPaper = {
  /** From the journal of orders. */
  number: string
  date: DateOnly
  place: Text
  issuer: Issuer
  title: Text
  preamble: Text
  points: readonly Text[]
  headName: string
  signedAs: SignedAs
  applicationNumber: number
  check: Check
}

/** Приказ / бұйрық. */
export function renderOrder(p: OrderPaper): Promise<Uint8Array> {
  return renderSheet({
    title: `${t.order.kk} / ${t.order.ru} № ${p.number}`,
    author: p.issuer.name.kk,
    language: 'kk',
    date: p.date,
    footer: footerOf(t.order, p.number),
    children: (
      <>
        <Letterhead issuer={p.issuer} />
        <Title kind={CAPITALS} number={p.number} date={p.date} place={p.place} />
        <View style={{ gap: '3mm' }}>
          <Columns text={p.title} style={{ fontWeight: 700 }} />
          <Columns text={p.preamble} />
          {each(p.points, (point, i) => (
            <Columns text={{ kk: `${i + 1}. ${point.kk}`, ru: `${i + 1}. ${point.ru}` }} />
          ))}
        </View>
        <Signatory role={headPost(p.issuer.kind)} name={p.headName} sign={p.signedAs} />
        <CheckBlock check={p.check} force={[forceOf(p.signedAs, p.date)]} />
      </>
    ),
  })
}

const CAPITALS: Text = { kk: t.order.kk.toUpperCase(), ru: t.order.ru.toUpperCase() }
