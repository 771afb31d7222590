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
  'correction_reminder',
  'correction_closed',
  'application_overdue',
  'application_reminded',
  'message_received',
  'application_claimed',
  'application_claim_undone',
] as const
/** To members of staff, about their work; the others go to applicants. */
export const STAFF_LETTER_EVENTS = [
  'staff_half_term',
  'staff_most_of_term',
  'staff_overdue',
  'staff_deadlines',
  'staff_correction_answered',
  'staff_correction_unanswered',
  'staff_message',
  'staff_assigned',
  'staff_assigned_many',
  'staff_signing_waits',
  'staff_acting',
  'staff_claimed',
  'staff_invited',
] as const

export type LetterEvent = (typeof LETTER_EVENTS)[number] | (typeof STAFF_LETTER_EVENTS)[number]

export function isLetterEvent(value: string): value is LetterEvent {
  return [...LETTER_EVENTS, ...STAFF_LETTER_EVENTS].some((event) => event === value)
}

export function isStaffLetter(event: LetterEvent): boolean {
  return STAFF_LETTER_EVENTS.some((own) => own === event)
}
