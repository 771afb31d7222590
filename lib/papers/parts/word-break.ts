// The narrowest column of the papers holds this many letters of 12 pt bold.
const LONGEST_WHOLE = 20
const FEWEST_LETTERS = 3

const VOWEL = 'аәеёиоөуұүыіэюя'
/** Before a consonant that opens a syllable; true for Kazakh and close enough for Russian. */
const SYLLABLE = new RegExp(`(?<=[${VOWEL}][^${VOWEL}]*)(?=[^${VOWEL}ьъ][${VOWEL}])`, 'iu')

/** An empty part lets a line end without the hyphen that the renderer puts between two others. */
const noHyphen = (parts: string[]): string[] =>
  parts.flatMap((part, i) => (i === 0 ? breakWord(part) : ['', ...breakWord(part)]))

function syllables(word: string): string[] {
  const parts: string[] = []
  for (const part of word.split(SYLLABLE)) {
    const last = parts.at(-1)
    if (last !== undefined && (last.length < FEWEST_LETTERS || part.length < FEWEST_LETTERS)) {
      parts[parts.length - 1] = last + part
    } else {
      parts.push(part)
    }
  }
  return parts
}

/**
 * Where a line may end inside a word: nowhere in words of a usual length, so that they stay whole for the eye
 * and for search; at syllables in longer ones; anywhere, without a hyphen, in file names, addresses and hashes.
 */
export function breakWord(word: string): string[] {
  if (word.trim() === '') return [word]
  const halves = word.split(/(?<=\p{L}{2}[-–/])(?=\p{L}{2})/u)
  if (halves.length > 1) return noHyphen(halves)
  if (word.length <= LONGEST_WHOLE) return [word]
  // Words tied by a no-break space part after all when they would not fit.
  const tied = word.split(/(?<=\u00a0)/)
  if (tied.length > 1) return noHyphen(tied)
  if (/^[\p{P}]*\p{L}+[\p{P}]*$/u.test(word)) {
    const parts = syllables(word)
    if (parts.every((part) => part.length <= LONGEST_WHOLE)) return parts
  }
  return noHyphen([...word])
}
