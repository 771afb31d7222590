import 'server-only'
import { type Loaded, load, loadAs } from '@/lib/auth/loading'
import { actorIfAny } from '@/lib/auth/session'
import type { Actor } from '@/lib/domain/actor'
import { dateInAlmaty } from '@/lib/domain/dates'
import { DomainError } from '@/lib/domain/error'
import { takesNow, type WindowState } from '@/lib/domain/intake-window'
import type { ServiceDefinition } from '@/lib/domain/service'
import type { Locale, Text } from '@/lib/domain/text'
import { localePath } from '@/lib/i18n/locale'
import { now } from '@/lib/platform/clock'
import { asActor, asSystem, type Tx } from '@/lib/platform/db'
import { serviceBySlug } from '@/lib/services'
import { edsIsOpen } from '@/lib/signatures/trust'
import { getOwn } from '../data'
import { SIGNED_STATEMENT } from '../document-slots'
import { type FamilyIncome, getIncomeTest } from '../income'
import { markRead } from '../messages'
import { may } from '../policy'
import { editPath, type From, parseCursor, parseNumber } from '../schema'
import { startUpload } from '../uploads'
import { getWindowState, listWindowStates } from '../windows'
import { type CopyOffer, getCopyOffer } from './copying'
import { subjectName } from './drafts'
import { type FamilyOffer, listOffers } from './kept-papers'
import { type MyData, readMyData } from './my-data'
import { getOverview, type Overview } from './overview'
import { hasApplications, listOwn, type OwnList } from './own-list'
import { getSignPage, type SignPage } from './sign-page'
import { getStartChoices, type StartChoices } from './start-choices'
import {
  DOCUMENTS_STEP,
  type DocumentsPage,
  getDocumentsPage,
  getEntryStep,
  getStepPage,
  type StepPage,
} from './step-page'

export type Page<T> = Loaded<T> | { status: 'signedOut' }
export type UploadForm = Awaited<ReturnType<typeof startUpload>>

/** In the person's name, in one transaction; `path` is the page without its language, to come back to. */
function loadOwn<T>(
  locale: Locale,
  path: string,
  read: (tx: Tx, actor: Actor) => Promise<T>,
): Promise<Page<T>> {
  return loadAs(locale, localePath(locale, path), (actor) => asActor(actor, (tx) => read(tx, actor)))
}

/** Where the cabinet opens: at the applications, if there are any. */
export function loadHome(locale: Locale): Promise<Page<boolean>> {
  return loadOwn(locale, '/cabinet', hasApplications)
}

/** The catalogue is the same for everybody; only who reads it has to be somebody. */
export function loadCatalogue(locale: Locale): Promise<Page<ReadonlyMap<string, WindowState>>> {
  return loadOwn(locale, '/cabinet/services', (tx) => listWindowStates(tx, now()))
}

/** `start` is null for whoever is not signed in: they read whether the service is open at all. */
export type StartPage = { service: ServiceDefinition; window: WindowState; start: StartChoices | null }

/** A service that takes nothing now tells so to everybody; to apply one has to be somebody. */
export async function loadStart(locale: Locale, slug: string): Promise<Page<StartPage>> {
  const path = `/cabinet/services/${slug}`
  const open = await load(async () => {
    const service = serviceBySlug(slug)
    if (!service) throw new DomainError('absent')
    return { service, window: await asSystem('windows', (tx) => getWindowState(tx, slug, now())) }
  })
  if (open.status !== 'ready') return open
  const { service, window } = open.data
  if (!takesNow(window) && !(await actorIfAny()))
    return { status: 'ready', data: { ...open.data, start: null } }
  return loadOwn(locale, path, async (tx, actor) => ({
    service,
    window,
    start: await getStartChoices(tx, actor, service),
  }))
}

export function loadList(locale: Locale, before: string | string[] | undefined): Promise<Page<OwnList>> {
  return loadOwn(locale, '/cabinet/applications', (tx, actor) =>
    listOwn(tx, actor, parseCursor(before), now()),
  )
}

/** Null: it was sent, so that there is nothing to edit; or, of one step, the answers do not call for it. */
async function unlessSent<T>(read: Promise<T>): Promise<T | null> {
  return read.catch((error: unknown) => {
    if (error instanceof DomainError && error.code === 'conflict') return null
    throw error
  })
}

