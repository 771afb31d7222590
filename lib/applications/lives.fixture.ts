import type { Actor } from '@/lib/domain/actor'
import type { Field } from '@/lib/domain/fields'
import type { ServiceDefinition, Stage } from '@/lib/domain/service'
import type { Status } from '@/lib/domain/status'
import { asActor, prisma } from '@/lib/platform/db'
import { exampleValues } from '@/test/example-answers'
import {
  addOffice,
  addParent,
  attachFile,
  type CHILD,
  fillDraftOf,
  idsOf,
  newChild,
  type Office,
  type Offices,
  profileOf,
  signDraft,
} from '@/test/school'
import { send } from './parent/sending'
import { approve } from './provider/approval'
import { handOver } from './provider/handing-over'
import { loadSent, register } from './provider/intake'
import { type Provisional, prepareResult, provisional, slotOfSheet } from './provider/result'
import { completeStage } from './provider/stage'
import { hour } from './provider/work.fixture'

/** Providers of every kind that nobody else uses: each test counts its own papers. */
export async function freshOffices(): Promise<Offices> {
  return {
    school: await addOffice('school'),
    sendingSchool: await addOffice('school'),
    department: await addOffice('department'),
    akimat: await addOffice('akimat'),
  }
}

export type Life = {
  service: ServiceDefinition
  offices: Offices
  provider: Office
  parent: Actor
  child: typeof CHILD
  number: number
}

type Start = {
  offices?: Offices
  parent?: Actor
  child?: typeof CHILD
  choose?: Readonly<Record<string, string>>
}

/** Whoever the answers name first: the kind that a definition lists first. */
function providerOf({ providerKinds }: ServiceDefinition, offices: Offices, choose: Start['choose']): Office {
  const chosen = Object.values(offices).find(({ id }) => Object.values(choose ?? {}).includes(id))
  return chosen ?? offices[providerKinds[0] ?? 'school']
}

/** Sent: filled in, frozen and signed, all from the definition. */
export async function sentOf(service: ServiceDefinition, start: Start = {}): Promise<Life> {
  const offices = start.offices ?? (await freshOffices())
  const parent = start.parent ?? (await addParent())
  const child = start.child ?? newChild()
  const number = await fillDraftOf(service, parent, offices, { child, choose: start.choose })
  await signDraft(parent, number)
  await asActor(parent, (tx) => send(tx, parent, number, hour(1)))
  return { service, offices, provider: providerOf(service, offices, start.choose), parent, child, number }
}

export async function registeredOf(service: ServiceDefinition, start: Start = {}): Promise<Life> {
  const life = await sentOf(service, start)
  await register(life.provider.clerk, life.number, hour(2))
  return life
}

export function partyOf({ provider, offices }: Life, { by }: Stage): Office {
  return by === 'provider' ? provider : offices.sendingSchool
}

/** What the provider's forms are filled in with. */
export async function valuesFor(
  { service, offices, child, parent, provider, number }: Life,
  fields: readonly Field[],
): Promise<Record<string, string>> {
  const { application } = await asActor(provider.clerk, (tx) => loadSent(tx, provider.clerk, number))
  const profile = await profileOf(parent)
  const example = { organisations: idsOf(offices), child, profile }
  return exampleValues(service, fields, application.answers, example)
}

export function stageNamed({ service }: Pick<Life, 'service'>, key: string): Stage {
  const stage = service.stages?.find((s) => s.key === key)
  if (!stage) throw new Error(`${service.slug} has no stage ${key}`)
  return stage
}

/** A stage by whoever says so; its own party when nobody does. */
export async function passStage(
  life: Life,
  key: string,
  { actor, more = {} }: { actor?: Actor; more?: Record<string, string> } = {},
): Promise<void> {
  const stage = stageNamed(life, key)
  const typed = { ...(await valuesFor(life, stage.fields)), ...more }
  const by = actor ?? partyOf(life, stage).clerk
  const faults = await completeStage(by, life.number, { stage: key, typed }, hour(3))
  if (faults.length > 0) throw new Error(`${key}: ${JSON.stringify(faults)}`)
}

export async function passAllStages(life: Life): Promise<void> {
  for (const { key } of life.service.stages ?? []) await passStage(life, key)
}

export async function prepareOf(life: Life, actor = life.provider.clerk): Promise<void> {
  const typed = await valuesFor(life, life.service.result.fields)
  const faults = await asActor(actor, (tx) => prepareResult(tx, actor, life.number, typed, hour(4)))
  if (faults.length > 0) throw new Error(`the result: ${JSON.stringify(faults)}`)
}

export function sheetFor({ provider, service }: Life): Promise<Provisional> {
  return asActor(provider.director, (tx) => provisional(tx, provider.id, service, hour(5)))
}

/** Printed, signed by hand, and the scan of that very sheet attached. */
export async function signSheetOf(life: Life, given: Provisional): Promise<void> {
  const { clerk } = life.provider
  const { application } = await asActor(clerk, (tx) => loadSent(tx, clerk, life.number))
  await attachFile(life.number, slotOfSheet(application, given).key, clerk)
}

export async function approveOf(life: Life): Promise<Provisional> {
  const given = await sheetFor(life)
  await signSheetOf(life, given)
  await approve(life.provider.director, life.number, given, hour(5))
  return given
}

/** From the draft to the paper. */
export async function approvedOf(service: ServiceDefinition, start: Start = {}): Promise<Life> {
  const life = await registeredOf(service, start)
  await passAllStages(life)
  await prepareOf(life)
  await approveOf(life)
  return life
}

export async function handOverOf(life: Life, actor = life.provider.clerk): Promise<void> {
  const fields = life.service.result.handOver?.fields ?? []
  const typed = { ...(await valuesFor(life, fields)), date: '2026-11-24' }
  const faults = await asActor(actor, (tx) => handOver(tx, actor, life.number, typed, hour(6)))
  if (faults.length > 0) throw new Error(`the hand-over: ${JSON.stringify(faults)}`)
}

export async function statusOf({ number }: Pick<Life, 'number'>): Promise<Status | string> {
  return (await prisma().application.findUniqueOrThrow({ where: { number }, select: { status: true } }))
    .status
}

/** «kind number», with the part of the organisation that issued it, in the order they were issued. */
export async function papersOf(life: Life): Promise<string[]> {
  const rows = await prisma().paper.findMany({
    where: { application: { number: life.number } },
    orderBy: [{ createdAt: 'asc' }, { kind: 'asc' }],
    select: { kind: true, number: true, organisationId: true },
  })
  const issuerOf = (id: string) =>
    id === life.provider.id ? 'provider' : id === life.offices.sendingSchool.id ? 'sendingSchool' : id
  return rows.map((row) => `${row.kind} ${row.number} by ${issuerOf(row.organisationId)}`)
}
