import 'server-only'
import { createHash } from 'node:crypto'
import type { Profile } from '@/lib/accounts/data'
import {
  type Answers,
  answerAt,
  checkStep,
  isForSelf,
  neededDocuments,
  type ProfileValues,
  sameAnswers,
  visibleFields,
  visibleSteps,
  withProfile,
} from '@/lib/domain/answers'
import type { DateOnly } from '@/lib/domain/dates'
import { paperValues } from '@/lib/domain/paper-values'
import { fullName, maskedInitials, type PersonName } from '@/lib/domain/person-name'
import { fillText } from '@/lib/domain/placeholders'
import { readSections } from '@/lib/domain/read-view'
import type { ServiceDefinition } from '@/lib/domain/service'
import { organisationNames, type Snapshot } from '@/lib/domain/snapshot'
import type { Locale, Text } from '@/lib/domain/text'
import type { Organisation } from '@/lib/organisations/data'
import type { StatementPaper } from '@/lib/papers/paper'
import type { Application } from '../data'
import { slotTitle } from '../document-slots'
import type { AttachedDocument } from '../documents'

/** The first step that is not complete, `documents` among them, or null: then it may be frozen. */
export function firstIncompleteStep(
  application: Application,
  profile: ProfileValues,
  documents: readonly AttachedDocument[],
  today: DateOnly,
): string | null {
  const { service } = application
  const answers = withProfile(service, application.answers, profile)
  const moment = { today, period: application.periodKey }
  const faulty = visibleSteps(service, answers).find(
    (step) => checkStep(service, step, answers, moment).faults.length > 0,
  )
  if (faulty) return faulty.key
  const [organisationStep = ''] = service.organisation.split('.')
  if (!application.organisationId) return organisationStep
  const lacking = neededDocuments(service, answers).some(
    (needed) => needed.required && !documents.some((d) => d.slot === needed.key),
  )
  return lacking ? 'documents' : null
}

export function takeSnapshot(
  application: Application,
  profile: Profile,
  organisations: { provider: Organisation; others: Readonly<Record<string, Text>> },
  documents: readonly AttachedDocument[],
  locale: Locale,
  today: DateOnly,
): Snapshot {
  const { service } = application
  const { provider: organisation, others } = organisations
  const answers = withProfile(service, application.answers, profile)
  const at = (path: string | undefined) => (path ? answerAt(answers, path) : '')
  const applicant: PersonName = profile
  const child = isForSelf(service, answers) ? undefined : service.subject
  const subject: PersonName = child
    ? {
        familyName: at(child.familyName),
        givenName: at(child.givenName),
        patronymic: at(child.patronymic),
      }
    : applicant
  const needed = neededDocuments(service, answers)
  return {
    service: { slug: service.slug, version: service.version },
    locale,
    date: today,
    answers,
    applicant: {
      name: fullName(applicant),
      iin: profile.iin,
      birthDate: profile.birthDate,
      address: profile.address,
      phone: profile.phone,
      email: profile.email,
    },
    subject: {
      name: fullName(subject),
      initials: maskedInitials(subject),
      iin: child ? at(child.iin) : profile.iin,
      birthDate: child ? at(child.birthDate) : profile.birthDate,
    },
    organisation: {
      id: organisation.id,
      kind: organisation.kind,
      name: organisation.name,
      address: organisation.address,
      phone: organisation.phone,
      headName: organisation.headName,
    },
    ...(Object.keys(others).length > 0 ? { organisations: others } : {}),
    period: application.periodKey,
    attachments: documents
      .filter((d) => needed.some((wanted) => wanted.key === d.slot))
      .map(({ slot, documentId, fileName, bytes, sha256 }) => ({ slot, documentId, fileName, bytes, sha256 }))
      .sort((a, b) => a.slot.localeCompare(b.slot)),
  }
}

/** Every organisation that the answers name, the provider too. */
export function namedOrganisations(service: ServiceDefinition, answers: Answers): string[] {
  const ids = visibleSteps(service, answers).flatMap((step) =>
    visibleFields(step, answers)
      .filter((field) => field.kind === 'organisation')
      .map((field) => answers[step.key]?.[field.key] ?? ''),
  )
  return [...new Set(ids.filter(Boolean))]
}

/**
 * Same content, whatever the day: then a second «Подать заявку» makes no second revision. The earliest statements
 * name neither a period nor the provider's kind, and stand as they are.
 */
export function sameContent(kept: Snapshot, fresh: Snapshot): boolean {
  const { kind } = fresh.organisation
  const asNow = { period: fresh.period, ...kept, organisation: { kind, ...kept.organisation } }
  const rest = (snapshot: Snapshot) => fingerprint({ ...snapshot, date: '', answers: {} })
  return sameAnswers(kept.answers, fresh.answers) && rest(asNow) === rest(fresh)
}

function fingerprint(snapshot: Snapshot): string {
  return createHash('sha256').update(canonical(snapshot)).digest('hex')
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, v]) => `${JSON.stringify(key)}:${canonical(v)}`).join(',')}}`
}

const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Four symbols printed on every page: the clerk compares them with the scan. */
export function markOf(snapshot: Snapshot): string {
  const digest = createHash('sha256').update(canonical(snapshot)).digest()
  return [...digest.subarray(0, 4)].map((byte) => SYMBOLS.charAt(byte % 32)).join('')
}

export function statementOf(
  service: ServiceDefinition,
  snapshot: Snapshot,
  frozen: { number: number; ordinal: number; mark: string },
): StatementPaper {
  const { locale } = snapshot
  const values = paperValues(service, snapshot, { number: frozen.number })
  const { applicant } = snapshot
  return {
    locale,
    number: frozen.number,
    revision: frozen.ordinal,
    mark: frozen.mark,
    date: snapshot.date,
    addressee: {
      kind: snapshot.organisation.kind ?? 'school',
      organisation: snapshot.organisation.name[locale],
      head: snapshot.organisation.headName,
    },
    applicant,
    title: service.statement.title[locale],
    body: service.statement.body.map((paragraph) => fillText(paragraph, values)[locale]),
    sections: readSections(service, snapshot.answers, locale, organisationNames(snapshot))
      .map(({ title, rows }) => ({ title, rows: rows.filter((row) => row.value !== '') }))
      .filter((section) => section.rows.length > 0),
    attachments: snapshot.attachments.map((file) => ({
      title: slotTitle(service, snapshot.answers, file.slot)[locale],
      fileName: file.fileName,
      bytes: file.bytes,
      sha256: file.sha256,
    })),
  }
}
