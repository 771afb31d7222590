import 'server-only'
import type { UploadForm } from '@/lib/documents/upload-form'
import type { Actor } from '@/lib/domain/actor'
import { DomainError } from '@/lib/domain/error'
import type { Locale } from '@/lib/domain/text'
import { localePath } from '@/lib/i18n/locale'
import { now } from '@/lib/platform/clock'
import { asActor, type Tx } from '@/lib/platform/db'
import { getForStaff } from '../data'
import { SIGNED_STATEMENT } from '../document-slots'
import {
  type DocumentsPage,
  getDocumentsPage,
  getEntryStep,
  getStepPage,
  type StepPage,
} from '../parent/step-page'
import { clerksAt } from '../policy'
import { loadWork, type WorkPage } from '../provider/loaders'
import { DESK, type From, parseNumber } from '../schema'
import { startUpload } from '../uploads'
import { getApplicant } from './entering'
import { type EntryChoices, type EntryPage, getEntryChoices, getEntryPage } from './entry-page'

export function loadEntries(locale: Locale): Promise<WorkPage<EntryChoices>> {
  return loadWork(locale, DESK.list, async (clerk) => {
    if (clerksAt(clerk).length === 0) throw new DomainError('absent')
    return asActor(clerk, (tx) => getEntryChoices(tx, clerk, now()))
  })
}

/** The statement to be signed; or where else this application is: at its form, or accepted already. */
export type Entry = (EntryPage & { upload: UploadForm }) | { at: 'form' | 'queue' }

export function loadEntry(locale: Locale, number: string): Promise<WorkPage<Entry>> {
  const path = DESK.application(number)
  return loadWork(locale, path, async (clerk) => {
    const known = parseNumber(number)
    const page = await asActor(clerk, async (tx) =>
      getEntryPage(tx, clerk, known, locale, now()).catch((error: unknown) =>
        unlessAccepted(tx, clerk, known, error),
      ),
    )
    if (page === null) return { at: 'form' }
    if ('at' in page) return page
    const slot = { number: known, slot: SIGNED_STATEMENT.key }
    return { ...page, upload: await startUpload(clerk, slot, localePath(locale, path), now()) }
  })
}

/** Whoever presses twice, or goes back, finds what has become of it. */
async function unlessAccepted(
  tx: Tx,
  clerk: Actor,
  number: number,
  error: unknown,
): Promise<{ at: 'queue' }> {
  if (!(error instanceof DomainError) || error.code !== 'absent') throw error
  await getForStaff(tx, clerk, number)
  return { at: 'queue' }
}

/** The form of one draft, read as the applicant who stands at the desk; null for a step that is not asked for. */
function loadForm<T>(
  locale: Locale,
  path: string,
  number: string,
  read: (tx: Tx, applicant: Actor, clerk: Actor) => Promise<T>,
): Promise<WorkPage<{ page: T | null }>> {
  return loadWork(locale, path, async (clerk) => {
    const page = await asActor(clerk, async (tx) => {
      const { applicant } = await getApplicant(tx, clerk, parseNumber(number))
      return read(tx, applicant, clerk)
    }).catch((error: unknown) => {
      if (error instanceof DomainError && error.code === 'conflict') return null
      throw error
    })
    return { page }
  })
}

export function loadEntryStart(locale: Locale, number: string): Promise<WorkPage<{ page: string | null }>> {
  return loadForm(locale, DESK.application(number, '/edit'), number, (tx, applicant) =>
    getEntryStep(tx, applicant, parseNumber(number), now()),
  )
}

export function loadEntryForm(
  locale: Locale,
  number: string,
  step: string,
  from: From,
): Promise<WorkPage<{ page: StepPage | null }>> {
  return loadForm(locale, DESK.edit(number, step, { from }), number, (tx, applicant) =>
    getStepPage(tx, applicant, parseNumber(number), step, now()),
  )
}

export type EntryDocuments = DocumentsPage & { uploads: ReadonlyMap<string, UploadForm> }

export function loadEntryDocuments(
  locale: Locale,
  number: string,
  step: string,
  from: From,
): Promise<WorkPage<{ page: EntryDocuments | null }>> {
  const path = DESK.edit(number, step, { from })
  return loadWork(locale, path, async (clerk) => {
    const known = parseNumber(number)
    const page = await asActor(clerk, async (tx) => {
      const { applicant } = await getApplicant(tx, clerk, known)
      return getDocumentsPage(tx, applicant, known, now())
    })
    const back = localePath(locale, path)
    const uploads = await Promise.all(
      page.needed.map(
        async ({ key }) =>
          [key, await startUpload(clerk, { number: known, slot: key }, back, now())] as const,
      ),
    )
    return { page: { ...page, uploads: new Map(uploads) } }
  })
}
