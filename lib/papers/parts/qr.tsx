import { Path, Svg } from '@react-pdf/renderer'
import { create } from 'qrcode'

type Level = 'L' | 'M'

/** The dark modules as one SVG path in a square of `size` modules, the quiet zone left to the page. */
export function qrPath(content: string, level: Level = 'M'): { path: string; size: number } {
  const { size, data } = create(content, { errorCorrectionLevel: level }).modules
  const runs: string[] = []
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      let width = 0
      while (x + width < size && data[y * size + x + width]) width += 1
      if (width > 0) runs.push(`M${x} ${y}h${width}v1h-${width}z`)
      x += width
    }
  }
  return { path: runs.join(''), size }
}

/** A QR code in vectors, `side` wide without its quiet zone. */
export function Qr({ content, side, level }: { content: string; side: string; level?: Level }) {
  const { path, size } = qrPath(content, level)
  return (
    <Svg viewBox={`0 0 ${size} ${size}`} style={{ width: side, height: side }}>
      <Path d={path} fill="#000000" />
    </Svg>
  )
}
