import { type DateOnly, dateOnly } from './dates'

export type Sex = 'male' | 'female'

/**
 * What the digits of an IIN say. `birthDate` and `sex` are null when digit 7 is 0, as for foreigners and
 * stateless persons. Codes: `length`: not 12 digits; `date`: no such day, or a day to come; `century`:
 * digit 7 is 7, 8 or 9; `checksum`: the last digit does not fit.
 */
export type IinReading =
  | { ok: true; iin: string; birthDate: DateOnly | null; sex: Sex | null }
  | { ok: false; code: 'length' | 'date' | 'century' | 'checksum' }

const WEIGHTS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]
const SECOND_WEIGHTS = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]

/**
 * Check digit of an IIN or BIN (one algorithm for both): weighted sum modulo 11, by the second row of
 * weights when the first gives 10. Null when that gives 10 too (such a number is never issued), or when
 * the text is not 11 digits.
 */
export function checkDigit(first11: string): string | null {
  if (!/^\d{11}$/.test(first11)) return null
  const remainder = (weights: readonly number[]) =>
    weights.reduce((sum, weight, at) => sum + weight * Number(first11.charAt(at)), 0) % 11
  const first = remainder(WEIGHTS)
  const digit = first === 10 ? remainder(SECOND_WEIGHTS) : first
  return digit === 10 ? null : String(digit)
}

/** The 11 digits with their check digit, or null as for `checkDigit`. The date inside is not looked at. */
export function withCheckDigit(first11: string): string | null {
  const digit = checkDigit(first11)
  return digit === null ? null : first11 + digit
}

/**
 * Reads an IIN as typed; spaces do not matter. Age is not judged here: 651224200019 is a person born in
 * 1865. Digits: 1–6 birth date YYMMDD, 7 century and sex (1/2 1800s, 3/4 1900s, 5/6 2000s; odd male),
 * 8–11 serial, 12 check digit (Law of 12.01.2007 on national registers of identification numbers).
 */
export function parseIin(raw: string, today: DateOnly): IinReading {
  const iin = raw.replace(/\s/gu, '')
  if (!/^\d{12}$/.test(iin)) return { ok: false, code: 'length' }
  const kind = Number(iin.charAt(6))
  const born = birthDates(iin, kind)
  if (!born.some((date) => date <= today)) return { ok: false, code: 'date' }
  if (kind > 6) return { ok: false, code: 'century' }
  if (withCheckDigit(iin.slice(0, 11)) !== iin) return { ok: false, code: 'checksum' }
  if (kind === 0) return { ok: true, iin, birthDate: null, sex: null }
  return { ok: true, iin, birthDate: born[0] ?? null, sex: kind % 2 === 1 ? 'male' : 'female' }
}

/** Possible birth dates: one century when digit 7 tells it, else the centuries it could be. */
function birthDates(iin: string, kind: number): DateOnly[] {
  const [year, month, day] = [0, 2, 4].map((at) => Number(iin.slice(at, at + 2)))
  const centuries = kind >= 1 && kind <= 6 ? [1800 + 100 * Math.floor((kind - 1) / 2)] : [1900, 2000]
  return centuries.flatMap((century) => dateOnly(century + (year ?? 0), month ?? 0, day ?? 0) ?? [])
}

/**
 * Where the digits of an IIN differ from what the person stated. A reason to ask again, never to refuse:
 * the law knows no such ground. Empty when the IIN cannot be read or tells nothing.
 */
export function iinMismatch(
  iin: string,
  stated: { birthDate?: DateOnly; sex?: Sex },
  today: DateOnly,
): ('birthDate' | 'sex')[] {
  const reading = parseIin(iin, today)
  if (!reading.ok) return []
  const differing: ('birthDate' | 'sex')[] = []
  if (reading.birthDate && stated.birthDate && reading.birthDate !== stated.birthDate) {
    differing.push('birthDate')
  }
  if (reading.sex && stated.sex && reading.sex !== stated.sex) differing.push('sex')
  return differing
}
