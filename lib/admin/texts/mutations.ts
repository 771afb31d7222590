import 'server-only'
import { audit } from '@/lib/audit/mutations'
import type { Actor } from '@/lib/domain/actor'
import { DomainError } from '@/lib/domain/error'
import type { Tx } from '@/lib/platform/db'
import { requireAdmin } from '../policy'
import { getText, listTexts } from './data'
import type { TemplateKind, TextInput } from './sample'

const columns = ({ name, body, isOff }: TextInput) => ({
  nameKk: name.kk,
  nameRu: name.ru,
  bodyKk: body.kk,
  bodyRu: body.ru,
  isOff,
})

/** A new one comes last. */
export async function addText(tx: Tx, actor: Actor, kind: TemplateKind, input: TextInput): Promise<string> {
  requireAdmin(actor)
  const { _max } = await tx.textTemplate.aggregate({ where: { kind }, _max: { sort: true } })
  const { id } = await tx.textTemplate.create({
    data: { kind, ...columns(input), sort: (_max.sort ?? 0) + 1 },
    select: { id: true },
  })
  await note(tx, actor, 'text.add', id)
  return id
}

export async function changeText(tx: Tx, actor: Actor, id: string, input: TextInput): Promise<void> {
  requireAdmin(actor)
  const { count } = await tx.textTemplate.updateMany({ where: { id }, data: columns(input) })
  if (count === 0) throw new DomainError('absent')
  await note(tx, actor, 'text.change', id)
}

/** One place up or down among those of its kind; at its edge it stays where it is. */
export async function moveText(tx: Tx, actor: Actor, id: string, by: 'up' | 'down'): Promise<TemplateKind> {
  requireAdmin(actor)
  const { kind } = await getText(tx, id)
  // Of two that move at once the second sees the order that the first has made.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`texts:${kind}`}, 0))`
  const ids = (await listTexts(tx, kind)).texts.map((text) => text.id)
  const at = ids.indexOf(id)
  const to = by === 'up' ? at - 1 : at + 1
  const other = ids[to]
  if (at < 0 || other === undefined) return kind
  ids[at] = other
  ids[to] = id
  for (const [sort, one] of ids.entries())
    await tx.textTemplate.updateMany({ where: { id: one }, data: { sort } })
  await note(tx, actor, 'text.move', id)
  return kind
}

function note(tx: Tx, actor: Actor, action: string, id: string): Promise<void> {
  return audit(tx, { actorId: actor.userId, action, subject: `text:${id}` })
}
