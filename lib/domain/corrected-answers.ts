import type { Answers, NeededDocument } from './answers'
import { answerAt, neededDocuments, ownAnswers, visibleFields, withoutHidden } from './answers'
import { answerTarget, type CorrectionItem, documentTarget, STATEMENT } from './correction'
import type { Field } from './fields'
import type { ServiceDefinition, Step } from './service'

/**
 * Answers that may be asked for again. Not who applies, nor the child's or the applicant's IIN, nor the provider
 * or a school that takes part, nor what the place in a queue hangs on: with another of these it is another
 * application, of somebody else, elsewhere or in another turn. The e-mail address is confirmed in the profile.
 */
export function isCorrectable(service: ServiceDefinition, step: Step, field: Field): boolean {
  const path = `${step.key}.${field.key}`
  const fixed = [
    service.organisation,
    ...Object.values(service.parties ?? {}),
    service.subject?.iin,
    service.selfWhen?.field,
    service.queue?.variant,
  ]
  return !fixed.includes(path) && field.profile !== 'iin' && field.profile !== 'email'
}

/** The answers of a sent application that may be asked for again, step by step. */
export function correctableFields(
  service: ServiceDefinition,
  answers: Answers,
): { step: Step; fields: Field[] }[] {
  return service.steps
    .map((step) => ({
      step,
      fields: visibleFields(step, answers).filter((field) => isCorrectable(service, step, field)),
    }))
    .filter(({ fields }) => fields.length > 0)
}

/** Everything that may be asked for again of an application that says this. */
export function correctableTargets(service: ServiceDefinition, answers: Answers): Set<string> {
  return new Set([
    STATEMENT,
    ...correctableFields(service, answers).flatMap(({ step, fields }) =>
      fields.map(({ key }) => answerTarget(`${step.key}.${key}`)),
    ),
    ...neededDocuments(service, answers).map(({ key }) => documentTarget(key)),
  ])
}

type Asked = readonly Pick<CorrectionItem, 'target'>[]

const isMarked = (items: Asked, target: string) => items.some((item) => item.target === target)

/**
 * Whether the applicant may change this answer: it was marked, or it was not asked when the application was sent, so
 * that only a changed answer calls for it.
 */
export function isOpenAnswer(step: Step, field: Field, standing: Answers, items: Asked): boolean {
  if (isMarked(items, answerTarget(`${step.key}.${field.key}`))) return true
  return !visibleFields(step, standing).includes(field)
}

/** What stands, with the applicant's new answers to what was asked again and to what those call for. */
export function correctedAnswers(
  service: ServiceDefinition,
  standing: Answers,
  working: Answers,
  items: Asked,
): Answers {
  let corrected = standing
  for (const step of service.steps)
    for (const field of step.fields) {
      if (!isOpenAnswer(step, field, standing, items)) continue
      const { [step.key]: before = {} } = corrected
      const old = ownAnswers(field, before)
      const rest = Object.entries(before).filter(([key]) => !(key in old))
      const own = ownAnswers(field, working[step.key] ?? {})
      corrected = { ...corrected, [step.key]: { ...Object.fromEntries(rest), ...own } }
    }
  return withoutHidden(service, corrected)
}

/** The documents that may be put in anew: those marked, and those that only a changed answer calls for. */
export function openDocuments(
  service: ServiceDefinition,
  standing: Answers,
  corrected: Answers,
  items: Asked,
): NeededDocument[] {
  const before = neededDocuments(service, standing).map(({ key }) => key)
  return neededDocuments(service, corrected).filter(
    ({ key }) => isMarked(items, documentTarget(key)) || !before.includes(key),
  )
}

/** Whether an answer of the items was left as it was. */
export function isUnchanged(
  service: ServiceDefinition,
  path: string,
  standing: Answers,
  corrected: Answers,
): boolean {
  const [stepKey = '', fieldKey] = path.split('.')
  const field = service.steps.find(({ key }) => key === stepKey)?.fields.find(({ key }) => key === fieldKey)
  if (!field?.rows) return answerAt(standing, path) === answerAt(corrected, path)
  const lines = (answers: Answers) =>
    JSON.stringify(Object.entries(ownAnswers(field, answers[stepKey] ?? {})).sort())
  return lines(standing) === lines(corrected)
}
