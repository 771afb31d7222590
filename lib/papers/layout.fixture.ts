import { type PdfRun, pdfRuns } from '@/test/pdf-text'

const MM = 72 / 25.4
const FIELD = { left: 30 * MM, right: (210 - 15) * MM, bottom: 9 * MM, top: (297 - 15) * MM }

type Box = { page: number; text: string; left: number; right: number; bottom: number; top: number }

const inked = ({ text }: PdfRun) => text.trim() !== ''

/** What the letters of a run cover: Cyrillic goes a fifth of its size below the line, seven tenths above it. */
const boxOf = ({ page, text, x, y, width, size }: PdfRun): Box => ({
  page,
  text,
  left: x,
  right: x + width,
  bottom: y - 0.2 * size,
  top: y + 0.7 * size,
})

const told = ({ page, text }: { page: number; text: string }) => `${page}: ${text}`

/** Where ink would leave the printed field of the sheet. */
export async function outsideMargins(bytes: Uint8Array): Promise<string[]> {
  return (await pdfRuns(bytes))
    .filter(inked)
    .filter(
      ({ x, y, width }) =>
        x < FIELD.left - 1 || x + width > FIELD.right + 1 || y < FIELD.bottom || y > FIELD.top,
    )
    .map(told)
}

const cover = (a: Box, b: Box) =>
  a.page === b.page &&
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.5 &&
  Math.min(a.top, b.top) - Math.max(a.bottom, b.bottom) > 0.5

const CHECK_CODE = /^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/

/** Its number under a code of a set, and how wide each kind of code is with its quiet zone. */
const NUMBER_IN_SET = /^\d\/\d$/
const SIDES = { check: 30, set: 43 }
const sideOf = (text: string) =>
  CHECK_CODE.test(text) ? SIDES.check : NUMBER_IN_SET.test(text) ? SIDES.set : null

/** The square of a QR code stands right above the letters that belong to it. */
const qrOver = (box: Box): Box[] => {
  const side = sideOf(box.text)
  if (side === null) return []
  const middle = (box.left + box.right) / 2
  const half = (side / 2 + 1.5) * MM
  const [left, right] = [middle - half, middle + half]
  return [{ page: box.page, text: 'QR', left, right, bottom: box.top, top: box.top + (side + 3) * MM }]
}

/** Which words would be printed over one another, or over the QR code. */
export async function overlapping(bytes: Uint8Array): Promise<string[]> {
  const runs = (await pdfRuns(bytes)).filter(inked).map(boxOf)
  const boxes = [...runs, ...runs.flatMap(qrOver)]
  return boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .filter((b) => cover(a, b))
      .map((b) => `${told(a)} | ${b.text}`),
  )
}

export async function pageCount(bytes: Uint8Array): Promise<number> {
  return (await pdfRuns(bytes)).at(-1)?.page ?? 0
}
