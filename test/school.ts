import { randomUUID } from 'node:crypto'
import { getProfile } from '@/lib/accounts/data'
import { freeze } from '@/lib/applications/parent/freezing'
import { startDraft } from '@/lib/applications/parent/starting'
import type { Actor, Role } from '@/lib/domain/actor'
import { neededDocuments, withProfile } from '@/lib/domain/answers'
import { almatyInstant } from '@/lib/domain/dates'
import { withCheckDigit } from '@/lib/domain/iin'
import type { ProviderKind } from '@/lib/domain/provider-kind'
import type { ServiceDefinition } from '@/lib/domain/service'
import { asActor, prisma } from '@/lib/platform/db'
import { SERVICES } from '@/lib/services'
import { seedGround } from '@/prisma/seed/ground'
import { ORGANISATIONS } from '@/prisma/seed/organisations'
import { type Example, exampleAnswers } from './example-answers'

/** A Tuesday morning in Almaty, far from holidays: intake answer is due on Wednesday. */
export const TUESDAY = new Date('2026-11-24T04:00:00Z')

export type School = { id: string; clerk: Actor; director: Actor }

/** A provider of any kind with its people. */
export type Office = School

/** Regions, calendar, services and two schools with their people, as a test file needs them once. */
export async function seedSchools(): Promise<{ a: School; b: School; department: string }> {
  await seedGround(prisma(), TUESDAY)
  await openAllYear()
  const [one, two] = ORGANISATIONS.filter((o) => o.kind === 'school')
  const parent = ORGANISATIONS.find((o) => o.key === one?.parent)
  if (!one || !two || !parent) throw new Error('no schools to seed')
  const department = await addOrganisation(parent, null)
  return { a: await addSchool(one, department), b: await addSchool(two, null), department }
}

/** What is taken in windows only is taken all the year; when, a test that cares says for itself. */
async function openAllYear(): Promise<void> {
  await prisma().intakeWindow.deleteMany()
  const window = {
    opensAt: almatyInstant('2026-01-01', '00:00'),
    closesAt: almatyInstant('2027-01-01', '00:00'),
  }
  const seasonal = SERVICES.filter(({ usualWindow }) => usualWindow)
  await prisma().intakeWindow.createMany({
    data: seasonal.map(({ slug }) => ({ serviceSlug: slug, periodKey: '2026', ...window })),
  })
}

type SeedOrganisation = (typeof ORGANISATIONS)[number]

async function addOrganisation(o: SeedOrganisation, parentId: string | null): Promise<string> {
  const { id } = await prisma().organisation.create({
    data: {
      kind: o.kind,
      bin: o.bin,
      nameKk: o.name.kk,
      nameRu: o.name.ru,
      shortNameKk: o.shortName.kk,
      shortNameRu: o.shortName.ru,
      addressKk: o.address.kk,
      addressRu: o.address.ru,
      districtCode: o.district,
      parentId,
      phone: o.phone,
      headName: `${o.head.familyName} ${o.head.givenName}`,
      signAtSchool: true,
      paperOrders: true,
    },
    select: { id: true },
  })
  return id
}

async function addSchool(o: SeedOrganisation, parentId: string | null): Promise<School> {
  const id = await addOrganisation(o, parentId)
  return { id, clerk: await addPerson([[id, 'clerk']]), director: await addPerson([[id, 'director']]) }
}

let offices = 0

/** Another provider of this kind with people of its own, for tests that count its papers. */
export async function addOffice(kind: ProviderKind, parentId: string | null = null): Promise<Office> {
  const like = ORGANISATIONS.find((o) => o.kind === kind)
  if (!like) throw new Error(`no ${kind} to seed`)
  offices += 1
  return addSchool({ ...like, bin: `office-${offices}` }, parentId)
}

type Details = { iin?: string; confirmed?: boolean }

