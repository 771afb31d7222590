// Crockford's base32: no I, L, O, U, so that a code typed from paper cannot be misread.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const BYTES = 10
const CANONICAL = new RegExp(`^[${ALPHABET}]{16}$`)

// What a hand types for these symbols: letters that look like digits, and Cyrillic letters on a Kazakh or
// Russian keyboard that look like Latin ones.
const TWINS: ReadonlyMap<string, string> = new Map(
  'O0 I1 L1 О0 І1 АA ВB СC ЕE НH КK МM РP ТT ХX УY ҮY'
    .split(' ')
    .map(([typed = '', symbol = '']) => [typed, symbol]),
)

/** The check code of 10 random bytes (80 bits): 16 symbols, no dashes. @throws RangeError for other lengths. */
export function checkCodeFrom(bytes: Uint8Array): string {
  if (bytes.length !== BYTES)
    throw new RangeError(`a check code is made of ${BYTES} bytes, not ${bytes.length}`)
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('')
  return bits.replace(/.{5}/g, (five) => ALPHABET.charAt(Number.parseInt(five, 2)))
}

/** The canonical code of what was typed or scanned; case, spaces and dashes do not matter. Null if none. */
export function parseCheckCode(raw: string): string | null {
  const typed = raw.replace(/[\s\p{Pd}\p{Cf}−]/gu, '').toUpperCase()
  const code = Array.from(typed, (symbol) => TWINS.get(symbol) ?? symbol).join('')
  return CANONICAL.test(code) ? code : null
}

/** As printed: `4-4-4-4`. */
export function formatCheckCode(code: string): string {
  return (code.match(/.{1,4}/g) ?? []).join('-')
}
