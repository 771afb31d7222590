import { describe, expect, it } from 'vitest'
import { SERVICES } from '@/lib/services'
import { pdfText } from '@/test/pdf-text'
import { outsideMargins, overlapping, pageCount } from './layout.fixture'
import { LONGEST, PLAUSIBLE } from './longest.fixture'
import { servicePapers } from './service-papers.fixture'

/** Lines break with a hyphen, without one, or at one that was there. */
const bare = (text: string) => text.replace(/[\s-]/g, '')

/** What the paper should say and does not: by paragraphs on one page, by words where a page may part them. */
async function unsaid(bytes: Uint8Array, texts: readonly string[]): Promise<string[]> {
  const printed = bare(await pdfText(bytes))
  const pieces = (await pageCount(bytes)) === 1 ? texts : texts.flatMap((text) => text.split(/\s+/))
  return pieces.filter((piece) => !printed.includes(bare(piece)))
}

const CASES = [
  { said: 'the longest texts met in life', lengths: PLAUSIBLE, most: 1, mostWithCodes: 3 },
  { said: 'the longest texts the forms let through', lengths: LONGEST, most: 2, mostWithCodes: 3 },
]

describe.each(SERVICES)('papers of $slug', (service) => {
  describe.each(CASES)('with $said', ({ lengths, most, mostWithCodes }) => {
    it.each(servicePapers(service, lengths))('$name', async ({ onePage, hasCodes, texts, render }) => {
      const bytes = await render()
      expect(await unsaid(bytes, texts)).toEqual([])
      expect(await overlapping(bytes)).toEqual([])
      expect(await outsideMargins(bytes)).toEqual([])
      if (onePage) expect(await pageCount(bytes)).toBeLessThanOrEqual(hasCodes ? mostWithCodes : most)
    })
  })
})
