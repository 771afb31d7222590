import { normaliseText } from '@/lib/domain/person-name'
import { TEMPLATE_PLACEHOLDERS, type TemplatePlaceholder, unknownPlaceholders } from '@/lib/domain/template'
import { LOCALES, type Locale, type Text } from '@/lib/domain/text'

export const TEMPLATE_KINDS = ['message', 'correction', 'refusal'] as const
export type TemplateKind = (typeof TEMPLATE_KINDS)[number]

/** As much as the boxes take to which these texts are put. */
const LONGEST: Readonly<Record<TemplateKind, number>> = { message: 2000, correction: 500, refusal: 1000 }
const LONGEST_NAME = 100

export type TextInput = { name: Text; body: Text; isOff: boolean }
type Field = `name-${Locale}` | `body-${Locale}`
export type TextFault =
  | { field: Field; fault: 'required' }
  | { field: Field; fault: 'tooLong'; most: number }
  /** Braces that nothing fills, or that stand in one language only. */
  | { field: Field; fault: 'unknown' | 'uneven'; name: string }

type Values = Readonly<Record<string, string>>

/** Lines stay lines; what is invisible goes. */
const paragraphs = (raw: string) => raw.split(/\r?\n/).map(normaliseText).join('\n').trim()

const namesIn = (text: string) =>
  TEMPLATE_PLACEHOLDERS.filter((name: TemplatePlaceholder) => text.includes(`{${name}}`))

/** A template as it was written, in both languages, or what is wrong where. */
export function checkText(
  kind: TemplateKind,
  values: Values,
): { ok: true; input: TextInput } | { ok: false; faults: TextFault[] } {
  const read = (part: 'name' | 'body', locale: Locale) =>
    (part === 'name' ? normaliseText : paragraphs)((values[`${part}-${locale}`] ?? '').slice(0, 10_000))
  const both = (part: 'name' | 'body'): Text => ({ kk: read(part, 'kk'), ru: read(part, 'ru') })
  const [name, body] = [both('name'), both('body')]
  const faults: TextFault[] = []
  for (const locale of LOCALES) {
    const told = [
      ['name', name, LONGEST_NAME],
      ['body', body, LONGEST[kind]],
    ] as const
    for (const [part, text, most] of told) {
      const field: Field = `${part}-${locale}`
      if (text[locale] === '') faults.push({ field, fault: 'required' })
      else if (text[locale].length > most) faults.push({ field, fault: 'tooLong', most })
    }
    const field: Field = `body-${locale}`
    const [unknown] = unknownPlaceholders(body[locale])
    if (unknown) faults.push({ field, fault: 'unknown', name: unknown })
    const other = body[locale === 'kk' ? 'ru' : 'kk']
    const missing = namesIn(other).find((one) => !namesIn(body[locale]).includes(one))
    if (missing && body[locale]) faults.push({ field, fault: 'uneven', name: missing })
  }
  if (faults.length > 0) return { ok: false, faults }
  return { ok: true, input: { name, body, isOff: values.state === 'off' } }
}
