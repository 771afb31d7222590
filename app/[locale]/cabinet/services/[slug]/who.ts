import type { StartChoices } from '@/lib/applications/parent/start-choices'
import { formatDate } from '@/lib/domain/dates'
import type { FormField } from '@/lib/domain/form-state'
import type { ServiceDefinition } from '@/lib/domain/service'
import type { Locale } from '@/lib/domain/text'
import { familyMessages } from '@/lib/i18n/family'

/** «За кого?», where there is a choice: the children of the family, the applicant, another child. */
export function whoField(
  service: ServiceDefinition,
  { children }: StartChoices,
  locale: Locale,
): FormField | null {
  const t = familyMessages[locale].start
  const mayBeSelf = service.applicant === 'parentOrSelf16'
  if (children.length === 0 && !mayBeSelf) return null
  const [only, ...others] = children
  return {
    name: 'who',
    kind: 'radio',
    label: t.who,
    // One child without an application is who is meant, as a rule.
    value: only && others.length === 0 && only.open === null && !mayBeSelf ? only.id : '',
    options: [
      ...children.map(({ id, name, birthDate, open }) => {
        const born = t.born(formatDate(birthDate, locale, 'short'))
        return { value: id, label: name, hint: open === null ? born : `${born}, ${t.has(open)}` }
      }),
      ...(mayBeSelf ? [{ value: 'self', label: t.self }] : []),
      { value: 'other', label: t.other },
    ],
  }
}
