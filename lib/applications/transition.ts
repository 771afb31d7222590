import 'server-only'
import { audit } from '@/lib/audit/mutations'
import { type Actor, handOf } from '@/lib/domain/actor'
import { DomainError } from '@/lib/domain/error'
import type { Status } from '@/lib/domain/status'
import { type Action, TRANSITIONS } from '@/lib/domain/workflow'
import { isUniqueViolation, Json, type Tx } from '@/lib/platform/db'
import type { Prisma } from '@/prisma/generated/client'
import type { Application } from './data'
import { may } from './policy'
import { settlement } from './settling'

type Change = {
  data?: Prisma.ApplicationUncheckedUpdateManyInput
  /** Goes into the history that both sides read. */
  detail?: Record<string, unknown>
}

/**
 * When something is changed that was last changed `before`. No two changes share a moment, even of machines whose
 * clocks differ: whoever read the one before finds that it is not the last.
 */
export function laterThan(before: Date, now: Date): Date {
  return new Date(Math.max(now.getTime(), before.getTime() + 1))
}

/**
 * The one function that moves an application. The `where` of its update is guard, tenant scope and lock at
 * once: whoever comes second finds no row and gets `conflict`. History and audit are written with it.
 */
export async function transition(
  tx: Tx,
  actor: Actor,
  action: Action,
  application: Application,
  now: Date,
  change: Change = {},
): Promise<void> {
  if (!may(actor, action, application.facts)) throw new DomainError(whyNot(action, application))
  const to = targetOf(action, application)
  const byApplicant = TRANSITIONS[action].by.some((part) => part === 'applicant')
  const scope: Prisma.ApplicationWhereInput = byApplicant
    ? { ownerId: actor.userId }
    : { parties: { some: { organisationId: { in: [...actor.organisationIds] } } } }
  const { count } = await tx.application
    .updateMany({
      where: {
        id: application.id,
        status: application.status,
        stageKey: application.stageKey,
        updatedAt: application.updatedAt,
        currentRevisionId: application.revision?.id ?? null,
        ...scope,
      },
      data: {
        ...(await settlement(tx, application, to, now)),
        ...change.data,
        status: to,
        updatedAt: laterThan(application.updatedAt, now),
      },
    })
    .catch((error: unknown) => {
      if (isUniqueViolation(error)) throw new DomainError('duplicate')
      throw error
    })
  if (count === 0) throw new DomainError('conflict')
  await tx.historyEvent.create({
    data: {
      applicationId: application.id,
      at: now,
      action,
      from: application.status,
      to,
      actorId: handOf(actor),
      actorName: actor.name,
      detail: Json.write(change.detail ?? {}),
    },
  })
  await audit(tx, {
    actorId: handOf(actor),
    action: `application.${action}`,
    subject: application.id,
    detail: {},
  })
}

/** What happened to an application without moving it, for the history that both sides read. */
export async function noteEvent(
  tx: Tx,
  { id, status }: Pick<Application, 'id' | 'status'>,
  event: { action: string; actor: Actor; now: Date },
): Promise<void> {
  const { action, actor, now } = event
  await tx.historyEvent.create({
    data: {
      applicationId: id,
      at: now,
      action,
      from: status,
      to: status,
      actorId: handOf(actor),
      actorName: actor.name,
    },
  })
}

function targetOf(action: Action, { status, returnsTo }: Application): Status {
  const { to } = TRANSITIONS[action]
  if (to === 'same') return status
  if (to !== 'origin') return to
  if (!returnsTo) throw new DomainError('conflict')
  return returnsTo
}

/** A step that the table knows but not from this status was taken by somebody else first. */
export function whyNot(action: Action, application: Application): 'conflict' | 'forbidden' {
  const from: readonly string[] = TRANSITIONS[action].from
  return from.includes(application.status) ? 'forbidden' : 'conflict'
}
