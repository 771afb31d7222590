import type { FormField } from '@/lib/domain/form-state'

/** The names under which a field posts what is typed into it. */
export function inputNames(field: FormField): string[] {
  if (field.kind === 'date')
    return [field.name, `${field.name}-day`, `${field.name}-month`, `${field.name}-year`]
  const cells = field.rows?.items.flatMap((row) => row.fields.flatMap(inputNames)) ?? []
  return [field.name, ...cells]
}

/** «Фамилия: заполните это поле», «Член семьи 2, Доход: …»: in the summary a sentence has to say where. */
export function namedError(fields: readonly FormField[], name: string, message: string): string {
  const label = labelOf(fields, name)
  if (!label) return message
  if (label.endsWith('?')) return `${label} ${message}`
  const sentence = message.replace(/^\p{Lu}(?=[\p{Ll}\s])/u, (letter) => letter.toLowerCase())
  return `${label}: ${sentence}`
}

function labelOf(fields: readonly FormField[], name: string): string | null {
  for (const field of fields) {
    if (field.name === name) return field.kind === 'checkbox' ? null : field.label
    for (const row of field.rows?.items ?? []) {
      const cell = row.fields.find((candidate) => candidate.name === name)
      if (cell) return `${row.title}, ${cell.label}`
    }
  }
  return null
}
