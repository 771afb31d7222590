import { describe, expect, it } from 'vitest'
import type { Text } from '@/lib/domain/text'
import { CALENDAR_DAYS } from './calendar'
import { ORGANISATIONS } from './organisations'
import { PEOPLE } from './people'
import { REGIONS } from './regions'

const DISTRICTS = REGIONS.flatMap((region) => region.districts)
const SCHOOLS = ORGANISATIONS.filter(({ kind }) => kind === 'school')
const CHILDREN = PEOPLE.flatMap((person) => person.children)

/** Written apart from lib/domain, so that one mistake cannot hide in both. */
function hasRightCheckDigit(number: string): boolean {
  const digits = Array.from(number, Number)
  const remainder = (shift: number) =>
    digits.slice(0, 11).reduce((sum, digit, i) => sum + digit * (((i + shift) % 11) + 1), 0) % 11
  return [remainder(0), remainder(2)].find((digit) => digit < 10) === digits[11]
}

function expectUnique(values: readonly string[]): void {
  const twice = values.filter((value, i) => values.indexOf(value) !== i)
  expect(twice).toEqual([])
}

function textsOf(value: unknown): Text[] {
  if (typeof value !== 'object' || value === null) return []
  if ('kk' in value && 'ru' in value) return [{ kk: String(value.kk), ru: String(value.ru) }]
  return Object.values(value).flatMap(textsOf)
}

function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsOf) : []
}

describe('check digits', () => {
  it.each([
    ['971240001315', true],
    ['811201401188', true],
    ['850315301801', true],
    ['123456789011', false],
    ['111111111111', false],
  ])('%s: %s', (number, expected) => expect(hasRightCheckDigit(number)).toBe(expected))
})

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

describe('organisations', () => {
  it('have unique keys, BINs, names and phones', () => {
    expectUnique(ORGANISATIONS.map(({ key }) => key))
    expectUnique(ORGANISATIONS.map(({ bin }) => bin))
    expectUnique(ORGANISATIONS.map(({ phone }) => phone))
    for (const locale of ['kk', 'ru'] as const) {
      expectUnique(ORGANISATIONS.map(({ name }) => name[locale]))
      expectUnique(SCHOOLS.map(({ shortName }) => shortName[locale]))
    }
  })

  it.each(ORGANISATIONS.map((organisation) => [organisation.key, organisation] as const))(
    '%s is well formed',
    (_, { bin, district, phone, head, name }) => {
      expect(bin).toMatch(/^\d\d(0[1-9]|1[0-2])40\d{6}$/)
      expect(hasRightCheckDigit(bin)).toBe(true)
      expect(DISTRICTS.map(({ code }) => code)).toContain(district)
      expect(phone).toMatch(/^\+77\d{9}$/)
      expect(Object.values(head).every(Boolean)).toBe(true)
      expect(name.kk).toMatch(/^[^«»]+ білім басқармасының .*«.+» (КММ|ММ)$/)
      expect(name.ru).toMatch(/^(КГУ|ГУ) «.+».* управления образования [^«»]+$/)
    },
  )

  it('put every school under a department of its district, and no department under anyone', () => {
    const byKey = new Map(ORGANISATIONS.map((organisation) => [organisation.key, organisation]))
    for (const { kind, parent, district } of ORGANISATIONS) {
      if (kind === 'department') expect(parent).toBeNull()
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
})

describe('people', () => {
  it('have unique keys, mails, phones and IINs', () => {
    expectUnique(PEOPLE.map(({ key }) => key))
    expectUnique(PEOPLE.map(({ email }) => email))
    expectUnique(PEOPLE.map(({ phone }) => phone))
    expectUnique([...PEOPLE, ...CHILDREN].flatMap(({ iin }) => iin ?? []))
    for (const { key, email } of PEOPLE) expect(email).toBe(`${key}@demo.bilimal.kz`)
  })

  const identified = [...PEOPLE, ...CHILDREN].filter(({ iin }) => iin !== null)
  it.each(identified.map((person) => [person.givenName, person] as const))(
    '%s: the IIN agrees with birth date and sex',
    (_, { iin, birthDate, sex }) => {
      expect(iin).toMatch(/^\d{12}$/)
      expect(hasRightCheckDigit(iin ?? '')).toBe(true)
      expect(iin?.slice(0, 6)).toBe(birthDate?.slice(2).replaceAll('-', ''))
      const century = birthDate?.startsWith('20') ? 5 : 3
      expect(iin?.charAt(6)).toBe(String(sex === 'male' ? century : century + 1))
    },
  )

  it('belong to organisations that exist; a director is the head of theirs', () => {
    for (const { familyName, givenName, patronymic, memberships } of PEOPLE) {
      for (const { organisation: key, role } of memberships) {
        const organisation = ORGANISATIONS.find((each) => each.key === key)
        expect(organisation?.kind).toBe(role === 'clerk' || role === 'director' ? 'school' : 'department')
        if (role === 'director') expect(organisation?.head).toEqual({ familyName, givenName, patronymic })
      }
    }
  })

  it('seat clerk and director in one school, the second pair in another, the methodist above the first', () => {
    const seat = (wanted: string) => PEOPLE.find(({ key }) => key === wanted)?.memberships[0]?.organisation
    expect(seat('clerk')).toBe(seat('director'))
    expect(seat('clerk2')).toBe(seat('director2'))
    expect(seat('clerk2')).not.toBe(seat('clerk'))
    expect(SCHOOLS.find(({ key }) => key === seat('clerk'))?.parent).toBe(seat('methodist'))
  })

  it('include a family whose names use every Kazakh letter, and a parent with an empty profile', () => {
    const [parent, parent2] = PEOPLE
    const names = [parent, ...(parent?.children ?? [])].flatMap((person) => [
      person?.familyName,
      person?.givenName,
      person?.patronymic,
    ])
    const letters = names.join('').toLowerCase()
    expect(Array.from('әғқңөұүһі').filter((letter) => !letters.includes(letter))).toEqual([])
    expect(parent?.children).toHaveLength(2)
    for (const { birthDate } of parent?.children ?? []) expect(birthDate).toMatch(/^201[2-8]-/)
    expect(parent2).toMatchObject({ iin: null, birthDate: null, address: null, relation: null, children: [] })
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
