import 'server-only'
import { getProfile } from '@/lib/accounts/data'
import { addPaperAccount, proveIinInPerson } from '@/lib/accounts/mutations'
import type { Actor } from '@/lib/domain/actor'
import { sameAnswers, withProfile } from '@/lib/domain/answers'
import { DomainError } from '@/lib/domain/error'
import { fixedAnswers } from '@/lib/domain/paper-form'
import type { Locale } from '@/lib/domain/text'
import { getOrganisation } from '@/lib/organisations/data'
import { asActor, type Tx } from '@/lib/platform/db'
import { serviceBySlug } from '@/lib/services'
import { type Application, getEntered } from '../data'
import { deleteDraft } from '../parent/drafts'
import { send } from '../parent/sending'
import { startDraft } from '../parent/starting'
import { clerksAt, hasConflictOfInterest } from '../policy'
import type { Revision } from '../revision'

/** `locale` is the language that the applicant wants the statement in. */
export type Entry = { organisationId: string; slug: string; locale: Locale }

/** The applicant, by the hand of the clerk: all that the cabinet can do it does for them too. */
function applicantBy(clerk: Actor, ownerId: string): Actor {
  return {
    userId: ownerId,
    email: '',
    name: clerk.name,
    iin: '',
    // Nobody is written to, and the clerk has the person before them.
    confirmed: true,
    sessionId: clerk.sessionId,
    memberships: [],
    organisationIds: [],
    byHandOf: clerk.userId,
  }
}

/**
 * Whoever brought this draft, by the hand of this clerk. @throws DomainError absent unless the clerk's own
 * organisation enters it, and nothing was sent yet.
 */
export async function getApplicant(
  tx: Tx,
  clerk: Actor,
  number: number,
): Promise<{ applicant: Actor; application: Application }> {
  const application = await getEntered(tx, clerk, number)
  return { applicant: applicantBy(clerk, application.ownerId), application }
}

/** Opens a draft for somebody who stands at the desk; a second click finds the one that nothing was typed into. */
export async function startEntry(tx: Tx, clerk: Actor, entry: Entry, now: Date): Promise<number> {
  const { organisationId, slug, locale } = entry
  if (!clerksAt(clerk).includes(organisationId)) throw new DomainError('absent')
  const service = serviceBySlug(slug)
  const organisation = await getOrganisation(tx, organisationId)
  if (!service?.providerKinds.includes(organisation.kind)) throw new DomainError('absent')
  if (organisation.isClosed) throw new DomainError('closed')
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`entry:${clerk.userId}`}, 0))`
  const blank = await findBlank(tx, clerk, entry)
  if (blank !== null) return blank
  const applicant = applicantBy(clerk, await addPaperAccount(tx, clerk.userId, locale, now))
  const told = fixedAnswers(service, organisation)
  return (await startDraft(tx, applicant, slug, locale, now, told)).number
}

async function findBlank(tx: Tx, clerk: Actor, entry: Entry): Promise<number | null> {
  const found = await tx.application.findFirst({
    where: {
      origin: 'paper',
      status: 'draft',
      organisationId: entry.organisationId,
      serviceSlug: entry.slug,
      locale: entry.locale,
      subjectKey: null,
      owner: { iin: '', familyName: '', givenName: '' },
      history: { some: { action: 'create', actorId: clerk.userId } },
    },
    orderBy: { number: 'desc' },
    select: { number: true },
  })
  return found?.number ?? null
}

/** The statement as it was made; null while there is none, or when something was entered since. */
export async function getStanding(tx: Tx, application: Application): Promise<Revision | null> {
  const { revision, service, answers, ownerId } = application
  if (!revision) return null
  const current = withProfile(service, answers, await getProfile(tx, { userId: ownerId }))
  return sameAnswers(revision.snapshot.answers, current) ? revision : null
}

/**
 * Accepts what was brought: the scan of the signed statement is there, and the clerk has seen the document of the
 * person. It is sent like any other, and waits to be registered. `forbidden` for the clerk's own application.
 */
export async function acceptEntry(clerk: Actor, number: number, now: Date): Promise<void> {
  await asActor(clerk, async (tx) => {
    const { applicant, application } = await getApplicant(tx, clerk, number)
    if (hasConflictOfInterest(clerk, application.facts)) throw new DomainError('forbidden')
    const { ownerId } = application
    const revision = await getStanding(tx, application)
    if (!revision || revision.scanId === null) throw new DomainError('unsigned')
    const isSeen = await proveIinInPerson(tx, ownerId, revision.snapshot.applicant.iin, clerk.userId)
    if (!isSeen) throw new DomainError('conflict')
    await send(tx, applicant, number, now)
  })
}

/** «Удалить черновик»: it goes for good, and with it all that was entered of the person. */
export async function deleteEntry(tx: Tx, clerk: Actor, number: number): Promise<void> {
  const { applicant } = await getApplicant(tx, clerk, number)
  await deleteDraft(tx, applicant, number)
  await tx.account.deleteMany({ where: { id: applicant.userId, isPaper: true, applications: { none: {} } } })
}
