import { inFours, readSymbols, SYMBOLS } from './crockford'

const BYTES = 10
const LENGTH = 16

/** The check code of 10 random bytes (80 bits): 16 symbols, no dashes. @throws RangeError for other lengths. */
export function checkCodeFrom(bytes: Uint8Array): string {
  if (bytes.length !== BYTES)
    throw new RangeError(`a check code is made of ${BYTES} bytes, not ${bytes.length}`)
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('')
  return bits.replace(/.{5}/g, (five) => SYMBOLS.charAt(Number.parseInt(five, 2)))
}

/** The canonical code of what was typed or scanned; case, spaces and dashes do not matter. Null if none. */
export function parseCheckCode(raw: string): string | null {
  return readSymbols(raw, LENGTH)
}

/** As printed: `4-4-4-4`. */
export function formatCheckCode(code: string): string {
  return inFours(code)
}
