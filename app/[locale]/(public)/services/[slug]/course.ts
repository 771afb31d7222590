import { formatMonthDay } from '@/lib/domain/dates'
import { resultPaper } from '@/lib/domain/paper-kind'
import type { StagePart } from '@/lib/domain/provider-kind'
import type { ServiceDefinition, Stage } from '@/lib/domain/service'
import type { Locale } from '@/lib/domain/text'
import { courseMessages } from '@/lib/i18n/service-course'
import { providerOf } from '../../service-words'

export type CourseStep = {
  key: string
  /** Who does what, of the steps that a service has of its own. */
  head?: string
  text: string
}

/** What happens after an application was sent, one after another, as the definition has it. */
export function courseOf(service: ServiceDefinition, locale: Locale): CourseStep[] {
  const t = courseMessages[locale]
  const { result, queue, stages = [] } = service
  const who = providerOf(service, locale)
  const step = (key: string, text: string): CourseStep => ({ key, text })
  return [
    step('intake', t.intake(who, service.intakeTerm)),
    step('receipt', t.receipt),
    ...(queue ? [step('queue', t.queue)] : []),
    ...stages.map((stage) => stageStep(service, stage, locale)),
    step('result', `${resultText(service, locale)} ${t.letter}`),
    ...(result.handOver
      ? [{ key: 'handOver', head: `${result.handOver.title[locale]}.`, text: t.handOver }]
      : []),
    step('cancel', t.cancel),
  ]
}

function stageStep(service: ServiceDefinition, stage: Stage, locale: Locale): CourseStep {
  const title = stage.title[locale]
  const paper = stage.paper && courseMessages[locale].stagePaper(stage.paper.title[locale])
  return {
    key: stage.key,
    head: `${partyOf(service, stage.by, locale)}: ${title.charAt(0).toLowerCase()}${title.slice(1)}.`,
    text: [stage.told[locale], ...(paper ? [paper] : [])].join(' '),
  }
}

/** A party is called as the question that names it: «Новая школа», «Школа, где ребенок учится сейчас». */
function partyOf(service: ServiceDefinition, part: StagePart, locale: Locale): string {
  const path = part === 'provider' ? service.organisation : service.parties?.[part]
  const fields = service.steps.flatMap((step) =>
    step.fields.map((field) => ({ path: `${step.key}.${field.key}`, label: field.label })),
  )
  return fields.find((field) => field.path === path)?.label[locale] ?? providerOf(service, locale)
}

function resultText({ result, term, answerBy }: ServiceDefinition, locale: Locale): string {
  const t = courseMessages[locale]
  const when = answerBy ? t.by(formatMonthDay(answerBy, locale)) : t.within(term)
  const title = result.paper.title[locale]
  if (result.notification) return t.order(when, title, result.notification.title[locale])
  // The title of a notice only says what it is about: «О готовности дубликата …».
  return resultPaper(result.kind) === 'notice' ? t.notice(when, title) : t.paper(when, title)
}
