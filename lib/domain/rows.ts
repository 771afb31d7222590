import type { Field } from './fields'

/**
 * A repeatable block in the flat answers of a step: the field itself holds the rows' ids in their order
 * («k3f9 p0aa»), each cell stands under `field.id.column`. An id is never given again, so that a file
 * attached to a row stays with it whatever is deleted or moved.
 */
export type Row = { id: string; values: Readonly<Record<string, string>> }

type StepAnswers = Readonly<Record<string, string>>

const ID = /^[a-z0-9]{4,12}$/

export function rowIds(list: string): string[] {
  return [...new Set(list.split(' ').filter((id) => ID.test(id)))]
}

/** The name of one cell: in the answers and in the posted form. */
export function cellKey(field: Pick<Field, 'key'>, id: string, column: string): string {
  return `${field.key}.${id}.${column}`
}

/** The column as a field of its own, named by its cell. */
export function cellFields(field: Field, id: string): Field[] {
  return (field.rows?.columns ?? []).map((column) => ({ ...column, key: cellKey(field, id, column.key) }))
}

export function readRows(field: Field, answers: StepAnswers): Row[] {
  return rowIds(answers[field.key] ?? '').map((id) => ({
    id,
    values: Object.fromEntries(
      (field.rows?.columns ?? []).map(({ key }) => [key, answers[cellKey(field, id, key)] ?? '']),
    ),
  }))
}

export type RowChange = { do: 'add'; id: string } | { do: 'remove' | 'up' | 'down'; id: string }

/** The list of ids after one press. A full block takes no more; at its edge a row stays where it is. */
export function changeRows(field: Field, list: string, change: RowChange): string {
  const ids = rowIds(list)
  const at = ids.indexOf(change.id)
  switch (change.do) {
    case 'add':
      return at < 0 && ids.length < (field.rows?.max ?? 0) ? [...ids, change.id].join(' ') : ids.join(' ')
    case 'remove':
      return ids.filter((id) => id !== change.id).join(' ')
    case 'up':
      return moved(ids, at, at - 1).join(' ')
    case 'down':
      return moved(ids, at, at + 1).join(' ')
  }
}

function moved(ids: readonly string[], from: number, to: number): string[] {
  const [a, b] = [ids[from], ids[to]]
  if (a === undefined || b === undefined) return [...ids]
  return ids.map((id, at) => (at === from ? b : at === to ? a : id))
}
