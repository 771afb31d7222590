import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { Actor } from '@/lib/domain/actor'
import { changeChild, keepChild, removeChild } from '@/lib/family/mutations'
import { storePaper } from '@/lib/papers/mutations'
import { asActor, prisma, type Tx } from '@/lib/platform/db'
import { duplicate } from '@/lib/services/duplicate'
import { freeMeals } from '@/lib/services/free-meals'
import { homeSchooling } from '@/lib/services/home-schooling'
import { transfer } from '@/lib/services/transfer'
import { testDatabase } from '@/test/database'
import {
  addOffice,
  addParent,
  fillDraftOf,
  newChild,
  type Offices,
  profileOf,
  seedSchools,
  TUESDAY,
} from '@/test/school'
import { getOwn } from './data'
import { SIGNED_STATEMENT } from './document-slots'
import { getFillable } from './documents'
import {
  approvedOf,
  freshOffices,
  type Life,
  passAllStages,
  prepareOf,
  registeredOf,
  sentOf,
  valuesFor,
} from './lives.fixture'
import { claim } from './paper/claiming'
import { accept, CODE, giveSlip, newClaimant, VISITOR } from './paper/entry.fixture'
import { openDraftOrder } from './paper-files'
import { saveStep } from './parent/drafts'
import { stepOf } from './parent/editing'
import { freeze } from './parent/freezing'
import { cancel } from './parent/sending'
import { handOver } from './provider/handing-over'
import { loadSent, register } from './provider/intake'
import { provisional, slotOfSheet } from './provider/result'
import { readReview } from './provider/review'
import { hour } from './provider/work.fixture'

vi.mock('@/lib/papers/mutations', async (original) => {
  const real = await original<typeof import('@/lib/papers/mutations')>()
  return { ...real, storePaper: vi.fn(real.storePaper) }
})

await testDatabase()
let offices: Offices

beforeAll(async () => {
  await seedSchools()
  offices = await freshOffices()
})

const code = (value: string) => expect.objectContaining({ code: value })
const fill = (actor: Actor, number: number, slot: string) =>
  asActor(actor, (tx) => getFillable(tx, actor, { number, slot })).then(() => 'may' as const)

describe('the school that a child leaves', () => {
  it('scans no paper of the other school: neither the statement at the visit nor the signed order', async () => {
    const life = await sentOf(transfer, { offices })
    const { clerk } = life.provider
    const sending = life.offices.sendingSchool.clerk
    await prisma().revision.updateMany({
      where: { currentOf: { number: life.number } },
      data: { signedBy: 'atSchool' },
    })
    expect(await fill(clerk, life.number, SIGNED_STATEMENT.key)).toBe('may')
    await expect(fill(sending, life.number, SIGNED_STATEMENT.key)).rejects.toEqual(code('absent'))

    const later = await registeredOf(transfer, { offices })
    await passAllStages(later)
    await prepareOf(later)
    const sheet = await sheetSlot(later)
    expect(await fill(clerk, later.number, sheet)).toBe('may')
    await expect(fill(sending, later.number, sheet)).rejects.toEqual(code('conflict'))
    await expect(openDraftOrder(sending, later.number, hour(4))).rejects.toEqual(code('absent'))
  })

  it('is not taken from the letters: they go to the applicant and say a number, once for each event', async () => {
    const life = await approvedOf(transfer, { offices })
    const rows = await prisma().outbox.findMany({
      where: { payload: { path: ['number'], equals: life.number } },
      orderBy: { createdAt: 'asc' },
    })
    expect(rows.map(({ recipientId, event, payload }) => [recipientId, event, payload])).toEqual(
      [
        'application_sent',
        'application_registered',
        ...(transfer.stages ?? []).map(() => 'application_stage'),
        'application_approved',
      ].map((event) => [life.parent.userId, event, { number: life.number }]),
    )
  })
})

async function sheetSlot({ provider: { clerk, id }, number, service }: Life): Promise<string> {
  return asActor(clerk, async (tx) => {
    const { application } = await loadSent(tx, clerk, number)
    return slotOfSheet(application, await provisional(tx, id, service, hour(4))).key
  })
}

describe('whose child it is', () => {
  it('works nothing of that child, and reads all the same', async () => {
    const school = await addOffice('school')
    const life = await sentOf(homeSchooling, { offices: { ...offices, school } })
    const { clerk, director } = school
    const { iin, ...rest } = life.child
    const told = { iin, ...rest, sex: 'male' as const }
    const kept = await asActor(clerk, (tx) => keepChild(tx, clerk, told, hour(1)))
    await expect(register(clerk, life.number, hour(2))).rejects.toEqual(code('forbidden'))
    // Nor is it a stranger's for as long as the decision takes.
    await expect(asActor(clerk, (tx) => removeChild(tx, clerk, kept))).rejects.toEqual(code('forbidden'))
    const other = { ...told, iin: newChild().iin }
    await expect(asActor(clerk, (tx) => changeChild(tx, clerk, kept, other, hour(2)))).rejects.toEqual(
      code('forbidden'),
    )
    await asActor(clerk, (tx) => changeChild(tx, clerk, kept, { ...told, givenName: 'Ержан' }, hour(2)))
    const seen = await asActor(clerk, (tx) => readReview(tx, clerk, life.number, 'ru', hour(2)))
    expect(seen).toMatchObject({ hasConflict: true, steps: [], number: life.number })
    await prisma().revision.updateMany({
      where: { currentOf: { number: life.number } },
      data: { signedBy: 'atSchool' },
    })
    await expect(fill(clerk, life.number, SIGNED_STATEMENT.key)).rejects.toEqual(code('conflict'))
    expect(await fill(director, life.number, SIGNED_STATEMENT.key)).toBe('may')
    await register(director, life.number, hour(2))

    await asActor(life.parent, (tx) => cancel(tx, life.parent, life.number, hour(3)))
    await asActor(clerk, (tx) => removeChild(tx, clerk, kept))

    const stranger = await sentOf(homeSchooling, { offices: { ...offices, school } })
    await register(clerk, stranger.number, hour(2))
  })
})

