import { View } from '@react-pdf/renderer'
import { type DateOnly, formatDate } from '@/lib/domain/dates'
import type { Locale, Text } from '@/lib/domain/text'
import { paperPhrases, paperTexts as t } from '@/lib/i18n/papers'
import { type Check, type Issuer, isElectronic, type SignedAs, type Signer } from './paper'
import { CheckBlock } from './parts/check-block'
import { Columns, Paragraphs } from './parts/columns'
import { Ending, partLast } from './parts/ending'
import { legalForceOn } from './parts/legal-force'
import { Letterhead } from './parts/letterhead'
import { renderOnePage } from './parts/sheet'
import { Signatory } from './parts/signatory'
import { type } from './parts/theme'
import { footerOf } from './parts/title'
import { Words } from './parts/words'

export type NotificationPaper = {
  issuer: Issuer
  addressee: { name: string; address: string }
  date: DateOnly
  title: Text
  body: readonly Text[]
  invitation: Text
  order: { number: string; date: DateOnly }
  signer: Signer
  signedAs: SignedAs
  check: Check
  /** The texts of the QR codes that hold the signed XML. */
  codes?: readonly string[]
}

const both = (say: (locale: Locale) => string): Text => ({ kk: say('kk'), ru: say('ru') })

/** Уведомление / хабарлама: a letter that goes with an order. */
export function renderNotification(p: NotificationPaper): Promise<Uint8Array> {
  const dated = both((locale) => {
    const order = paperPhrases[locale].orderOf(p.order.number, formatDate(p.order.date, locale, 'short'))
    return `${formatDate(p.date, locale, 'long')} · ${t.order[locale]} ${order}`
  })
  const greeting = both((locale) => paperPhrases[locale].greeting(p.addressee.name))
  const { before, last } = partLast([p.invitation])
  return renderOnePage(
    {
      title: `${p.title.kk} / ${p.title.ru}`,
      author: p.issuer.name.kk,
      language: 'kk',
      date: p.date,
      footer: footerOf(t.notification, null, p.check),
    },
    (body, codes) => (
      <>
        <Letterhead issuer={p.issuer} />
        <View style={{ flexDirection: 'row', gap: '7mm' }}>
          <View style={{ flex: 1 }}>
            <Words style={type.label}>{dated.kk}</Words>
            <Words style={type.label}>{dated.ru}</Words>
          </View>
          <View style={{ flex: 1 }}>
            <Words style={[type.body, body, { fontWeight: 700 }]}>{p.addressee.name}</Words>
            <Words style={[type.body, body]}>{p.addressee.address}</Words>
          </View>
        </View>
        <View style={{ marginVertical: '5mm' }}>
          <Columns text={p.title} style={type.title} />
        </View>
        <Paragraphs texts={[greeting, ...p.body]} style={body} />
        <Paragraphs texts={before} style={[body, { fontWeight: 700 }]} />
        <Ending>
          <Paragraphs texts={last} style={[body, { fontWeight: 700 }]} />
          {isElectronic(p.signedAs) && <Signatory signer={p.signer} sign={p.signedAs} style={body} />}
          {codes}
          <CheckBlock
            check={p.check}
            force={isElectronic(p.signedAs) ? legalForceOn(p.date) : t.orderSignedOnPaper}
            isElectronic={isElectronic(p.signedAs)}
          />
        </Ending>
      </>
    ),
    p.codes,
  )
}
