import 'server-only'
import { getProfile } from '@/lib/accounts/data'
import { fitsLimits } from '@/lib/documents/check'
import type { Actor } from '@/lib/domain/actor'
import {
  type Answers,
  documentOfSlot,
  isForSelf,
  type NeededDocument,
  neededDocuments,
  withProfile,
} from '@/lib/domain/answers'
import { dateInAlmaty } from '@/lib/domain/dates'
import { DomainError } from '@/lib/domain/error'
import { FAMILY_PAPERS, isExpired } from '@/lib/domain/family-paper'
import { mayBegin, type WindowState } from '@/lib/domain/intake-window'
import { fullName } from '@/lib/domain/person-name'
import type { ServiceDefinition } from '@/lib/domain/service'
import type { Status } from '@/lib/domain/status'
import type { Locale } from '@/lib/domain/text'
import { listChildren, listPapers } from '@/lib/family/data'
import type { Tx } from '@/lib/platform/db'
import { serviceBySlug } from '@/lib/services'
import { type Application, getOwn } from '../data'
import { slotOf } from '../document-slots'
import { fillSlot, listDocuments } from '../documents'
import { getWindowState } from '../windows'
import { takeAllPapers } from './kept-papers'
import { answersFor, childStepOf, mergeAnswers, type Who } from './prefill'
import { findLive, type Started, startDraft } from './starting'

/** What stays when the child is another one: neither its own answers, nor its class. The school is often the same. */
function withoutChild(service: ServiceDefinition, answers: Answers): Answers {
  const childStep = childStepOf(service)
  return Object.fromEntries(
    service.steps
      .filter((step) => step !== childStep)
      .map(({ key, fields }) => {
        const ofChild = fields.filter(({ family }) => family && family !== 'school').map((field) => field.key)
        const kept = Object.entries(answers[key] ?? {}).filter(([name]) => !ofChild.includes(name))
        return [key, Object.fromEntries(kept)]
      }),
  )
}

/** The statuses after which somebody may want to apply once more with the same data. */
const TRY_AGAIN: readonly Status[] = ['intake_refused', 'refused', 'cancelled', 'revoked']

/**
 * A new draft from an application that was sent: `same` with all answers and files, else with all but the
 * child's. It is of today's version of the service, which keeps what it still asks.
 */
export async function copyApplication(
  tx: Tx,
  actor: Actor,
  number: number,
  to: Exclude<Who, 'self'> | 'same',
  locale: Locale,
  now: Date,
): Promise<Started> {
  const from = await getOwn(tx, actor, number)
  const service = serviceBySlug(from.service.slug)
  if (!service) throw new DomainError('absent')
  const isAllowed = to === 'same' ? TRY_AGAIN.includes(from.status) : from.status !== 'draft'
  if (!isAllowed || (to !== 'same' && isForSelf(service, from.answers))) throw new DomainError('conflict')
  const told =
    to === 'same'
      ? from.answers
      : mergeAnswers(withoutChild(service, from.answers), await answersFor(tx, actor, service, to, now))
  // An empty draft would stand in the way of one that lacks only the child.
  await tx.application.deleteMany({
    where: {
      ownerId: actor.userId,
      serviceSlug: service.slug,
      status: 'draft',
      subjectKey: null,
      answers: { equals: {} },
      documents: { none: {} },
    },
  })
  const started = await startDraft(tx, actor, service.slug, locale, now, told)
  if (!started.isNew) return started
  await copyDocuments(tx, actor, from, started.number, to === 'same' ? () => true : isOfParent, now)
  await takeAllPapers(tx, actor, started.number, now)
  return started
}

/** A paper of the parent serves for every child. */
function isOfParent({ keptAs }: NeededDocument): boolean {
  return keptAs !== undefined && FAMILY_PAPERS[keptAs].of === 'parent'
}

async function copyDocuments(
  tx: Tx,
  actor: Actor,
  from: Application,
  number: number,
  isCopied: (needed: NeededDocument) => boolean,
  now: Date,
): Promise<void> {
  const application = await getOwn(tx, actor, number)
  const { service } = application
  const answers = withProfile(service, application.answers, await getProfile(tx, actor))
  const files = await listDocuments(tx, from.id)
  // A paper that has run out is asked for anew.
  const stale = (await listPapers(tx, actor)).filter((p) => isExpired(p.validUntil, dateInAlmaty(now)))
  for (const needed of neededDocuments(service, answers).filter(isCopied)) {
    const file = files.find((document) => document.slot === needed.key)
    const slot = slotOf(service, needed.key)
    const isSameQuestion = documentOfSlot(from.service, needed.key) !== null
    const isStale = stale.some(({ sha256 }) => sha256 === file?.sha256)
    if (file && !isStale && slot && isSameQuestion && fitsLimits(file, slot))
      await fillSlot(tx, actor, { application, slot }, file, now)
  }
}

/** One press makes it; or a live application for the same person is there; or nothing is taken in now. */
export type Again =
  | { kind: 'ready' }
  | { kind: 'live'; number: number }
  | { kind: 'shut'; window: WindowState }

/** What may be copied from an application, as its page offers it; null when nothing may. */
export type CopyOffer = {
  /** After a refusal, a withdrawal or an annulment: the same once more, or what stands in its way. */
  again: Again | null
  /** For another child: those of the family to choose from. Null where the service is not for a child. */
  children: { id: string; name: string }[] | null
}

export async function getCopyOffer(
  tx: Tx,
  actor: Actor,
  application: Pick<Application, 'service' | 'status' | 'answers' | 'subjectKey'>,
  now: Date,
): Promise<CopyOffer | null> {
  const { status, answers, subjectKey } = application
  const service = serviceBySlug(application.service.slug)
  if (!service || status === 'draft') return null
  const window = await getWindowState(tx, service.slug, now)
  const again = TRY_AGAIN.includes(status) ? await againOf(tx, actor, service, answers, window, now) : null
  const isForChild = service.subject !== undefined && !isForSelf(service, answers)
  if (!isForChild || !mayBegin(window)) return again && { again, children: null }
  const others = (await listChildren(tx, actor)).filter((child) => child.iin !== subjectKey)
  return { again, children: others.map((child) => ({ id: child.id, name: fullName(child) })) }
}

async function againOf(
  tx: Tx,
  actor: Actor,
  service: ServiceDefinition,
  answers: Answers,
  window: WindowState,
  now: Date,
): Promise<Again> {
  if (!mayBegin(window)) return { kind: 'shut', window }
  const live = await findLive(tx, actor, service, answers, window, now)
  return live === null ? { kind: 'ready' } : { kind: 'live', number: live }
}
