import type { ProfileValues } from '@/lib/domain/answers'
import { type Answers, answerAt, visibleFields, visibleSteps, withProfile } from '@/lib/domain/answers'
import type { Field } from '@/lib/domain/fields'
import type { ProviderKind } from '@/lib/domain/provider-kind'
import { cellFields } from '@/lib/domain/rows'
import type { ServiceDefinition } from '@/lib/domain/service'

export type Example = {
  /** Ids by kind; the second school is the one a child leaves. */
  organisations: Readonly<Record<ProviderKind | 'sendingSchool', string>>
  child: Readonly<
    Record<
      'iin' | 'familyName' | 'givenName' | 'patronymic' | 'birthDate' | 'sex' | 'birthCertificate',
      string
    >
  >
  profile: ProfileValues
  /** Answers that shall be these, by `step.field`. */
  choose?: Readonly<Record<string, string>>
}

/**
 * Whole answers for any definition, made from nothing but it: every visible question gets an answer that its
 * kind takes. What the profile gives is left out, as in a draft.
 */
export function exampleAnswers(service: ServiceDefinition, example: Example): Answers {
  let answers: Answers = {}
  const all = () => withProfile(service, answers, example.profile)
  // Conditions look back only, so that answering in order is enough.
  for (const { key } of service.steps) {
    const step = visibleSteps(service, all()).find((s) => s.key === key)
    if (!step) continue
    for (const { key: name } of step.fields) {
      const field = visibleFields(step, all()).find((f) => f.key === name)
      if (!field || field.profile) continue
      answers = {
        ...answers,
        [key]: {
          ...answers[key],
          ...answerOf(service, `${key}.${name}`, field, example, answers[key] ?? {}),
        },
      }
    }
  }
  return answers
}

function answerOf(
  service: ServiceDefinition,
  path: string,
  field: Field,
  example: Example,
  above: Readonly<Record<string, string>>,
): Record<string, string> {
  if (!field.rows) {
    const chosen = example.choose?.[path]
    return { [field.key]: chosen ?? exampleOf(service, path, field, example, above) }
  }
  const ids = Array.from({ length: Math.max(1, field.rows.min) }, (_, at) => `row${at + 1}`)
  const cells = ids.flatMap((id) => cellFields(field, id))
  return {
    [field.key]: ids.join(' '),
    ...Object.fromEntries(cells.map((cell) => [cell.key, exampleOf(service, '', cell, example)])),
  }
}

const DATES = ['2026-12-07', '2026-12-21', '2027-01-11']

function exampleOf(
  service: ServiceDefinition,
  path: string,
  field: Field,
  { organisations, child }: Example,
  above: Readonly<Record<string, string>> = {},
): string {
  const known = Object.entries(service.subject ?? {}).find(([, at]) => at === path)?.[0] ?? field.family
  if (known && known in child) return child[known as keyof typeof child]
  switch (field.kind) {
    case 'personName':
      return 'Өмірзақова Әсемгүл Ғаниқызы'
    case 'text':
      return `№ 118 ${field.key.split('.').at(-1)}`
    case 'longText':
      return 'Қарағанды облысы, Теміртау қ., Бейбітшілік көшесі, 7, 41-пәтер'
    case 'iin':
      return child.iin
    case 'date':
      return field.past ? child.birthDate : (DATES[field.notBefore ? 1 : 0] ?? '')
    case 'phone':
      return '+77011234567'
    case 'email':
      return 'ata-ana@example.kz'
    case 'number':
      return String((field.min ?? 0) > 12 ? (field.max ?? field.min) : Math.min(field.max ?? 12, 12))
    case 'choice':
      return field.options?.[0]?.value ?? ''
    case 'organisation': {
      if (path === service.parties?.sendingSchool) return organisations.sendingSchool
      const left = field.kindsBy?.kinds[above[field.kindsBy.field] ?? '']
      const [kind = 'school'] = left ?? field.organisationKinds ?? service.providerKinds
      return organisations[kind]
    }
    case 'rows':
      return ''
  }
}

/** A provider's form (a stage, a result, a hand-over) filled in by the same rule; answers start it where they may. */
export function exampleValues(
  service: ServiceDefinition,
  fields: readonly Field[],
  answers: Answers,
  example: Example,
): Record<string, string> {
  return Object.fromEntries(
    fields.map((field) => {
      const started = field.startsAs && field.startsAs !== 'today' ? answerAt(answers, field.startsAs) : ''
      return [field.key, started || exampleOf(service, '', field, example)]
    }),
  )
}
