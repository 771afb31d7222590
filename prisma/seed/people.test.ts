import { describe, expect, it } from 'vitest'
import { ORGANISATIONS } from './organisations'
import { PEOPLE } from './people'
import { expectUnique, hasRightCheckDigit } from './seed.fixture'

const CHILDREN = PEOPLE.flatMap((person) => person.children)

const seat = (wanted = '') => PEOPLE.find(({ key }) => key === wanted)?.memberships[0]?.organisation
const byKey = (person = '') => ORGANISATIONS.find(({ key }) => key === seat(person))

describe('check digits', () => {
  it.each([
    ['971240001315', true],
    ['811201401188', true],
    ['850315301801', true],
    ['123456789011', false],
    ['111111111111', false],
  ])('%s: %s', (number, expected) => expect(hasRightCheckDigit(number)).toBe(expected))
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
        expect(organisation).toBeDefined()
        if (role === 'methodist' || role === 'admin') expect(organisation?.kind).toBe('department')
        if (role === 'director') expect(organisation?.head).toEqual({ familyName, givenName, patronymic })
      }
    }
  })

  it('seat clerk and director in one school, the second pair in another, the methodist above the first', () => {
    expect(seat('clerk')).toBe(seat('director'))
    expect(seat('clerk2')).toBe(seat('director2'))
    expect(seat('clerk2')).not.toBe(seat('clerk'))
    expect(byKey('clerk')?.parent).toBe(seat('methodist'))
  })

  it('can play a transfer: two schools of one district, each with a clerk and a director', () => {
    expect(seat('clerk3')).toBe(seat('director3'))
    expect(byKey('clerk3')).toMatchObject({ kind: 'school', district: byKey('clerk')?.district })
    expect(seat('clerk3')).not.toBe(seat('clerk'))
  })

  it.each(['department', 'akimat'])('seat a clerk and the head in one %s', (kind) => {
    const [clerk, head] = kind === 'akimat' ? ['akim-clerk', 'akim'] : ['department-clerk', 'department-head']
    expect(seat(clerk)).toBe(seat(head))
    expect(byKey(clerk)?.kind).toBe(kind)
    expect(PEOPLE.find(({ key }) => key === head)?.memberships[0]?.role).toBe('director')
  })

  it('tell the class of every child at school, and of none that is too young', () => {
    for (const { school } of CHILDREN) {
      if (school) expect(ORGANISATIONS.find(({ key }) => key === school.organisation)?.kind).toBe('school')
    }
    expect(CHILDREN.map(({ school }) => school?.grade ?? null)).toEqual(['7', '3', null])
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
    for (const { birthDate } of parent?.children ?? []) expect(birthDate).toMatch(/^20(1[2-8]|20)-/)
    expect(parent2).toMatchObject({ iin: null, birthDate: null, address: null, relation: null, children: [] })
  })
})
