import 'server-only'
import type { Actor, Role } from '@/lib/domain/actor'
import { DomainError } from '@/lib/domain/error'
import { fullName } from '@/lib/domain/person-name'
import type { Text } from '@/lib/domain/text'
import { type ActingTerm, listActingTerms } from '@/lib/organisations/appointments'
import { listNames } from '@/lib/organisations/data'
import type { Tx } from '@/lib/platform/db'
import { headedBy } from './waiting'

const SHOWN_ROLES: readonly Role[] = ['director', 'clerk', 'methodist']

export type TeamMember = {
  accountId: string
  name: string
  isMe: boolean
  roles: { role: string; isActing: boolean }[]
}

/** The people of an organisation, and who acts in its head's place and when. */
export type Team = {
  organisation: { id: string; name: Text }
  /** Every organisation that this person heads. */
  organisations: { id: string; name: Text }[]
  people: TeamMember[]
  terms: ActingTerm[]
  /** Whoever only acts in the head's place appoints nobody. */
  mayAppoint: boolean
  /** Whom the head may appoint: everybody here but heads. */
  candidates: { accountId: string; name: string }[]
}

/** The organisations whose head this person is, by more than an order for a time. */
export function appointsAt(actor: Actor): string[] {
  return actor.memberships
    .filter(({ role, isActing }) => role === 'director' && !isActing)
    .map((m) => m.organisationId)
}

/** @throws DomainError absent for who heads nothing, and for a foreign organisation */
export async function readTeam(tx: Tx, actor: Actor, wanted: string | null, now: Date): Promise<Team> {
  const names = Object.entries(await listNames(tx, headedBy(actor)))
  const organisations = names.map(([id, name]) => ({ id, name }))
  const organisation = wanted ? organisations.find(({ id }) => id === wanted) : organisations[0]
  if (!organisation) throw new DomainError('absent')
  const people = await listPeople(tx, actor, organisation.id, now)
  const mayAppoint = appointsAt(actor).includes(organisation.id)
  const heads = ({ roles }: TeamMember) =>
    roles.some(({ role, isActing }) => role === 'director' && !isActing)
  return {
    organisation,
    organisations,
    people,
    terms: await listActingTerms(tx, organisation.id, now),
    mayAppoint,
    candidates: mayAppoint
      ? people.filter((person) => !heads(person)).map(({ accountId, name }) => ({ accountId, name }))
      : [],
  }
}

async function listPeople(tx: Tx, actor: Actor, organisationId: string, now: Date): Promise<TeamMember[]> {
  const here = {
    organisationId,
    role: { in: [...SHOWN_ROLES] },
    validFrom: { lte: now },
    OR: [{ validTo: null }, { validTo: { gt: now } }],
  }
  const rows = await tx.account.findMany({
    where: { memberships: { some: here } },
    orderBy: [{ familyName: 'asc' }, { givenName: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      familyName: true,
      givenName: true,
      patronymic: true,
      memberships: { where: here, orderBy: { role: 'desc' }, select: { role: true, isActing: true } },
    },
  })
  return rows.map(({ id, memberships, ...name }) => ({
    accountId: id,
    name: fullName(name),
    isMe: id === actor.userId,
    roles: memberships,
  }))
}
