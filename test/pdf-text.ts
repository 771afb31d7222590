import { join } from 'node:path'

// The fonts of PDF viewers: without their address pdf.js complains on each paper.
const STANDARD_FONTS = `${join(process.cwd(), 'node_modules', 'pdfjs-dist', 'standard_fonts')}/`

export type PdfRun = {
  page: number
  text: string
  x: number
  /** Of the baseline. */
  y: number
  width: number
  /** Size of the type. */
  size: number
  endsLine: boolean
}

// pdf.js means Node 22 and this is the one thing it misses in 20.
function completePromise(): void {
  if ('withResolvers' in Promise) return
  const withResolvers = () => {
    let settle = {}
    const promise = new Promise((resolve, reject) => {
      settle = { resolve, reject }
    })
    return { promise, ...settle }
  }
  Object.defineProperty(Promise, 'withResolvers', {
    value: withResolvers,
    configurable: true,
    writable: true,
  })
}

const read = new WeakMap<Uint8Array, Promise<readonly PdfRun[]>>()

/** Every run of text with its place on the sheet, in points from the lower left corner, in reading order. */
export function pdfRuns(bytes: Uint8Array): Promise<readonly PdfRun[]> {
  const runs = read.get(bytes) ?? readRuns(bytes)
  read.set(bytes, runs)
  return runs
}

// For a fault that `push` has in Node 20 pdf.js gives everybody one many times slower: the native one is put back.
const { push } = Array.prototype

async function readRuns(bytes: Uint8Array): Promise<readonly PdfRun[]> {
  completePromise()
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const task = getDocument({
    // It takes the buffer away from its owner: give it a copy.
    data: Uint8Array.from(bytes),
    standardFontDataUrl: STANDARD_FONTS,
    verbosity: VerbosityLevel.ERRORS,
  })
  try {
    const document = await task.promise
    Object.defineProperty(Array.prototype, 'push', { value: push, configurable: true, writable: true })
    const runs: PdfRun[] = []
    for (let page = 1; page <= document.numPages; page += 1) {
      const { items } = await (await document.getPage(page)).getTextContent()
      for (const item of items) {
        if (!('str' in item)) continue
        const [x, y] = [Number(item.transform[4]), Number(item.transform[5])]
        runs.push({ page, text: item.str, x, y, width: item.width, size: item.height, endsLine: item.hasEOL })
      }
    }
    return runs
  } finally {
    await task.destroy()
  }
}

/** The text layer of a PDF, a line a page; what parts words, a line's end or a no-break space, is one space. */
export async function pdfText(bytes: Uint8Array): Promise<string> {
  const pages: string[] = []
  for (const { page, text, endsLine } of await pdfRuns(bytes)) {
    pages[page - 1] = `${pages[page - 1] ?? ''}${text}${endsLine ? ' ' : ''}`
  }
  return pages.map((page) => page.replace(/\s+/g, ' ').trim()).join('\n')
}
