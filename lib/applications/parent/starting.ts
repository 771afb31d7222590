import 'server-only'
import { getProfile } from '@/lib/accounts/data'
import { type Actor, handOf } from '@/lib/domain/actor'
import { type Answers, withProfile } from '@/lib/domain/answers'
import { dateInAlmaty } from '@/lib/domain/dates'
import { DomainError } from '@/lib/domain/error'
import { mayBegin, type WindowState } from '@/lib/domain/intake-window'
import type { ServiceDefinition } from '@/lib/domain/service'
import type { Locale } from '@/lib/domain/text'
import { LIVE } from '@/lib/domain/workflow'
import { Json, type Tx } from '@/lib/platform/db'
import { serviceBySlug } from '@/lib/services'
import { getWindowState } from '../windows'
import { aboutOf, chosenOrganisation, withoutStale } from './drafts'
import { takeAllPapers } from './kept-papers'
import { answersFor, type Who } from './prefill'

/** `isNew` is false when another application stood in the way: then it is that one. */
export type Started = { number: number; isNew: boolean }

/**
 * Opens a draft, or the one that stands in its way: the empty one that is open already (a double click makes
 * one application), or the live one for the same person. `closed` when nothing is taken in, now or later.
 */
export async function startDraft(
  tx: Tx,
  actor: Actor,
  slug: string,
  locale: Locale,
  now: Date,
  told: Answers = {},
): Promise<Started> {
  const service = serviceBySlug(slug)
  if (!service) throw new DomainError('absent')
  const window = await getWindowState(tx, slug, now)
  if (!mayBegin(window)) throw new DomainError('closed')
  const { own, subjectKey, periodKey } = await beginningOf(tx, actor, service, told, window, now)
  // Begun for an intake that is over: it knows nobody yet, and goes on into this one.
  if (subjectKey === null) {
    await tx.application.updateMany({
      where: {
        ownerId: actor.userId,
        serviceSlug: slug,
        status: 'draft',
        subjectKey,
        periodKey: { not: periodKey },
      },
      data: { periodKey },
    })
  }
  const [mine] = await tx.application.createManyAndReturn({
    data: [
      {
        serviceSlug: slug,
        serviceVersion: service.version,
        ownerId: actor.userId,
        origin: actor.byHandOf ? 'paper' : 'cabinet',
        locale,
        answers: Json.write(own),
        subjectKey,
        periodKey,
        organisationId: await chosenOrganisation(tx, service, own),
        createdAt: now,
        updatedAt: now,
      },
    ],
    skipDuplicates: true,
    select: { id: true, number: true },
  })
  if (!mine) {
    const rival = await findInTheWay(tx, actor, service, subjectKey, periodKey)
    return { number: rival, isNew: false }
  }
  await tx.historyEvent.create({
    data: {
      applicationId: mine.id,
      at: now,
      action: 'create',
      to: 'draft',
      actorId: handOf(actor),
      actorName: actor.name,
    },
  })
  return { number: mine.number, isNew: true }
}

/** «Подать заявку»: a draft with all that «Семья» knows of this person, the kept papers attached. */
export async function startFor(
  tx: Tx,
  actor: Actor,
  slug: string,
  who: Who,
  locale: Locale,
  now: Date,
): Promise<Started> {
  const service = serviceBySlug(slug)
  if (!service) throw new DomainError('absent')
  const known = await answersFor(tx, actor, service, who, now)
  const started = await startDraft(tx, actor, slug, locale, now, known)
  if (started.isNew && who !== 'other') await takeAllPapers(tx, actor, started.number, now)
  return started
}

/** What a draft starts with, and whom and which period it is about. */
async function beginningOf(
  tx: Tx,
  actor: Actor,
  service: ServiceDefinition,
  told: Answers,
  window: WindowState,
  now: Date,
): Promise<{ own: Answers; subjectKey: string | null; periodKey: string }> {
  const intakeYear = 'window' in window ? window.window.periodKey : null
  const answers = withProfile(service, told, await getProfile(tx, actor))
  const about = aboutOf(service, answers, dateInAlmaty(now), intakeYear)
  return { own: withoutStale(told, answers), ...about }
}

/** The live application that a new one with these answers would meet; null where the way is free. */
export async function findLive(
  tx: Tx,
  actor: Actor,
  service: ServiceDefinition,
  told: Answers,
  window: WindowState,
  now: Date,
): Promise<number | null> {
  const { subjectKey, periodKey } = await beginningOf(tx, actor, service, told, window, now)
  if (subjectKey === null) return null
  const live = await tx.application.findFirst({
    where: {
      ownerId: actor.userId,
      serviceSlug: service.slug,
      subjectKey,
      periodKey,
      status: { in: [...LIVE] },
    },
    select: { number: true },
  })
  return live?.number ?? null
}

async function findInTheWay(
  tx: Tx,
  actor: Actor,
  { slug }: ServiceDefinition,
  subjectKey: string | null,
  periodKey: string,
): Promise<number> {
  const open = await tx.application.findFirst({
    where: {
      ownerId: actor.userId,
      serviceSlug: slug,
      subjectKey,
      ...(subjectKey === null ? { status: 'draft' } : { status: { in: [...LIVE] }, periodKey }),
    },
    select: { number: true },
  })
  // It was sent or deleted between the two looks.
  if (!open) throw new DomainError('conflict')
  return open.number
}
