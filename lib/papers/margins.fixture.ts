import { pdfRuns } from '@/test/pdf-text'

const MM = 72 / 25.4
const FIELD = { left: 30 * MM, right: (210 - 15) * MM, bottom: 9 * MM, top: (297 - 15) * MM }

/** Where ink would leave the printed field of the sheet. */
export async function outsideMargins(bytes: Uint8Array): Promise<string[]> {
  const runs = await pdfRuns(bytes)
  return runs
    .filter(({ text }) => text.trim() !== '')
    .filter(
      ({ x, y, width }) =>
        x < FIELD.left - 1 || x + width > FIELD.right + 1 || y < FIELD.bottom || y > FIELD.top,
    )
    .map(({ page, text }) => `${page}: ${text}`)
}
