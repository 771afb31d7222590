import { Text as Run, type View } from '@react-pdf/renderer'
import type { ComponentProps } from 'react'

export type PaperStyle = ComponentProps<typeof View>['style']

/**
 * What the renderer can set: composed letters (file names from macOS come decomposed and would lose their marks),
 * no control characters, and single spaces, since it puts a hyphen at the end of a line before a double one.
 */
export function printable(text: string): string {
  return (
    text
      .normalize('NFC')
      .replace(/[^\S\u00a0]+/g, ' ')
      .replace(/[\p{Cc}\p{Cf}]/gu, '')
      .trim()
      // A number stays with its sign, a town and a street with their short word, and no line begins with a dash.
      .replace(/№ /g, '№\u00a0')
      .replace(/(?<!\p{L})(г|с|ул|мкр|д|кв|им)\. (?=\S)/gu, '$1.\u00a0')
      .replace(/ (қ\.|к-сі)(?!\p{L})/gu, '\u00a0$1')
      .replace(/ ([–—])/g, '\u00a0$1')
  )
}

/** A paragraph. All text of the papers passes here. */
export function Words({ children, style }: { children: string; style?: PaperStyle }) {
  return (
    <Run style={style} orphans={2} widows={2}>
      {printable(children)}
    </Run>
  )
}
