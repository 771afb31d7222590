import type { Numbering } from './journal'

export type NumberingFault = 'first' | 'affix' | 'prefixDigit' | 'suffixDigit'
type Wanted = Numbering & { first: number }

const LARGEST = 999_999
/** What stands on paper and in the names of files: a slash is common («12/б»), most other signs are not. */
const AFFIX = /^[\p{L}\p{N}.\-–/ ]{0,10}$/u

/** What a head has typed in; a digit next to the number could not be told from it. */
export function parseNumbering(typed: { first: string; prefix: string; suffix: string }): {
  wanted: Wanted
  faults: { field: keyof Wanted; fault: NumberingFault }[]
} {
  const first = /^\d{1,6}$/.test(typed.first.trim()) ? Number(typed.first) : 0
  const prefix = typed.prefix.normalize('NFC').trim()
  const suffix = typed.suffix.normalize('NFC').trim()
  const faults: { field: keyof Wanted; fault: NumberingFault }[] = []
  if (first < 1 || first > LARGEST) faults.push({ field: 'first', fault: 'first' })
  if (!AFFIX.test(prefix)) faults.push({ field: 'prefix', fault: 'affix' })
  else if (/\p{N}$/u.test(prefix)) faults.push({ field: 'prefix', fault: 'prefixDigit' })
  if (!AFFIX.test(suffix)) faults.push({ field: 'suffix', fault: 'affix' })
  else if (/^\p{N}/u.test(suffix)) faults.push({ field: 'suffix', fault: 'suffixDigit' })
  return { wanted: { first, prefix, suffix }, faults }
}
