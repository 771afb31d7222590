import { sortKazakh } from '@/lib/domain/collation'
import { type Field, type FieldKind, type ProfileKey, placeKeys } from '@/lib/domain/fields'
import type { FormField } from '@/lib/domain/form-state'
import type { Locale, Text } from '@/lib/domain/text'
import { cabinetMessages } from '@/lib/i18n/cabinet'

/** The lists that lead to a provider, as far as the choices above them are made. */
export type Places = {
  regions: readonly { code: string; name: Text }[]
  districts: readonly { code: string; name: Text }[]
  organisations: readonly { id: string; name: Text; shortName: Text; address: Text }[]
}

type Given = {
  field: Field
  locale: Locale
  values: Readonly<Record<string, string>>
  places: Places | null
}

/** More options than this are easier to find in a list. */
const MOST_RADIOS = 5

const LINES: Readonly<Record<Exclude<FieldKind, 'choice' | 'organisation'>, Partial<FormField>>> = {
  personName: { kind: 'text', maxLength: 100 },
  text: { kind: 'text', maxLength: 200 },
  longText: { kind: 'textarea', maxLength: 500 },
  iin: { kind: 'digits', maxLength: 20 },
  date: { kind: 'date' },
  phone: { kind: 'tel', maxLength: 30 },
  email: { kind: 'email', maxLength: 254 },
}

/** What a browser may fill in: only of the person themself, never into the answers about a child. */
const AUTO_COMPLETE: Partial<Readonly<Record<ProfileKey, string>>> = {
  familyName: 'family-name',
  givenName: 'given-name',
  patronymic: 'additional-name',
  birthDate: 'bday',
  phone: 'tel',
  address: 'street-address',
}

/** The questions of a step as controls. Without `places` (nobody is signed in) a provider is not asked for. */
export function stepFields(
  fields: readonly Field[],
  locale: Locale,
  values: Readonly<Record<string, string>>,
  places: Places | null,
): FormField[] {
  return fields.flatMap((field) => controlsOf({ field, locale, values, places }))
}

function controlsOf(given: Given): FormField[] {
  const { field, locale, values } = given
  if (field.kind === 'organisation') return given.places ? cascade(given, given.places) : []
  const asked = {
    name: field.key,
    label: field.label[locale],
    hint: field.hint?.[locale],
    // «Отчество (при наличии)» says so itself.
    optional: field.optional && !field.label[locale].endsWith(')'),
    value: values[field.key],
    autoComplete: (field.profile && AUTO_COMPLETE[field.profile]) ?? 'off',
  }
  if (field.kind !== 'choice') return [{ kind: 'text', ...asked, ...LINES[field.kind] }]
  const options = (field.options ?? []).map(({ value, label }) => ({ value, label: label[locale] }))
  return [{ kind: options.length > MOST_RADIOS ? 'select' : 'radio', ...asked, options }]
}

/** Region, then district or city, then provider: each list follows the choice above it. */
function cascade({ field, locale, values }: Given, places: Places): FormField[] {
  const t = cabinetMessages[locale].form
  const keys = placeKeys(field)
  const sorted = (list: readonly { code: string; name: Text }[]) =>
    sortKazakh(
      list.map(({ code, name }) => ({ value: code, label: name[locale] })),
      (option) => option.label,
    )
  const hasRegion = Boolean(values[keys.region])
  const hasDistrict = Boolean(values[keys.district])
  const chosen = places.organisations.find((o) => o.id === values[field.key])
  return [
    {
      kind: 'select',
      name: keys.region,
      label: t.region,
      value: values[keys.region],
      options: sorted(places.regions),
      reload: t.show,
    },
    {
      kind: 'select',
      name: keys.district,
      label: t.district,
      hint: hasRegion ? (places.districts.length === 0 ? t.noDistricts : undefined) : t.chooseRegionFirst,
      value: values[keys.district],
      options: sorted(places.districts),
      reload: t.show,
    },
    {
      kind: 'select',
      name: field.key,
      label: field.label[locale],
      hint: hasDistrict ? chosen && t.address(chosen.address[locale]) : t.chooseDistrictFirst,
      value: values[field.key],
      options: sortKazakh(
        places.organisations.map(({ id, shortName }) => ({ value: id, label: shortName[locale] })),
        (option) => option.label,
      ),
      ...(hasDistrict ? { reload: t.show } : {}),
    },
  ]
}
