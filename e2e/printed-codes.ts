import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import jsQR from 'jsqr'
import { pdfRuns } from '@/test/pdf-text'

// Of a good office printer; a code of 43 mm has 117 modules.
const DOTS_PER_MM = 300 / 25.4
const POINTS_PER_MM = 72 / 25.4
const NUMBER_UNDER_CODE = /^\d\/\d$/

type Crop = { page: number; x: number; y: number; side: number }
type Picture = { width: number; height: number; data: string }

const PDFJS = join(process.cwd(), 'node_modules', 'pdfjs-dist', 'legacy', 'build')

/** Draws pieces of a PDF's sheets as a printer would, in a browser; the pieces are squares in points, from above. */
async function draw(page: Page, pdf: Buffer, crops: readonly Crop[]): Promise<Picture[]> {
  await page.goto('about:blank')
  for (const file of ['pdf.min.mjs', 'pdf.worker.min.mjs'])
    await page.addScriptTag({ path: join(PDFJS, file), type: 'module' })
  await page.waitForFunction(() => 'pdfjsLib' in globalThis && 'pdfjsWorker' in globalThis)
  return page.evaluate(
    async ({ base64, crops, scale }) => {
      const { pdfjsLib } = globalThis as unknown as { pdfjsLib: typeof import('pdfjs-dist') }
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
      const document_ = await pdfjsLib.getDocument({ data: bytes }).promise
      const pictures = []
      for (const crop of crops) {
        const sheet = await document_.getPage(crop.page)
        const side = Math.round(crop.side * scale)
        const canvas = document.createElement('canvas')
        canvas.width = canvas.height = side
        const viewport = sheet.getViewport({ scale, offsetX: -crop.x * scale, offsetY: -crop.y * scale })
        await sheet.render({ canvas, viewport, background: '#ffffff' }).promise
        const { data, width, height } = canvas.getContext('2d')?.getImageData(0, 0, side, side) ?? {
          data: new Uint8ClampedArray(),
          width: 0,
          height: 0,
        }
        let text = ''
        for (let i = 0; i < data.length; i += 8192) text += String.fromCharCode(...data.subarray(i, i + 8192))
        pictures.push({ data: btoa(text), width, height })
      }
      return pictures
    },
    { base64: pdf.toString('base64'), crops, scale: DOTS_PER_MM / POINTS_PER_MM },
  )
}

/** What the QR codes of the signed XML say, read from the picture of the printed paper. */
export async function readPrintedCodes(page: Page, pdf: Buffer): Promise<string[]> {
  const side = 47 * POINTS_PER_MM
  const crops = (await pdfRuns(pdf))
    .filter(({ text }) => NUMBER_UNDER_CODE.test(text))
    .map((run) => ({
      page: run.page,
      x: run.x + run.width / 2 - side / 2,
      // The number stands right under its code; a PDF counts from below.
      y: 297 * POINTS_PER_MM - run.y - run.size - side,
      side,
    }))
  const pictures = await draw(page, pdf, crops)
  return pictures.map(({ data, width, height }, i) => {
    const read = jsQR(new Uint8ClampedArray(Buffer.from(data, 'base64')), width, height)
    expect(read, `code ${i + 1}`).not.toBeNull()
    return read?.data ?? ''
  })
}
