import { inFours, readSymbols, SYMBOLS } from './crockford'
import { addDays, almatyInstant, type DateOnly, dateInAlmaty } from './dates'

const DAY_MS = 24 * 60 * 60 * 1000
const LENGTH = 12

/** How often a code may be tried. */
export const SLIP_TRIES = 5
const SLIP_DAYS = 30
/** How long the organisation may take an application back from who has claimed it. */
export const UNDO_DAYS = 14

/** The code of a tear-off slip out of twelve random bytes: 60 bits, for what may be tried five times. */
export function slipCodeFrom(bytes: Uint8Array): string {
  if (bytes.length !== LENGTH)
    throw new RangeError(`a slip's code is made of ${LENGTH} bytes, not ${bytes.length}`)
  return Array.from(bytes, (byte) => SYMBOLS.charAt(byte % SYMBOLS.length)).join('')
}

/** The canonical code of what was typed from a slip. Null if it cannot be one. */
export function parseSlipCode(raw: string): string | null {
  return readSymbols(raw, LENGTH)
}

export function formatSlipCode(code: string): string {
  return inFours(code)
}

/** The last day, Asia/Almaty, on which a slip of this moment may be used, and the moment that day ends. */
export function slipExpiry(issuedAt: Date): { lastDay: DateOnly; expiresAt: Date } {
  const lastDay = addDays(dateInAlmaty(issuedAt), SLIP_DAYS)
  return { lastDay, expiresAt: almatyInstant(addDays(lastDay, 1), '00:00') }
}

/** Until when a claim may be undone, that moment included. */
export function undoUntil(claimedAt: Date): Date {
  return new Date(claimedAt.getTime() + UNDO_DAYS * DAY_MS)
}

/** «a•••@mail.kz»: whose address it is can be asked for, not read. */
export function maskMail(email: string): string {
  const at = email.lastIndexOf('@')
  const [first = ''] = email
  return `${first}•••${at < 0 ? '' : email.slice(at)}`
}
