import { DEMO_PASSWORD, PEOPLE } from '@/prisma/seed/people'

const ROLES = {
  clerk: 'делопроизводитель',
  director: 'руководитель',
  methodist: 'методист',
  admin: 'администратор',
}

/** Who can sign in to the demo: role, e-mail, password. */
export function peopleTable(): string {
  const rows = PEOPLE.map(({ email, memberships, familyName, givenName }) => [
    memberships.map(({ role }) => ROLES[role]).join(', ') || 'родитель',
    `${familyName} ${givenName}`,
    email,
    DEMO_PASSWORD,
  ])
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows
    .map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('   ')}`)
    .join('\n')
}
