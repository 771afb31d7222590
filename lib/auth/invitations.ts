import 'server-only'
import { getLogin } from '@/lib/accounts/data'
import { isRole, type Role } from '@/lib/domain/actor'
import type { Text } from '@/lib/domain/text'
import { findToken } from '@/lib/notifications/tokens'
import { now } from '@/lib/platform/clock'
import { asSystem, type Tx } from '@/lib/platform/db'

export type InvitedRole = { role: Role; organisation: Text; from: Date; to: Date | null }

/** What the link of an invitation can still do; looking changes nothing, since mail scanners follow links. */
export type OpenedInvitation =
  | { status: 'open'; email: string; roles: InvitedRole[] }
  /** The address was proven before, or by this very link: there is nothing left but to sign in. */
  | { status: 'member'; roles: InvitedRole[] }
  | { status: 'expired' }

export async function loadInvitation(secret: string): Promise<OpenedInvitation> {
  const at = now()
  return asSystem('invitation', async (tx): Promise<OpenedInvitation> => {
    const token = await findToken(tx, 'invite', secret, at)
    const login = token && (await getLogin(tx, token.accountId))
    if (!login) return { status: 'expired' }
    const roles = await listRoles(tx, login.id, at)
    if (login.confirmed) return { status: 'member', roles }
    return token.used ? { status: 'expired' } : { status: 'open', email: login.email, roles }
  })
}

/** Those that count now or will. */
async function listRoles(tx: Tx, accountId: string, at: Date): Promise<InvitedRole[]> {
  const rows = await tx.membership.findMany({
    where: { accountId, OR: [{ validTo: null }, { validTo: { gt: at } }] },
    orderBy: { validFrom: 'asc' },
    select: {
      role: true,
      validFrom: true,
      validTo: true,
      organisation: { select: { nameKk: true, nameRu: true } },
    },
  })
  return rows.flatMap(({ role, validFrom, validTo, organisation }) =>
    isRole(role)
      ? [
          {
            role,
            organisation: { kk: organisation.nameKk, ru: organisation.nameRu },
            from: validFrom,
            to: validTo,
          },
        ]
      : [],
  )
}
