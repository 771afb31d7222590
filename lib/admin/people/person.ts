import 'server-only'
import { type Actor, isRole, type Role } from '@/lib/domain/actor'
import { DomainError } from '@/lib/domain/error'
import { fullName } from '@/lib/domain/person-name'
import type { Text } from '@/lib/domain/text'
import type { Tx } from '@/lib/platform/db'
import { isSelf } from '../policy'

export type HeldRole = {
  id: string
  role: Role
  organisation: Text
  from: Date
  to: Date | null
  state: 'now' | 'ahead' | 'past'
  isActing: boolean
  basis: string
  iin: string
}

export type Person = {
  id: string
  name: string
  email: string
  /** Has opened the link of the invitation, or proven the address before. */
  accepted: boolean
  /** The reader, whose roles only another administrator changes. */
  isSelf: boolean
  roles: HeldRole[]
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Somebody who has or had a role; a parent is nobody here. @throws DomainError absent. */
export async function getPerson(tx: Tx, actor: Actor, id: string, now: Date): Promise<Person> {
  if (!UUID.test(id)) throw new DomainError('absent')
  const row = await tx.account.findFirst({
    where: { id, memberships: { some: {} } },
    select: {
      id: true,
      email: true,
      emailConfirmedAt: true,
      familyName: true,
      givenName: true,
      patronymic: true,
      memberships: {
        orderBy: [{ validFrom: 'desc' }, { id: 'asc' }],
        select: {
          id: true,
          role: true,
          validFrom: true,
          validTo: true,
          isActing: true,
          basis: true,
          iin: true,
          organisation: { select: { shortNameKk: true, shortNameRu: true } },
        },
      },
    },
  })
  if (!row) throw new DomainError('absent')
  const stateOf = (from: Date, to: Date | null): HeldRole['state'] =>
    to && to <= now ? 'past' : from > now ? 'ahead' : 'now'
  const iins = row.memberships.map(({ iin }) => iin)
  return {
    id: row.id,
    name: fullName(row),
    email: row.email,
    accepted: row.emailConfirmedAt !== null,
    isSelf: isSelf(actor, { accountId: row.id }) || iins.some((iin) => isSelf(actor, { iin })),
    roles: row.memberships.flatMap(({ role, validFrom, validTo, organisation, ...rest }) =>
      isRole(role)
        ? [
            {
              ...rest,
              role,
              from: validFrom,
              to: validTo,
              state: stateOf(validFrom, validTo),
              organisation: { kk: organisation.shortNameKk, ru: organisation.shortNameRu },
            },
          ]
        : [],
    ),
  }
}