export function loadEntryStep(locale: Locale, number: string): Promise<Page<string | null>> {
  return loadOwn(locale, `/cabinet/applications/${number}/edit`, (tx, actor) =>
    unlessSent(getEntryStep(tx, actor, parseNumber(number), now())),
  )
}

export function loadStep(
  locale: Locale,
  number: string,
  step: string,
  from: From,
): Promise<Page<StepPage | null>> {
  return loadOwn(locale, editPath(number, step, { from }), (tx, actor) =>
    unlessSent(getStepPage(tx, actor, parseNumber(number), step, now())),
  )
}

export type DocumentsForm = DocumentsPage & {
  uploads: ReadonlyMap<string, UploadForm>
  /** What «Семья» has to say beside a slot. */
  offers: ReadonlyMap<string, FamilyOffer>
}

export function loadDocuments(
  locale: Locale,
  number: string,
  from: From,
): Promise<Page<DocumentsForm | null>> {
  const path = localePath(locale, editPath(number, DOCUMENTS_STEP, { from }))
  return loadAs(locale, path, async (actor) => {
    const page = await unlessSent(
      asActor(actor, (tx) => getDocumentsPage(tx, actor, parseNumber(number), now())),
    )
    if (!page) return null
    const uploads = await Promise.all(
      page.needed.map(
        async ({ key }) =>
          [key, await startUpload(actor, { number: page.number, slot: key }, path, now())] as const,
      ),
    )
    const offers = await asActor(actor, (tx) => listOffers(tx, actor, page.number, now()))
    return { ...page, uploads: new Map(uploads), offers }
  })
}

export type ApplicationPage = Overview & {
  /** Of the signed statement, while it may be attached. */
  upload: UploadForm | null
  /** As of the day of the statement; of what is not frozen, as of today. */
  income: FamilyIncome | null
  /** A new application may be made from this one. */
  copy: CopyOffer | null
  confirmed: boolean
  email: string
  /** Some authority is trusted, so that a signature could count. */
  edsIsOpen: boolean
}

export function loadApplication(locale: Locale, number: string): Promise<Page<ApplicationPage>> {
  const path = localePath(locale, `/cabinet/applications/${number}`)
  return loadAs(locale, path, async (actor) => {
    const { income, copy, ...overview } = await asActor(actor, async (tx) => {
      const read = await getOverview(tx, actor, parseNumber(number), now())
      const { revision, service } = read.application
      await markRead(tx, read.messages, now())
      const day = revision?.snapshot.date ?? dateInAlmaty(now())
      return {
        ...read,
        income: await getIncomeTest(tx, service, read.answers, day),
        copy: await getCopyOffer(tx, actor, read.application, now()),
      }
    })
    const { application } = overview
    const slot = { number: application.number, slot: SIGNED_STATEMENT.key }
    const upload =
      overview.canSend && application.revision ? await startUpload(actor, slot, path, now()) : null
    return {
      ...overview,
      upload,
      income,
      copy,
      confirmed: actor.confirmed,
      email: actor.email,
      edsIsOpen: edsIsOpen(),
    }
  })
}

/** Null: there is nothing to sign now. */
export function loadSigning(locale: Locale, number: string): Promise<Page<SignPage | null>> {
  return loadOwn(locale, `/cabinet/applications/${number}/sign`, (tx, actor) =>
    getSignPage(tx, actor, parseNumber(number), now()),
  )
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Of all one's applications, or of the one that is asked about. */
export function loadMyData(
  locale: Locale,
  { application, after }: { application: string | null; after: string | null },
): Promise<Page<MyData>> {
  const path = application ? `/cabinet/my-data?application=${application}` : '/cabinet/my-data'
  return loadOwn(locale, path, (tx, actor) =>
    readMyData(tx, actor, {
      of: application === null ? null : parseNumber(application),
      after: after !== null && UUID.test(after) ? after : null,
    }),
  )
}

export type CancelPage = {
  number: number
  serviceName: Text
  childName: string
  can: 'delete' | 'cancel' | 'nothing'
}

export function loadCancel(locale: Locale, number: string): Promise<Page<CancelPage>> {
  return loadOwn(locale, `/cabinet/applications/${number}/cancel`, async (tx, actor) => {
    const application = await getOwn(tx, actor, parseNumber(number))
    const { service, answers, status, facts } = application
    const can = status === 'draft' ? 'delete' : may(actor, 'cancel', facts) ? 'cancel' : 'nothing'
    return {
      number: application.number,
      serviceName: service.name,
      childName: subjectName(service, answers),
      can,
    }
  })
}
