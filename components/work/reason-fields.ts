import type { Template } from '@/lib/applications/templates'
import type { FormField } from '@/lib/domain/form-state'
import type { Ground } from '@/lib/domain/service'
import type { Locale } from '@/lib/domain/text'
import { decisionMessages } from '@/lib/i18n/decisions'

/** By which ground of the law, and why in the provider's own words. */
export function reasonFields(
  locale: Locale,
  grounds: readonly Ground[],
  typed: Readonly<Record<string, string>> = {},
  templates: readonly Pick<Template, 'id' | 'name'>[] = [],
): FormField[] {
  const t = decisionMessages[locale]
  return [
    {
      name: 'ground',
      kind: 'radio',
      label: t.ground,
      value: typed.ground,
      options: grounds.map((ground) => ({
        value: ground.code,
        label: ground.text[locale],
        hint: ground.source[locale],
      })),
    },
    ...templatesField(locale, templates),
    {
      name: 'explanation',
      kind: 'textarea',
      label: t.explanation,
      hint: t.explanationHint,
      value: typed.explanation,
      maxLength: 1000,
    },
  ]
}

/** Words to start from; a choice puts them into the explanation below. */
function templatesField(locale: Locale, templates: readonly Pick<Template, 'id' | 'name'>[]): FormField[] {
  if (templates.length === 0) return []
  const t = decisionMessages[locale]
  return [
    {
      name: 'template',
      kind: 'select',
      label: t.template,
      hint: t.templateHint,
      optional: true,
      options: templates.map(({ id, name }) => ({ value: id, label: name[locale] })),
      reload: t.templateInsert,
    },
  ]
}
