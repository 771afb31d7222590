import 'server-only'
import { DomainError } from '@/lib/domain/error'
import type { FieldError } from '@/lib/domain/form-state'
import type { Ground } from '@/lib/domain/service'
import type { Snapshot } from '@/lib/domain/snapshot'
import type { Locale } from '@/lib/domain/text'
import { decisionMessages } from '@/lib/i18n/decisions'
import type { Organisation } from '@/lib/organisations/data'
import type { Application } from '../data'

type About = { application: Pick<Application, 'service'>; snapshot: Snapshot; organisation: Organisation }

/** Law № 88-V, art. 19-1: a refusal always says why, so that the cause can be removed. */
export const EXPLANATION_LENGTH = { least: 10, most: 1000 }

export type Reason = { ground: string; explanation: string }

/**
 * What every refusal on paper says: whom it concerns, the ground of the law with its source, the provider's
 * own words and what to do next. @throws DomainError invalid when the law's list has no such ground.
 */
export function tellReason(
  { application, snapshot, organisation }: About,
  grounds: readonly Ground[],
  reason: Reason,
) {
  const ground = grounds.find((g) => g.code === reason.ground)
  if (!ground) throw new DomainError('invalid')
  return {
    issuer: organisation,
    applicantName: snapshot.applicant.name,
    subjectName: snapshot.subject.name,
    service: application.service.name,
    ground: ground.text,
    source: ground.source,
    explanation: reason.explanation,
    nextStep: ground.nextStep,
  }
}

/** The ground and the explanation of a refusal, or what is wrong with them. */
export function readReason(
  values: Readonly<Record<string, string>>,
  locale: Locale,
): { reason: Reason; errors: FieldError[] } {
  const t = decisionMessages[locale]
  const reason = { ground: values.ground ?? '', explanation: (values.explanation ?? '').trim() }
  const errors: FieldError[] = []
  if (reason.ground === '') errors.push({ field: 'ground', message: t.groundRequired })
  const { least, most } = EXPLANATION_LENGTH
  if (reason.explanation.length < least) errors.push({ field: 'explanation', message: t.explanationShort })
  if (reason.explanation.length > most) errors.push({ field: 'explanation', message: t.explanationLong })
  return { reason, errors }
}
