import { withCheckDigit } from './iin'

// Digits 1–4 YYMM of registration; 5 kind (4 resident, 5 non-resident, 6 joint entrepreneurs); 6 unit
// (0 head, 1 branch, 2 representation, 3 farm); 7–11 serial; 12 check digit.
const SHAPE = /^\d\d(0[1-9]|1[0-2])[4-6][0-3]\d{6}$/

/** Whether this is a BIN, spaces aside: shape and check digit (the algorithm of the IIN). */
export function isBin(raw: string): boolean {
  const bin = raw.replace(/\s/gu, '')
  return SHAPE.test(bin) && withCheckDigit(bin.slice(0, 11)) === bin
}

/** The BIN of these 11 digits, or null when there is none: wrong shape, or a number never issued. */
export function binWithCheckDigit(first11: string): string | null {
  const bin = withCheckDigit(first11)
  return bin !== null && isBin(bin) ? bin : null
}
