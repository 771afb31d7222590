import type { FormField } from '@/lib/domain/form-state'

type Values = Readonly<Record<string, string>>

/** The questions whose answers decide which others are asked. */
export function decidingNames(fields: readonly FormField[]): string[] {
  return [...new Set(fields.flatMap((field) => (field.when ? [field.when.name] : [])))]
}

/** Whether a question is not asked as the form is filled in now; nor is one that hangs on such a question. */
export function isUnasked(field: FormField, fields: readonly FormField[], values: Values): boolean {
  if (!field.when) return false
  const { name, in: wanted } = field.when
  const deciding = fields.find((candidate) => candidate.name === name)
  const value = values[name] ?? deciding?.value ?? ''
  return !wanted.includes(value) || (deciding !== undefined && isUnasked(deciding, fields, values))
}
