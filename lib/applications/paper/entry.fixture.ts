import { randomUUID } from 'node:crypto'
import type { Actor } from '@/lib/domain/actor'
import { slipExpiry } from '@/lib/domain/claim-slip'
import { asActor, prisma } from '@/lib/platform/db'
import { addPerson, attachFile, newChild, type School, TUESDAY } from '@/test/school'
import { freeze } from '../parent/freezing'
import { hour } from '../provider/work.fixture'
import { acceptEntry, getApplicant, startEntry } from './entering'
import { hashOfSlip } from './slips'

/** Whoever stands at the desk; the IIN is of the day of birth. */
export const VISITOR = {
  iin: '881102400015',
  familyName: 'Өмірзақова',
  givenName: 'Гүлжаһан',
  patronymic: 'Ғаниқызы',
  birthDate: '1988-11-02',
  phone: '+77017654321',
  address: 'Теміртау қ., Достық даңғылы, 9',
  residency: 'resident',
  relation: 'mother',
}

type Start = { child?: ReturnType<typeof newChild>; clerk?: Actor; visitor?: Partial<typeof VISITOR> }

/** Everything entered and attached; nothing frozen yet. */
export async function enter(
  school: School,
  { child = newChild(), clerk = school.clerk, visitor }: Start = {},
) {
  const entry = { organisationId: school.id, slug: 'home-schooling', locale: 'ru' } as const
  const number = await asActor(clerk, (tx) => startEntry(tx, clerk, entry, TUESDAY))
  const { applicant } = await asActor(clerk, (tx) => getApplicant(tx, clerk, number))
  await prisma().account.update({ where: { id: applicant.userId }, data: { ...VISITOR, ...visitor } })
  await prisma().application.update({
    where: { number },
    data: {
      answers: {
        child,
        school: { organisation: school.id, grade: '5', from: '2026-12-01', to: '2027-05-25' },
      },
      subjectKey: child.iin,
    },
  })
  for (const slot of ['birthCertificate', 'medicalOpinion']) await attachFile(number, slot, clerk)
  return { number, applicant, child }
}

/** The statement is printed, and its scan attached. */
export async function sign({ number, applicant }: { number: number; applicant: Actor }): Promise<void> {
  const { incomplete } = await freeze(applicant, number, 'ru', TUESDAY)
  if (incomplete) throw new Error(`step ${incomplete} is not complete`)
  const scanId = await attachFile(number, 'signedStatement', applicant)
  await prisma().revision.updateMany({
    where: { currentOf: { number } },
    data: { signedBy: 'scan', signedAt: TUESDAY, scanId },
  })
}

export async function accept(school: School, start: Start = {}) {
  const entered = await enter(school, start)
  await sign(entered)
  await acceptEntry(start.clerk ?? school.clerk, entered.number, hour(1))
  return entered
}

/** Another accepted application like this one, of another visitor: nothing is rendered anew. */
export async function another(number: number): Promise<number> {
  const { currentRevision, parties, owner, ...like } = await prisma().application.findUniqueOrThrow({
    where: { number },
    include: { currentRevision: true, parties: true, owner: true },
  })
  const { id: ownerId } = await prisma().account.create({ data: { ...owner, id: randomUUID() } })
  const { id: _, number: __, answers, stages, result: ___, ...rest } = like
  const copy = await prisma().application.create({
    data: {
      ...rest,
      ownerId,
      answers: answers ?? {},
      stages: stages ?? {},
      currentRevisionId: null,
      parties: { create: parties.map(({ organisationId, part }) => ({ organisationId, part })) },
      history: { create: { action: 'send', to: 'sent', actorName: '', actorId: null } },
    },
    select: { id: true, number: true },
  })
  if (!currentRevision) throw new Error('nothing is frozen')
  const { id } = await prisma().revision.create({
    data: {
      ...currentRevision,
      id: randomUUID(),
      applicationId: copy.id,
      snapshot: currentRevision.snapshot ?? {},
    },
    select: { id: true },
  })
  await prisma().application.update({ where: { id: copy.id }, data: { currentRevisionId: id } })
  return copy.number
}

export const CODE = 'K7QM3X9R2DTB'

/** A slip with a code that the test knows; the printed one is nobody's to read again. */
export async function giveSlip(number: number, issuedAt = hour(2), code = CODE): Promise<string> {
  const { id: applicationId, ownerId } = await prisma().application.findUniqueOrThrow({
    where: { number },
    select: { id: true, ownerId: true },
  })
  const slip = await prisma().claimSlip.create({
    data: {
      applicationId,
      codeHash: hashOfSlip(applicationId, code),
      createdAt: issuedAt,
      expiresAt: slipExpiry(issuedAt).expiresAt,
      paperOwnerId: ownerId,
    },
    select: { id: true },
  })
  return slip.id
}

/** Somebody with a cabinet who has not told it their IIN yet. */
export const newClaimant = () => addPerson([], { iin: '' })

export const ownerOf = async (number: number) =>
  (await prisma().application.findUniqueOrThrow({ where: { number }, select: { ownerId: true } })).ownerId
