import { Document, Page, Text as Run, renderToBuffer, View } from '@react-pdf/renderer'
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

/** Their sum is the width inside the margins: 297 − 20 − 15 mm. */
const COLUMNS: readonly { head: Text; width: string; say: (row: Row) => readonly string[] }[] = [
  { head: t.number, width: '24mm', say: (row) => [row.number] },
  { head: t.date, width: '24mm', say: (row) => [formatDate(row.issuedOn, 'ru', 'short')] },
  { head: t.subject, width: '54mm', say: (row) => [row.subjectName] },
  { head: t.content, width: '78mm', say: (row) => [row.content.kk, row.content.ru] },
  { head: t.signer, width: '46mm', say: (row) => [row.signerName] },
  { head: t.mark, width: '36mm', say: ({ mark }) => (mark ? [mark.kk, mark.ru] : []) },
]

/** The journal as it is printed and bound: A4 across, each sheet with its heads, its number and of how many. */
export async function renderJournal({ organisation, title, date, rows }: JournalSheet): Promise<Uint8Array> {
  await loadFonts()
  const made = new Date(`${date}T12:00:00Z`)
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
      <Page
        size="A4"
        orientation="landscape"
        style={{
          paddingTop: '20mm',
          paddingRight: '15mm',
          paddingBottom: '18mm',
          paddingLeft: '20mm',
          fontFamily: PAPER_FONT,
          fontSize: 10,
          color: INK,
        }}
      >
        <View style={{ flexDirection: 'row', gap: '7mm', marginBottom: '5mm' }}>
          <Heading organisation={organisation.kk} title={title.kk} />
          <Heading organisation={organisation.ru} title={title.ru} />
        </View>
        <View fixed style={{ flexDirection: 'row', borderBottomWidth: 1, borderBottomColor: LINE }}>
          {each(COLUMNS, ({ head, width }) => (
            <View style={{ width, padding: '1.2mm' }}>
              <Words style={[type.label, { fontWeight: 700 }]}>{head.kk}</Words>
              {head.ru !== head.kk && <Words style={type.label}>{head.ru}</Words>}
            </View>
          ))}
        </View>
        {each(rows, (row) => (
          <Line row={row} />
        ))}
        <View wrap={false} style={{ marginTop: '4mm' }}>
          <Words style={type.label}>
            {rows.length > 0
              ? `${t.total.kk} / ${t.total.ru}: ${rows.length}`
              : `${t.empty.kk} / ${t.empty.ru}`}
          </Words>
        </View>
        <Run
          fixed
          style={{
            position: 'absolute',
            left: '20mm',
            right: '15mm',
            bottom: '8mm',
            fontSize: 9,
            color: MUTED,
            textAlign: 'right',
          }}
          render={({ pageNumber, totalPages }) => `${title.kk} · ${title.ru} · ${pageNumber}/${totalPages}`}
        />
      </Page>
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

function Line({ row }: { row: Row }) {
  return (
    <View wrap={false} style={{ flexDirection: 'row', borderBottomWidth: 0.5, borderBottomColor: LINE_SOFT }}>
      {each(COLUMNS, ({ width, say }, at) => (
        <View style={{ width, padding: '1.2mm' }}>
          {each(say(row), (text) => (
            <Words style={{ fontSize: 9.5, lineHeight: 1.25, fontWeight: at === 0 ? 700 : 400 }}>
              {text}
            </Words>
          ))}
        </View>
      ))}
    </View>
  )
}
