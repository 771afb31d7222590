import { join } from 'node:path'
import { Font } from '@react-pdf/renderer'
import { breakWord } from './word-break'

export const PAPER_FONT = 'Tinos'

const FACES = [
  { name: '400Regular', fontWeight: 400 },
  { name: '700Bold', fontWeight: 700 },
] as const

// Read from the working directory and never imported: so a bundler leaves the files alone, and the standalone
// build finds the copies that `outputFileTracingIncludes` puts under the same path.
const fileOf = (name: string) =>
  join(process.cwd(), 'node_modules', '@expo-google-fonts', 'tinos', name, `Tinos_${name}.ttf`)

const isCyrillic = (codePoint: number) => codePoint >= 0x400 && codePoint <= 0x4ff
/** Cyrillic first, the rest in the order of Unicode. */
const order = (codePoint: number) => (isCyrillic(codePoint) ? codePoint - 0x10000 : codePoint)

/**
 * Makes every glyph known by its letter. The font is shared by all papers of a process and remembers a glyph as
 * it was first met; Cyrillic «А» is drawn with Latin «A», and a glyph met as such a part belongs to no letter:
 * the next paper would print its Latin «A» and lose it from the text layer. Cyrillic comes first, since «Ә» shares
 * its glyph with the Latin «Ə» of other alphabets.
 */
async function loadFace(fontWeight: number): Promise<void> {
  const face = { fontFamily: PAPER_FONT, fontWeight }
  await Font.load(face)
  const font = Font.getFont(face).data
  if (!font) throw new Error(`the font of the papers did not load: ${fontWeight}`)
  const letters: number[] = [...font.characterSet]
  letters.sort((a, b) => order(a) - order(b))
  for (const letter of letters) font.glyphForCodePoint(letter)
}

async function load(): Promise<void> {
  Font.register({
    family: PAPER_FONT,
    fonts: FACES.map(({ name, fontWeight }) => ({ src: fileOf(name), fontWeight })),
  })
  Font.registerHyphenationCallback(breakWord)
  for (const { fontWeight } of FACES) await loadFace(fontWeight)
}

let loaded: Promise<void> | undefined

/** Makes the font of the papers ready, once per process. Tinos has every Kazakh letter and ₸. */
export function loadFonts(): Promise<void> {
  loaded ??= load()
  return loaded
}
