import { sortKazakh } from '@/lib/domain/collation'
import { type Field, type FieldKind, type ProfileKey, placeKeys } from '@/lib/domain/fields'
import type { FormField, FormRows } from '@/lib/domain/form-state'
import { formatNumber } from '@/lib/domain/read-view'
import { cellFields, rowIds } from '@/lib/domain/rows'
import type { Locale, Text } from '@/lib/domain/text'
import { cabinetMessages } from '@/lib/i18n/cabinet'
import { commonMessages } from '@/lib/i18n/common'

/** The lists that lead to an organisation, as far as the choices above them are made. */
export type PlaceLists = {
  regions: readonly { code: string; name: Text }[]
  districts: readonly { code: string; name: Text }[]
  organisations: readonly { id: string; name: Text; shortName: Text; address: Text }[]
}

/** By the field that asks for an organisation. */
export type Places = Readonly<Record<string, PlaceLists>>

type Page = {
  fields: readonly Field[]
  locale: Locale
  values: Readonly<Record<string, string>>
  places: Places | null
  step: string
}

type Given = Page & { field: Field }

/** More options than this are easier to find in a list, unless their hints have to be read. */
const MOST_RADIOS = 5

const LINES: Readonly<Record<Exclude<FieldKind, 'choice' | 'organisation' | 'rows'>, Partial<FormField>>> = {
  personName: { kind: 'text', maxLength: 100 },
  text: { kind: 'text', maxLength: 200 },
  longText: { kind: 'textarea', maxLength: 500 },
  iin: { kind: 'digits', maxLength: 20 },
  number: { kind: 'number', maxLength: 20 },
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

/**
 * The questions of a step as controls; one that hangs on another of them says on which, for which the step's
 * key is needed. Without `places` (nobody is signed in) no organisation is asked for.
 */
export function stepFields(
  fields: readonly Field[],
  locale: Locale,
  values: Readonly<Record<string, string>>,
  places: Places | null,
  step = '',
): FormField[] {
  const page: Page = { fields, locale, values, places, step }
  return fields.flatMap((field) => {
    const when = conditionOf(page, field)
    return controlsOf({ ...page, field }).map((control) => (when ? { ...control, when } : control))
  })
}

/** Conditions on what this page does not ask are settled already. */
function conditionOf({ step, fields, locale }: Page, { showWhen }: Field): FormField['when'] {
  const deciding = fields.find((candidate) => `${step}.${candidate.key}` === showWhen?.field)
  if (!showWhen || !deciding) return undefined
  const labels = (deciding.options ?? [])
    .filter((option) => showWhen.in.includes(option.value))
    .map((option) => option.label[locale])
  return { name: deciding.key, in: showWhen.in, said: cabinetMessages[locale].form.when(labels) }
}

function controlsOf(given: Given): FormField[] {
  const { field, locale, values, places } = given
  const t = cabinetMessages[locale].form
  if (field.kind === 'organisation') {
    const lists = places?.[field.key]
    return lists ? cascade(given, lists) : []
  }
  const asked = {
    name: field.key,
    label: field.label[locale],
    hint: field.hint?.[locale],
    // «Отчество (при наличии)» says so itself.
    optional: field.optional && !field.label[locale].endsWith(')'),
    value: values[field.key],
    autoComplete: (field.profile && AUTO_COMPLETE[field.profile]) ?? 'off',
  }
  switch (field.kind) {
    case 'choice':
      return [{ ...asked, ...choice(field, locale), ...(isNarrowing(given) ? { reload: t.show } : {}) }]
    case 'rows':
      return [{ ...asked, kind: 'rows', optional: false, rows: rowsOf(given) }]
    case 'number':
      return [{ kind: 'number', ...LINES.number, ...asked, ...number(field, locale, asked.value) }]
    default:
      return [{ kind: 'text', ...asked, ...LINES[field.kind] }]
  }
}

/** Whether this answer says which kinds of organisation another question of the page offers. */
function isNarrowing({ field, fields }: Given): boolean {
  return fields.some(({ kindsBy }) => kindsBy?.field === field.key)
}

function choice(field: Field, locale: Locale): Pick<FormField, 'kind' | 'options'> {
  const options = (field.options ?? []).map(({ value, label, hint }) => ({
    value,
    label: label[locale],
    ...(hint ? { hint: hint[locale] } : {}),
  }))
  const isList = options.length > MOST_RADIOS && options.every((option) => !option.hint)
  return { kind: isList ? 'select' : 'radio', options }
}

/** «1 250 000» reads easier than 1250000; what was typed wrongly stays as typed. */
function number(field: Field, locale: Locale, value = ''): Partial<FormField> {
  return {
    value: /^\d+(\.\d+)?$/.test(value) ? formatNumber(value) : value,
    decimal: field.decimals !== undefined,
    ...(field.unit ? { unit: field.unit[locale] } : {}),
  }
}

function rowsOf(given: Given): FormRows | undefined {
  const { field, locale, values } = given
  if (!field.rows) return undefined
  const { min, max, add } = field.rows
  const ids = rowIds(values[field.key] ?? '')
  const t = cabinetMessages[locale].form
  return {
    items: ids.map((id, at) => ({
      id,
      title: `${field.label[locale]} ${at + 1}`,
      fields: cellFields(field, id).flatMap((cell) => controlsOf({ ...given, field: cell })),
    })),
    ...(ids.length < max ? { add: add[locale] } : {}),
    ...(ids.length > min ? { remove: commonMessages[locale].remove } : {}),
    up: t.rowUp,
    down: t.rowDown,
  }
}

/** Region, then district or city, then organisation: each list follows the choice above it. */
function cascade({ field, fields, locale, values }: Given, places: PlaceLists): FormField[] {
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
  // Where a step asks for two organisations, «Область» alone would not say of which.
  const isOnly = fields.filter((other) => other.kind === 'organisation').length === 1
  const label = (word: string) => (isOnly ? word : t.placeOf(field.label[locale], word))
  return [
    {
      kind: 'select',
      name: keys.region,
      label: label(t.region),
      value: values[keys.region],
      options: sorted(places.regions),
      reload: t.show,
    },
    {
      kind: 'select',
      name: keys.district,
      label: label(t.district),
      hint: hasRegion ? (places.districts.length === 0 ? t.noDistricts : undefined) : t.chooseRegionFirst,
      value: values[keys.district],
      options: sorted(places.districts),
      reload: t.show,
    },
    {
      kind: 'select',
      name: field.key,
      label: field.label[locale],
      optional: field.optional,
      hint: hasDistrict
        ? chosen
          ? t.address(chosen.address[locale])
          : field.hint?.[locale]
        : t.chooseDistrictFirst,
      value: values[field.key],
      options: sortKazakh(
        places.organisations.map(({ id, shortName }) => ({ value: id, label: shortName[locale] })),
        (option) => option.label,
      ),
      ...(hasDistrict ? { reload: t.show } : {}),
    },
  ]
}
