import { Document, Page, renderToBuffer, View } from '@react-pdf/renderer'
import { type DateOnly, formatDate } from '@/lib/domain/dates'
import type { Text } from '@/lib/domain/text'
import { journalTexts as t } from '@/lib/i18n/journal'
import { each } from './parts/each'
import { loadFonts, PAPER_FONT } from './parts/fonts'
import { INK, LINE, LINE_SOFT, MUTED, type } from './parts/theme'
import { Words } from './parts/words'

export type JournalSheet = {
  organisation: Text
  title: Text
  /** The day it was printed. */
  date: DateOnly
  rows: readonly {
    number: string
    issuedOn: DateOnly
    subjectName: string
    content: Text
    signerName: string
    /** «Аннулирован приказом …», in both languages; null of a paper that holds. */
    mark: Text | null
  }[]
}

type Row = JournalSheet['rows'][number]

const POINTS_IN_MM = 72 / 25.4
const PADDING_MM = 1.1
const TEXT = { fontSize: 9.5, lineHeight: 1.2 }
/** Of the type's size; the letters of names and of most sentences are narrower. */
const WIDEST_LETTER = 0.5

/** Widths in millimetres; their sum is what stands inside the margins: 297 − 20 − 15. */
const COLUMNS: readonly { head: Text; width: number; say: (row: Row) => readonly string[] }[] = [
  { head: t.number, width: 22, say: (row) => [row.number] },
  { head: t.date, width: 21, say: (row) => [formatDate(row.issuedOn, 'ru', 'short')] },
  { head: t.subject, width: 56, say: (row) => [row.subjectName] },
  { head: t.content, width: 82, say: (row) => [row.content.kk, row.content.ru] },
  { head: t.signer, width: 45, say: (row) => [row.signerName] },
  { head: t.mark, width: 36, say: ({ mark }) => (mark ? [mark.kk, mark.ru] : []) },
]

/** Points of a sheet for its lines: without margins, the heads of the columns and, on the first, the title. */
const ROOM = { first: 375, other: 435 }

/** No more than it can be, so that what is put on one sheet surely stands there. */
function heightOf(row: Row): number {
  const lines = COLUMNS.map(({ width, say }) => {
    const letters = Math.floor(((width - 2 * PADDING_MM) * POINTS_IN_MM) / (TEXT.fontSize * WIDEST_LETTER))
    return say(row).reduce((sum, text) => sum + Math.max(1, Math.ceil(text.length / letters)), 0)
  })
  return Math.max(...lines) * TEXT.fontSize * TEXT.lineHeight + 2 * PADDING_MM * POINTS_IN_MM + 1
}

/**
 * The lines of each sheet. A journal has thousands, and a renderer that looks for the end of each sheet itself goes
 * through all that are left again and again.
 */
function sheetsOf(rows: readonly Row[]): Row[][] {
  const sheets: Row[][] = [[]]
  let left = ROOM.first
  for (const row of rows) {
    const height = heightOf(row)
    if (height > left && sheets.at(-1)?.length) {
      sheets.push([])
      left = ROOM.other
    }
    sheets.at(-1)?.push(row)
    left -= height
  }
  return sheets
}

/** The journal as it is printed and bound: A4 across, each sheet with its heads, its number and of how many. */
export async function renderJournal({ organisation, title, date, rows }: JournalSheet): Promise<Uint8Array> {
  await loadFonts()
  const made = new Date(`${date}T12:00:00Z`)
  const sheets = sheetsOf(rows)
  const bytes = await renderToBuffer(
    <Document
      title={`${title.kk} / ${title.ru}`}
      author={organisation.kk}
      language="kk"
      creator="E-Bilimal"
      producer="E-Bilimal"
      creationDate={made}
      modificationDate={made}
    >
      {sheets.map((lines, at) => (
        <Page
          // biome-ignore lint/suspicious/noArrayIndexKey: sheets are set once and never reordered
          key={at}
          size="A4"
          orientation="landscape"
          style={{
            paddingTop: '20mm',
            paddingRight: '15mm',
            paddingBottom: '18mm',
            paddingLeft: '20mm',
            fontFamily: PAPER_FONT,
            color: INK,
          }}
        >
          {at === 0 && (
            <View style={{ flexDirection: 'row', gap: '7mm', marginBottom: '5mm' }}>
              <Heading organisation={organisation.kk} title={title.kk} />
              <Heading organisation={organisation.ru} title={title.ru} />
            </View>
          )}
          <Heads />
          {each(lines, (row) => (
            <Line row={row} />
          ))}
          {at === sheets.length - 1 && <Total count={rows.length} />}
          <View style={{ position: 'absolute', left: '20mm', right: '15mm', bottom: '8mm' }}>
            <Words style={{ fontSize: 9, color: MUTED, textAlign: 'right' }}>
              {`${title.kk} · ${title.ru} · ${at + 1}/${sheets.length}`}
            </Words>
          </View>
        </Page>
      ))}
    </Document>,
  )
  return new Uint8Array(bytes)
}

function Heading({ organisation, title }: { organisation: string; title: string }) {
  return (
    <View style={{ flex: 1 }}>
      <Words style={type.label}>{organisation}</Words>
      <Words style={{ marginTop: '1mm', fontSize: 13, fontWeight: 700 }}>{title}</Words>
    </View>
  )
}

const cell = (width: number) => ({
  width: `${width}mm`,
  paddingVertical: `${PADDING_MM}mm`,
  paddingRight: `${2 * PADDING_MM}mm`,
})

function Heads() {
  return (
    <View style={{ flexDirection: 'row', borderBottomWidth: 1, borderBottomColor: LINE }}>
      {each(COLUMNS, ({ head, width }) => (
        <View style={cell(width)}>
          <Words style={[type.label, { fontWeight: 700 }]}>{head.kk}</Words>
          {head.ru !== head.kk && <Words style={type.label}>{head.ru}</Words>}
        </View>
      ))}
    </View>
  )
}

function Line({ row }: { row: Row }) {
  return (
    <View style={{ flexDirection: 'row', borderBottomWidth: 0.5, borderBottomColor: LINE_SOFT }}>
      {each(COLUMNS, ({ width, say }, at) => (
        <View style={cell(width)}>
          {each(say(row), (text) => (
            <Words style={{ ...TEXT, fontWeight: at === 0 ? 700 : 400 }}>{text}</Words>
          ))}
        </View>
      ))}
    </View>
  )
}

function Total({ count }: { count: number }) {
  return (
    <Words style={[type.label, { marginTop: '4mm' }]}>
      {count > 0 ? `${t.total.kk} / ${t.total.ru}: ${count}` : `${t.empty.kk} / ${t.empty.ru}`}
    </Words>
  )
}
