import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import type { Answers } from '@/lib/domain/answers'
import { DomainError } from '@/lib/domain/error'
import { onPaper } from '@/lib/domain/paper-form'
import type { FilledIn } from '@/lib/domain/paper-values'
import { PARTY_PARTS, type PartyPart } from '@/lib/domain/provider-kind'
import type { ServiceDefinition } from '@/lib/domain/service'
import { STATUSES, type Status } from '@/lib/domain/status'
import { isLocale, type Locale } from '@/lib/domain/text'
import type { Tx } from '@/lib/platform/db'
import type { Prisma } from '@/prisma/generated/client'
import { findFamilies } from './interests'
import { type ApplicationFacts, clerksAt, watchedBy, workplacesOf } from './policy'
import { findPending, REVISION_SELECT, type Revision, readRevision } from './revision'
import { getServiceVersion } from './service-versions'

/** What the provider filled in for the result, and the check codes that its papers will carry. */
export type PreparedResult = {
  values: Record<string, string>
  codes: { paper: string; notification: string }
  /** The issue log: what was noted when the paper was handed out in the office. */
  handedOver?: { values: Record<string, string>; at: string; byName: string }
}

/** What one stage brought, and who noted it. */
export type StageResult = { values: Record<string, string>; at: string; byName: string }

export const ORIGINS = ['cabinet', 'paper'] as const
/** Sent from the cabinet, or entered by a clerk for somebody who came in person. */
export type Origin = (typeof ORIGINS)[number]

export type Application = {
  id: string
  number: number
  service: ServiceDefinition
  ownerId: string
  status: Status
  locale: Locale
  answers: Answers
  subjectKey: string | null
  periodKey: string
  organisationId: string | null
  revision: Revision | null
  /** In a correction: what is about to be signed anew; `revision` stands until it is sent. */
  pending: Revision | null
  result: PreparedResult | null
  /** The stage that is waited for; null when none is left, or before it was registered. */
  stageKey: string | null
  stages: Readonly<Record<string, StageResult>>
  queueNo: number | null
  queueVariant: string | null
  inArea: boolean | null
  /** Where a correction returns to. */
  returnsTo: Status | null
  origin: Origin
  assigneeId: string | null
  /** From when the intake term counts. */
  completeAt: Date | null
  decidedAt: Date | null
  createdAt: Date
  updatedAt: Date
  sentAt: Date | null
  registeredAt: Date | null
  intakeDue: string | null
  answerDue: string | null
  dueAt: string | null
  facts: ApplicationFacts
}

/** What the stages brought, as papers and texts read it. */
export function stageValues({ stages }: Pick<Application, 'stages'>): FilledIn {
  return Object.fromEntries(Object.entries(stages).map(([key, stage]) => [key, stage.values]))
}

export const answersSchema = z.record(z.string(), z.record(z.string(), z.string()))
const stageSchema = z.object({ values: z.record(z.string(), z.string()), at: z.string(), byName: z.string() })
const stagesSchema = z.record(z.string(), stageSchema)
export const resultSchema = z.object({
  values: z.record(z.string(), z.string()),
  codes: z.object({ paper: z.string(), notification: z.string() }),
  handedOver: stageSchema.optional(),
})

const SELECT = {
  id: true,
  number: true,
  serviceSlug: true,
  serviceVersion: true,
  ownerId: true,
  status: true,
  locale: true,
  answers: true,
  subjectKey: true,
  periodKey: true,
  organisationId: true,
  result: true,
  stageKey: true,
  stages: true,
  queueNo: true,
  queueVariant: true,
  inArea: true,
  returnsTo: true,
  origin: true,
  assigneeId: true,
  completeAt: true,
  decidedAt: true,
  createdAt: true,
  updatedAt: true,
  sentAt: true,
  registeredAt: true,
  intakeDue: true,
  answerDue: true,
  dueAt: true,
  parties: { select: { organisationId: true, part: true } },
  owner: { select: { iin: true, isPaper: true } },
  currentRevision: { select: REVISION_SELECT },
} as const satisfies Prisma.ApplicationSelect

type Row = Prisma.ApplicationGetPayload<{ select: typeof SELECT }>

export function toStatus(value: string): Status {
  const status = STATUSES.find((s) => s === value)
  if (!status) throw new Error(`unknown status ${value}`)
  return status
}

