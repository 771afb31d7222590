import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { fullName } from '@/lib/domain/person-name'
import { actingPost, headPost } from '@/lib/i18n/papers'
import type { Organisation } from '@/lib/organisations/data'
import type { Signer } from '@/lib/papers/paper'
import type { Tx } from '@/lib/platform/db'

type Office = Pick<Organisation, 'id' | 'kind' | 'headName'>

/** As whom this person signs with a key of their own: as the head, or in the head's place by an order. */
export function headByKey(actor: Actor, { id, kind }: Office): Signer {
  const headed = actor.memberships.filter((m) => m.organisationId === id && m.role === 'director')
  const acting = headed.every(({ isActing }) => isActing) ? headed[0] : undefined
  if (!acting) return { post: headPost(kind), name: actor.name }
  return { post: actingPost(kind), name: actor.name, basis: acting.basis ?? '' }
}

/** Who signs by hand what is printed now, whoever prints it: an acting head while there is one. */
export async function headOnPaper(tx: Tx, { id, kind, headName }: Office, now: Date): Promise<Signer> {
  const acting = await tx.membership.findFirst({
    where: {
      organisationId: id,
      role: 'director',
      isActing: true,
      validFrom: { lte: now },
      validTo: { gt: now },
    },
    orderBy: { validFrom: 'desc' },
    select: { basis: true, account: { select: { familyName: true, givenName: true, patronymic: true } } },
  })
  if (!acting) return { post: headPost(kind), name: headName }
  return { post: actingPost(kind), name: fullName(acting.account), basis: acting.basis }
}
