import { z } from 'zod'
import { checkFields, type Fault } from '@/lib/domain/check-field'
import type { DateOnly } from '@/lib/domain/dates'
import type { Field } from '@/lib/domain/fields'
import type { FieldError } from '@/lib/domain/form-state'
import type { Locale } from '@/lib/domain/text'
import { accountMessages } from '@/lib/i18n/accounts'
import { formMessages } from '@/lib/i18n/forms'
import { parentStep } from '@/lib/services/shared-steps'

const emailSchema = z.email().max(254)

/** An address as it is stored and looked up; null when no letter could go there. */
export function parseEmail(raw: string): string | null {
  const email = raw.normalize('NFC').trim().toLowerCase()
  return emailSchema.safeParse(email).success ? email : null
}

export type PasswordFault = 'passwordShort' | 'passwordLong' | 'passwordCommon' | 'passwordRepeat'
export type AccountFault = Fault | PasswordFault | 'consent'
export type AccountFieldFault = { field: string; fault: AccountFault }

/** The sentences that a form shows at its fields. */
export function accountErrors(faults: readonly AccountFieldFault[], locale: Locale): FieldError[] {
  const sentences = { ...formMessages[locale].faults, ...accountMessages[locale].faults }
  return faults.map(({ field, fault }) => ({ field, message: sentences[fault] }))
}

const MIN_LENGTH = 8
const MAX_LENGTH = 200
// What every guessing list begins with.
const COMMON =
  /^(.)\1*$|^(0?123456789?0?|12345678|87654321|11223344|qwerty(uiop|123)?|qwertyui|password\d*|parol\d*|пароль\d*|йцукен(гш)?|қазақстан|kazakhstan|1q2w3e4r(5t)?|asdfghjk|zxcvbnm1?)$/i

/** The two password fields of a form; faults are told at the first of them. */
export function passwordFaults(password: string, repeat: string, email: string): AccountFieldFault[] {
  const fault = (code: PasswordFault) => [{ field: 'password', fault: code }]
  if (Array.from(password).length < MIN_LENGTH) return fault('passwordShort')
  if (Array.from(password).length > MAX_LENGTH) return fault('passwordLong')
  const [name = ''] = email.split('@')
  if (COMMON.test(password) || password.toLowerCase() === email || password.toLowerCase() === name) {
    return fault('passwordCommon')
  }
  return password === repeat ? [] : [{ field: 'passwordRepeat', fault: 'passwordRepeat' }]
}

/** The questions of the registration form, which are the profile's: one wording, one check. */
export const REGISTRATION_FIELDS: readonly Field[] = (
  ['familyName', 'givenName', 'patronymic', 'email', 'phone'] as const
).map((key) => profileField(key))

function profileField(key: string): Field {
  const field = parentStep.fields.find((candidate) => candidate.key === key)
  if (!field) throw new Error(`the profile does not ask for ${key}`)
  return field
}

export type Registration = {
  familyName: string
  givenName: string
  patronymic: string
  email: string
  phone: string
}

/** What a registration form says, checked; the password itself is not in the values. */
export function checkRegistration(
  raw: Readonly<Record<string, string>>,
  passwords: { password: string; repeat: string },
  today: DateOnly,
): { ok: true; registration: Registration } | { ok: false; faults: AccountFieldFault[] } {
  const { values, faults } = checkFields(REGISTRATION_FIELDS, raw, today)
  const { familyName = '', givenName = '', patronymic = '', email = '', phone = '' } = values
  const all: AccountFieldFault[] = [
    ...faults,
    ...passwordFaults(passwords.password, passwords.repeat, email),
    ...(raw.consent === 'yes' ? [] : [{ field: 'consent', fault: 'consent' } as const]),
  ]
  if (all.length > 0) return { ok: false, faults: all }
  return { ok: true, registration: { familyName, givenName, patronymic, email, phone } }
}

/** The profile's own questions: nothing has to be answered, what is answered has to be right. */
export const PROFILE_FIELDS: readonly Field[] = parentStep.fields
  .filter((field) => field.key !== 'email')
  .map((field) => ({ ...field, optional: true }))
