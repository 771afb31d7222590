// The narrowest column of the papers holds this many letters of 12 pt bold.
const LONGEST_WHOLE = 20
const FEWEST_LETTERS = 3

const VOWEL = 'аәеёиоөуұүыіэюя'
/** Before a consonant that opens a syllable; true for Kazakh and close enough for Russian. */
const SYLLABLE = new RegExp(`(?<=[${VOWEL}][^${VOWEL}]*)(?=[^${VOWEL}ьъ][${VOWEL}])`, 'iu')

const ENDS_IN_HYPHEN = /(\p{L}{2}|\p{N})[-–/]$/u

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

/** Syllables, or any letter where there are none. */
function piecesOf(word: string): string[] {
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

/**
 * Where a line may end inside a word: nowhere in words of a usual length, so that they stay whole for the eye
 * and for search; at syllables in longer ones; anywhere, without a hyphen, in file names, addresses and hashes.
 */
export function breakWord(word: string): string[] {
  if (word.trim() === '') return [word]
  // After a hyphen that is there already; a word of two alphabets comes in two pieces, «QR-» and «код».
  const halves = word.split(/(?<=\p{L}{2}[-–/])(?=\p{L}{2})/u)
  return halves.flatMap((half) => [...piecesOf(half), ...(ENDS_IN_HYPHEN.test(half) ? [''] : [])])
}
