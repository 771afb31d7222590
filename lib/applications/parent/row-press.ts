import 'server-only'
import { randomInt } from 'node:crypto'
import type { Field } from '@/lib/domain/fields'
import { changeRows, type RowChange, rowIds } from '@/lib/domain/rows'

/** A button of a repeatable block: which block, and what it does to which row. */
export type RowPress = { field: string; change: RowChange }

const INTENT = /^rows-(add|remove|up|down):([A-Za-z0-9]+)(?:\.([a-z0-9]+))?$/

/** `rows-add:members`, `rows-up:members.k3f9`: what the buttons of a repeatable block send. */
export function readRowPress(intent: string | null): RowPress | null {
  const [, action, field, id] = INTENT.exec(intent ?? '') ?? []
  if (field === undefined) return null
  if (action === 'add') return { field, change: { do: 'add', id: newRowId() } }
  if (id === undefined || (action !== 'remove' && action !== 'up' && action !== 'down')) return null
  return { field, change: { do: action, id } }
}

/** Of two thousand million: within one application none comes twice. */
function newRowId(): string {
  return randomInt(36 ** 6)
    .toString(36)
    .padStart(6, '0')
}

/** A block of rows starts with as many as it must have. */
export function withFirstRows(field: Field, list: string): string {
  const ids = rowIds(list)
  while (ids.length < (field.rows?.min ?? 0)) ids.push(newRowId())
  return ids.join(' ')
}

/** The list of rows after a press, and the row that the reader is led to: the new or moved one, or a neighbour. */
export function pressRow(field: Field, list: string, { change }: RowPress): { list: string; focus: string } {
  const before = rowIds(list)
  const after = rowIds(changeRows(field, list, change))
  const row = after.includes(change.id) ? change.id : (after[before.indexOf(change.id)] ?? after.at(-1))
  return { list: after.join(' '), focus: row === undefined ? field.key : `${field.key}.${row}` }
}
