import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { answerAt } from '@/lib/domain/answers'
import { DomainError } from '@/lib/domain/error'
import { takesNow } from '@/lib/domain/intake-window'
import { foldForSearch } from '@/lib/domain/person-name'
import { enqueue } from '@/lib/notifications/mutations'
import { getOrganisation, type Organisation } from '@/lib/organisations/data'
import type { Tx } from '@/lib/platform/db'
import { settleCorrection } from '../correction'
import { type Application, getOwn } from '../data'
import { delegateIfNeeded } from '../delegation'
import { dueDates } from '../due-dates'
import { takePlace } from '../queue-place'
import { maySend, toBeSigned } from '../revision'
import { transition } from '../transition'
import { getOwnWindow } from '../windows'

/** «Подпишу в школе»: the paper is signed at the visit and its scan attached by the clerk. */
export async function chooseSigningAtSchool(
  tx: Tx,
  actor: Actor,
  number: number,
  now: Date,
): Promise<{ isCorrection: boolean }> {
  const application = await getOwn(tx, actor, number)
  const revision = toBeSigned(application)
  if (!revision) throw new DomainError('conflict')
  const organisation = await getOrganisation(tx, application.organisationId ?? '')
  if (!maySignThere(application, organisation)) throw new DomainError('forbidden')
  await tx.revision.update({
    where: { id: revision.id },
    data: { signedBy: 'atSchool', signedAt: now, scanId: null },
  })
  return { isCorrection: application.status === 'correction' }
}

/** The clerk attaches the scan when registering: what is registered already has to come back signed. */
export function maySignThere(
  { status, returnsTo }: Pick<Application, 'status' | 'returnsTo'>,
  { signAtSchool }: Pick<Organisation, 'signAtSchool'>,
): boolean {
  return signAtSchool && (status === 'draft' || returnsTo === 'sent')
}

/** A revision whose EDS was checked a moment ago: when it was made, or anew because it has waited since. */
export type CheckedEds = { revisionId: string; act: 'sign' | 'send' }

/**
 * «Отправить в школу»: the signed revision goes to the provider that it names. One that is signed with an EDS does
 * not leave unless that was checked just now.
 */
export async function send(
  tx: Tx,
  actor: Actor,
  number: number,
  now: Date,
  checked: CheckedEds | null = null,
): Promise<void> {
  const application = await getOwn(tx, actor, number)
  const { revision } = application
  if (application.status !== 'draft') throw new DomainError('conflict')
  if (!actor.confirmed) throw new DomainError('unconfirmed')
  if (!revision || !maySend(revision)) throw new DomainError('unsigned')
  if (revision.signedBy === 'cms' && checked?.revisionId !== revision.id) throw new DomainError('unsigned')
  const organisation = await getOrganisation(tx, revision.snapshot.organisation.id)
  if (organisation.isClosed) throw new DomainError('closed')
  await refuseOutsideWindow(tx, application, now)
  const due = await dueDates(tx, application, organisation, now, null)
  const { service, id: applicationId } = application
  const { applicant, subject, answers } = revision.snapshot
  const others = Object.entries(service.parties ?? {}).map(([part, path]) => ({
    applicationId,
    organisationId: answerAt(answers, path),
    part,
  }))
  await tx.applicationParty.createMany({
    data: [{ applicationId, organisationId: organisation.id, part: 'provider' }, ...others],
    skipDuplicates: true,
  })
  await transition(tx, actor, 'send', application, now, {
    data: {
      sentAt: now,
      completeAt: now,
      ...due,
      dueAt: due.intakeDue,
      searchText: foldForSearch(
        `${number} ${subject.name} ${subject.iin} ${applicant.name} ${applicant.iin}`,
      ),
    },
    detail: { organisation: organisation.name },
  })
  await enqueue(tx, {
    event: checked?.act === 'sign' ? 'application_signed_sent' : 'application_sent',
    recipientId: actor.userId,
    locale: application.locale,
    payload: { number },
  })
  await delegateIfNeeded(tx, applicationId, now)
  if (!service.queue) return
  const key = {
    organisationId: organisation.id,
    serviceSlug: service.slug,
    periodKey: application.periodKey,
    variant: answerAt(answers, service.queue.variant),
  }
  await takePlace(tx, applicationId, key, now)
}

/** Before the opening a signed draft waits; after the closing nothing is sent any more. */
async function refuseOutsideWindow(tx: Tx, application: Application, now: Date): Promise<void> {
  if (!takesNow(await getOwnWindow(tx, application, now))) throw new DomainError('closed')
}

/**
 * «Отменить заявку» while it is open. It cannot be undone, and a place in a queue goes with it: whoever did not do it
 * themself learns of it from the letter.
 */
export async function cancel(tx: Tx, actor: Actor, number: number, now: Date): Promise<void> {
  const application = await getOwn(tx, actor, number)
  if (application.status === 'correction') await settleCorrection(tx, application, 'cancelled', now)
  await transition(tx, actor, 'cancel', application, now, { data: { holdKey: null, dueAt: null } })
  await enqueue(tx, {
    event: 'application_cancelled',
    recipientId: application.ownerId,
    locale: application.locale,
    payload: { number },
  })
}
