/**
 * What only the migrations make, because schema.prisma has no words for it: "kind name", as the drift test
 * prints it. Anything else must be the same in the migrations and in schema.prisma.
 */
export const SQL_ONLY: readonly string[] = [
  'constraint capacity.capacity_not_negative',
  'constraint intake_window.intake_window_both_languages',
  'constraint intake_window.intake_window_opens_first',
  'constraint journal.journal_counts_up',
  'constraint membership.membership_acting_by_order',
  'constraint membership.membership_begins_first',
  'constraint service_switch.service_switch_both_languages',
  'constraint signature.signature_of_one_thing',
  'index account_confirmed_email',
  'index application_empty_draft',
  'index application_document_current',
  'index application_live',
  'index claim_slip_current',
  'index correction_open',
  'index family_paper_kept',
  'index signature_pending',
]
