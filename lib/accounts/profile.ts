import { checkFields, readField } from '@/lib/domain/check-field'
import { type DateOnly, isDateOnly } from '@/lib/domain/dates'
import { iinMismatch } from '@/lib/domain/iin'
import type { ProfilePatch } from './mutations'
import { type AccountFieldFault, PROFILE_FIELDS } from './schema'

export type CheckedProfile =
  | { ok: true; patch: ProfilePatch; mismatch: boolean }
  | { ok: false; faults: AccountFieldFault[] }

/** A posted profile: nothing has to be answered, what is answered has to be right. */
export function checkProfile(typed: Readonly<Record<string, string>>, today: DateOnly): CheckedProfile {
  const raw = Object.fromEntries(
    PROFILE_FIELDS.map((field) => [field.key, readField(field, (name) => typed[name] ?? '')]),
  )
  const { values, faults } = checkFields(PROFILE_FIELDS, raw, today)
  if (faults.length > 0) return { ok: false, faults }
  const { iin = '', birthDate = '' } = values
  const mismatch = isDateOnly(birthDate) && iinMismatch(iin, { birthDate }, today).length > 0
  return { ok: true, patch: values, mismatch }
}
