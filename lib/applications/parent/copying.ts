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
import { DomainError } from '@/lib/domain/error'
import { FAMILY_PAPERS } from '@/lib/domain/family-paper'
import { mayBegin } from '@/lib/domain/intake-window'
import { fullName } from '@/lib/domain/person-name'
import type { ServiceDefinition } from '@/lib/domain/service'
import type { Status } from '@/lib/domain/status'
import type { Locale } from '@/lib/domain/text'
import { listChildren } from '@/lib/family/data'
import type { Tx } from '@/lib/platform/db'
import { serviceBySlug } from '@/lib/services'
import { type Application, getOwn } from '../data'
import { slotOf } from '../document-slots'
import { fillSlot, listDocuments } from '../documents'
import { getWindowState } from '../windows'
import { takeAllPapers } from './kept-papers'
import { answersFor, childStepOf, mergeAnswers, type Who } from './prefill'
import { type Started, startDraft } from './starting'

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
  for (const needed of neededDocuments(service, answers).filter(isCopied)) {
    const file = files.find((document) => document.slot === needed.key)
    const slot = slotOf(service, needed.key)
    const isSameQuestion = documentOfSlot(from.service, needed.key) !== null
    if (file && slot && isSameQuestion && fitsLimits(file, slot))
      await fillSlot(tx, actor, { application, slot }, file, now)
  }
}

/** What may be copied from an application, as its page offers it; null when nothing may. */
export type CopyOffer = {
  /** After a refusal or a withdrawal: the same once more. */
  again: boolean
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
  if (!mayBegin(await getWindowState(tx, service.slug, now))) return null
  const again = TRY_AGAIN.includes(status)
  if (!service.subject || isForSelf(service, answers)) return again ? { again, children: null } : null
  const others = (await listChildren(tx, actor)).filter((child) => child.iin !== subjectKey)
  return { again, children: others.map((child) => ({ id: child.id, name: fullName(child) })) }
}
