/** What a text template may name in braces. */
export const TEMPLATE_PLACEHOLDERS = ['number', 'service', 'date'] as const
export type TemplatePlaceholder = (typeof TEMPLATE_PLACEHOLDERS)[number]

const BRACES = /\{(\w+)\}/g

/** Names in braces that nothing would fill: whoever writes a template is told of them. */
export function unknownPlaceholders(text: string): string[] {
  const known: readonly string[] = TEMPLATE_PLACEHOLDERS
  return [...text.matchAll(BRACES)].map((match) => match[1] ?? '').filter((name) => !known.includes(name))
}

/** The words to start from, about one application; braces that name nothing stay as they are written. */
export function fillTemplate(text: string, values: Readonly<Record<TemplatePlaceholder, string>>): string {
  const known: ReadonlyMap<string, string> = new Map(Object.entries(values))
  return text.replace(BRACES, (braces, name: string) => known.get(name) ?? braces)
}
