import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/domain/actor'
import { dateInAlmaty } from '@/lib/domain/dates'
import { fetchPaper } from '@/lib/papers/stored'
import { asActor, prisma } from '@/lib/platform/db'
import { testDatabase } from '@/test/database'
import { testEds } from '@/test/eds'
import { pdfText } from '@/test/pdf-text'
import {
  addOffice,
  addPerson,
  attachFile,
  newChild,
  type Office,
  type School,
  seedSchools,
  TUESDAY,
} from '@/test/school'
import { delegateWhereNeeded, isStuck } from './delegation'
import { annul } from './provider/annulment'
import { approve, resultDecision } from './provider/approval'
import { loadSent, register } from './provider/intake'
import { prepareResult, provisional, slotOfSheet, takeBack } from './provider/result'
import { HEAD_IIN, signAll } from './provider/signing.fixture'
import { listWaiting } from './provider/waiting'
import { freshSchool, hour, RESULT, sentTo } from './provider/work.fixture'

await testDatabase()
const eds = await testEds(TUESDAY)
const code = (value: string) => expect.objectContaining({ code: value })
let a: School
let department: Office

beforeAll(async () => {
  ;({ a } = await seedSchools())
  department = await addOffice('department')
})

/** A school below the department. */
async function schoolBelow(above: string | null = department.id): Promise<School> {
  const school = await freshSchool(a)
  await prisma().organisation.update({ where: { id: school.id }, data: { parentId: above } })
  return school
}

/** A child whose parent works at the school as this. */
async function childOf(...parents: readonly Actor[]) {
  const child = newChild()
  for (const { userId } of parents)
    await prisma().familyChild.create({ data: { ...child, accountId: userId } })
  return child
}

const findActing = async (number: number) =>
  (
    await prisma().applicationParty.findFirst({
      where: { part: 'acting', application: { number } },
      select: { organisationId: true },
    })
  )?.organisationId ?? null

const prepare = (actor: Actor, number: number, now = hour(3)) =>
  asActor(actor, (tx) => prepareResult(tx, actor, number, RESULT, now))

const waitingOf = (actor: Actor) => asActor(actor, (tx) => listWaiting(tx, actor, 'ru', hour(4)))

async function approveOnPaper(office: Office, number: number): Promise<void> {
  const { director } = office
  const given = await asActor(director, async (tx) => {
    const { application, organisation } = await loadSent(tx, director, number)
    const given = await provisional(tx, organisation.id, application.service, hour(4))
    return { ...given, slot: slotOfSheet(application, given).key }
  })
  await attachFile(number, given.slot, office.clerk)
  await approve(director, number, given, hour(4))
}

