/** What people are written about. Each event has its letter in `lib/i18n/mail.ts`. */
export const LETTER_EVENTS = [
  'confirm_address',
  'address_known',
  'reset_password',
  'application_sent',
  'application_signed_sent',
  'application_registered',
  'application_intake_refused',
  'application_correction',
  'application_stage',
  'application_waiting',
  'application_called_up',
  'application_refused',
  'application_approved',
  'application_cancelled',
  'application_revoked',
  'statement_signed',
  'statement_refuted',
  'paper_original_taken',
] as const
export type LetterEvent = (typeof LETTER_EVENTS)[number]

export function isLetterEvent(value: string): value is LetterEvent {
  return LETTER_EVENTS.some((event) => event === value)
}
