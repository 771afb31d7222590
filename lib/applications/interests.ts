import 'server-only'
import { heldAt } from '@/lib/accounts/roles'
import type { Tx } from '@/lib/platform/db'
import { hasConflictOfInterest, type Interests, knownIins, type Person } from './policy'

/**
 * By subject, the accounts of these people to whose family it belongs: they keep the child in «Семья», or have sent
 * an application about it, at any time and from whichever account has an IIN of theirs.
 */
export async function findFamilies(
  tx: Tx,
  people: readonly Person[],
  subjects: readonly string[],
): Promise<Map<string, string[]>> {
  const wanted = [...new Set(subjects)].filter(Boolean)
  if (wanted.length === 0 || people.length === 0) return new Map()
  const ids = people.map(({ userId }) => userId)
  const kept = await tx.familyChild.findMany({
    where: { accountId: { in: ids }, iin: { in: wanted } },
    select: { accountId: true, iin: true },
  })
  // From the subjects: each has few applications, a person may have had many.
  const sent = await tx.application.findMany({
    where: {
      subjectKey: { in: wanted },
      sentAt: { not: null },
      OR: [{ ownerId: { in: ids } }, { owner: { iin: { in: people.flatMap(knownIins) } } }],
    },
    select: { subjectKey: true, ownerId: true, owner: { select: { iin: true } } },
  })
  const isOf = (person: Person, subject: string) =>
    kept.some(({ accountId, iin }) => accountId === person.userId && iin === subject) ||
    sent.some(
      ({ subjectKey, ownerId, owner }) =>
        subjectKey === subject && (ownerId === person.userId || knownIins(person).includes(owner.iin)),
    )
  return new Map(
    wanted.map((subject) => [subject, people.filter((person) => isOf(person, subject)).map((p) => p.userId)]),
  )
}

/** By application, those of these accounts that have an interest of their own in it, by what is known of them now. */
export async function findConcerned(
  tx: Tx,
  accountIds: readonly string[],
  applicationIds: readonly string[],
  now: Date,
): Promise<Map<string, ReadonlySet<string>>> {
  const people = await listPeople(tx, accountIds, now)
  const rows = await listInterests(tx, applicationIds)
  const subjects = rows.map(({ subjectIin }) => subjectIin)
  const families = await findFamilies(tx, people, subjects)
  return new Map(
    rows.map(({ id, ...interests }) => {
      const application = { ...interests, familyOf: families.get(interests.subjectIin) ?? [] }
      const concerned = people.filter((person) => hasConflictOfInterest(person, application))
      return [id, new Set(concerned.map(({ userId }) => userId))]
    }),
  )
}

async function listPeople(tx: Tx, ids: readonly string[], now: Date): Promise<Person[]> {
  const rows = await tx.account.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, iin: true, memberships: { where: heldAt(now), select: { iin: true } } },
  })
  return rows.map(({ id, ...known }) => ({ userId: id, ...known }))
}

/** Of a snapshot the one IIN is read: a head's list has many. */
function listInterests(
  tx: Tx,
  ids: readonly string[],
): Promise<({ id: string } & Omit<Interests, 'familyOf'>)[]> {
  return tx.$queryRaw`
    SELECT a.id, a.owner_id AS "ownerId", coalesce(a.subject_key, '') AS "subjectIin",
      coalesce(r.snapshot #>> '{applicant,iin}', o.iin) AS "applicantIin"
    FROM application a
    JOIN account o ON o.id = a.owner_id
    LEFT JOIN revision r ON r.id = a.current_revision_id
    WHERE a.id = ANY(${[...ids]}::uuid[])`
}
