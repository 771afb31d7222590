import { isBin } from './bin'
import { normaliseText } from './person-name'
import { parsePhone } from './phone'
import { PROVIDER_KINDS, type ProviderKind } from './provider-kind'
import type { Text } from './text'

/** What is told of an organisation, by the names that a spreadsheet gives its columns. */
export const COLUMNS = [
  'bin',
  'kind',
  'name_kk',
  'name_ru',
  'short_name_kk',
  'short_name_ru',
  'address_kk',
  'address_ru',
  'district',
  'parent_bin',
  'phone',
  'head_name',
  'working_week',
  'closes_at',
  'sign_at_school',
  'paper_orders',
] as const
export type Column = (typeof COLUMNS)[number]

export type OrganisationInput = {
  bin: string
  kind: ProviderKind
  name: Text
  shortName: Text
  address: Text
  district: string
  /** Of the department that a school answers to; '' for one that answers to none. */
  parentBin: string
  phone: string
  headName: string
  week: 5 | 6
  closesAt: string
  signAtSchool: boolean
  paperOrders: boolean
}

export type InputFault =
  | 'required'
  | 'tooLong'
  | 'bin'
  | 'kind'
  | 'district'
  | 'parent'
  | 'parentOfOwn'
  | 'phone'
  | 'week'
  | 'time'
  | 'yesNo'
export type ColumnFault = { column: Column; fault: InputFault }

/** What an organisation refers to: the districts there are, and the BINs of the education departments. */
export type Known = { districts: ReadonlySet<string>; departments: ReadonlySet<string> }

/** The letters that fit: official names are long, and papers print them whole. */
const LONGEST: Partial<Readonly<Record<Column, number>>> = {
  name_kk: 300,
  name_ru: 300,
  short_name_kk: 120,
  short_name_ru: 120,
  address_kk: 300,
  address_ru: 300,
  head_name: 150,
}

type Raw = Readonly<Record<Column, string>>

const YES_NO: Readonly<Record<string, boolean>> = {
  yes: true,
  да: true,
  иә: true,
  1: true,
  no: false,
  нет: false,
  жоқ: false,
  0: false,
}

/** One organisation as somebody wrote it down: what to keep, or what is wrong in which column. */
export function checkOrganisation(
  raw: Raw,
  known: Known,
): { ok: true; input: OrganisationInput } | { ok: false; faults: ColumnFault[] } {
  const told = (column: Column) => normaliseText(raw[column])
  const digits = (column: Column) => raw[column].replace(/\s/gu, '')
  const faults: ColumnFault[] = COLUMNS.flatMap((column) => {
    const value = told(column)
    if (value === '') return column === 'parent_bin' ? [] : { column, fault: 'required' }
    const longest = LONGEST[column]
    return longest && Array.from(value).length > longest ? { column, fault: 'tooLong' } : []
  })
  const isTold = (column: Column) => !faults.some((known) => known.column === column)
  const refuse = (column: Column, fault: InputFault, isWrong: boolean) => {
    if (isWrong && isTold(column)) faults.push({ column, fault })
  }
  const kind = PROVIDER_KINDS.find((one) => one === told('kind').toLowerCase())
  const phone = parsePhone(raw.phone)
  const yesNo = (column: Column) => YES_NO[told(column).toLowerCase()]
  const parentBin = digits('parent_bin')
  refuse('bin', 'bin', !isBin(raw.bin))
  refuse('kind', 'kind', !kind)
  refuse('district', 'district', !known.districts.has(told('district')))
  refuse('parent_bin', 'parentOfOwn', parentBin !== '' && kind !== undefined && kind !== 'school')
  refuse('parent_bin', 'parent', parentBin !== '' && !known.departments.has(parentBin))
  refuse('phone', 'phone', phone === null)
  refuse('working_week', 'week', !/^[56]$/.test(told('working_week')))
  refuse('closes_at', 'time', !/^([01]\d|2[0-3]):[0-5]\d$/.test(told('closes_at')))
  for (const column of ['sign_at_school', 'paper_orders'] as const)
    refuse(column, 'yesNo', yesNo(column) === undefined)
  if (faults.length > 0 || !kind || phone === null) return { ok: false, faults }
  return {
    ok: true,
    input: {
      bin: digits('bin'),
      kind,
      name: { kk: told('name_kk'), ru: told('name_ru') },
      shortName: { kk: told('short_name_kk'), ru: told('short_name_ru') },
      address: { kk: told('address_kk'), ru: told('address_ru') },
      district: told('district'),
      parentBin,
      phone,
      headName: told('head_name'),
      week: told('working_week') === '6' ? 6 : 5,
      closesAt: told('closes_at'),
      signAtSchool: yesNo('sign_at_school') ?? false,
      paperOrders: yesNo('paper_orders') ?? false,
    },
  }
}

/** The same backwards: as a form shows it, and a spreadsheet would write it. */
export function writeOrganisation(input: OrganisationInput): Record<Column, string> {
  const yesNo = (yes: boolean) => (yes ? 'yes' : 'no')
  return {
    bin: input.bin,
    kind: input.kind,
    name_kk: input.name.kk,
    name_ru: input.name.ru,
    short_name_kk: input.shortName.kk,
    short_name_ru: input.shortName.ru,
    address_kk: input.address.kk,
    address_ru: input.address.ru,
    district: input.district,
    parent_bin: input.parentBin,
    phone: input.phone,
    head_name: input.headName,
    working_week: String(input.week),
    closes_at: input.closesAt,
    sign_at_school: yesNo(input.signAtSchool),
    paper_orders: yesNo(input.paperOrders),
  }
}
