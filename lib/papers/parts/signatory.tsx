import { View } from '@react-pdf/renderer'
import type { Text } from '@/lib/domain/text'
import { paperTexts } from '@/lib/i18n/papers'
import type { SignedAs } from '../paper'
import { INK, LINE, type } from './theme'
import { type PaperStyle, Words } from './words'

const MIDDLE = '52mm'

/** Who answers for the paper; `sign` leaves a line for the hand, or says that the EDS stands for it. */
export function Signatory({
  role,
  name,
  sign,
  style,
}: {
  role: Text
  name: string
  sign?: SignedAs
  style?: PaperStyle
}) {
  return (
    <View wrap={false} style={{ marginTop: '7mm', flexDirection: 'row', gap: '6mm', alignItems: 'flex-end' }}>
      <View style={{ width: sign ? '42mm' : '90mm' }}>
        <Words style={[type.body, style]}>{role.kk}</Words>
        {role.ru !== role.kk && <Words style={[type.body, style]}>{role.ru}</Words>}
      </View>
      {sign === 'paper' && (
        <View style={{ width: MIDDLE, borderTopWidth: 0.7, borderTopColor: INK }}>
          <Words style={[type.small, { textAlign: 'center' }]}>
            {`${paperTexts.signature.kk} / ${paperTexts.signature.ru}`}
          </Words>
        </View>
      )}
      {sign === 'eds' && (
        <View
          style={{ width: MIDDLE, borderWidth: 0.7, borderColor: LINE, borderRadius: 3, padding: '1.5mm' }}
        >
          <Words style={[type.small, { textAlign: 'center' }]}>{paperTexts.signedElectronically.kk}</Words>
          <Words style={[type.small, { textAlign: 'center' }]}>{paperTexts.signedElectronically.ru}</Words>
        </View>
      )}
      <View style={{ flex: 1 }}>
        <Words style={[type.body, style, { fontWeight: 700 }]}>{name}</Words>
      </View>
    </View>
  )
}
