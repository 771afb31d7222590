import { ORGANISATIONS } from '@/prisma/seed/organisations'
import { DEMO_PASSWORD, PEOPLE, type Person } from '@/prisma/seed/people'
import type { KeyKind } from '../embedded/ncalayer-authority'
import { demoHolders } from '../embedded/ncalayer-people'

const ROLES = {
  clerk: 'делопроизводитель',
  director: 'руководитель',
  methodist: 'методист',
  admin: 'администратор',
}

const KEYS: Readonly<Record<KeyKind, string>> = {
  person: 'ЭЦП',
  head: 'ЭЦП руководителя',
  signRight: 'ЭЦП с правом подписи',
  employee: 'ЭЦП сотрудника',
  signIn: 'ключ для входа',
  revoked: 'отозванная',
  expired: 'просроченная',
}

/** Where somebody works, as the heading of a group. */
function placeOf({ memberships: [membership] }: Person): string {
  return ORGANISATIONS.find(({ key }) => key === membership?.organisation)?.shortName.ru ?? 'Родители'
}

/** Who can sign in to the demo, by where they work: role, name, e-mail, password, keys. */
export function peopleTable(): string {
  const holders = demoHolders()
  const keysOf = ({ key }: Person) =>
    holders.flatMap(({ person, kind }) => (person === key ? [KEYS[kind]] : [])).join(', ')
  const rows = PEOPLE.map((person) => ({
    place: placeOf(person),
    cells: [
      person.memberships.map(({ role }) => ROLES[role]).join(', ') || 'родитель',
      `${person.familyName} ${person.givenName}`,
      person.email,
      DEMO_PASSWORD,
      keysOf(person),
    ],
  }))
  const widths = [0, 1, 2, 3].map((at) => Math.max(...rows.map(({ cells }) => cells[at]?.length ?? 0)))
  const line = (cells: readonly string[]) =>
    `    ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('   ')}`.trimEnd()
  const places = [...new Set(rows.map(({ place }) => place))]
  return places
    .flatMap((place) => [
      `  ${place}`,
      ...rows.filter((row) => row.place === place).map(({ cells }) => line(cells)),
    ])
    .join('\n')
}
