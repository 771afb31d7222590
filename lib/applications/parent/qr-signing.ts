import 'server-only'
import { z } from 'zod'
import { audit } from '@/lib/audit/mutations'
import { mayTry } from '@/lib/auth/delays'
import type { Actor } from '@/lib/domain/actor'
import { timeInAlmaty } from '@/lib/domain/dates'
import { DomainError } from '@/lib/domain/error'
import type { Text } from '@/lib/domain/text'
import { fetchPaper } from '@/lib/papers/stored'
import { asActor } from '@/lib/platform/db'
import { egovQrIsOn, handOver, inviteToSign, qrOperation, takeSignature } from '@/lib/signatures/egov-qr'
import { getOwn } from '../data'
import { getSignPage } from './sign-page'

/** What the page asks for, one after the other; each is answered within seconds, and asked again while it waits. */
export const qrStep = z.discriminatedUnion('step', [
  z.object({ step: z.literal('invite') }),
  z.object({ step: z.literal('handOver'), operation: qrOperation }),
  z.object({ step: z.literal('take'), operation: qrOperation }),
])
export type QrStep = z.infer<typeof qrStep> & {
  /** SHA-256 of the statement that the page shows: after an edit there is another to sign. */
  statement: string
}

const nameOf = (number: number): Text & { en: string } => ({
  kk: `№ ${number} өтініш`,
  ru: `Заявление № ${number}`,
  en: `Application No. ${number}`,
})

/**
 * One step of signing in eGov Mobile. The signature that comes of it goes back to the page, which posts it like that
 * of any other key: only there is it checked.
 */
export async function stepQrSigning(actor: Actor, number: number, given: QrStep, now: Date) {
  if (!egovQrIsOn()) throw new DomainError('absent')
  const { applicationId, page } = await asActor(actor, async (tx) => {
    const { id } = await getOwn(tx, actor, number)
    return { applicationId: id, page: await getSignPage(tx, actor, number, now) }
  })
  if (page?.sha256 !== given.statement) throw new DomainError('conflict')
  const limit = given.step === 'invite' ? 'signaturesOfAccount' : 'qrStepsOfAccount'
  if (!(await mayTry(limit, actor.userId))) throw new DomainError('tooMany')
  switch (given.step) {
    case 'invite': {
      const { expiresAt, ...invitation } = await inviteToSign(`E-Bilimal № ${number}`)
      // The page holds the statement out at once: from then on SIGEX has it, whether or not a phone comes for it.
      await asActor(actor, (tx) =>
        audit(tx, { actorId: actor.userId, action: 'statement.heldOutToSigex', subject: applicationId }),
      )
      return { ...invitation, expiresAt: expiresAt.getTime(), until: timeInAlmaty(expiresAt) }
    }
    case 'handOver': {
      const pdf = await fetchPaper(page.sha256)
      return { state: await handOver(given.operation, { name: nameOf(number), pdf }) }
    }
    case 'take':
      return takeSignature(given.operation)
  }
}
