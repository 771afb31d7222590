import { View } from '@react-pdf/renderer'
import type { Text } from '@/lib/domain/text'
import { each } from './each'
import { LINE_SOFT, type } from './theme'
import { type PaperStyle, Words } from './words'

/** One thing said in both languages side by side, Kazakh first. */
export function Columns({ text, style }: { text: Text; style?: PaperStyle }) {
  return (
    <View style={{ flexDirection: 'row', gap: '7mm' }}>
      <View style={{ flex: 1 }}>
        <Words style={[type.body, style]}>{text.kk}</Words>
      </View>
      <View style={{ flex: 1 }}>
        <Words style={[type.body, style]}>{text.ru}</Words>
      </View>
    </View>
  )
}

/** Paragraphs in both languages, each pair beginning on one line. */
export function Paragraphs({ texts, style }: { texts: readonly Text[]; style?: PaperStyle }) {
  return each(texts, (text) => (
    <View style={{ marginBottom: '2.5mm' }}>
      <Columns text={text} style={style} />
    </View>
  ))
}

// A paragraph longer than this may be split between pages.
const TALL = 2500

/** A heading and its paragraphs in both languages; the heading stays with what follows. */
export function Section({
  heading,
  texts,
  style,
}: {
  heading: Text
  texts: readonly Text[]
  style?: PaperStyle
}) {
  const [first, ...rest] = texts
  return (
    <View style={{ marginTop: '4mm' }}>
      <View wrap={first !== undefined && first.kk.length + first.ru.length > TALL}>
        <Columns text={heading} style={type.heading} />
        {first && <Columns text={first} style={style} />}
      </View>
      {each(rest, (text) => (
        <Item text={text} style={style} />
      ))}
    </View>
  )
}

/** One more paragraph of a section. */
export function Item({ text, style }: { text: Text; style?: PaperStyle }) {
  return (
    <View style={{ marginTop: '1mm' }}>
      <Columns text={text} style={style} />
    </View>
  )
}

/** What needs no translation (names, numbers) or is short: a table with labels in both languages. */
export function Facts({ rows }: { rows: readonly { label: Text; value: string }[] }) {
  return (
    <View style={{ borderTopWidth: 0.5, borderTopColor: LINE_SOFT }}>
      {each(rows, ({ label, value }) => (
        <View
          wrap={false}
          style={{
            flexDirection: 'row',
            gap: '5mm',
            alignItems: 'center',
            paddingVertical: '1.6mm',
            borderBottomWidth: 0.5,
            borderBottomColor: LINE_SOFT,
          }}
        >
          <View style={{ width: '52mm' }}>
            <Words style={type.label}>{label.kk}</Words>
            <Words style={type.label}>{label.ru}</Words>
          </View>
          <View style={{ flex: 1 }}>
            <Words style={type.body}>{value}</Words>
          </View>
        </View>
      ))}
    </View>
  )
}
