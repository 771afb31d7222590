import 'server-only'
import { after } from 'next/server'
import { isStaffLetter } from '@/lib/domain/letter-events'
import { localePath } from '@/lib/i18n/locale'
import * as clock from '@/lib/platform/clock'
import { asSystem, type Tx } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { log, logFailure } from '@/lib/platform/log'
import { type Letter, sendLetter } from '@/lib/platform/mail'
import { getRecipient } from './data'
import { renderLetter } from './letter'
import { claimLetters, markDelivered, markNeedless, type OutboxLetter, putOff } from './mutations'
import { issueToken } from './tokens'

const BATCH = 20

export type Drained = { claimed: number; delivered: number }

/**
 * Sends letters that are due. Several drainers may run at once. The letter's id is the provider's idempotency
 * key and its bytes are the same at each try, so that a try whose answer got lost is not a second letter.
 */
export async function drain({
  limit,
  now,
  send = sendLetter,
}: {
  limit: number
  now: Date
  send?: (letter: Letter) => Promise<void>
}): Promise<Drained> {
  const letters = await asSystem('outbox', (tx) => claimLetters(tx, limit, now))
  let delivered = 0
  for (const letter of letters) {
    const written = await asSystem('outbox', (tx) => write(tx, letter, now))
    if (!written) {
      await asSystem('outbox', (tx) => markNeedless(tx, letter.id, now))
      continue
    }
    try {
      await send(written)
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      log('warn', 'letter-put-off', { letter: letter.id, kind: letter.event, attempts: letter.attempts })
      await asSystem('outbox', (tx) => putOff(tx, letter, reason, now))
      continue
    }
    await asSystem('outbox', (tx) => markDelivered(tx, letter.id, now))
    delivered += 1
  }
  return { claimed: letters.length, delivered }
}

/** Sends what this request wrote, once the person has their answer; a failure is left to the next drain. */
export function drainSoon(): void {
  after(async () => {
    try {
      await drain({ limit: BATCH, now: clock.now() })
    } catch (error) {
      logFailure('outbox', error)
    }
  })
}

/** Sends until nothing is due, for the clock that calls. */
export async function drainAll(): Promise<Drained> {
  const total = { claimed: 0, delivered: 0 }
  for (let claimed = BATCH; claimed === BATCH; ) {
    const round = await drain({ limit: BATCH, now: clock.now() })
    claimed = round.claimed
    total.claimed += round.claimed
    total.delivered += round.delivered
  }
  return total
}

/** The letter as it leaves, or null when it has lost its sense: no such person, or nothing left to confirm. */
async function write(tx: Tx, letter: OutboxLetter, now: Date): Promise<Letter | null> {
  const recipient = await getRecipient(tx, letter.recipientId)
  if (!recipient) return null
  if (letter.event === 'confirm_address' && recipient.confirmed) return null
  const href = `${env().APP_URL}${localePath(letter.locale, await path(tx, letter, now))}`
  return {
    to: recipient.email,
    idempotencyKey: letter.id,
    ...renderLetter(letter.event, letter.locale, { href, payload: letter.payload, at: letter.createdAt }),
  }
}

async function path(tx: Tx, letter: OutboxLetter, now: Date): Promise<string> {
  const accountId = letter.recipientId
  switch (letter.event) {
    case 'confirm_address':
      return `/confirm/${await issueToken(tx, letter.id, { kind: 'confirm', accountId }, now)}`
    case 'reset_password':
      return `/password/${await issueToken(tx, letter.id, { kind: 'reset', accountId }, now)}`
    // It is not theirs any more.
    case 'application_claim_undone':
      return '/cabinet/applications'
    case 'address_known':
      return '/password'
    case 'staff_invited':
      return `/invitation/${await issueToken(tx, letter.id, { kind: 'invite', accountId }, now)}`
    case 'staff_deadlines':
      return '/work'
    case 'staff_signing_waits':
      return '/work/signing'
    case 'staff_assigned_many':
      return '/work?only=mine'
    default: {
      const room = isStaffLetter(letter.event) ? 'work' : 'cabinet'
      return `/${room}/applications/${letter.payload.number ?? ''}`
    }
  }
}
