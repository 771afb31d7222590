import { Document, Page, Text as Run, renderToBuffer } from '@react-pdf/renderer'
import type { ReactNode } from 'react'
import type { DateOnly } from '@/lib/domain/dates'
import type { Locale } from '@/lib/domain/text'
import { loadFonts, PAPER_FONT } from './fonts'
import { Edge } from './ornament'
import { QrSet } from './qr-set'
import { INK, MUTED } from './theme'

type Sheet = {
  title: string
  author: string
  language: Locale
  date: DateOnly
  footer: (page: number, pages: number) => string
  children: ReactNode
  /** What stands on a sheet of its own, after the rest. */
  appendix?: ReactNode
}

/**
 * A4 with the margins of official letters (30 mm left for the binder, 15, 20, 20), the ornament and a footer.
 * The same sheet gives the same bytes: the date in the file is the paper's own.
 */
export async function renderSheet(sheet: Sheet): Promise<Uint8Array> {
  return (await layOut(sheet)).bytes
}

// Points. Smaller than the labels a text is hard to read, and a second page is the lesser evil.
const BODY = { largest: 12, smallest: 9.5, step: 0.5 }

type Content = (body: { fontSize: number }, codes: ReactNode) => ReactNode

/**
 * The same for papers that are meant to be one page: in the largest type in which they are. The codes of a signed
 * XML stand there with the rest where they fit, else on a second sheet.
 */
export async function renderOnePage(
  sheet: Omit<Sheet, 'children' | 'appendix'>,
  content: Content,
  codes: readonly string[] = [],
): Promise<Uint8Array> {
  if (codes.length === 0) return (await onOnePage(sheet, content, null)).bytes
  const { date } = sheet
  const set = <QrSet codes={codes} date={date} />
  const together = await onOnePage(sheet, content, <QrSet codes={codes} date={date} blank />)
  if (together.pages === 1) {
    return (await layOut({ ...sheet, children: content(together.body, set) })).bytes
  }
  const { body } = await onOnePage(sheet, content, null)
  return (await layOut({ ...sheet, children: content(body, null), appendix: set })).bytes
}

type Laid = { bytes: Uint8Array; pages: number }

/** In the largest type that makes it one page; in the usual one where none does. */
async function onOnePage(
  sheet: Omit<Sheet, 'children' | 'appendix'>,
  content: Content,
  codes: ReactNode,
): Promise<Laid & { body: { fontSize: number } }> {
  const set = async (fontSize: number) => {
    const body = { fontSize }
    return { ...(await layOut({ ...sheet, children: content(body, codes) })), body }
  }
  const usual = await set(BODY.largest)
  if (usual.pages === 1) return usual
  let best = await set(BODY.smallest)
  if (best.pages > 1) return usual
  let [fits, tooLarge] = [BODY.smallest, BODY.largest]
  while (tooLarge - fits > BODY.step) {
    const middle = fits + Math.floor((tooLarge - fits) / BODY.step / 2) * BODY.step
    const attempt = await set(middle)
    if (attempt.pages > 1) {
      tooLarge = middle
    } else {
      fits = middle
      best = attempt
    }
  }
  return best
}

async function layOut({ appendix, ...sheet }: Sheet): Promise<Laid> {
  await loadFonts()
  let pages = 0
  const made = new Date(`${sheet.date}T12:00:00Z`)
  const bytes = await renderToBuffer(
    <Document
      title={sheet.title}
      author={sheet.author}
      language={sheet.language}
      creator="E-Bilimal"
      producer="E-Bilimal"
      creationDate={made}
      modificationDate={made}
    >
      {[sheet.children, appendix].filter(Boolean).map((children, i) => (
        <Page
          // biome-ignore lint/suspicious/noArrayIndexKey: sheets are set once and never reordered
          key={i}
          size="A4"
          style={{
            paddingTop: '20mm',
            paddingRight: '15mm',
            paddingBottom: '20mm',
            paddingLeft: '30mm',
            fontFamily: PAPER_FONT,
            fontSize: 12,
            color: INK,
          }}
        >
          <Edge />
          {children}
          <Run
            fixed
            style={{
              position: 'absolute',
              left: '30mm',
              right: '15mm',
              bottom: '10mm',
              fontSize: 9,
              color: MUTED,
              textAlign: 'right',
            }}
            render={({ pageNumber, totalPages }) => {
              // It is told no total where something that may not be parted is longer than a page.
              pages = totalPages ?? Number.POSITIVE_INFINITY
              return sheet.footer(pageNumber, totalPages)
            }}
          />
        </Page>
      ))}
    </Document>,
  )
  return { bytes: new Uint8Array(bytes), pages }
}
