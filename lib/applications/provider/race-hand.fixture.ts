import { randomInt } from 'node:crypto'
import type { Actor } from '@/lib/domain/actor'
import { DomainError } from '@/lib/domain/error'
import { asActor, prisma } from '@/lib/platform/db'
import { Prisma } from '@/prisma/generated/client'
import { fillSlot, lockFillable } from '../documents'
import { cancel } from '../parent/sending'
import { approve } from './approval'
import { loadSent, register } from './intake'
import { type Given, provisional, slotOfSheet } from './result'

/**
 * A process of its own, with connections of its own: what it is told it does by the product's own functions, and it
 * answers how that ended.
 */
export type Told = { actor: Actor; now: string } & (
  | { do: 'approveAll'; organisationIds: readonly string[] }
  | { do: 'approve'; number: number; given: Given }
  | { do: 'register' | 'cancel'; number: number }
)

/** `done`, or the code of what stood in the way; of many, how many were done and how many were somebody else's. */
export type Ended = { done: number; refused: string[] }

async function attempt(work: () => Promise<void>): Promise<string | null> {
  try {
    await work()
    return null
  } catch (error) {
    if (error instanceof DomainError) return error.code
    // A machine so busy that a transaction ran out of its time: nothing was done, and one presses again.
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2028') return 'unavailable'
    throw error
  }
}

const SCAN = { fileName: 'приказ.pdf', mediaType: 'application/pdf', bytes: 9, sha256: 'race' }

/** As a head does it: the sheet is printed with the number that is next, signed, its scan attached, and approved. */
async function approveNext(actor: Actor, number: number, now: Date): Promise<void> {
  const { application, given } = await asActor(actor, async (tx) => {
    const { application, organisation } = await loadSent(tx, actor, number)
    if (application.status !== 'on_signing') throw new DomainError('conflict')
    return { application, given: await provisional(tx, organisation.id, application.service, now) }
  })
  const slot = slotOfSheet(application, given).key
  await asActor(actor, async (tx) => {
    await fillSlot(tx, actor, await lockFillable(tx, actor, { number, slot }), SCAN, now)
  })
  await approve(actor, number, given, now)
}

/** Until nothing waits any more, in any of them; whatever another took first is looked for anew. */
async function approveAll(actor: Actor, organisationIds: readonly string[], now: Date): Promise<Ended> {
  const ended: Ended = { done: 0, refused: [] }
  for (;;) {
    const waiting = await prisma().application.findMany({
      where: { organisationId: { in: [...organisationIds] }, status: 'on_signing' },
      select: { number: true },
    })
    const one = waiting[randomInt(0, Math.max(1, waiting.length))]
    if (!one) return ended
    const refusal = await attempt(() => approveNext(actor, one.number, now))
    if (refusal === null) ended.done += 1
    else ended.refused.push(refusal)
  }
}

async function obey(told: Told): Promise<Ended> {
  const { actor } = told
  const now = new Date(told.now)
  if (told.do === 'approveAll') return approveAll(actor, told.organisationIds, now)
  const refusal = await attempt(() => {
    switch (told.do) {
      case 'approve':
        return approve(actor, told.number, told.given, now)
      case 'register':
        return register(actor, told.number, now)
      case 'cancel':
        return asActor(actor, (tx) => cancel(tx, actor, told.number, now))
    }
  })
  return refusal === null ? { done: 1, refused: [] } : { done: 0, refused: [refusal] }
}

process.on('disconnect', () => process.exit())
process.on('message', (told: Told) => {
  obey(told).then(
    (ended) => process.send?.(ended),
    // The test reads it as the end of this process.
    (error) => {
      console.error(error)
      process.exit(1)
    },
  )
})
// Whoever starts it waits for this: all begin at once.
prisma()
  .$connect()
  .then(() => process.send?.('ready'))
