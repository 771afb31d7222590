import 'server-only'
import { Json, type Tx } from '@/lib/platform/db'

/** Who did what to what, in the same transaction as the deed. `detail` holds codes and ids, never what people typed. */
export async function audit(
  tx: Tx,
  event: {
    actorId: string | null
    action: string
    subject: string
    detail?: Readonly<Record<string, string | number | boolean | null>>
  },
): Promise<void> {
  await tx.auditEvent.create({
    data: {
      actorId: event.actorId,
      action: event.action,
      subject: event.subject,
      detail: Json.write(event.detail ?? {}),
    },
    select: { id: true },
  })
}
