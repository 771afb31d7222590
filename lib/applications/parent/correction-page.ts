import 'server-only'
import { loadAs } from '@/lib/auth/loading'
import type { Actor } from '@/lib/domain/actor'
import { documentTitle } from '@/lib/domain/answers'
import type { FieldFault } from '@/lib/domain/check-field'
import { answerTarget, documentTarget, readTarget } from '@/lib/domain/correction'
import { type DateOnly, dateInAlmaty } from '@/lib/domain/dates'
import { DomainError } from '@/lib/domain/error'
import type { Field } from '@/lib/domain/fields'
import type { ProviderKind } from '@/lib/domain/provider-kind'
import type { Step } from '@/lib/domain/service'
import { organisationNames } from '@/lib/domain/snapshot'
import type { Locale, Text } from '@/lib/domain/text'
import { localePath } from '@/lib/i18n/locale'
import { getOrganisation, type Organisation } from '@/lib/organisations/data'
import { keptPlaces, listPlaces, type PlaceLists } from '@/lib/organisations/places'
import { now } from '@/lib/platform/clock'
import { asActor, type Tx } from '@/lib/platform/db'
import { edsIsOpen } from '@/lib/signatures/trust'
import { correctedSlot, SIGNED_STATEMENT, type Slot } from '../document-slots'
import { type AttachedDocument, listCorrected } from '../documents'
import type { Meanwhile } from '../pauses'
import type { Revision } from '../revision'
import { applicationPath, parseNumber } from '../schema'
import { readPath, type ShownItem, showItem } from '../shown-correction'
import { startUpload } from '../uploads'
import { drawnFields, faultsOf } from './correcting'
import { type CorrectionState, readCorrectionState } from './correction-state'
import type { Page, UploadForm } from './loaders'
import { withFirstRows } from './row-press'
import { maySignThere } from './sending'

/** What was asked of one answer, and how it was sent. */
export type AskedAnswer = ShownItem & { was: string }

/** The questions of one step that may be answered anew; one without a word was called for by another answer. */
export type CorrectedStep = {
  step: Step
  fields: Field[]
  asked: Readonly<Record<string, AskedAnswer>>
  values: Readonly<Record<string, string>>
  places: Readonly<Record<string, PlaceLists>>
  faults: FieldFault[]
}

export type CorrectedDocument = {
  slot: Slot
  required: boolean
  /** Null: a changed answer calls for it. */
  asked: ShownItem | null
  was: { documentId: string; fileName: string } | null
  current: AttachedDocument | undefined
}

type Content = {
  number: number
  serviceName: Text
  provider: ProviderKind
  answerBy: DateOnly
  isOver: boolean
  meanwhile: Meanwhile
  /** By which a page that is older than the application is told apart. */
  version: number
  steps: CorrectedStep[]
  documents: CorrectedDocument[]
  /** Null: its signature was not asked about. */
  statement: ShownItem | null
  isToSign: boolean
  /** New files that are confirmed by a tick. */
  isToTick: boolean
  /** What is to be signed now; it goes with the next change. */
  signing: {
    revision: Revision
    scan: AttachedDocument | null
    organisation: Organisation
    maySignThere: boolean
  } | null
}

export type CorrectionPage = Content & {
  uploads: ReadonlyMap<string, UploadForm>
  edsIsOpen: boolean
}

export async function readCorrectionPage(
  tx: Tx,
  actor: Actor,
  number: number,
  locale: Locale,
  at: Date,
): Promise<Content> {
  const state = await readCorrectionState(tx, actor, number, at)
  const { application, correcting, standing, files, isToSign } = state
  const { correction } = correcting
  const { service, pending } = application
  const organisation = await getOrganisation(tx, standing.snapshot.organisation.id)
  const scans = (await listCorrected(tx, application.id)).filter(({ slot }) => slot === SIGNED_STATEMENT.key)
  const shown = correction.items.map((item) => showItem(service, standing.snapshot.answers, item, locale))
  return {
    number,
    serviceName: service.name,
    provider: organisation.kind,
    answerBy: correction.answerBy,
    isOver: correction.answerBy < dateInAlmaty(at),
    meanwhile: correction.meanwhile,
    version: application.updatedAt.getTime(),
    steps: await readSteps(tx, state, shown, locale, at),
    documents: correcting.documents.map((needed) => ({
      slot: { ...needed, title: documentTitle(needed), key: correctedSlot(needed.key) },
      required: needed.required,
      asked: shown.find(({ target }) => target === documentTarget(needed.key)) ?? null,
      was: standing.snapshot.attachments.find(({ slot }) => slot === needed.key) ?? null,
      current: files.find(({ slot }) => slot === needed.key),
    })),
    statement: shown.find(({ target }) => readTarget(target)?.kind === 'statement') ?? null,
    isToSign,
    isToTick: !isToSign && files.length > 0,
    signing: pending && {
      revision: pending,
      scan: scans.find(({ documentId }) => documentId === pending.scanId) ?? null,
      organisation,
      maySignThere: maySignThere(application, organisation),
    },
  }
}

async function readSteps(
  tx: Tx,
  { application, correcting, standing }: CorrectionState,
  shown: readonly ShownItem[],
  locale: Locale,
  at: Date,
): Promise<CorrectedStep[]> {
  const { service, answers: working, periodKey: period } = application
  const { snapshot } = standing
  const steps: CorrectedStep[] = []
  for (const step of service.steps) {
    const fields = drawnFields(step, correcting)
    if (fields.length === 0) continue
    const own = working[step.key] ?? {}
    const rows = fields
      .filter((field) => field.rows)
      .map((field) => [field.key, withFirstRows(field, own[field.key] ?? '')])
    const places = await keptPlaces(tx, fields, own)
    const values = { ...own, ...places, ...Object.fromEntries(rows) }
    const asked = fields.flatMap(({ key }) => {
      const path = `${step.key}.${key}`
      const item = shown.find(({ target }) => target === answerTarget(path))
      const was = readPath(service, snapshot.answers, path, locale, organisationNames(snapshot))
      return item ? [[key, { ...item, was }] as const] : []
    })
    steps.push({
      step,
      fields,
      asked: Object.fromEntries(asked),
      values,
      places: await listPlaces(tx, service, fields, values),
      faults: faultsOf(service, step, correcting, { today: dateInAlmaty(at), period }),
    })
  }
  return steps
}

/** Null: nothing is asked any more; the application's own page says how things stand. */
export function loadCorrection(locale: Locale, number: string): Promise<Page<CorrectionPage | null>> {
  const path = localePath(locale, `/cabinet/applications/${number}/correct`)
  return loadAs(locale, path, async (actor) => {
    const content = await asActor(actor, (tx) =>
      readCorrectionPage(tx, actor, parseNumber(number), locale, now()),
    ).catch((error: unknown) => {
      if (error instanceof DomainError && error.code === 'conflict') return null
      throw error
    })
    if (!content) return null
    const back = localePath(locale, applicationPath(content.number, '/correct'))
    const slots = [
      ...content.documents.map(({ slot }) => slot.key),
      ...(content.signing ? [correctedSlot(SIGNED_STATEMENT.key)] : []),
    ]
    const uploads = new Map<string, UploadForm>()
    for (const slot of slots)
      uploads.set(slot, await startUpload(actor, { number: content.number, slot }, back, now()))
    return { ...content, uploads, edsIsOpen: edsIsOpen() }
  })
}
