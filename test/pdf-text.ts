import { join } from 'node:path'

// The fonts of PDF viewers: without their address pdf.js complains on each paper.
const STANDARD_FONTS = `${join(process.cwd(), 'node_modules', 'pdfjs-dist', 'standard_fonts')}/`

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

/** The text layer of a PDF, a line a page; what parts words, a line's end or a no-break space, is one space. */
export async function pdfText(bytes: Uint8Array): Promise<string> {
  completePromise()
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const task = getDocument({
    // It takes the buffer away from its owner: give it a copy.
    data: bytes.slice(),
    standardFontDataUrl: STANDARD_FONTS,
    verbosity: VerbosityLevel.ERRORS,
  })
  try {
    const document = await task.promise
    const pages: string[] = []
    for (let number = 1; number <= document.numPages; number += 1) {
      const { items } = await (await document.getPage(number)).getTextContent()
      pages.push(
        items
          .map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : ''))
          .join('')
          .replace(/\s+/g, ' ')
          .trim(),
      )
    }
    return pages.join('\n')
  } finally {
    await task.destroy()
  }
}
