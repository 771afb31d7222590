import { View } from '@react-pdf/renderer'
import type { DateOnly } from '@/lib/domain/dates'
import { Columns } from './columns'
import { each } from './each'
import { signedXmlOn } from './legal-force'
import { Qr } from './qr'
import { type } from './theme'
import { Words } from './words'

// A full code has 117 modules, which printers and cameras tell apart from 42 mm on; the four modules (1.5 mm) of its
// quiet zone are within the gap.
const SIDE = '43mm'

/**
 * The codes that together hold the signed XML, three in a row, and what they are. `blank` only takes their place, to
 * see whether they fit: a code is thousands of strokes.
 */
export function QrSet({
  codes,
  date,
  blank = false,
}: {
  codes: readonly string[]
  date: DateOnly
  blank?: boolean
}) {
  return (
    <View wrap={false} style={{ marginTop: '4mm' }}>
      <Columns text={signedXmlOn(date)} style={type.small} />
      <View
        style={{ marginTop: '3mm', flexDirection: 'row', flexWrap: 'wrap', columnGap: '12mm', rowGap: '4mm' }}
      >
        {each(codes, (code, i) => (
          <View style={{ alignItems: 'center' }}>
            {blank ? (
              <View style={{ width: SIDE, height: SIDE }} />
            ) : (
              <Qr content={code} side={SIDE} level="L" />
            )}
            <Words style={[type.small, { marginTop: '1.6mm' }]}>{`${i + 1}/${codes.length}`}</Words>
          </View>
        ))}
      </View>
    </View>
  )
}
