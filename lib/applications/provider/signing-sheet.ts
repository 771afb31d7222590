import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { resultPaper } from '@/lib/domain/paper-kind'
import type { Organisation } from '@/lib/organisations/data'
import type { Tx } from '@/lib/platform/db'
import { isSignedOrder, type Slot } from '../document-slots'
import { type AttachedDocument, listDocuments } from '../documents'
import { may } from '../policy'
import type { Sent } from './intake'
import { type Given, labelled, type Provisional, provisional, slotOfSheet } from './result'
import { type ResultText, resultText } from './result-papers'

/** The result as it would be signed now, and how far its signing on paper has come. */
export type SigningSheet = {
  given: Given
  slot: Slot
  scan: AttachedDocument | null
  /** What the sheet was that an attached scan shows, when it is not this one. */
  stale: Given | null
  text: ResultText
  mayApprove: boolean
  paperAllowed: boolean
  organisation: Pick<Organisation, 'name' | 'bin'>
}

/** Of an application that is on signing. */
export async function readSheet(tx: Tx, actor: Actor, sent: Sent, now: Date): Promise<SigningSheet> {
  const { application, organisation } = sent
  const given = await provisional(tx, organisation.id, application.service, now)
  const slot = slotOfSheet(application, given)
  const scans = (await listDocuments(tx, application.id)).filter((file) => isSignedOrder(file.slot))
  const scan = scans.find((file) => file.slot === slot.key) ?? null
  const old = scan ? undefined : scans.at(-1)
  const stale = old ? readStale(old.slot) : null
  const register = resultPaper(application.service.result.kind)
  return {
    given,
    slot,
    scan,
    stale: stale && (await labelled(tx, organisation.id, register, stale)),
    text: resultText(sent, given),
    mayApprove: may(actor, 'approve', application.facts),
    paperAllowed: organisation.paperOrders,
    organisation,
  }
}

function readStale(slotKey: string): Provisional | null {
  const found = /^[A-Za-z]+-(\d+)-(\d{4}-\d{2}-\d{2})-/.exec(slotKey)
  return found?.[1] && found[2] ? { number: Number(found[1]), date: found[2] } : null
}
