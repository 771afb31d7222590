import { G, Path, Svg, View } from '@react-pdf/renderer'
import { BRAND, ORNAMENT } from './theme'

// Қошқар мүйіз, the ram's horn: a stem and two horns that curl outwards, in a square of 20.
const HORNS =
  'M10 19V9M10 10C10 3.5 2 2 2 7.5C2 11.5 7 11.5 7 8.3M10 10C10 3.5 18 2 18 7.5C18 11.5 13 11.5 13 8.3M6 15.5L10 13L14 15.5'
const UPSIDE_DOWN = 'rotate(180, 10, 10)'

// An even number of squares, so that the strip begins and ends alike, clear of what no printer reaches.
const STEP_MM = 6.5
const OFFSETS = Array.from({ length: 42 }, (_, i) => i * 20)

/** The strip along the left edge of every sheet, outside the printed field. */
export function Edge() {
  return (
    <View fixed style={{ position: 'absolute', left: '9mm', top: '12mm' }}>
      <Svg
        viewBox={`0 0 20 ${OFFSETS.length * 20}`}
        style={{ width: `${STEP_MM}mm`, height: `${OFFSETS.length * STEP_MM}mm` }}
      >
        {OFFSETS.map((y) => (
          <G key={y} transform={`translate(0, ${y})`}>
            <Path
              d={HORNS}
              transform={y % 40 ? UPSIDE_DOWN : undefined}
              stroke={ORNAMENT}
              strokeWidth={1.4}
              fill="none"
            />
          </G>
        ))}
      </Svg>
    </View>
  )
}

/** The mark in the middle of a letterhead: four horns, one to each side. */
export function Rosette({ side }: { side: string }) {
  return (
    <Svg viewBox="0 0 40 40" style={{ width: side, height: side }}>
      {[0, 90, 180, 270].map((angle) => (
        <Path
          key={angle}
          d={HORNS}
          transform={`rotate(${angle}, 20, 20) translate(10, 1)`}
          stroke={BRAND}
          strokeWidth={1.5}
          fill="none"
        />
      ))}
    </Svg>
  )
}
