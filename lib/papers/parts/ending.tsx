import { View } from '@react-pdf/renderer'
import type { ReactNode } from 'react'
import type { Text } from '@/lib/domain/text'

/**
 * The end of a paper in one piece, down to the foot of the sheet: the last words, who signs and how to check
 * them. So no page carries a signature or a code with nothing above it.
 */
export function Ending({ children }: { children: ReactNode }) {
  return (
    <View wrap={false} style={{ flexGrow: 1 }}>
      {children}
    </View>
  )
}

// With what follows it a longer last paragraph would not fit on one page: it may be split between two.
const TALL = 1000

/** Paragraphs before the end of a paper, and the last one that belongs to it. */
export function partLast(texts: readonly Text[]): { before: readonly Text[]; last: readonly Text[] } {
  const end = texts.at(-1)
  const isTall = end !== undefined && end.kk.length + end.ru.length > TALL
  return isTall ? { before: texts, last: [] } : { before: texts.slice(0, -1), last: texts.slice(-1) }
}
