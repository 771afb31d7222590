import type { ProviderKind } from '@/lib/domain/provider-kind'
import type { Text } from '@/lib/domain/text'
import { AKIMAT_SEEDS, type AkimatSeed } from './akimats'
import { DEPARTMENT_SEEDS, type DepartmentSeed, type Head } from './departments'
import { REGIONS, type Region } from './regions'
import { SCHOOL_SEEDS, type SchoolSeed } from './schools'

export type Organisation = {
  key: string
  kind: ProviderKind
  bin: string
  /** The full official name, as orders and receipts print it. */
  name: Text
  shortName: Text
  address: Text
  /** A district code of `REGIONS`. */
  district: string
  /** The key of the department that a school answers to. */
  parent: string | null
  phone: string
  head: Head
  workingWeek: 5 | 6
  closesAt: '18:00' | '18:30'
  signAtSchool: boolean
  paperOrders: true
}

/** «управление образования Карагандинской области»: Russian inflects the region, Kazakh does not. */
const REGION_GENITIVE: Readonly<Record<string, string>> = {
  '100000000': 'области Абай',
  '110000000': 'Акмолинской области',
  '150000000': 'Актюбинской области',
  '190000000': 'Алматинской области',
  '230000000': 'Атырауской области',
  '270000000': 'Западно-Казахстанской области',
  '310000000': 'Жамбылской области',
  '330000000': 'области Жетісу',
  '350000000': 'Карагандинской области',
  '390000000': 'Костанайской области',
  '430000000': 'Кызылординской области',
  '470000000': 'Мангистауской области',
  '550000000': 'Павлодарской области',
  '590000000': 'Северо-Казахстанской области',
  '610000000': 'Туркестанской области',
  '620000000': 'области Ұлытау',
  '630000000': 'Восточно-Казахстанской области',
  '710000000': 'города Астаны',
  '750000000': 'города Алматы',
  '790000000': 'города Шымкента',
}

type Place = { region: Text; authority: Text; address: Text }

function authorityOf({ kato, name }: Region): Pick<Place, 'region' | 'authority'> {
  const region = { kk: name.kk.replace(/ қ\.$/u, ' қаласы'), ru: REGION_GENITIVE[kato] ?? '' }
  const authority = {
    kk: `${region.kk} білім басқармасының`,
    ru: `управления образования ${region.ru}`,
  }
  return { region, authority }
}

const PLACES: ReadonlyMap<string, Place> = new Map(
  REGIONS.flatMap((region) =>
    region.districts.map((district): [string, Place] => [
      district.code,
      {
        ...authorityOf(region),
        address: {
          kk: `${region.name.kk}, ${district.name.kk}`,
          ru: `${region.name.ru}, ${district.name.ru}`,
        },
      },
    ]),
  ),
)

function placeOf(district: string): Place {
  const place = PLACES.get(district)
  if (!place) throw new Error(`No district ${district} in the seed`)
  return place
}

function within({ address }: Place, local: Text): Text {
  return { kk: `${address.kk}, ${local.kk}`, ru: `${address.ru}, ${local.ru}` }
}

function department(seed: DepartmentSeed): Organisation {
  const place = placeOf(seed.district)
  return {
    key: seed.key,
    kind: 'department',
    bin: seed.bin,
    name: {
      kk: `${place.authority.kk} «${seed.of.kk} білім бөлімі» ММ`,
      ru: `ГУ «Отдел образования ${seed.of.ru}» ${place.authority.ru}`,
    },
    shortName: { kk: `${seed.of.kk} білім бөлімі`, ru: `Отдел образования ${seed.of.ru}` },
    address: within(place, seed.address),
    district: seed.district,
    parent: null,
    phone: seed.phone,
    head: seed.head,
    workingWeek: 5,
    closesAt: '18:30',
    signAtSchool: false,
    paperOrders: true,
  }
}

function departmentSeed(key: string): DepartmentSeed {
  const found = DEPARTMENT_SEEDS.find((seed) => seed.key === key)
  if (!found) throw new Error(`No department ${key} in the seed`)
  return found
}

function akimat({ department: neighbour, okrug, address, ...seed }: AkimatSeed): Organisation {
  const { of, district } = departmentSeed(neighbour)
  const place = placeOf(district)
  const office = {
    kk: `${okrug.kk} ауылдық округі әкімінің аппараты`,
    ru: `Аппарат акима ${okrug.ru} сельского округа`,
  }
  return {
    ...seed,
    kind: 'akimat',
    name: {
      kk: `«${place.region.kk} ${of.kk} ${office.kk}» ММ`,
      ru: `ГУ «${office.ru} ${of.ru} ${place.region.ru}»`,
    },
    shortName: office,
    address: within(place, address),
    district,
    // It answers to the district's akim, not to the education department.
    parent: null,
    workingWeek: 5,
    closesAt: '18:30',
    signAtSchool: true,
    paperOrders: true,
  }
}

function school({ department: parent, title, short, address, ...seed }: SchoolSeed): Organisation {
  const { of, city, district } = departmentSeed(parent)
  const place = placeOf(district)
  // A title that itself ends in a quotation shares the closing mark: «Школа «Дарын» отдела …
  const inQuotes = (text: string) => (text.endsWith('»') ? `«${text}` : `«${text}»`)
  return {
    ...seed,
    kind: 'school',
    name: {
      kk: `${place.authority.kk} ${of.kk} білім бөлімінің ${inQuotes(title.kk)} КММ`,
      ru: `КГУ ${inQuotes(title.ru)} отдела образования ${of.ru} ${place.authority.ru}`,
    },
    shortName: city ? { kk: `${short.kk}, ${city.kk}`, ru: `${short.ru}, ${city.ru}` } : short,
    address: within(place, address),
    district,
    parent,
    paperOrders: true,
  }
}

export const ORGANISATIONS: readonly Organisation[] = [
  ...DEPARTMENT_SEEDS.map(department),
  ...SCHOOL_SEEDS.map(school),
  ...AKIMAT_SEEDS.map(akimat),
]
