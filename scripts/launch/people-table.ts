import { ORGANISATIONS } from '@/prisma/seed/organisations'
import { DEMO_PASSWORD, PEOPLE, type Person } from '@/prisma/seed/people'

const ROLES = {
  clerk: 'делопроизводитель',
  director: 'руководитель',
  methodist: 'методист',
  admin: 'администратор',
}

/** Where somebody works, as the heading of a group. */
function placeOf({ memberships: [membership] }: Person): string {
  return ORGANISATIONS.find(({ key }) => key === membership?.organisation)?.shortName.ru ?? 'Родители'
}

/** Who can sign in to the demo, by where they work: role, name, e-mail, password. */
export function peopleTable(): string {
  const rows = PEOPLE.map((person) => ({
    place: placeOf(person),
    cells: [
      person.memberships.map(({ role }) => ROLES[role]).join(', ') || 'родитель',
      `${person.familyName} ${person.givenName}`,
      person.email,
      DEMO_PASSWORD,
    ],
  }))
  const widths = [0, 1, 2].map((at) => Math.max(...rows.map(({ cells }) => cells[at]?.length ?? 0)))
  const line = (cells: readonly string[]) =>
    `    ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('   ')}`
  const places = [...new Set(rows.map(({ place }) => place))]
  return places
    .flatMap((place) => [
      `  ${place}`,
      ...rows.filter((row) => row.place === place).map(({ cells }) => line(cells)),
    ])
    .join('\n')
}
