import { View } from '@react-pdf/renderer'
import { formatDateTime } from '@/lib/domain/dates'
import type { Text } from '@/lib/domain/text'
import { paperTexts as t } from '@/lib/i18n/papers'
import { type ElectronicSignature, isElectronic, type SignedAs } from '../paper'
import { INK, LINE, type } from './theme'
import { type PaperStyle, Words } from './words'

/** Who answers for the paper; `sign` leaves a line for the hand, or tells of the EDS that stands for it. */
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
  if (sign && isElectronic(sign)) return <Certified role={role} eds={sign} style={style} />
  return (
    <View wrap={false} style={{ marginTop: '7mm', flexDirection: 'row', gap: '6mm', alignItems: 'flex-end' }}>
      <View style={{ width: sign ? '42mm' : '90mm' }}>
        <Words style={[type.body, style]}>{role.kk}</Words>
        {role.ru !== role.kk && <Words style={[type.body, style]}>{role.ru}</Words>}
      </View>
      {sign && (
        <View style={{ width: '52mm', borderTopWidth: 0.7, borderTopColor: INK }}>
          <Words style={[type.small, { textAlign: 'center' }]}>
            {`${t.signature.kk} / ${t.signature.ru}`}
          </Words>
        </View>
      )}
      <View style={{ flex: 1 }}>
        <Words style={[type.body, style, { fontWeight: 700 }]}>{name}</Words>
      </View>
    </View>
  )
}

/** Whose EDS it is, by which certificate, and when. */
function Certified({ role, eds, style }: { role: Text; eds: ElectronicSignature; style?: PaperStyle }) {
  const post = eds.isHead ? role : t.mayAlsoSign
  // Both languages write the moment alike.
  const at = formatDateTime(eds.signedAt, 'ru')
  return (
    <View
      wrap={false}
      style={{
        marginTop: '3mm',
        padding: '2mm',
        borderWidth: 0.7,
        borderColor: LINE,
        borderRadius: 3,
        flexDirection: 'row',
        gap: '4mm',
      }}
    >
      <View style={{ flex: 1 }}>
        <Words style={type.small}>{post.kk === post.ru ? post.kk : `${post.kk} / ${post.ru}`}</Words>
        <Words style={[type.body, style, { fontWeight: 700 }]}>{eds.signerName}</Words>
      </View>
      <View style={{ width: '84mm' }}>
        <Words style={type.small}>
          {`${t.signedElectronically.kk} / ${t.signedElectronically.ru}: ${at}`}
        </Words>
        <Words style={type.small}>{`${t.certificate.kk} / ${t.certificate.ru}:`}</Words>
        <Words style={type.small}>{eds.serial}</Words>
      </View>
    </View>
  )
}
