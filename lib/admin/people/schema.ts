import { ROLES } from '@/lib/domain/actor'
import { addDays, almatyInstant, type DateOnly, dateInAlmaty } from '@/lib/domain/dates'
import type { Field } from '@/lib/domain/fields'
import { LOCALES, type Locale, type Text } from '@/lib/domain/text'
import { adminPeopleMessages } from '@/lib/i18n/admin-people'
import { LANGUAGES } from '@/lib/i18n/locale'

type Words = (typeof adminPeopleMessages)[Locale]

const text = (pick: (words: Words) => string): Text => ({
  kk: pick(adminPeopleMessages.kk),
  ru: pick(adminPeopleMessages.ru),
})

export const INVITE_FIELDS: readonly Field[] = [
  { key: 'email', kind: 'email', label: text((t) => t.form.email) },
  { key: 'familyName', kind: 'personName', label: text((t) => t.form.familyName) },
  { key: 'givenName', kind: 'personName', label: text((t) => t.form.givenName) },
  { key: 'patronymic', kind: 'personName', optional: true, label: text((t) => t.form.patronymic) },
  { key: 'iin', kind: 'iin', label: text((t) => t.form.iin), hint: text((t) => t.form.iinHint) },
  {
    key: 'role',
    kind: 'choice',
    label: text((t) => t.form.role),
    options: ROLES.map((role) => ({ value: role, label: text((t) => t.roles[role]) })),
  },
  {
    key: 'organisation',
    kind: 'text',
    optional: true,
    label: text((t) => t.form.organisation),
    hint: text((t) => t.form.organisationHint),
  },
  { key: 'from', kind: 'date', label: text((t) => t.form.from) },
  {
    key: 'to',
    kind: 'date',
    optional: true,
    notBefore: 'from',
    label: text((t) => t.form.to),
    hint: text((t) => t.form.toHint),
  },
  {
    key: 'locale',
    kind: 'choice',
    label: text((t) => t.form.locale),
    options: LOCALES.map((locale) => ({
      value: locale,
      label: { kk: LANGUAGES[locale].name, ru: LANGUAGES[locale].name },
    })),
  },
]

export const PERIOD_FIELDS: readonly Field[] = [
  { key: 'to', kind: 'date', optional: true, label: text((t) => t.person.to) },
]

/** The first moment of a role: its day begins at midnight, today at once. */
export function firstMoment(from: DateOnly, now: Date): Date {
  return from <= dateInAlmaty(now) ? now : almatyInstant(from, '00:00')
}

/** The moment after the last one: the last day counts whole. */
export function endOf(to: DateOnly): Date {
  return almatyInstant(addDays(to, 1), '00:00')
}

/** The last day of a role that ends at this moment. */
export function lastDay(validTo: Date): DateOnly {
  return dateInAlmaty(new Date(validTo.getTime() - 1))
}
