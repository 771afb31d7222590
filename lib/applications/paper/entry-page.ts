import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { mayBegin, type WindowState } from '@/lib/domain/intake-window'
import { fullName } from '@/lib/domain/person-name'
import type { ProviderKind } from '@/lib/domain/provider-kind'
import { type ReadSection, readSections } from '@/lib/domain/read-view'
import { organisationNames } from '@/lib/domain/snapshot'
import type { Locale, Text } from '@/lib/domain/text'
import { findOrganisation } from '@/lib/organisations/data'
import type { Tx } from '@/lib/platform/db'
import { SERVICES } from '@/lib/services'
import { getEntered } from '../data'
import { SIGNED_STATEMENT, type Slot, slotTitle } from '../document-slots'
import { type AttachedDocument, listDocuments } from '../documents'
import { subjectName } from '../parent/drafts'
import { clerksAt, hasConflictOfInterest } from '../policy'
import { getOwnWindow, listWindowStates } from '../windows'
import { getStanding } from './entering'

export type EntryDraft = {
  number: number
  service: Text
  applicantName: string
  subjectName: string
  byName: string
  updatedAt: Date
}

/** What a clerk may enter, and what was begun and not accepted yet. */
export type EntryChoices = {
  organisations: { id: string; name: Text; kind: ProviderKind }[]
  services: { slug: string; name: Text; providerKinds: readonly ProviderKind[] }[]
  drafts: EntryDraft[]
}

export async function getEntryChoices(tx: Tx, clerk: Actor, now: Date): Promise<EntryChoices> {
  const organisations: EntryChoices['organisations'] = []
  for (const id of new Set(clerksAt(clerk))) {
    const found = await findOrganisation(tx, id)
    if (found && !found.isClosed) organisations.push({ id, name: found.shortName, kind: found.kind })
  }
  const windows = await listWindowStates(tx, now)
  const services = SERVICES.filter(
    ({ slug, providerKinds }) =>
      mayBegin(windows.get(slug) ?? { kind: 'always' }) &&
      organisations.some(({ kind }) => providerKinds.includes(kind)),
  ).map(({ slug, name, providerKinds }) => ({ slug, name, providerKinds }))
  return { organisations, services, drafts: await listDrafts(tx, clerk) }
}

const MOST_DRAFTS = 50

async function listDrafts(tx: Tx, clerk: Actor): Promise<EntryDraft[]> {
  const rows = await tx.application.findMany({
    where: { origin: 'paper', status: 'draft', organisationId: { in: clerksAt(clerk) } },
    orderBy: { updatedAt: 'desc' },
    take: MOST_DRAFTS,
    select: {
      number: true,
      owner: { select: { familyName: true, givenName: true, patronymic: true } },
      history: { where: { action: 'create' }, take: 1, select: { actorName: true } },
    },
  })
  const drafts: EntryDraft[] = []
  for (const { number, owner, history } of rows) {
    const { service, answers, updatedAt } = await getEntered(tx, clerk, number)
    drafts.push({
      number,
      service: service.name,
      applicantName: fullName(owner),
      subjectName: subjectName(service, answers),
      byName: history[0]?.actorName ?? '',
      updatedAt,
    })
  }
  return drafts
}

/** The statement is made: to be printed, signed, scanned and accepted. */
export type EntryPage = {
  number: number
  service: Text
  applicantName: string
  mark: string
  language: Locale
  sections: ReadSection[]
  documents: (AttachedDocument & { title: Text })[]
  scanSlot: Slot
  scan: AttachedDocument | null
  window: WindowState
  hasConflict: boolean
}

/** Null where the statement is still to be made, or was overtaken by what was entered afterwards. */
export async function getEntryPage(
  tx: Tx,
  clerk: Actor,
  number: number,
  locale: Locale,
  now: Date,
): Promise<EntryPage | null> {
  const application = await getEntered(tx, clerk, number)
  const revision = await getStanding(tx, application)
  if (!revision) return null
  const { service } = application
  const { snapshot } = revision
  const files = await listDocuments(tx, application.id)
  return {
    number,
    service: service.name,
    applicantName: snapshot.applicant.name,
    mark: revision.mark,
    language: snapshot.locale,
    sections: readSections(service, snapshot.answers, locale, organisationNames(snapshot)),
    documents: files
      .filter(({ slot }) => slot !== SIGNED_STATEMENT.key)
      .map((file) => ({ ...file, title: slotTitle(service, snapshot.answers, file.slot) })),
    scanSlot: SIGNED_STATEMENT,
    scan: files.find(({ slot }) => slot === SIGNED_STATEMENT.key) ?? null,
    window: await getOwnWindow(tx, application, now),
    hasConflict: hasConflictOfInterest(clerk, application.facts),
  }
}
