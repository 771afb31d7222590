import type { DateOnly } from '@/lib/domain/dates'
import type { Text } from '@/lib/domain/text'
import { paperTexts as t } from '@/lib/i18n/papers'
import { type Check, type Issuer, isElectronic, type SignedAs, type Signer } from './paper'
import { CheckBlock } from './parts/check-block'
import { Paragraphs } from './parts/columns'
import { Ending, partLast } from './parts/ending'
import { forceOf } from './parts/legal-force'
import { Letterhead } from './parts/letterhead'
import { renderOnePage } from './parts/sheet'
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
  signer: Signer
  signedAs: SignedAs
  applicationNumber: number
  check: Check
}

/** Приказ / бұйрық. */
export function renderOrder(p: OrderPaper): Promise<Uint8Array> {
  const points = p.points.map(({ kk, ru }, i) => ({ kk: `${i + 1}. ${kk}`, ru: `${i + 1}. ${ru}` }))
  const { before, last } = partLast(points)
  return renderOnePage(
    {
      title: `${t.order.kk} / ${t.order.ru} № ${p.number}`,
      author: p.issuer.name.kk,
      language: 'kk',
      date: p.date,
      footer: footerOf(t.order, p.number, p.check),
    },
    (body) => (
      <>
        <Letterhead issuer={p.issuer} />
        <Title kind={CAPITALS} number={p.number} date={p.date} place={p.place} />
        <Paragraphs texts={[p.title]} style={[body, { fontWeight: 700 }]} />
        <Paragraphs texts={[p.preamble, ...before]} style={body} />
        <Ending>
          <Paragraphs texts={last} style={body} />
          <Signatory signer={p.signer} sign={p.signedAs} style={body} />
          <CheckBlock
            check={p.check}
            force={forceOf(p.signedAs, p.date)}
            isElectronic={isElectronic(p.signedAs)}
          />
        </Ending>
      </>
    ),
  )
}

const CAPITALS: Text = { kk: t.order.kk.toUpperCase(), ru: t.order.ru.toUpperCase() }
