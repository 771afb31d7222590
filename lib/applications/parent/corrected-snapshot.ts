import 'server-only'
import { type Answers, answerAt, isForSelf, neededDocuments, visibleFields } from '@/lib/domain/answers'
import type { DateOnly } from '@/lib/domain/dates'
import type { ProfileKey } from '@/lib/domain/fields'
import { periodOf } from '@/lib/domain/period'
import { fullName, maskedInitials, type PersonName } from '@/lib/domain/person-name'
import type { ServiceDefinition } from '@/lib/domain/service'
import type { Snapshot } from '@/lib/domain/snapshot'
import type { Text } from '@/lib/domain/text'
import type { AttachedDocument } from '../documents'
import { statementOf } from './snapshot'

/** What the answers say of the applicant, by the profile's keys. */
function toldOfApplicant(service: ServiceDefinition, answers: Answers): Partial<Record<ProfileKey, string>> {
  return Object.fromEntries(
    service.steps.flatMap((step) =>
      visibleFields(step, answers).flatMap(({ key, profile }) =>
        profile ? [[profile, answers[step.key]?.[key] ?? '']] : [],
      ),
    ),
  )
}

function applicantOf(service: ServiceDefinition, sent: Snapshot, corrected: Answers): Snapshot['applicant'] {
  const before = toldOfApplicant(service, sent.answers)
  const told = toldOfApplicant(service, corrected)
  const { familyName = '', givenName = '', patronymic = '' } = told
  const isRenamed = (['familyName', 'givenName', 'patronymic'] as const).some(
    (key) => told[key] !== before[key],
  )
  return {
    ...sent.applicant,
    ...(isRenamed ? { name: fullName({ familyName, givenName, patronymic }) } : {}),
    birthDate: told.birthDate ?? sent.applicant.birthDate,
    address: told.address ?? sent.applicant.address,
    phone: told.phone ?? sent.applicant.phone,
  }
}

function subjectOf(
  service: ServiceDefinition,
  sent: Snapshot,
  corrected: Answers,
  applicant: Snapshot['applicant'],
): Snapshot['subject'] {
  const { subject } = service
  if (!subject || isForSelf(service, corrected)) {
    if (applicant.name === sent.applicant.name) return { ...sent.subject, birthDate: applicant.birthDate }
    const { familyName = '', givenName = '', patronymic = '' } = toldOfApplicant(service, corrected)
    const initials = maskedInitials({ familyName, givenName, patronymic })
    return { ...sent.subject, name: applicant.name, initials, birthDate: applicant.birthDate }
  }
  const name: PersonName = {
    familyName: answerAt(corrected, subject.familyName),
    givenName: answerAt(corrected, subject.givenName),
    patronymic: answerAt(corrected, subject.patronymic),
  }
  return {
    ...sent.subject,
    name: fullName(name),
    initials: maskedInitials(name),
    birthDate: answerAt(corrected, subject.birthDate),
  }
}

/** Time alone moves no application into another school year: only an answer that tells the period does. */
function correctedPeriod(
  service: ServiceDefinition,
  sent: Answers,
  { corrected, period, today }: { corrected: Answers; period: string; today: DateOnly },
): string {
  const told = periodOf(service, corrected, today, period)
  return told === periodOf(service, sent, today, period) ? period : told
}

/**
 * What was sent, with the corrected answers and the files put in anew. Everything else stays as it was: the profile
 * and the provider's data may have changed since, and nobody has asked about them.
 */
export function correctedSnapshot(
  service: ServiceDefinition,
  sent: Snapshot,
  given: {
    corrected: Answers
    files: readonly AttachedDocument[]
    organisations: Readonly<Record<string, Text>>
    period: string
    today: DateOnly
  },
): Snapshot {
  const { corrected, files, organisations } = given
  const { confirms: _, ...kept } = sent
  const applicant = applicantOf(service, sent, corrected)
  const attachments = neededDocuments(service, corrected).flatMap(({ key }) => {
    const fresh = files.find(({ slot }) => slot === key)
    if (!fresh) return sent.attachments.filter(({ slot }) => slot === key)
    const { slot, documentId, fileName, bytes, sha256 } = fresh
    return [{ slot, documentId, fileName, bytes, sha256 }]
  })
  return {
    ...kept,
    answers: corrected,
    applicant,
    subject: subjectOf(service, sent, corrected, applicant),
    ...(Object.keys(organisations).length > 0 ? { organisations } : {}),
    period: correctedPeriod(service, sent.answers, given),
    attachments: attachments.sort((a, b) => a.slot.localeCompare(b.slot)),
  }
}

/** Whether the statement says the same of both, apart from its list of files: then one signature covers both. */
export function printsTheSame(service: ServiceDefinition, sent: Snapshot, corrected: Snapshot): boolean {
  const frozen = { number: 0, ordinal: 0, mark: '' }
  const words = (snapshot: Snapshot) => {
    const { attachments: _, ...printed } = statementOf(service, snapshot, frozen)
    return JSON.stringify(printed)
  }
  return words(sent) === words({ ...corrected, locale: sent.locale, date: sent.date })
}
