import type { OrganisationPage } from '@/lib/admin/organisations/data'
import type { FormField } from '@/lib/domain/form-state'
import { type Column, writeOrganisation } from '@/lib/domain/organisation-input'
import { formatPhone } from '@/lib/domain/phone'
import { PROVIDER_KINDS } from '@/lib/domain/provider-kind'
import type { Locale } from '@/lib/domain/text'
import { adminOrganisationMessages } from '@/lib/i18n/admin-organisations'
import { commonMessages } from '@/lib/i18n/common'

/** The questions about an organisation; what papers have of it already is told and not asked. */
export function organisationFields({ districts, standing }: OrganisationPage, locale: Locale): FormField[] {
  const t = adminOrganisationMessages[locale]
  const values = standing ? writeOrganisation(standing.input) : FRESH
  const { yes, no } = commonMessages[locale]
  const field = (name: Column, rest: Partial<FormField>): FormField => ({
    name,
    kind: 'text',
    label: t.columns[name],
    value: values[name],
    autoComplete: 'off',
    ...rest,
  })
  const yesNo = (name: Column) =>
    field(name, {
      kind: 'radio',
      options: [
        { value: 'yes', label: yes },
        { value: 'no', label: no },
      ],
    })
  const long = { kind: 'textarea', maxLength: 300 } as const
  return [
    ...(standing ? [] : identity()),
    field('name_kk', { ...long, hint: t.hints.name }),
    field('name_ru', { ...long, hint: t.hints.name }),
    field('short_name_kk', { hint: t.hints.short, maxLength: 120 }),
    field('short_name_ru', { hint: t.hints.short, maxLength: 120 }),
    field('address_kk', long),
    field('address_ru', long),
    field('district', { kind: 'select', options: districts }),
    ...(standing && standing.input.kind !== 'school'
      ? []
      : [field('parent_bin', { kind: 'digits', hint: t.hints.parent, optional: true, maxLength: 20 })]),
    field('phone', { kind: 'tel', value: formatPhone(values.phone), maxLength: 30 }),
    field('head_name', { maxLength: 150 }),
    field('working_week', {
      kind: 'radio',
      options: [
        { value: '5', label: t.weeks[5] },
        { value: '6', label: t.weeks[6] },
      ],
    }),
    field('closes_at', { hint: t.hints.time, maxLength: 5 }),
    yesNo('sign_at_school'),
    yesNo('paper_orders'),
  ]

  function identity(): FormField[] {
    return [
      field('bin', { kind: 'digits', maxLength: 20 }),
      field('kind', {
        kind: 'radio',
        options: PROVIDER_KINDS.map((value) => ({ value, label: t.kinds[value] })),
      }),
    ]
  }
}

const FRESH: Readonly<Record<Column, string>> = {
  bin: '',
  kind: '',
  name_kk: '',
  name_ru: '',
  short_name_kk: '',
  short_name_ru: '',
  address_kk: '',
  address_ru: '',
  district: '',
  parent_bin: '',
  phone: '',
  head_name: '',
  working_week: '5',
  closes_at: '18:30',
  sign_at_school: 'no',
  paper_orders: 'no',
}
