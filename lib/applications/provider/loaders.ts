import 'server-only'
import { carriedValues } from '@/lib/auth/carried'
import { type Loaded, loadAs } from '@/lib/auth/loading'
import type { UploadForm } from '@/lib/documents/upload-form'
import { type Actor, otherRooms, type Room } from '@/lib/domain/actor'
import { type AddressQuery, one } from '@/lib/domain/address-query'
import { dateInAlmaty } from '@/lib/domain/dates'
import { DomainError, type ErrorCode } from '@/lib/domain/error'
import { readQueueQuery } from '@/lib/domain/queue-query'
import type { Locale, Text } from '@/lib/domain/text'
import { localePath } from '@/lib/i18n/locale'
import { findOrganisation } from '@/lib/organisations/data'
import { now } from '@/lib/platform/clock'
import { asActor, type Tx } from '@/lib/platform/db'
import { workplacesOf } from '../policy'
import { parseCursor, parseNumber } from '../schema'
import { startUpload } from '../uploads'
import { type Decision, readDecision } from './decision'
import { type HeadKey, headKey } from './head-key'
import { type JournalSettings, readJournalSettings } from './journal-settings'
import { givesPlaces, type PlacesPage, readPlaces } from './places-page'
import { type QueuePage, readQueuePage } from './queue-view'
import { keepsJournal, type RegisterPage, readRegister } from './registers'
import { type Review, readReview } from './review'
import { readTeam, type Team } from './team'
import { headedBy, listWaiting, type Waiting } from './waiting'

/** Who reads, for the head of the room. */
export type Staff = {
  name: string
  /** Further rooms of the reader. */
  rooms: readonly Room[]
  place: Text | null
  worksSomewhere: boolean
  keepsJournal: boolean
  givesPlaces: boolean
  signs: boolean
}

type WithStaff<T> = { staff: Staff; data: T | null }
/** `data` is null for what is absent or foreign: the room stays the reader's own. */
export type WorkPage<T> = Loaded<WithStaff<T>> | { status: 'signedOut' }

/** For the loaders of this room, whichever file they stand in. */
export async function loadWork<T>(
  locale: Locale,
  path: string,
  read: (actor: Actor) => Promise<T>,
): Promise<WorkPage<T>> {
  return loadAs(locale, localePath(locale, path), async (actor) => {
    const staff = await asActor(actor, (tx) => staffOf(tx, actor))
    if (!staff.worksSomewhere) return { staff, data: null }
    try {
      return { staff, data: await read(actor) }
    } catch (error) {
      if (error instanceof DomainError && HIDDEN.includes(error.code)) return { staff, data: null }
      throw error
    }
  })
}

const HIDDEN: readonly ErrorCode[] = ['absent', 'forbidden']

async function staffOf(tx: Tx, actor: Actor): Promise<Staff> {
  const [place, ...others] = new Set(workplacesOf(actor))
  const organisation = place && others.length === 0 ? await findOrganisation(tx, place) : null
  return {
    name: actor.name,
    rooms: otherRooms(actor, 'work'),
    place: organisation?.shortName ?? null,
    worksSomewhere: place !== undefined,
    keepsJournal: keepsJournal(actor),
    givesPlaces: await givesPlaces(tx, actor),
    signs: headedBy(actor).length > 0,
  }
}

export function loadQueue(locale: Locale, path: string, query: AddressQuery): Promise<WorkPage<QueuePage>> {
  return loadWork(locale, path, (actor) =>
    asActor(actor, (tx) => readQueuePage(tx, actor, readQueueQuery(query), now())),
  )
}

export function loadReview(locale: Locale, number: string): Promise<WorkPage<Review>> {
  return loadWork(locale, `/work/applications/${number}`, (actor) =>
    asActor(actor, (tx) => readReview(tx, actor, parseNumber(number), locale, now())),
  )
}

/** With the form for the file that the page asks for, and the key by which a head may sign. */
export type DecisionPage = Decision & {
  upload: UploadForm | null
  key: HeadKey
  /** The reason of a refusal that was typed in just before, to be signed by EDS. */
  typed: Readonly<Record<string, string>>
}

/** Steps whose reason is typed in on one page and signed on the next. */
const SIGNED_FOR_A_REASON: readonly string[] = ['refuse', 'revoke']

export function loadDecision(locale: Locale, number: string, step: string): Promise<WorkPage<DecisionPage>> {
  const path = `/work/applications/${number}/${step}`
  return loadWork(locale, path, async (actor) => {
    const decision = await asActor(actor, (tx) =>
      readDecision(tx, actor, parseNumber(number), step, { locale, now: now() }),
    )
    const wanted = 'wanted' in decision ? decision.wanted : null
    const known = {
      key: headKey(actor),
      typed: SIGNED_FOR_A_REASON.includes(step) ? await carriedValues(path) : {},
    }
    if (!wanted) return { ...decision, ...known, upload: null }
    const address = { number: decision.number, slot: wanted.slot.key }
    return {
      ...decision,
      ...known,
      upload: await startUpload(actor, address, localePath(locale, path), now()),
    }
  })
}

export function loadJournal(
  locale: Locale,
  path: string,
  query: AddressQuery,
): Promise<WorkPage<RegisterPage>> {
  return loadWork(locale, path, (actor) => {
    const wanted = {
      organisation: one(query, 'organisation') || null,
      kind: one(query, 'kind') || null,
      year: Number(one(query, 'year')) || null,
      after: one(query, 'after') || null,
    }
    const thisYear = Number(dateInAlmaty(now()).slice(0, 4))
    return asActor(actor, (tx) => readRegister(tx, actor, wanted, thisYear))
  })
}

export type SigningPage = { lists: Waiting[]; key: HeadKey }

export function loadSigningList(locale: Locale, path: string): Promise<WorkPage<SigningPage>> {
  return loadWork(locale, path, async (actor) => {
    if (headedBy(actor).length === 0) throw new DomainError('absent')
    const lists = await asActor(actor, (tx) => listWaiting(tx, actor, locale, now()))
    return { lists, key: headKey(actor) }
  })
}

/** Null: nobody stands in a queue, and no seats are told. */
export type Places = { page: PlacesPage | null }

export function loadPlaces(locale: Locale, path: string, query: AddressQuery): Promise<WorkPage<Places>> {
  return loadWork(locale, path, async (actor) => {
    const wanted = {
      organisationId: one(query, 'organisation') || undefined,
      serviceSlug: one(query, 'service') || undefined,
      periodKey: one(query, 'period') || undefined,
      variant: one(query, 'language') || undefined,
      after: parseCursor(query.after) ?? 0,
    }
    return { page: await asActor(actor, (tx) => readPlaces(tx, actor, wanted)) }
  })
}

export function loadJournalSettings(
  locale: Locale,
  path: string,
  query: AddressQuery,
): Promise<WorkPage<JournalSettings>> {
  return loadWork(locale, path, (actor) => {
    const wanted = {
      organisation: one(query, 'organisation') || null,
      kind: one(query, 'kind') || null,
      year: Number(one(query, 'year')) || null,
    }
    const thisYear = Number(dateInAlmaty(now()).slice(0, 4))
    return asActor(actor, (tx) => readJournalSettings(tx, actor, wanted, thisYear))
  })
}

export function loadTeam(locale: Locale, path: string, query: AddressQuery): Promise<WorkPage<Team>> {
  return loadWork(locale, path, (actor) =>
    asActor(actor, (tx) => readTeam(tx, actor, one(query, 'organisation') || null, now())),
  )
}
