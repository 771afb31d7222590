import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { dateInAlmaty } from '@/lib/domain/dates'
import { DomainError } from '@/lib/domain/error'
import type { LetterEvent } from '@/lib/domain/letter-events'
import type { Snapshot } from '@/lib/domain/snapshot'
import { enqueue } from '@/lib/notifications/mutations'
import { getOrganisation, type Organisation } from '@/lib/organisations/data'
import { renderIntakeRefusal } from '@/lib/papers/intake-refusal'
import { checkAddress, newCheckCode, recordPaper, storePaper } from '@/lib/papers/mutations'
import { renderReceipt } from '@/lib/papers/receipt'
import { asActor, type Tx } from '@/lib/platform/db'
import { type Application, getForStaff } from '../data'
import { delegateIfNeeded } from '../delegation'
import { slotTitle } from '../document-slots'
import { dueDates } from '../due-dates'
import { holdKeyOf } from '../hold-key'
import { may } from '../policy'
import { isSigned, type Revision } from '../revision'
import { transition, whyNot } from '../transition'
import { type Reason, tellReason } from './reason'

export type Sent = {
  application: Application
  revision: Revision
  snapshot: Snapshot
  /** Who issues the papers: the provider, or the department that acts for it. */
  organisation: Organisation
  /** Whom it was sent to: its hours count the terms. */
  provider: Organisation
}

/** A sent application with its provider; absent for strangers, `forbidden` for members without the right. */
export async function loadSent(tx: Tx, actor: Actor, number: number): Promise<Sent> {
  const application = await getForStaff(tx, actor, number)
  const { revision } = application
  if (!revision) throw new DomainError('conflict')
  const provider = await getOrganisation(tx, revision.snapshot.organisation.id)
  const acting = application.facts.parties.find(({ part }) => part === 'acting')
  const organisation = acting ? await getOrganisation(tx, acting.organisationId) : provider
  return { application, revision, snapshot: revision.snapshot, organisation, provider }
}

/** `inArea` is the clerk's word on the service area, where places are given by turn; null: not clear yet. */
export async function register(
  actor: Actor,
  number: number,
  now: Date,
  { inArea = null }: { inArea?: boolean | null } = {},
): Promise<void> {
  const today = dateInAlmaty(now)
  const { due, ...sent } = await asActor(actor, async (tx) => {
    const loaded = await loadSent(tx, actor, number)
    const due = await dueDates(
      tx,
      loaded.application,
      loaded.provider,
      loaded.application.completeAt ?? now,
      now,
    )
    return { ...loaded, due }
  })
  const { application, revision, snapshot, organisation } = sent
  const { service } = application
  if (!may(actor, 'register', application.facts)) throw new DomainError(whyNot('register', application))
  if (!isSigned(revision)) throw new DomainError('unsigned')
  const code = newCheckCode()
  const paper = await storePaper(
    await renderReceipt({
      number: `${number}-Р`,
      issuer: organisation,
      date: today,
      applicantName: snapshot.applicant.name,
      subjectName: snapshot.subject.name,
      service: service.name,
      documents: [
        service.statement.title,
        ...snapshot.attachments.map((file) => slotTitle(service, snapshot.answers, file.slot)),
      ],
      acceptedBy: actor.name,
      answerDue: due.answerDue,
      check: { url: checkAddress(code), code },
    }),
  )
  await asActor(actor, async (tx) => {
    await transition(tx, actor, 'register', application, now, {
      data: {
        registeredAt: now,
        answerDue: due.answerDue,
        dueAt: due.answerDue,
        holdKey: holdKeyOf(application),
        stageKey: service.stages?.[0]?.key ?? null,
        ...(service.queue?.area ? { inArea } : {}),
      },
    })
    await recordPaper(tx, {
      ...paper,
      applicationId: application.id,
      organisationId: organisation.id,
      kind: 'receipt',
      number: `${number}-Р`,
      issuedOn: today,
      signedAs: 'unsigned',
      signerName: actor.name,
      initials: snapshot.subject.initials,
      code,
    })
    await tell(tx, application, 'application_registered')
    await delegateIfNeeded(tx, application.id, now)
  })
}

/** Отказ в приеме: only by a ground of article 19, with an explanation in the clerk's words. */
export async function refuseIntake(actor: Actor, number: number, reason: Reason, now: Date): Promise<void> {
  const today = dateInAlmaty(now)
  const sent = await asActor(actor, (tx) => loadSent(tx, actor, number))
  const { application, snapshot, organisation } = sent
  if (!may(actor, 'refuseIntake', application.facts))
    throw new DomainError(whyNot('refuseIntake', application))
  const told = tellReason(sent, application.service.intakeGrounds, reason)
  const code = newCheckCode()
  const paper = await storePaper(
    await renderIntakeRefusal({
      number: `${number}-О`,
      ...told,
      date: today,
      clerkName: actor.name,
      check: { url: checkAddress(code), code },
    }),
  )
  await asActor(actor, async (tx) => {
    await transition(tx, actor, 'refuseIntake', application, now, {
      data: { dueAt: null, groundCode: reason.ground },
      detail: reason,
    })
    await recordPaper(tx, {
      ...paper,
      applicationId: application.id,
      organisationId: organisation.id,
      kind: 'intake_refusal',
      number: `${number}-О`,
      issuedOn: today,
      signedAs: 'unsigned',
      signerName: actor.name,
      initials: snapshot.subject.initials,
      code,
    })
    await tell(tx, application, 'application_intake_refused')
  })
}

type Told = Extract<LetterEvent, `application_${string}`>

export function tell(tx: Tx, application: Application, event: Told): Promise<void> {
  return enqueue(tx, {
    event,
    recipientId: application.ownerId,
    locale: application.locale,
    payload: { number: application.number },
  })
}
