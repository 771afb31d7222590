import { View } from '@react-pdf/renderer'
import { formatDateTime } from '@/lib/domain/dates'
import { paperTexts as t } from '@/lib/i18n/papers'
import { type ElectronicSignature, isElectronic, type SignedAs, type Signer } from '../paper'
import { INK, LINE, type } from './theme'
import { type PaperStyle, Words } from './words'

/** Who answers for the paper; `sign` leaves a line for the hand, or tells of the EDS that stands for it. */
export function Signatory({ signer, sign, style }: { signer: Signer; sign?: SignedAs; style?: PaperStyle }) {
  if (sign && isElectronic(sign)) return <Certified signer={signer} eds={sign} style={style} />
  const { post, name, basis } = signer
  return (
    <View wrap={false} style={{ marginTop: '7mm', flexDirection: 'row', gap: '6mm', alignItems: 'flex-end' }}>
      <View style={{ width: sign ? '42mm' : '90mm' }}>
        <Words style={[type.body, style]}>{post.kk}</Words>
        {post.ru !== post.kk && <Words style={[type.body, style]}>{post.ru}</Words>}
        {basis && <Basis basis={basis} />}
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

function Basis({ basis }: { basis: string }) {
  return <Words style={type.small}>{`${t.actsBy.kk} / ${t.actsBy.ru}: ${basis}`}</Words>
}

/** Whose EDS it is, by which certificate, and when. */
function Certified({ signer, eds, style }: { signer: Signer; eds: ElectronicSignature; style?: PaperStyle }) {
  // Whoever acts in the head's place has a key of the right to sign: by the order they are more than that.
  const post = eds.isHead || signer.basis ? signer.post : t.mayAlsoSign
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
        {signer.basis && <Basis basis={signer.basis} />}
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
