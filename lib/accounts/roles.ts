import type { Prisma } from '@/prisma/generated/client'

/**
 * A role that counts at this moment: its days have come, and whoever holds it has proven the address to which it was
 * given. Somebody who was invited and has not come yet works nothing, signs nothing and is written nothing.
 */
export const heldAt = (now: Date) =>
  ({
    validFrom: { lte: now },
    OR: [{ validTo: null }, { validTo: { gt: now } }],
    account: { emailConfirmedAt: { not: null } },
  }) satisfies Prisma.MembershipWhereInput
