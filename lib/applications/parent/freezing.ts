import 'server-only'
import { getProfile } from '@/lib/accounts/data'
import { mayTry } from '@/lib/auth/delays'
import { type Actor, handOf } from '@/lib/domain/actor'
import { withProfile } from '@/lib/domain/answers'
import { dateInAlmaty } from '@/lib/domain/dates'
import { DomainError } from '@/lib/domain/error'
import type { Snapshot } from '@/lib/domain/snapshot'
import type { Locale } from '@/lib/domain/text'
import { getOrganisation, listNames } from '@/lib/organisations/data'
import { storePaper } from '@/lib/papers/mutations'
import { renderStatement } from '@/lib/papers/statement'
import { asActor, isUniqueViolation, Json, type Tx } from '@/lib/platform/db'
import { type Application, getOwn } from '../data'
import { listDocuments } from '../documents'
import { type Revision, voidRevision } from '../revision'
import { laterThan } from '../transition'
import { aboutOf } from './drafts'
import {
  firstIncompleteStep,
  markOf,
  namedOrganisations,
  sameContent,
  statementOf,
  takeSnapshot,
} from './snapshot'

type Ready = { application: Application; snapshot: Snapshot; ordinal: number }

async function prepare(
  tx: Tx,
  actor: Actor,
  number: number,
  locale: Locale,
  now: Date,
): Promise<Ready | { incomplete: string } | 'frozen'> {
  const kept = await getOwn(tx, actor, number)
  if (kept.status !== 'draft') throw new DomainError('conflict')
  const { service, periodKey } = kept
  const today = dateInAlmaty(now)
  const profile = await getProfile(tx, actor)
  const answers = withProfile(service, kept.answers, profile)
  // The profile and the school year may have changed since a step was saved last.
  const application: Application = { ...kept, ...aboutOf(service, answers, today, periodKey) }
  const documents = await listDocuments(tx, application.id)
  const incomplete = firstIncompleteStep(application, profile, documents, today)
  if (incomplete) return { incomplete }
  const provider = await getOrganisation(tx, application.organisationId ?? '')
  const others = await listNames(
    tx,
    namedOrganisations(service, answers).filter((id) => id !== provider.id),
  )
  const snapshot = takeSnapshot(application, profile, { provider, others }, documents, locale, today)
  if (application.revision && stands(application.revision, snapshot)) return 'frozen'
  const ordinal = 1 + (await tx.revision.count({ where: { applicationId: application.id } }))
  return { application, snapshot, ordinal }
}

function refuseTwin(error: unknown): never {
  if (isUniqueViolation(error)) throw new DomainError('duplicate')
  throw error
}

/** A signed statement stays in the language it was signed in; an unsigned one follows the reader's. */
function stands(revision: Revision, snapshot: Snapshot): boolean {
  const locale = revision.signedBy === null ? snapshot.locale : revision.snapshot.locale
  return sameContent(revision.snapshot, { ...snapshot, locale })
}

/**
 * Opening "sign": the statement is rendered and kept, then the revision is written, if nothing was edited
 * meanwhile (`conflict`). Unchanged content keeps its revision, and with it a scan that was attached.
 * Answers the first incomplete step instead when something is missing; `duplicate` beside another live one.
 */
export async function freeze(
  actor: Actor,
  number: number,
  locale: Locale,
  now: Date,
): Promise<{ incomplete: string | null }> {
  const ready = await asActor(actor, (tx) => prepare(tx, actor, number, locale, now))
  if (ready === 'frozen') return { incomplete: null }
  if ('incomplete' in ready) return ready
  const { application, snapshot, ordinal } = ready
  if (!(await mayTry('statementsOfAccount', handOf(actor)))) throw new DomainError('tooMany')
  const mark = markOf(snapshot)
  const paper = await storePaper(
    await renderStatement(statementOf(application.service, snapshot, { number, ordinal, mark })),
  )
  await asActor(actor, async (tx) => {
    const { subjectKey, periodKey } = application
    const updatedAt = laterThan(application.updatedAt, now)
    const { count } = await tx.application
      .updateMany({
        where: {
          id: application.id,
          status: application.status,
          updatedAt: application.updatedAt,
          currentRevisionId: application.revision?.id ?? null,
        },
        data: { subjectKey, periodKey, updatedAt },
      })
      .catch(refuseTwin)
    if (count === 0) throw new DomainError('conflict')
    await voidRevision(tx, application.id, updatedAt)
    const revision = await tx.revision.create({
      data: {
        applicationId: application.id,
        ordinal,
        mark,
        locale,
        snapshot: Json.write(snapshot),
        statementSha256: paper.sha256,
        createdAt: now,
      },
      select: { id: true },
    })
    await tx.application.update({
      where: { id: application.id },
      data: { currentRevisionId: revision.id, updatedAt },
    })
  })
  return { incomplete: null }
}
