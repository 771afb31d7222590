import { View } from '@react-pdf/renderer'
import { formatCheckCode } from '@/lib/domain/check-code'
import type { Locale, Text } from '@/lib/domain/text'
import { paperTexts } from '@/lib/i18n/papers'
import type { Check } from '../paper'
import { Qr } from './qr'
import { LINE_SOFT, type } from './theme'
import { Words } from './words'

// Without the quiet zone, for which the four modules (4 mm) around it stay empty.
const SIDE = '30mm'

/** The foot of an issued paper: how to check it, and `force`, the sentence on how it was signed. */
export function CheckBlock({
  check,
  force,
  isElectronic = false,
}: {
  check: Check
  force: Text
  /** This sheet is the print of an electronic document. */
  isElectronic?: boolean
}) {
  const address = check.url.replace(/^https?:\/\//, '')
  const how = isElectronic ? paperTexts.checkOriginal : paperTexts.check
  const sentences = (locale: Locale) => `${force[locale]} ${how[locale]}`
  return (
    <View wrap={false} style={{ marginTop: 'auto', paddingTop: '4mm' }}>
      <View
        style={{
          flexDirection: 'row',
          gap: '4mm',
          paddingTop: '4mm',
          borderTopWidth: 0.5,
          borderTopColor: LINE_SOFT,
        }}
      >
        <View style={{ width: '44mm', alignItems: 'center' }}>
          <Qr content={check.url} side={SIDE} />
          <Words style={{ marginTop: '3.6mm', fontSize: 9, fontWeight: 700 }}>
            {formatCheckCode(check.code)}
          </Words>
        </View>
        <View style={{ flex: 1, gap: '2mm' }}>
          <Words style={type.small}>{sentences('kk')}</Words>
          <Words style={type.small}>{sentences('ru')}</Words>
          <Words style={[type.small, { fontWeight: 700 }]}>{address}</Words>
        </View>
      </View>
    </View>
  )
}
