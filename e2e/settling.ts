import { createHash } from 'node:crypto'
import { getProfile } from '@/lib/accounts/data'
import { fillSlot, lockFillable } from '@/lib/applications/documents'
import { freeze } from '@/lib/applications/parent/freezing'
import { send } from '@/lib/applications/parent/sending'
import { startDraft } from '@/lib/applications/parent/starting'
import { register } from '@/lib/applications/provider/intake'
import { prepareResult } from '@/lib/applications/provider/result'
import { getActorOf } from '@/lib/auth/data'
import { cleanKey } from '@/lib/documents/keep'
import type { Actor } from '@/lib/domain/actor'
import { neededDocuments, withProfile } from '@/lib/domain/answers'
import { asActor, asSystem } from '@/lib/platform/db'
import { putObject } from '@/lib/platform/storage'
import { serviceBySlug } from '@/lib/services'
import { jpeg, pdf } from '@/test/sample-files'
import type { Order, Settled } from './settled'

// A process of its own: Playwright's transform knows nothing of modules that are for the server only.

const PHOTO = { fileName: 'Туу туралы куәлік.jpg', mediaType: 'image/jpeg', content: jpeg }
const SCAN = { fileName: 'заявление.pdf', mediaType: 'application/pdf', content: pdf }

async function actorOf(email: string): Promise<Actor> {
  return asSystem('journeys', async (tx) => {
    const { id } = await tx.account.findFirstOrThrow({ where: { email }, select: { id: true } })
    const actor = await getActorOf(tx, id, new Date())
    if (!actor) throw new Error(`there is no ${email}`)
    return actor
  })
}

async function attach(actor: Actor, number: number, slot: string, file: typeof PHOTO): Promise<void> {
  const { content, ...named } = file
  const sha256 = createHash('sha256').update(content).digest('hex')
  await putObject(cleanKey(sha256), content, file.mediaType)
  await asActor(actor, async (tx) => {
    const fillable = await lockFillable(tx, actor, { number, slot })
    await fillSlot(tx, actor, fillable, { ...named, bytes: content.length, sha256 }, new Date())
  })
}

/** Every step is the product's own, in the order of the order. */
async function settle({ parent, clerk, slug, answers, locale, to, result }: Order): Promise<number> {
  const actor = await actorOf(parent)
  const service = serviceBySlug(slug)
  if (!service) throw new Error(`there is no ${slug}`)
  const { number } = await asActor(actor, (tx) => startDraft(tx, actor, slug, locale, new Date(), answers))
  const profile = await asActor(actor, (tx) => getProfile(tx, actor))
  for (const { key, required } of neededDocuments(service, withProfile(service, answers, profile)))
    if (required) await attach(actor, number, key, PHOTO)
  const { incomplete } = await freeze(actor, number, locale, new Date())
  if (incomplete) throw new Error(`the step ${incomplete} is not complete`)
  if (to === 'ready') return number
  await attach(actor, number, 'signedStatement', SCAN)
  await asActor(actor, (tx) => send(tx, actor, number, new Date()))
  if (to === 'sent') return number
  const worker = await actorOf(clerk)
  await register(worker, number, new Date())
  if (to === 'registered') return number
  const faults = await asActor(worker, (tx) => prepareResult(tx, worker, number, result, new Date()))
  if (faults.length > 0) throw new Error(`the result is not complete: ${JSON.stringify(faults)}`)
  return number
}

const answer = (settled: Settled) => process.send?.(settled)

process.on('disconnect', () => process.exit())
process.on('message', (order: Order) => {
  settle(order).then(
    (number) => answer({ number }),
    (error: Error) => answer({ fault: error.stack ?? error.message }),
  )
})
