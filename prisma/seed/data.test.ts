import { describe, expect, it } from 'vitest'
import type { Text } from '@/lib/domain/text'
import { CALENDAR_DAYS } from './calendar'
import { FIRST_GRADE_SEATS } from './capacities'
import { ORGANISATIONS } from './organisations'
import { PEOPLE } from './people'
import { REGIONS } from './regions'
import { expectUnique, hasRightCheckDigit } from './seed.fixture'
import { YEARLY_SUMS } from './yearly-sums'

const DISTRICTS = REGIONS.flatMap((region) => region.districts)
const SCHOOLS = ORGANISATIONS.filter(({ kind }) => kind === 'school')
const AKIMATS = ORGANISATIONS.filter(({ kind }) => kind === 'akimat')

function textsOf(value: unknown): Text[] {
  if (typeof value !== 'object' || value === null) return []
  if ('kk' in value && 'ru' in value) return [{ kk: String(value.kk), ru: String(value.ru) }]
  return Object.values(value).flatMap(textsOf)
}

function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsOf) : []
}

describe('regions', () => {
  it('are the 20 of the country', () => {
    expect(REGIONS).toHaveLength(20)
    expectUnique(REGIONS.map(({ kato }) => kato))
    for (const { kato, districts } of REGIONS) {
      expect(kato).toMatch(/^[1-7]\d0{7}$/)
      expect(districts.length).toBeGreaterThan(0)
    }
  })

  it('have districts with codes unique in the country, names unique in the region', () => {
    expectUnique(DISTRICTS.map(({ code }) => code))
    for (const { kato, districts } of REGIONS) {
      expectUnique(districts.map(({ name }) => name.kk))
      expectUnique(districts.map(({ name }) => name.ru))
      for (const { code, name } of districts) {
        expect(code).toMatch(new RegExp(`^${kato}-[a-z]+(-[a-z]+)*$`))
        expect(name.kk).toMatch(/ (ауданы|қ\.)$/)
        expect(name.ru).toMatch(/^г\. | район$|^район /)
        expect(name.kk.endsWith('қ.')).toBe(name.ru.startsWith('г.'))
      }
    }
  })
})

const NAMES = {
  school: {
    kk: /^[^«»]+ білім басқармасының .*«.+» КММ$/,
    ru: /^КГУ «.+».* управления образования [^«»]+$/,
  },
  department: {
    kk: /^[^«»]+ білім басқармасының «.+ білім бөлімі» ММ$/,
    ru: /^ГУ «Отдел образования .+» управления образования [^«»]+$/,
  },
  akimat: {
    kk: /^«\S+.* (облысы|қаласы) \S+ ауданы \S+ ауылдық округі әкімінің аппараты» ММ$/,
    ru: /^ГУ «Аппарат акима \S+ого сельского округа \S+ района .+»$/,
  },
}

