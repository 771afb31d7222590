import 'server-only'
import { type Answers, visibleFields } from '@/lib/domain/answers'
import { type CorrectionItem, readTarget } from '@/lib/domain/correction'
import { CORRECTION_REASONS, type CorrectionKind } from '@/lib/domain/correction-reasons'
import { type OrganisationNames, readLines } from '@/lib/domain/read-view'
import type { ServiceDefinition } from '@/lib/domain/service'
import type { Locale } from '@/lib/domain/text'
import { correctionMessages } from '@/lib/i18n/corrections'
import { slotTitle } from './document-slots'

/** One thing to put right, in words. */
export type ShownItem = {
  target: string
  kind: CorrectionKind
  label: string
  reason: string
  note: string
}

export function showItem(
  service: ServiceDefinition,
  answers: Answers,
  { target, reason, note }: CorrectionItem,
  locale: Locale,
): ShownItem {
  const kind = readTarget(target)?.kind ?? 'statement'
  const shown = { target, kind, label: targetLabel(service, answers, target, locale), note }
  // «Другая причина» is told by the words beside it.
  return { ...shown, reason: reason === 'other' ? '' : CORRECTION_REASONS[reason].text[locale] }
}

export function targetLabel(
  service: ServiceDefinition,
  answers: Answers,
  target: string,
  locale: Locale,
): string {
  const read = readTarget(target)
  if (read?.kind === 'document') return slotTitle(service, answers, read.slot)[locale]
  if (read?.kind !== 'answer') return correctionMessages[locale].statement
  const [stepKey, fieldKey] = read.path.split('.')
  const step = service.steps.find(({ key }) => key === stepKey)
  return step?.fields.find(({ key }) => key === fieldKey)?.label[locale] ?? read.path
}

/** An answer as it is read, '' when there is none; a block of rows line by line. */
export function readPath(
  service: ServiceDefinition,
  answers: Answers,
  path: string,
  locale: Locale,
  names: OrganisationNames,
): string {
  const [stepKey = '', fieldKey] = path.split('.')
  const step = service.steps.find(({ key }) => key === stepKey)
  const field = step && visibleFields(step, answers).find(({ key }) => key === fieldKey)
  if (!field) return ''
  return readLines(field, answers[stepKey] ?? {}, locale, names)
    .map(({ value }) => value)
    .filter(Boolean)
    .join('\n')
}
