import { View } from '@react-pdf/renderer'
import { type DateOnly, formatDate } from '@/lib/domain/dates'
import type { Locale, Text } from '@/lib/domain/text'
import { paperPhrases, paperTexts as t } from '@/lib/i18n/papers'
import type { Check, Issuer, SignedAs } from './paper'
import { CheckBlock } from './parts/check-block'
import { each } from './parts/each'
import { legalForceOn } from './parts/legal-force'
import { Letterhead } from './parts/letterhead'
import { renderSheet } from './parts/sheet'
import { LINE_SOFT, type } from './parts/theme'
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
  signedAs: SignedAs
  check: Check
}

function Letter({ p, locale }: { p: NotificationPaper; locale: Locale }) {
  const say = paperPhrases[locale]
  const order = `${t.order[locale]} ${say.orderOf(p.order.number, formatDate(p.order.date, locale, 'short'))}`
  return (
    <View style={{ gap: '2mm' }}>
      <Words style={type.title}>{p.title[locale]}</Words>
      <Words
        style={[type.small, { textAlign: 'center' }]}
      >{`${formatDate(p.date, locale, 'long')} · ${order}`}</Words>
      <Words style={[type.body, { marginTop: '2mm' }]}>{say.greeting(p.addressee.name)}</Words>
      {each(p.body, (text) => (
        <Words style={type.body}>{text[locale]}</Words>
      ))}
      <Words style={[type.body, { fontWeight: 700 }]}>{p.invitation[locale]}</Words>
    </View>
  )
}

/** Уведомление / хабарлама: a letter, whole in Kazakh and then whole in Russian. */
export function renderNotification(p: NotificationPaper): Promise<Uint8Array> {
  return renderSheet({
    title: `${p.title.kk} / ${p.title.ru}`,
    author: p.issuer.name.kk,
    language: 'kk',
    date: p.date,
    footer: footerOf(t.notification, null),
    children: (
      <>
        <Letterhead issuer={p.issuer} />
        <View style={{ marginLeft: '85mm', marginBottom: '6mm' }}>
          <Words style={[type.body, { fontWeight: 700 }]}>{p.addressee.name}</Words>
          <Words style={type.body}>{p.addressee.address}</Words>
        </View>
        <Letter p={p} locale="kk" />
        <View style={{ marginVertical: '5mm', borderTopWidth: 0.5, borderTopColor: LINE_SOFT }} />
        <Letter p={p} locale="ru" />
        <CheckBlock
          check={p.check}
          force={[p.signedAs === 'eds' ? legalForceOn(p.date) : t.orderSignedOnPaper]}
        />
      </>
    ),
  })
}
