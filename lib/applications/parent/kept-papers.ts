import 'server-only'
import { getProfile } from '@/lib/accounts/data'
import { fitsLimits } from '@/lib/documents/check'
import type { Actor } from '@/lib/domain/actor'
import {
  type Answers,
  documentOfSlot,
  isForSelf,
  neededDocuments,
  subjectIin,
  withProfile,
} from '@/lib/domain/answers'
import { type DateOnly, dateInAlmaty } from '@/lib/domain/dates'
import { DomainError } from '@/lib/domain/error'
import { FAMILY_PAPERS, type FamilyPaperKind, isExpired } from '@/lib/domain/family-paper'
import type { ServiceDefinition } from '@/lib/domain/service'
import { type FamilyPaper, findChild, getPaper, listPapers } from '@/lib/family/data'
import { keepPaper } from '@/lib/family/mutations'
import type { Tx } from '@/lib/platform/db'
import { type Application, getOwn } from '../data'
import { slotOf } from '../document-slots'
import { type AttachedDocument, fillSlot, listDocuments, lockFillable, type SlotAddress } from '../documents'

/** What «Семья» has to say beside one slot. */
export type FamilyOffer =
  /** A kept paper that one press attaches. */
  | { do: 'take'; paper: FamilyPaper }
  /** There is one, but it has run out. */
  | { do: 'renew'; paper: FamilyPaper }
  /** The attached file may be kept, in place of another where there is one. */
  | { do: 'keep'; documentId: string; asksDate: boolean; replaces: boolean }
  /** The attached file is the kept one. */
  | { do: 'nothing'; paper: FamilyPaper }

/** Where «Семья» keeps the paper of a slot; null for other slots, and while the child is not known. */
type Shelf = { kind: FamilyPaperKind; childId: string | null }

type Reading = { application: Application; answers: Answers; childId: string | null }

async function read(tx: Tx, actor: Actor, number: number): Promise<Reading> {
  const application = await getOwn(tx, actor, number)
  const { service } = application
  const answers = withProfile(service, application.answers, await getProfile(tx, actor))
  const child = isForSelf(service, answers) ? null : await findChild(tx, actor, subjectIin(service, answers))
  return { application, answers, childId: child?.id ?? null }
}

function shelfOf(
  service: ServiceDefinition,
  { answers, childId }: Pick<Reading, 'answers' | 'childId'>,
  slot: string,
): Shelf | null {
  const document = documentOfSlot(service, slot)
  if (!document?.keptAs || document.perRow) return null
  const kind = document.keptAs
  if (FAMILY_PAPERS[kind].of === 'parent' || isForSelf(service, answers)) return { kind, childId: null }
  return childId === null ? null : { kind, childId }
}

const liesOn = (paper: FamilyPaper, shelf: Shelf) =>
  paper.kind === shelf.kind && paper.childId === shelf.childId

/** The offers of a draft's documents step, by slot. */
export async function listOffers(
  tx: Tx,
  actor: Actor,
  number: number,
  now: Date,
): Promise<ReadonlyMap<string, FamilyOffer>> {
  const reading = await read(tx, actor, number)
  const { service, id } = reading.application
  const papers = await listPapers(tx, actor)
  const attached = await listDocuments(tx, id)
  const today = dateInAlmaty(now)
  const offers = new Map<string, FamilyOffer>()
  for (const needed of neededDocuments(service, reading.answers)) {
    const shelf = shelfOf(service, reading, needed.key)
    if (!shelf) continue
    const paper = papers.find((candidate) => liesOn(candidate, shelf))
    const file = attached.find((document) => document.slot === needed.key)
    const offer = file ? offerToKeep(shelf, file, paper) : offerToTake(paper, needed, today)
    if (offer) offers.set(needed.key, offer)
  }
  return offers
}

function offerToKeep(shelf: Shelf, file: AttachedDocument, paper: FamilyPaper | undefined): FamilyOffer {
  if (paper?.sha256 === file.sha256) return { do: 'nothing', paper }
  return {
    do: 'keep',
    documentId: file.documentId,
    asksDate: FAMILY_PAPERS[shelf.kind].expires,
    replaces: paper !== undefined,
  }
}

function offerToTake(
  paper: FamilyPaper | undefined,
  limits: Parameters<typeof fitsLimits>[1],
  today: DateOnly,
): FamilyOffer | null {
  if (!paper || !fitsLimits(paper, limits)) return null
  return { do: isExpired(paper.validUntil, today) ? 'renew' : 'take', paper }
}

/**
 * «Взять из „Семьи“»: the kept paper is attached like any other file. `conflict` when it belongs to another child,
 * is another paper, or has run out meanwhile.
 */
export async function takePaper(
  tx: Tx,
  actor: Actor,
  address: SlotAddress & { paperId: string },
  now: Date,
): Promise<void> {
  const { application, slot } = await lockFillable(tx, actor, address)
  const paper = await getPaper(tx, actor, address.paperId)
  const shelf = shelfOf(application.service, await read(tx, actor, address.number), slot.key)
  const isRight = shelf !== null && liesOn(paper, shelf) && fitsLimits(paper, slot)
  if (!isRight || isExpired(paper.validUntil, dateInAlmaty(now))) throw new DomainError('conflict')
  await fillSlot(tx, actor, { application, slot }, paper, now)
}

/** A draft that starts with a known person gets every kept paper that it needs and that still counts. */
export async function takeAllPapers(tx: Tx, actor: Actor, number: number, now: Date): Promise<void> {
  const { application } = await read(tx, actor, number)
  for (const [key, offer] of await listOffers(tx, actor, number, now)) {
    const slot = slotOf(application.service, key)
    if (slot && offer.do === 'take') await fillSlot(tx, actor, { application, slot }, offer.paper, now)
  }
}

/** «Сохранить в „Семье“»: the attached file becomes the family's paper too. */
export async function keepAttached(
  tx: Tx,
  actor: Actor,
  address: SlotAddress & { documentId: string; validUntil: DateOnly | null },
  now: Date,
): Promise<void> {
  const reading = await read(tx, actor, address.number)
  const attached = await listDocuments(tx, reading.application.id)
  const file = attached.find((d) => d.slot === address.slot && d.documentId === address.documentId)
  const shelf = shelfOf(reading.application.service, reading, address.slot)
  if (!file || !shelf) throw new DomainError('conflict')
  const { fileName, mediaType, bytes, sha256 } = file
  const paper = { ...shelf, file: { fileName, mediaType, bytes, sha256 }, validUntil: address.validUntil }
  await keepPaper(tx, actor, paper, now)
}
