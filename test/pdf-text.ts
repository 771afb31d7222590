import { join } from 'node:path'

// The fonts of PDF viewers: without their address pdf.js complains on each paper.
const STANDARD_FONTS = `${join(process.cwd(), 'node_modules', 'pdfjs-dist', 'standard_fonts')}/`

/** The text layer of a PDF: lines by line, pages parted by a form feed, as a person copies it. */
export async function pdfText(bytes: Uint8Array): Promise<string> {
  // pdf.js takes its polyfills from the legacy build, so it is loaded when needed and runs on Node 20.
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
      pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''))
    }
    return pages.join('\f')
  } finally {
    await task.destroy()
  }
}
