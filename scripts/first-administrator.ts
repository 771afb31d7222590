import { parseEmail } from '@/lib/accounts/schema'
import type { DateOnly } from '@/lib/domain/dates'
import { parseIin } from '@/lib/domain/iin'
import { isLocale, type Locale } from '@/lib/domain/text'

export const USAGE =
  'npm run admin:invite -- MAIL IIN [kk|ru]: the address of the first administrator, their IIN as in their document, and the language of the letter.'

const IIN_FAULTS = {
  length: 'An IIN has 12 digits.',
  date: 'The first six digits of this IIN are no day of birth.',
  century: 'The seventh digit of an IIN is 0 to 6.',
  checksum: 'This IIN has a mistake: its last digit does not fit.',
} as const

export type Told = { ok: true; email: string; iin: string; locale: Locale } | { ok: false; sentence: string }

/** Whom to invite, by the words of the command. */
export function readAdministrator(words: readonly string[], today: DateOnly): Told {
  const [address = '', typed = '', language = 'ru', ...more] = words
  const refused = (sentence: string): Told => ({ ok: false, sentence: `${sentence}\n${USAGE}` })
  const email = parseEmail(address)
  if (!email) return refused(address ? `${address} is no e-mail address.` : 'Whom to invite is missing.')
  if (!/\d/.test(typed))
    return refused('The IIN is missing: by it an administrator who would raise their own rights is known.')
  const reading = parseIin(typed, today)
  if (!reading.ok) return refused(IIN_FAULTS[reading.code])
  if (!isLocale(language) || more.length > 0) return refused('The language of the letter is kk or ru.')
  return { ok: true, email, iin: reading.iin, locale: language }
}
