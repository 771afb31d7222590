import 'server-only'
import type { Text } from '@/lib/domain/text'
import type { Tx } from '@/lib/platform/db'

export type TemplateKind = 'message' | 'correction' | 'refusal'

/** Words to start from, in both languages; whoever writes changes them as the case asks. */
export type Template = { id: string; name: Text; body: Text }

/** Those that are in use, in the order that an administrator gave them. */
export async function listTemplates(tx: Tx, kind: TemplateKind): Promise<Template[]> {
  const rows = await tx.textTemplate.findMany({
    where: { kind, isOff: false },
    orderBy: [{ sort: 'asc' }, { id: 'asc' }],
    select: { id: true, nameKk: true, nameRu: true, bodyKk: true, bodyRu: true },
  })
  return rows.map(({ id, nameKk, nameRu, bodyKk, bodyRu }) => ({
    id,
    name: { kk: nameKk, ru: nameRu },
    body: { kk: bodyKk, ru: bodyRu },
  }))
}