describe('an application in which the staff have an interest', () => {
  it('goes to another person of the organisation while there is one', async () => {
    const school = await schoolBelow()
    const { number } = await sentTo(school, await childOf(school.clerk))
    expect(await findActing(number)).toBeNull()
    await expect(register(school.clerk, number, hour(2))).rejects.toEqual(code('forbidden'))
    await register(school.director, number, hour(2))
    await prepare(school.director, number)
    expect(await findActing(number)).toBeNull()
  })

  it('goes to the department when it is sent, where nobody may even register it', async () => {
    const school = await schoolBelow()
    const { number } = await sentTo(school, await childOf(school.clerk, school.director))
    expect(await findActing(number)).toBe(department.id)
    for (const own of [school.clerk, school.director])
      await expect(register(own, number, hour(2))).rejects.toEqual(code('forbidden'))
    await register(department.clerk, number, hour(2))
    const receipt = await prisma().paper.findFirstOrThrow({
      where: { kind: 'receipt', application: { number } },
    })
    expect(receipt.organisationId).toBe(department.id)
    const event = await prisma().historyEvent.findFirstOrThrow({
      where: { action: 'delegate', application: { number } },
    })
    expect(event).toMatchObject({ from: 'sent', to: 'sent', actorId: null, actorName: '' })
    const told = await prisma().outbox.findMany({
      where: { event: 'staff_acting', payload: { path: ['number'], equals: number } },
    })
    expect(told.map(({ recipientId }) => recipientId).sort()).toEqual(
      [department.clerk.userId, department.director.userId].sort(),
    )
  })

  it('goes there for the signature, in the department’s name, numbers and list alone', async () => {
    const school = await schoolBelow()
    const { parent, number } = await sentTo(school, await childOf(school.director))
    expect(await findActing(number)).toBeNull()
    // The school's clerk may take it in; from then on a head is needed.
    await register(school.clerk, number, hour(2))
    expect(await findActing(number)).toBe(department.id)
    await prepare(school.clerk, number)
    expect(await waitingOf(school.director)).toEqual([])
    const [list] = await waitingOf(department.director)
    expect(list?.rows.map((row) => row.number)).toContain(number)

    const other = await addPerson([[school.id, 'director']])
    const sheet = { number: 1, label: '1', date: '2026-11-24' }
    await expect(approve(other, number, sheet, hour(4))).rejects.toEqual(code('forbidden'))
    await approveOnPaper(department, number)
    const [order] = await prisma().paper.findMany({ where: { kind: 'order', application: { number } } })
    expect(order?.organisationId).toBe(department.id)
    const text = await pdfText(await fetchPaper(order?.sha256 ?? ''))
    expect(text).toContain('Руководитель отдела')
    expect(await prisma().journal.count({ where: { organisationId: school.id } })).toBe(0)

    const reason = { ground: 'annul-mistake', explanation: 'Неверно указан класс ребенка.' }
    await expect(annul(other, number, reason, hour(5))).rejects.toEqual(code('forbidden'))
    await annul(department.director, number, reason, hour(5))
    expect(
      await prisma().paper.count({
        where: { organisationId: department.id, application: { number }, kind: 'order' },
      }),
    ).toBe(2)
    expect(
      await prisma().outbox.count({ where: { recipientId: parent.userId, event: 'application_revoked' } }),
    ).toBe(1)
  })

  it('is signed there with a key of the department’s own BIN, and with no other', async () => {
    const bin = '990140009991'
    const above = await addOffice('department')
    await prisma().organisation.update({ where: { id: above.id }, data: { bin } })
    const head = await addPerson([[above.id, 'director']], { iin: HEAD_IIN })
    const school = await schoolBelow(above.id)
    const { bin: own } = await prisma().organisation.update({
      where: { id: school.id },
      data: { bin: '990140009982' },
    })
    const { number } = await sentTo(school, await childOf(school.director))
    await register(school.clerk, number, hour(2))
    await prepare(school.clerk, number)
    const key = (of: string) => eds.key('head', { iin: HEAD_IIN, bin: of, organisation: 'Бөлім' })
    const wish = [{ number, reason: null }]
    expect(await signAll(head, wish, key(own))).toMatchObject([{ number, status: 'invalid' }])
    expect(await signAll(head, wish, key(bin))).toEqual([{ number, status: 'done' }])
  })

  it('is found by the clock where the interest arose later, and stays with the department to the end', async () => {
    const school = await schoolBelow()
    const child = newChild()
    const { number } = await sentTo(school, child)
    await register(school.clerk, number, hour(2))
    await prisma().toldOnce.deleteMany()
    expect(await delegateWhereNeeded(hour(3))).toBe(0)
    await prisma().familyChild.create({ data: { ...child, accountId: school.director.userId } })
    // Ten minutes have not gone by.
    expect(await delegateWhereNeeded(hour(3))).toBe(0)
    const counts = await Promise.all([delegateWhereNeeded(hour(4)), delegateWhereNeeded(hour(5))])
    expect(counts.reduce((sum, count) => sum + count)).toBe(1)
    expect(await findActing(number)).toBe(department.id)

    await addPerson([[school.id, 'director']])
    await prepare(school.clerk, number, hour(6))
    await asActor(department.clerk, (tx) => takeBack(tx, department.clerk, number, hour(7)))
    await prepare(department.clerk, number, hour(8))
    expect(await findActing(number)).toBe(department.id)
    expect(
      await prisma().historyEvent.count({ where: { action: 'delegate', application: { number } } }),
    ).toBe(1)
  })

  it('is not approved by what a head had read before it was handed over, and no number is lost', async () => {
    const school = await schoolBelow()
    const child = newChild()
    const { number } = await sentTo(school, child)
    await register(school.clerk, number, hour(2))
    await prepare(school.clerk, number)
    const before = await asActor(school.director, (tx) => loadSent(tx, school.director, number))
    const given = { number: 1, label: '1', date: dateInAlmaty(hour(5)) }
    const decision = resultDecision(before)
    const by = { signedAs: 'paper', signerName: school.director.name, scanSlot: null } as const
    const stored = { paper: { sha256: 'order', bytes: 9 }, letter: null }
    await prisma().familyChild.create({ data: { ...child, accountId: school.director.userId } })
    await prisma().toldOnce.deleteMany()
    expect(await delegateWhereNeeded(hour(4))).toBe(1)
    const issued = asActor(school.director, (tx) =>
      decision.issue(tx, school.director, given, stored, by, hour(5)),
    )
    await expect(issued).rejects.toEqual(code('conflict'))
    expect(await prisma().journal.count({ where: { organisationId: school.id, kind: 'order' } })).toBe(0)
    expect(await prisma().paper.count({ where: { application: { number }, kind: 'order' } })).toBe(0)
  })

  it('is told by the IIN of the account, of the membership, and of the applicant’s other account', async () => {
    const concerned = async (give: (school: School, iin: string) => Promise<unknown>) => {
      const school = await schoolBelow()
      const child = newChild()
      const { number } = await sentTo(school, child)
      await register(school.clerk, number, hour(2))
      await give(school, child.iin)
      await prisma().toldOnce.deleteMany()
      await delegateWhereNeeded(hour(4))
      return findActing(number)
    }
    const { account, membership } = prisma()
    const byAccount = await concerned((school, iin) =>
      account.update({ where: { id: school.director.userId }, data: { iin } }),
    )
    const byMembership = await concerned((school, iin) =>
      membership.updateMany({ where: { accountId: school.director.userId }, data: { iin } }),
    )
    // Of the parent of all these applications.
    const byApplicant = await concerned((school) =>
      membership.updateMany({ where: { accountId: school.director.userId }, data: { iin: '881102400015' } }),
    )
    expect([byAccount, byMembership, byApplicant]).toEqual(Array(3).fill(department.id))
  })

  it('stays where it is, and is called stuck, without a department that could decide', async () => {
    const idle = await addOffice('department')
    const child = newChild()
    for (const above of [null, idle.id]) {
      const school = await schoolBelow(above)
      const parents = above ? [school.director, idle.director] : [school.director]
      for (const { userId } of parents)
        await prisma().familyChild.create({ data: { ...child, accountId: userId } })
      const { number } = await sentTo(school, child)
      await register(school.clerk, number, hour(2)).catch(() => undefined)
      await prisma().application.update({ where: { number }, data: { status: 'on_signing', holdKey: null } })
      expect(await findActing(number)).toBeNull()
      const { id } = await prisma().application.findUniqueOrThrow({ where: { number } })
      expect(await asActor(school.director, (tx) => isStuck(tx, id, hour(4)))).toBe(true)
      expect(await waitingOf(school.director)).toMatchObject([{ count: 0, conflicting: 1, stuck: 1 }])
    }
  })

  it('is no matter of interest where nobody works yet', async () => {
    const school = await schoolBelow()
    await prisma().membership.deleteMany({ where: { organisationId: school.id } })
    const { number } = await sentTo(school)
    expect(await findActing(number)).toBeNull()
  })
})
