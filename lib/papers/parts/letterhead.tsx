import { View } from '@react-pdf/renderer'
import { formatPhone } from '@/lib/domain/phone'
import type { Locale } from '@/lib/domain/text'
import { paperTexts } from '@/lib/i18n/papers'
import type { Issuer } from '../paper'
import { Rosette } from './ornament'
import { BRAND, type } from './theme'
import { Words } from './words'

function Side({ issuer, locale }: { issuer: Issuer; locale: Locale }) {
  return (
    <View style={{ flex: 1 }}>
      <Words style={{ fontSize: 11, lineHeight: 1.25, fontWeight: 700, textAlign: 'center', color: BRAND }}>
        {issuer.name[locale]}
      </Words>
      <Words style={[type.small, { textAlign: 'center', marginTop: '1.5mm' }]}>
        {issuer.address[locale]}
      </Words>
      <Words
        style={[type.small, { textAlign: 'center' }]}
      >{`${paperTexts.phone[locale]} ${formatPhone(issuer.phone)}`}</Words>
    </View>
  )
}

/** Who issues the paper: Kazakh left, Russian right, as on official letterheads. */
export function Letterhead({ issuer }: { issuer: Issuer }) {
  return (
    <View style={{ marginBottom: '5mm' }}>
      <View style={{ flexDirection: 'row', alignItems: 'center', gap: '4mm' }}>
        <Side issuer={issuer} locale="kk" />
        <Rosette side="16mm" />
        <Side issuer={issuer} locale="ru" />
      </View>
      <View style={{ marginTop: '4mm', borderTopWidth: 1.2, borderTopColor: BRAND }} />
      <View style={{ marginTop: '0.6mm', borderTopWidth: 0.4, borderTopColor: BRAND }} />
    </View>
  )
}
