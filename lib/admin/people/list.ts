import 'server-only'
import { isRole, type Role } from '@/lib/domain/actor'
import { foldForSearch, fullName } from '@/lib/domain/person-name'
import type { Text } from '@/lib/domain/text'
import type { Tx } from '@/lib/platform/db'

const PAGE = 20

export type RoleOf = { role: Role; isActing: boolean; organisation: Text }
export type PersonRow = { id: string; name: string; email: string; accepted: boolean; roles: RoleOf[] }
export type PeopleList = { rows: PersonRow[]; search: string; after: string; next: string | null }

/** Everybody who has or had a role, by name, from after the one that the page before ended with. */
export async function listPeople(
  tx: Tx,
  { search, after }: { search: string; after: string },
  now: Date,
): Promise<PeopleList> {
  const wanted = `%${foldForSearch(search).replace(/[\\%_]/g, '\\$&')}%`
  const last = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(after) ? after : null
  const found = await tx.$queryRaw<{ id: string }[]>`
    SELECT a.id FROM account a
    WHERE a.id IN (SELECT account_id FROM membership)
      AND (${search} = '' OR translate(lower(concat_ws(' ', a.email, a.family_name, a.given_name, a.patronymic)),
        'әғқңөұүһіё', 'агкноуухие') LIKE ${wanted})
      AND (${last}::uuid IS NULL OR (a.family_name, a.given_name, a.id) > (
        SELECT l.family_name, l.given_name, l.id FROM account l WHERE l.id = ${last}::uuid))
    ORDER BY a.family_name, a.given_name, a.id
    LIMIT ${PAGE + 1}`
  const ids = found.slice(0, PAGE).map(({ id }) => id)
  const people = await readPeople(tx, ids, now)
  return {
    rows: ids.flatMap((id) => people.find((person) => person.id === id) ?? []),
    search,
    after,
    next: found.length > PAGE ? (ids.at(-1) ?? null) : null,
  }
}

/** With the roles that count now or will. */
async function readPeople(tx: Tx, ids: readonly string[], now: Date): Promise<PersonRow[]> {
  const rows = await tx.account.findMany({
    where: { id: { in: [...ids] } },
    select: {
      id: true,
      email: true,
      emailConfirmedAt: true,
      familyName: true,
      givenName: true,
      patronymic: true,
      memberships: {
        where: { OR: [{ validTo: null }, { validTo: { gt: now } }] },
        orderBy: { validFrom: 'asc' },
        select: {
          role: true,
          isActing: true,
          organisation: { select: { shortNameKk: true, shortNameRu: true } },
        },
      },
    },
  })
  return rows.map((row) => ({
    id: row.id,
    name: fullName(row),
    email: row.email,
    accepted: row.emailConfirmedAt !== null,
    roles: row.memberships.flatMap(({ role, isActing, organisation }) =>
      isRole(role)
        ? [{ role, isActing, organisation: { kk: organisation.shortNameKk, ru: organisation.shortNameRu } }]
        : [],
    ),
  }))
}
