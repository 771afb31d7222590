import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { checkFields, type FieldFault } from '@/lib/domain/check-field'
import { dateInAlmaty } from '@/lib/domain/dates'
import { DomainError } from '@/lib/domain/error'
import { paperValues } from '@/lib/domain/paper-values'
import { fillText } from '@/lib/domain/placeholders'
import type { Stage } from '@/lib/domain/service'
import { paperTexts } from '@/lib/i18n/papers'
import { getOrganisation, type Organisation } from '@/lib/organisations/data'
import { renderCertificate } from '@/lib/papers/certificate'
import { checkAddress, newCheckCode, recordPaper, storePaper } from '@/lib/papers/mutations'
import { asActor, Json, type Tx } from '@/lib/platform/db'
import { type Application, type StageResult, stageValues } from '../data'
import { may } from '../policy'
import { transition, whyNot } from '../transition'
import { loadSent, type Sent, tell } from './intake'

/** What stands after the application's number on a stage's paper: талон, допуск. */
const LETTERS = { release: 'Т', notice: 'Д' } as const

/** The stage that is waited for; null when none is left. */
export function stageOf({ service, stageKey }: Pick<Application, 'service' | 'stageKey'>): Stage | null {
  return service.stages?.find((stage) => stage.key === stageKey) ?? null
}

/** The organisation whose turn the stage is: the provider, or the school that the child leaves. */
export async function organisationOf(tx: Tx, { application }: Sent, stage: Stage): Promise<Organisation> {
  const party = application.facts.parties.find(({ part }) => part === stage.by)
  return getOrganisation(tx, party?.organisationId ?? '')
}

/**
 * The organisation whose turn it is has done its part: what it filled in is kept, its paper is issued, and
 * the next stage is waited for, or the result. Faulty fields are answered, nothing is kept. Of two at once the
 * second gets a `conflict`; so does a page that shows a stage which is over.
 */
export async function completeStage(
  actor: Actor,
  number: number,
  expected: { stage: string; typed: Readonly<Record<string, string>> },
  now: Date,
): Promise<FieldFault[]> {
  const today = dateInAlmaty(now)
  const { sent, stage, issuer } = await asActor(actor, async (tx) => {
    const sent = await loadSent(tx, actor, number)
    const stage = stageOf(sent.application)
    if (!stage || stage.key !== expected.stage) throw new DomainError('conflict')
    return { sent, stage, issuer: await organisationOf(tx, sent, stage) }
  })
  const { application, snapshot } = sent
  if (!may(actor, 'completeStage', application.facts))
    throw new DomainError(whyNot('completeStage', application))
  const { values, faults } = checkFields(stage.fields, expected.typed, today)
  if (faults.length > 0) return faults
  const result: StageResult = { values, at: now.toISOString(), byName: actor.name }
  const stages = { ...application.stages, [stage.key]: result }
  const issued = await issuePaper({ sent, stage, stages, issuer, actor, today })
  const all = application.service.stages ?? []
  const next = all[all.findIndex(({ key }) => key === stage.key) + 1]
  await asActor(actor, async (tx) => {
    await transition(tx, actor, 'completeStage', application, now, {
      data: { stages: Json.write(stages), stageKey: next?.key ?? null },
      detail: { stage: stage.key },
    })
    if (issued)
      await recordPaper(tx, {
        ...issued,
        applicationId: application.id,
        organisationId: issuer.id,
        issuedOn: today,
        signedAs: 'unsigned',
        signerName: actor.name,
        initials: snapshot.subject.initials,
      })
    await tell(tx, application, 'application_stage')
  })
  return []
}

type Issue = {
  sent: Sent
  stage: Stage
  stages: Application['stages']
  issuer: Organisation
  actor: Actor
  today: string
}

async function issuePaper({ sent, stage, stages, issuer, actor, today }: Issue) {
  if (!stage.paper) return null
  const { application, snapshot } = sent
  const { kind, title, body } = stage.paper
  const values = paperValues(application.service, snapshot, {
    number: application.number,
    stages: stageValues({ stages }),
  })
  const code = newCheckCode()
  const number = `${application.number}-${LETTERS[kind]}${ordinalOf(application, stage)}`
  const paper = await storePaper(
    await renderCertificate({
      kind,
      number,
      issuer,
      date: today,
      place: issuer.districtName,
      title: fillText(title, values),
      body: body.map((paragraph) => fillText(paragraph, values)),
      signedAs: 'unsigned',
      signer: { post: paperTexts.clerk, name: actor.name },
      applicationNumber: application.number,
      check: { url: checkAddress(code), code },
    }),
  )
  return { ...paper, kind, number, code }
}

/** The first paper of a kind has none; a service with two notices gives the second as «44007-Д2». */
function ordinalOf({ service }: Application, stage: Stage): string {
  const like = (service.stages ?? []).filter(({ paper }) => paper?.kind === stage.paper?.kind)
  const at = like.findIndex(({ key }) => key === stage.key)
  return at > 0 ? String(at + 1) : ''
}
