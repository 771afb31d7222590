import { Document, Page, Text as Run, renderToBuffer } from '@react-pdf/renderer'
import type { ReactNode } from 'react'
import type { DateOnly } from '@/lib/domain/dates'
import type { Locale } from '@/lib/domain/text'
import { loadFonts, PAPER_FONT } from './fonts'
import { Edge } from './ornament'
import { INK, MUTED } from './theme'

type Sheet = {
  title: string
  author: string
  language: Locale
  date: DateOnly
  footer: (page: number, pages: number) => string
  children: ReactNode
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

/** The same for papers that are meant to be one page: in the largest type in which they are. */
export async function renderOnePage(
  sheet: Omit<Sheet, 'children'>,
  children: (body: { fontSize: number }) => ReactNode,
): Promise<Uint8Array> {
  const set = (fontSize: number) => layOut({ ...sheet, children: children({ fontSize }) })
  const usual = await set(BODY.largest)
  if (usual.pages === 1) return usual.bytes
  let best = await set(BODY.smallest)
  if (best.pages > 1) return usual.bytes
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
  return best.bytes
}

async function layOut(sheet: Sheet): Promise<{ bytes: Uint8Array; pages: number }> {
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
      <Page
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
        {sheet.children}
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
            pages = totalPages
            return sheet.footer(pageNumber, totalPages)
          }}
        />
      </Page>
    </Document>,
  )
  return { bytes: new Uint8Array(bytes), pages }
}
