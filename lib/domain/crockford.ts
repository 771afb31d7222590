/** Crockford's base32: no I, L, O, U, so that a code typed from paper cannot be misread. */
export const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

// What a hand types for these symbols: letters that look like digits, and Cyrillic letters on a Kazakh or
// Russian keyboard that look like Latin ones.
const TWINS: ReadonlyMap<string, string> = new Map(
  'O0 I1 L1 О0 І1 АA ВB СC ЕE НH КK МM РP ТT ХX УY ҮY'
    .split(' ')
    .map(([typed = '', symbol = '']) => [typed, symbol]),
)

/** What was typed or scanned as so many symbols; case, spaces and dashes do not matter. Null if it is not that. */
export function readSymbols(raw: string, length: number): string | null {
  const typed = raw.replace(/[\s\p{Pd}\p{Cf}−]/gu, '').toUpperCase()
  const code = Array.from(typed, (symbol) => TWINS.get(symbol) ?? symbol)
  return code.length === length && code.every((symbol) => SYMBOLS.includes(symbol)) ? code.join('') : null
}

/** As printed: `4-4-4`. */
export function inFours(code: string): string {
  return (code.match(/.{1,4}/g) ?? []).join('-')
}