function toPart(value: string): PartyPart {
  const part = PARTY_PARTS.find((p) => p === value)
  if (!part) throw new Error(`unknown part ${value}`)
  return part
}

/** Only who works somewhere can be in a conflict of interest. */
async function familyOf(tx: Tx, actor: Actor, subject: string | null): Promise<string[]> {
  if (subject === null || actor.memberships.length === 0) return []
  return (await findFamilies(tx, [actor], [subject])).get(subject) ?? []
}

async function toApplication(tx: Tx, actor: Actor, row: Row): Promise<Application> {
  const published = await getServiceVersion(tx, row.serviceSlug, row.serviceVersion)
  const service = row.origin === 'paper' ? onPaper(published) : published
  const { parties, owner, currentRevision, serviceSlug: _slug, serviceVersion: _version, ...plain } = row
  const status = toStatus(row.status)
  const revision = currentRevision && (await readRevision(tx, currentRevision))
  const result = row.result === null ? null : resultSchema.parse(row.result)
  return {
    ...plain,
    service,
    status,
    revision,
    pending: status === 'correction' && revision ? await findPending(tx, row.id, revision) : null,
    locale: isLocale(row.locale) ? row.locale : 'kk',
    answers: answersSchema.parse(row.answers),
    result,
    returnsTo: row.returnsTo === null ? null : toStatus(row.returnsTo),
    origin: row.origin === 'paper' ? 'paper' : 'cabinet',
    stages: stagesSchema.parse(row.stages),
    facts: {
      ownerId: row.ownerId,
      status,
      applicantIin: revision?.snapshot.applicant.iin ?? owner.iin,
      subjectIin: row.subjectKey ?? '',
      familyOf: await familyOf(tx, actor, row.subjectKey),
      parties: parties.map(({ organisationId, part }) => ({ organisationId, part: toPart(part) })),
      correctionAfterRegistration: service.correction.afterRegistration,
      stageBy: service.stages?.find((stage) => stage.key === row.stageKey)?.by ?? null,
      hasQueue: service.queue !== undefined,
      isToHandOver: service.result.handOver !== undefined && result?.handedOver === undefined,
      hasCabinet: !owner.isPaper,
    },
  }
}

/**
 * Applications that this person may read by their work: of their own organisation and, for a methodist, of the
 * schools below. The school that a child leaves reads from registration on, when its turn may come: of one that is
 * not accepted it learns nothing.
 */
export function readableBy(actor: Actor): Prisma.ApplicationWhereInput {
  const organisation = { OR: [{ id: { in: workplacesOf(actor) } }, { parentId: { in: watchedBy(actor) } }] }
  return {
    OR: [
      { parties: { some: { organisation, part: { in: ['provider', 'acting'] } } } },
      { registeredAt: { not: null }, parties: { some: { organisation } } },
    ],
  }
}

async function find(tx: Tx, actor: Actor, where: Prisma.ApplicationWhereInput): Promise<Application> {
  const row = await tx.application.findFirst({ where, select: SELECT })
  if (!row) throw new DomainError('absent')
  return toApplication(tx, actor, row)
}

/** The applicant's own; a foreign number is `absent`. */
export function getOwn(tx: Tx, actor: Actor, number: number): Promise<Application> {
  return find(tx, actor, { number, ownerId: actor.userId })
}

/** A draft that the actor's organisation enters for somebody who came in person; anything else is `absent`. */
export function getEntered(tx: Tx, actor: Actor, number: number): Promise<Application> {
  return find(tx, actor, {
    number,
    origin: 'paper',
    status: 'draft',
    organisationId: { in: clerksAt(actor) },
  })
}

/** One that the actor's organisation works or watches; anything else, drafts too, is `absent`. */
export function getForStaff(tx: Tx, actor: Actor, number: number): Promise<Application> {
  return find(tx, actor, { AND: [{ number, status: { not: 'draft' } }, readableBy(actor)] })
}

export type HistoryEvent = {
  at: Date
  action: string
  from: string | null
  to: string
  actorId: string | null
  actorName: string
  detail: unknown
}

export async function listHistory(tx: Tx, applicationId: string): Promise<HistoryEvent[]> {
  return tx.historyEvent.findMany({
    where: { applicationId },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: { at: true, action: true, from: true, to: true, actorId: true, actorName: true, detail: true },
  })
}
