import 'server-only'
import { DomainError } from '@/lib/domain/error'
import type { Tx } from '@/lib/platform/db'
import { TEMPLATE_KINDS, type TemplateKind, type TextInput } from './sample'

export type StandingText = TextInput & { id: string; kind: TemplateKind }
export type TextList = { kind: TemplateKind; texts: StandingText[] }

const SELECT = {
  id: true,
  kind: true,
  nameKk: true,
  nameRu: true,
  bodyKk: true,
  bodyRu: true,
  isOff: true,
} as const

type Row = { id: string; kind: string; isOff: boolean } & Record<
  'nameKk' | 'nameRu' | 'bodyKk' | 'bodyRu',
  string
>

export function kindOf(wanted: string): TemplateKind {
  return TEMPLATE_KINDS.find((kind) => kind === wanted) ?? 'message'
}

function toText({ id, kind, nameKk, nameRu, bodyKk, bodyRu, isOff }: Row): StandingText {
  return {
    id,
    kind: kindOf(kind),
    name: { kk: nameKk, ru: nameRu },
    body: { kk: bodyKk, ru: bodyRu },
    isOff,
  }
}

/** Of one kind, those that are switched off too, in their order. */
export async function listTexts(tx: Tx, wanted: string): Promise<TextList> {
  const kind = kindOf(wanted)
  const rows = await tx.textTemplate.findMany({
    where: { kind },
    orderBy: [{ sort: 'asc' }, { id: 'asc' }],
    select: SELECT,
  })
  return { kind, texts: rows.map(toText) }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** @throws DomainError absent. */
export async function getText(tx: Tx, id: string): Promise<StandingText> {
  const row = UUID.test(id) ? await tx.textTemplate.findUnique({ where: { id }, select: SELECT }) : null
  if (!row) throw new DomainError('absent')
  return toText(row)
}
