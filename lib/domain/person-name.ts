/** Parts of a name as in the identity document; the patronymic is '' when there is none there. */
export type PersonName = { familyName: string; givenName: string; patronymic: string }

/** Longest part of a name, in characters. */
const MAX_LENGTH = 100

// Letters of other alphabets that people use for want of a Kazakh keyboard; wrong in any Kazakh text.
const ALWAYS = pairs('əә ƏӘ ǝә ƎӘ ɵө ƟӨ')

// Latin letter and its Cyrillic twin of the same look: hence H is Н but h is һ, and Y is Ү but y is у.
const TWINS = pairs('aа cс eе ëё hһ iі oо pр xх yу AА BВ CС EЕ ËЁ HН IІ KК MМ OО PР TТ XХ YҮ')

// Kazakh letter and the Russian one that people type for it.
const FOLDS = pairs('әа ғг қк ңн өо ұу үу һх іи ёе')

/**
 * One-line text as it is stored: NFC, single spaces, no invisible characters, and no Latin look-alikes
 * in Cyrillic words (ə→ә and ɵ→ө anywhere). A word stays as it is when a Latin letter in it has no
 * Cyrillic twin, or when all of it is Latin. Applying it twice changes nothing.
 */
export function normaliseText(raw: string): string {
  return raw
    .replace(/[\p{Cf}\p{Cs}]/gu, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .normalize('NFC')
    .replace(/[əƏǝƎɵƟ]/gu, (letter) => ALWAYS.get(letter) ?? letter)
    .replace(/[\p{L}\p{M}]+/gu, cyrillicWord)
    .normalize('NFC')
}

function cyrillicWord(word: string): string {
  if (!/\p{Script=Cyrillic}/u.test(word)) return word
  const letters = Array.from(word, (letter) => TWINS.get(letter) ?? letter)
  return letters.some((letter) => /\p{Script=Latin}/u.test(letter)) ? word : letters.join('')
}

/**
 * Whether the (normalised) text can be a part of a name: Cyrillic or Latin letters, spaces, hyphens and
 * apostrophes inside, at most 100 characters. Spelling, case and endings are the identity document's.
 */
export function isPersonName(value: string): boolean {
  if (Array.from(value).length > MAX_LENGTH) return false
  return /^[\p{Script=Cyrillic}\p{Script=Latin}][\p{Script=Cyrillic}\p{Script=Latin}\p{M}'’ʼ -]*$/u.test(
    value,
  )
}

/** «Ахметов Айдар Болатович». */
export function fullName(name: PersonName): string {
  return statedParts(name).join(' ')
}

/** «Ахметов А. Б.». */
export function initials(name: PersonName): string {
  return [name.familyName, ...[name.givenName, name.patronymic].map(initial)].filter(Boolean).join(' ')
}

/** «А. А. Б.»: all that a public page may show of a person. */
export function maskedInitials(name: PersonName): string {
  return statedParts(name).map(initial).join(' ')
}

/** Key for searching names: lower case, Kazakh letters and ё folded to the plain ones. */
export function foldForSearch(value: string): string {
  return normaliseText(value)
    .toLowerCase()
    .replace(/[әғқңөұүһіё]/gu, (letter) => FOLDS.get(letter) ?? letter)
}

function statedParts({ familyName, givenName, patronymic }: PersonName): string[] {
  return [familyName, givenName, patronymic].filter(Boolean)
}

function initial(part: string): string {
  const [first] = part
  return first ? `${first.toUpperCase()}.` : ''
}

function pairs(text: string): ReadonlyMap<string, string> {
  return new Map(text.split(' ').map(([from = '', to = '']) => [from, to]))
}