describe('a slip in the hands of the staff', () => {
  it('is no way into their own cabinet: the IIN that was read in their document is known', async () => {
    const { number } = await accept(offices.school)
    await giveSlip(number)
    const clerk = await newClaimant()
    const employed = {
      ...clerk,
      memberships: [{ organisationId: offices.school.id, role: 'clerk' as const, iin: '850315300019' }],
      organisationIds: [offices.school.id],
    }
    const typed = { number, iin: VISITOR.iin, code: CODE }
    expect(await claim(employed, typed, 'ru', hour(3))).toBe('otherIin')
    expect(await claim(clerk, typed, 'ru', hour(3))).toBe('claimed')
  })
})

describe('within one millisecond', () => {
  it('two clerks hand a paper out once', async () => {
    const parent = await addParent()
    const life = await approvedOf(duplicate, { parent, offices })
    const { clerk, director } = life.provider
    // As if the approval had been in that millisecond too.
    await prisma().application.update({ where: { number: life.number }, data: { updatedAt: hour(6) } })
    const typed = await valuesFor(life, duplicate.result.handOver?.fields ?? [])
    const give = (tx: Tx, actor: Actor) =>
      handOver(tx, actor, life.number, { ...typed, date: '2026-11-24' }, hour(6))
    // The second one has read before the first one is done, and waits for its row.
    const second = await asActor(clerk, async (tx) => {
      expect(await give(tx, clerk)).toEqual([])
      const waiting = asActor(director, (other) => give(other, director)).catch((error: unknown) => error)
      while (!(await isSomebodyWaiting()));
      return { waiting }
    })
    expect(await second.waiting).toEqual(code('conflict'))
    const events = { application: { number: life.number }, action: 'handOver' }
    expect(await prisma().historyEvent.count({ where: events })).toBe(1)
  })

  it('a statement does not lack what was typed while it was made', async () => {
    const parent = await addParent()
    const number = await fillDraftOf(homeSchooling, parent, offices)
    const profile = await profileOf(parent)
    const typeBasis = async (to: string) => {
      const { answers } = await asActor(parent, (tx) => getOwn(tx, parent, number))
      const school = { ...answers.school, to }
      const step = stepOf(homeSchooling, 'school')
      await asActor(parent, (tx) => saveStep(tx, parent, { number, step, answers: school, profile }, TUESDAY))
    }
    await typeBasis('2027-05-20')
    vi.mocked(storePaper).mockImplementationOnce(async (pdf) => {
      await typeBasis('2027-05-25')
      return storePaper(pdf)
    })
    await expect(freeze(parent, number, 'kk', TUESDAY)).rejects.toEqual(code('conflict'))
    expect(await freeze(parent, number, 'kk', TUESDAY)).toEqual({ incomplete: null })
    const { revision } = await asActor(parent, (tx) => getOwn(tx, parent, number))
    expect(revision?.snapshot.answers.school?.to).toBe('2027-05-25')
  })
})

async function isSomebodyWaiting(): Promise<boolean> {
  const rows = await prisma().$queryRaw<{ n: bigint }[]>`
    SELECT count(*) AS n FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock'`
  return (rows[0]?.n ?? 0n) > 0n
}

describe('a file', () => {
  const LOW_INCOME = { 'category.category': 'lowIncome' }

  it('is taken for the rows that are there, and for what the answers call for', async () => {
    const parent = await addParent()
    const number = await fillDraftOf(freeMeals, parent, offices, { choose: LOW_INCOME })
    expect(await slotsOf(number)).toEqual(['birthCertificate', 'income.row1', 'income.row2'])
    expect(await fill(parent, number, 'income.row1')).toBe('may')
    for (const slot of [
      'income',
      'income.gone1',
      'income.row1.more',
      'income.',
      '.row1',
      'income.__proto__',
      'income.row1/../x',
      'award.x.y',
      '__proto__',
      'constructor',
      'socialAid',
    ])
      await expect(fill(parent, number, slot), slot).rejects.toMatchObject({
        code: expect.stringMatching(/absent|conflict/),
      })
  })
})

async function slotsOf(number: number): Promise<string[]> {
  const rows = await prisma().applicationDocument.findMany({ where: { application: { number } } })
  return rows.map(({ slot }) => slot).sort()
}
