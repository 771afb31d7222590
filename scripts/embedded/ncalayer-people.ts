import type { Subject } from '@/lib/signatures/eds/issuing/subject'
import type { Algorithm } from '@/lib/signatures/eds/outcome'
import { ORGANISATIONS } from '@/prisma/seed/organisations'
import { PEOPLE, type Person } from '@/prisma/seed/people'
import type { KeyKind } from './ncalayer-authority'

export type KeyHolder = {
  id: string
  /** A key of `PEOPLE`. */
  person: string
  kind: KeyKind
  subject: Subject
  algorithm: Algorithm
}

/** The parent's keys, good and bad; one of every head; one of an employee, and one of another person. */
export function demoHolders(): KeyHolder[] {
  return [
    holder('parent', 'person'),
    holder('parent', 'expired'),
    holder('parent', 'revoked'),
    holder('parent', 'signIn'),
    // That profile is empty: here is the number that the demo tells of this person.
    {
      ...holder('parent2', 'person'),
      subject: { ...subjectOf(personOf('parent2')), iin: '880317399123' },
      algorithm: 'RSA',
    },
    ...PEOPLE.filter(isHead).map(({ key }) => holder(key, 'head')),
    holder('clerk', 'employee'),
  ]
}

const isHead = ({ memberships }: Person) => memberships.some(({ role }) => role === 'director')

function holder(key: string, kind: KeyKind): KeyHolder {
  const person = personOf(key)
  const works = kind === 'head' || kind === 'employee' ? organisationOf(person) : {}
  const id = kind === 'person' || kind === 'head' || kind === 'employee' ? key : `${key}-${kind}`
  return { id, person: key, kind, subject: { ...subjectOf(person), ...works }, algorithm: 'GOST-2015-512' }
}

function personOf(key: string): Person {
  const person = PEOPLE.find((each) => each.key === key)
  if (!person) throw new Error(`The demo has no ${key}.`)
  return person
}

function subjectOf({ familyName, givenName, patronymic, iin }: Person): Subject {
  return { surname: familyName, given: givenName, patronymic, ...(iin ? { iin } : {}) }
}

function organisationOf({ memberships }: Person): Pick<Subject, 'organisation' | 'bin'> {
  const place = ORGANISATIONS.find(({ key }) => key === memberships[0]?.organisation)
  return place ? { organisation: place.name.ru, bin: place.bin } : {}
}