describe('organisations', () => {
  it('have unique keys, BINs, names and phones', () => {
    expectUnique(ORGANISATIONS.map(({ key }) => key))
    expectUnique(ORGANISATIONS.map(({ bin }) => bin))
    expectUnique(ORGANISATIONS.map(({ phone }) => phone))
    for (const locale of ['kk', 'ru'] as const) {
      expectUnique(ORGANISATIONS.map(({ name }) => name[locale]))
      expectUnique([...SCHOOLS, ...AKIMATS].map(({ shortName }) => shortName[locale]))
    }
  })

  it.each(ORGANISATIONS.map((organisation) => [organisation.key, organisation] as const))(
    '%s is well formed',
    (_, { kind, bin, district, phone, head, name }) => {
      expect(bin).toMatch(/^\d\d(0[1-9]|1[0-2])40\d{6}$/)
      expect(hasRightCheckDigit(bin)).toBe(true)
      expect(DISTRICTS.map(({ code }) => code)).toContain(district)
      expect(phone).toMatch(/^\+77\d{9}$/)
      expect(Object.values(head).every(Boolean)).toBe(true)
      expect(name.kk).toMatch(NAMES[kind].kk)
      expect(name.ru).toMatch(NAMES[kind].ru)
    },
  )

  it('put every school under a department of its district, and nobody else under anyone', () => {
    const byKey = new Map(ORGANISATIONS.map((organisation) => [organisation.key, organisation]))
    for (const { kind, parent, district } of ORGANISATIONS) {
      if (kind !== 'school') expect(parent).toBeNull()
      else expect(byKey.get(parent ?? '')).toMatchObject({ kind: 'department', district })
    }
    const parents = new Set(SCHOOLS.map(({ parent }) => parent))
    for (const { key } of ORGANISATIONS.filter(({ kind }) => kind === 'department')) {
      expect(parents).toContain(key)
    }
    const departments = ORGANISATIONS.filter(({ kind }) => kind === 'department')
    expectUnique(departments.map(({ district }) => district))
  })

  it('give every region a school', () => {
    const withSchool = new Set(SCHOOLS.map(({ district }) => district.slice(0, 9)))
    expect(REGIONS.map(({ kato }) => kato).filter((kato) => !withSchool.has(kato))).toEqual([])
    expect(SCHOOLS.length).toBeGreaterThanOrEqual(40)
  })

  it("give every district with a village school a rural akim's office where paper will do", () => {
    const villages = SCHOOLS.filter(({ address }) => address.ru.includes('с. '))
    expect(new Set(AKIMATS.map(({ district }) => district))).toEqual(
      new Set(villages.map(({ district }) => district)),
    )
    expect(AKIMATS.filter((akimat) => !akimat.signAtSchool || !akimat.paperOrders)).toEqual([])
  })
})

describe('numbers', () => {
  it('of seats belong to schools, once for each language', () => {
    expectUnique(FIRST_GRADE_SEATS.map(({ organisation, variant }) => `${organisation} ${variant}`))
    for (const { organisation, seats } of FIRST_GRADE_SEATS) {
      expect(SCHOOLS.map(({ key }) => key)).toContain(organisation)
      expect(seats).toBeGreaterThan(0)
    }
  })

  it('of the year are those of the budget laws', () => {
    expect(YEARLY_SUMS.map(({ code, year, amount }) => [code, year, amount])).toEqual([
      ['subsistenceMinimum', 2025, 46_228],
      ['subsistenceMinimum', 2026, 50_851],
    ])
    for (const { year, source } of YEARLY_SUMS) expect(source).toContain(`на ${year}–${year + 2} годы`)
  })
})

describe('every text', () => {
  const texts = textsOf([REGIONS, ORGANISATIONS, CALENDAR_DAYS])

  it('is there in both languages, tidy', () => {
    for (const { kk, ru } of texts) {
      for (const text of [kk, ru]) {
        expect(text).not.toBe('')
        expect(text).toBe(text.trim().replace(/\s+/gu, ' ').normalize('NFC'))
        expect(text).not.toMatch(/undefined|null/)
      }
    }
  })

  it('has no Latin look-alikes in Cyrillic words', () => {
    const written = stringsOf([REGIONS, ORGANISATIONS, PEOPLE, CALENDAR_DAYS])
    const words = written.flatMap((text) => text.match(/[\p{L}\p{M}]+/gu) ?? [])
    expect(
      words.filter((word) => /\p{Script=Cyrillic}/u.test(word) && !/^\p{Script=Cyrillic}+$/u.test(word)),
    ).toEqual([])
    for (const { kk, ru } of texts) expect(kk + ru).not.toMatch(/\p{Script=Latin}/u)
  })

  it('has no Russian left in the Kazakh, no Kazakh forms in the Russian', () => {
    const russian =
      /(?<!\p{L})(район|город|г|область|обл|школа|имени|им|село|с|ул|улица|пр|отдел|управлени[ея]|день|выходной|праздник|микрорайон|мкр|здание)(?!\p{L})/iu
    const kazakh = /(?<!\p{L})(ауданы|қаласы|облысы|көшесі|даңғылы|мектебі|атындағы|ауылы|күні)(?!\p{L})/iu
    expect(texts.filter(({ kk }) => russian.test(kk))).toEqual([])
    expect(texts.filter(({ ru }) => kazakh.test(ru))).toEqual([])
  })
})