export async function addPerson(roles: [string, Role][] = [], details: Details = {}): Promise<Actor> {
  const { iin = '', confirmed = true } = details
  const email = `${randomUUID()}@example.kz`
  const account = await prisma().account.create({
    data: {
      email,
      emailConfirmedAt: confirmed ? TUESDAY : null,
      passwordHash: 'none',
      familyName: 'Әлиева',
      givenName: 'Гүлім',
      phone: '+77011234567',
      iin,
      birthDate: '1988-11-02',
      address: 'Теміртау қ., Абай к-сі, 5',
      residency: 'resident',
      relation: 'mother',
      memberships: { create: roles.map(([organisationId, role]) => ({ organisationId, role })) },
    },
    select: { id: true },
  })
  return {
    userId: account.id,
    email,
    name: 'Әлиева Гүлім',
    iin,
    confirmed,
    sessionId: randomUUID(),
    memberships: roles.map(([organisationId, role]) => ({ organisationId, role })),
    organisationIds: roles.map(([organisationId]) => organisationId),
  }
}

export const addParent = (details: Details = {}) => addPerson([], { iin: '881102400015', ...details })

export const CHILD = {
  iin: '150520500014',
  familyName: 'Әлиев',
  givenName: 'Ерғали',
  patronymic: '',
  birthDate: '2015-05-20',
  sex: 'male',
  birthCertificate: '',
}

let children = 0

/** Another boy of the same day, with an IIN of his own. */
export function newChild(): typeof CHILD {
  for (;;) {
    children += 1
    const iin = withCheckDigit(`1505205${String(1000 + children)}`)
    if (iin) return { ...CHILD, iin, givenName: `Ерғали-${'абвгдежзиклмн'.charAt(children % 13)}` }
  }
}

/** Attaches a checked file without sending one through the store. */
export async function attachFile(number: number, slot: string, actor: Actor): Promise<string> {
  const document = await prisma().document.create({
    data: {
      fileName: `${slot}.pdf`,
      mediaType: 'application/pdf',
      bytes: 9,
      sha256: randomUUID(),
    },
    select: { id: true },
  })
  const application = await prisma().application.findUniqueOrThrow({
    where: { number },
    select: { id: true },
  })
  await prisma().applicationDocument.create({
    data: { applicationId: application.id, slot, documentId: document.id, uploadedById: actor.userId },
  })
  return document.id
}

/** A draft with every answer and document of home schooling. */
export async function fillDraft(parent: Actor, school: string, child = newChild()): Promise<number> {
  const { number } = await asActor(parent, (tx) => startDraft(tx, parent, 'home-schooling', 'kk', TUESDAY))
  await prisma().application.update({
    where: { number },
    data: {
      answers: { child, school: { organisation: school, grade: '5', from: '2026-12-01', to: '2027-05-25' } },
      subjectKey: child.iin,
      organisationId: school,
    },
  })
  await attachFile(number, 'birthCertificate', parent)
  await attachFile(number, 'medicalOpinion', parent)
  return number
}

/** By what it is for; the sending school is the one that a child leaves. */
export type Offices = Readonly<Record<keyof Example['organisations'], Office>>

/** A draft of any service with every answer and document, made from nothing but its definition. */
export async function fillDraftOf(
  service: ServiceDefinition,
  parent: Actor,
  offices: Offices,
  { child = newChild(), choose = {} }: { child?: typeof CHILD; choose?: Example['choose'] } = {},
  now = TUESDAY,
): Promise<number> {
  const profile = await profileOf(parent)
  const answers = exampleAnswers(service, { organisations: idsOf(offices), child, profile, choose })
  const { number } = await asActor(parent, (tx) => startDraft(tx, parent, service.slug, 'kk', now, answers))
  for (const document of neededDocuments(service, withProfile(service, answers, profile)))
    if (document.required) await attachFile(number, document.key, parent)
  return number
}

export function idsOf({ school, department, akimat, sendingSchool }: Offices): Example['organisations'] {
  return {
    school: school.id,
    department: department.id,
    akimat: akimat.id,
    sendingSchool: sendingSchool.id,
  }
}

/** Frozen, and signed by a scan. */
export async function signDraft(parent: Actor, number: number): Promise<void> {
  const { incomplete } = await freeze(parent, number, 'kk', TUESDAY)
  if (incomplete) throw new Error(`step ${incomplete} is not complete`)
  const scanId = await attachFile(number, 'signedStatement', parent)
  await prisma().revision.updateMany({
    where: { currentOf: { number } },
    data: { signedBy: 'scan', signedAt: TUESDAY, scanId },
  })
}

export const profileOf = (actor: Actor) => asActor(actor, (tx) => getProfile(tx, actor))
