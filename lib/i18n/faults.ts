import type { Fault, FieldFault } from '@/lib/domain/check-field'
import type { Field, FieldKind } from '@/lib/domain/fields'
import type { FieldError } from '@/lib/domain/form-state'
import type { Locale } from '@/lib/domain/text'
import { formMessages } from './forms'

type Asked = Pick<Field, 'key' | 'kind' | 'rows'>

/** What is picked from a list is not "filled in". */
const LACKING: Partial<Readonly<Record<FieldKind, Fault>>> = {
  choice: 'choice',
  organisation: 'organisation',
}

/** The faults of a form in its reader's language, each at its field. */
export function fieldErrors(
  locale: Locale,
  faults: readonly FieldFault[],
  fields: readonly Asked[],
): FieldError[] {
  return faults.map(({ field, fault }) => {
    const kind = kindOf(fields, field)
    const said = fault === 'required' && kind ? (LACKING[kind] ?? fault) : fault
    return { field, message: formMessages[locale].faults[said] }
  })
}

/** Of a field, or of a cell: `members.k3f9.name`. */
function kindOf(fields: readonly Asked[], name: string): FieldKind | undefined {
  const [key, , column] = name.split('.')
  const field = fields.find((f) => f.key === key)
  return column === undefined ? field?.kind : field?.rows?.columns.find((c) => c.key === column)?.kind
}
