import { type Answers, answerAt } from './answers'
import { type DateOnly, isDateOnly, schoolYearAhead, schoolYearOf } from './dates'
import type { ServiceDefinition } from './service'

/**
 * The period in which one person has one application: «2026-2027», «2027», the answers that tell seasons or
 * dates apart, or `once`. A school year is that of the first day asked for, else the one people apply for now.
 */
export function periodOf(
  service: ServiceDefinition,
  answers: Answers,
  today: DateOnly,
  intakeYear: string | null,
): string {
  switch (service.period) {
    case 'once':
      return 'once'
    case 'intakeYear':
      return intakeYear ?? today.slice(0, 4)
    case 'season':
      // Two starting days in one summer are one season; a winter camp over New Year is one too.
      return (service.periodFields ?? [])
        .map((path) => answerAt(answers, path))
        .map((answer) => (isDateOnly(answer) ? schoolYearAhead(answer) : answer))
        .join('|')
    case 'dates':
      return (service.periodFields ?? []).map((path) => answerAt(answers, path)).join('|')
    case 'schoolYear': {
      const first = datesAsked(service)
        .map((path) => answerAt(answers, path))
        .find(isDateOnly)
      return first ? schoolYearOf(first) : schoolYearAhead(today)
    }
  }
}

function datesAsked(service: ServiceDefinition): string[] {
  return service.steps.flatMap((step) =>
    step.fields
      .filter((field) => field.kind === 'date' && !field.past && !field.profile)
      .map((field) => `${step.key}.${field.key}`),
  )
}

/** Whether an approved application goes on standing in the way of another for the same person. */
export function holdsAfterResult({ period }: Pick<ServiceDefinition, 'period'>): boolean {
  return period !== 'dates'
}
