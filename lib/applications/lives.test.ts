import { beforeAll, describe, expect, it } from 'vitest'
import { openPaper } from '@/lib/applications/paper-files'
import type { Actor } from '@/lib/domain/actor'
import { resultPaper } from '@/lib/domain/paper-kind'
import { holdsAfterResult } from '@/lib/domain/period'
import { readQueueQuery } from '@/lib/domain/queue-query'
import { asActor, prisma } from '@/lib/platform/db'
import { SERVICES } from '@/lib/services'
import { camp } from '@/lib/services/camp'
import { duplicate } from '@/lib/services/duplicate'
import { firstGrade } from '@/lib/services/first-grade'
import { freeMeals } from '@/lib/services/free-meals'
import { homeSchooling } from '@/lib/services/home-schooling'
import { specialisedSchool } from '@/lib/services/specialised-school'
import { transfer } from '@/lib/services/transfer'
import { testDatabase } from '@/test/database'
import { pdfText } from '@/test/pdf-text'
import { addOffice, addParent, type CHILD, newChild, type Office, seedSchools } from '@/test/school'
import { getForStaff, getOwn, listHistory } from './data'
import { futurePupil } from './enrolment.fixture'
import {
  approvedOf,
  approveOf,
  freshOffices,
  handOverOf,
  type Life,
  papersOf,
  passAllStages,
  passStage,
  prepareOf,
  registeredOf,
  sentOf,
  sheetFor,
  signSheetOf,
  stageNamed,
  statusOf,
  valuesFor,
} from './lives.fixture'
import { getOverview } from './parent/overview'
import { approve } from './provider/approval'
import { register } from './provider/intake'
import { listQueue } from './provider/queue'
import { refuse } from './provider/refusal'
import { readReview } from './provider/review'
import { completeStage } from './provider/stage'
import { decide, hour } from './provider/work.fixture'

await testDatabase()
let stranger: Office

beforeAll(async () => {
  await seedSchools()
  stranger = await addOffice('school')
})

const code = (value: string) => expect.objectContaining({ code: value })

const queueOf = (actor: Actor) =>
  asActor(actor, (tx) => listQueue(tx, actor, readQueueQuery({ view: 'all' }), hour(2)))
const numbersIn = async (actor: Actor) => (await queueOf(actor)).rows.map((row) => row.number)
const readBy = (actor: Actor, number: number) => asActor(actor, (tx) => getForStaff(tx, actor, number))
const stepsOf = async (actor: Actor, { number }: Life) =>
  (await asActor(actor, (tx) => readReview(tx, actor, number, 'ru', hour(3)))).steps

async function lettersOf({ parent }: Life): Promise<string[]> {
  const rows = await prisma().outbox.findMany({
    where: { recipientId: parent.userId },
    orderBy: { createdAt: 'asc' },
    select: { event: true },
  })
  return rows.map((row) => row.event)
}

async function paperText(life: Life, kind: string): Promise<string> {
  const { id } = await prisma().paper.findFirstOrThrow({
    where: { application: { number: life.number }, kind },
  })
  return pdfText((await openPaper(life.parent, id, hour(9))).pdf)
}

/** Old enough, or young enough, for whatever is asked. */
const childFor = (slug: string): typeof CHILD => (slug === firstGrade.slug ? futurePupil() : newChild())

describe.each(SERVICES.map((service) => [service.slug, service] as const))('%s', (slug, service) => {
  it('goes from draft to its papers, each numbered and issued by its own organisation', async () => {
    const life = await approvedOf(service, { child: childFor(slug) })
    const stages = service.stages ?? []
    const paper = resultPaper(service.result.kind)
    expect(await statusOf(life)).toBe('approved')
    expect((await papersOf(life)).toSorted()).toEqual(
      [
        `receipt ${life.number}-Р by provider`,
        ...stages.flatMap(({ paper: issued, by }) =>
          issued ? [`${issued.kind} ${life.number}-${issued.kind === 'release' ? 'Т' : 'Д'} by ${by}`] : [],
        ),
        `${paper} 1 by provider`,
        ...(service.result.notification ? ['notification 1 by provider'] : []),
      ].toSorted(),
    )
    const own = await asActor(life.parent, (tx) => getOwn(tx, life.parent, life.number))
    const history = await asActor(life.parent, (tx) => listHistory(tx, own.id))
    expect(history.map((h) => h.action)).toEqual([
      'create',
      'send',
      'register',
      ...stages.map(() => 'completeStage'),
      'prepareResult',
      'approve',
    ])
    expect(history.filter((h) => h.action === 'completeStage').map((h) => h.detail)).toEqual(
      stages.map(({ key }) => ({ stage: key })),
    )
    expect(Object.keys(own.stages).toSorted()).toEqual(stages.map(({ key }) => key).toSorted())
    expect(own.stageKey).toBeNull()
    expect(await lettersOf(life)).toEqual([
      'application_sent',
      'application_registered',
      ...stages.map(() => 'application_stage'),
      'application_approved',
    ])
    const { holdKey } = await prisma().application.findUniqueOrThrow({
      where: { number: life.number },
      select: { holdKey: true },
    })
    expect(holdKey !== null).toBe(holdsAfterResult(service))
  })
})

describe('a certificate of the education department', () => {
  it('has its own gapless register, apart from that of orders and of the school', async () => {
    const offices = await freshOffices()
    const prepared = async (organisation: string) => {
      const life = await registeredOf(freeMeals, {
        offices,
        choose: { 'school.organisation': organisation },
      })
      await prepareOf(life)
      return life
    }
    const one = await prepared(offices.department.id)
    for (
      let left = [one, await prepared(one.provider.id), await prepared(one.provider.id)];
      left.length > 0;
    ) {
      const given = await sheetFor(one)
      await Promise.all(left.map((life) => signSheetOf(life, given)))
      const results = await Promise.allSettled(
        left.map((life) => approve(offices.department.director, life.number, given, hour(5))),
      )
      expect(results.filter((r) => r.status === 'fulfilled')).toHaveLength(1)
      left = left.filter((_, i) => results[i]?.status === 'rejected')
    }
    const papers = await prisma().paper.findMany({
      where: { organisationId: offices.department.id, kind: 'certificate' },
    })
    expect(papers.map((p) => p.number).toSorted()).toEqual(['1', '2', '3'])
    expect(await approveOf(await prepared(offices.school.id))).toMatchObject({ number: 1 })
    expect(await prisma().journal.count({ where: { organisationId: offices.department.id } })).toBe(1)
    const text = await paperText(one, 'certificate')
    expect(text).toContain(one.child.iin)
    expect(text).toContain('Бөлім басшысы')
    expect(text).not.toMatch(/Бұйрық|Приказ №/)
  })

  it('is worked by the department, and by no school', async () => {
    const offices = await freshOffices()
    const life = await sentOf(freeMeals, {
      offices,
      choose: { 'school.organisation': offices.department.id },
    })
    expect(await numbersIn(offices.department.clerk)).toContain(life.number)
    for (const actor of [offices.school.clerk, offices.school.director, stranger.clerk]) {
      expect(await numbersIn(actor)).not.toContain(life.number)
      await expect(register(actor, life.number, hour(2))).rejects.toEqual(code('absent'))
    }
  })
})

describe('a referral to a camp', () => {
  it('is given once for a season, and again for the next', async () => {
    const life = await approvedOf(camp)
    const again = (season: string) =>
      sentOf(camp, {
        offices: life.offices,
        parent: life.parent,
        child: life.child,
        choose: { 'camp.season': season },
      })
    const same = await again('summer')
    await expect(register(life.provider.clerk, same.number, hour(2))).rejects.toEqual(code('duplicate'))
    const next = await again('winter')
    await register(life.provider.clerk, next.number, hour(2))
    expect(await statusOf(next)).toBe('registered')
  })
})

describe('a transfer', () => {
  it('is read by both schools, worked by each in its turn, and absent for a third', async () => {
    const life = await sentOf(transfer)
    const { school: receiving, sendingSchool: sending } = life.offices
    // The school that the child leaves learns nothing before the application is accepted.
    for (const actor of [sending.clerk, sending.director]) {
      expect(await numbersIn(actor)).toEqual([])
      await expect(register(actor, life.number, hour(2))).rejects.toEqual(code('absent'))
    }
    await register(receiving.clerk, life.number, hour(2))
    for (const actor of [receiving.clerk, receiving.director, sending.clerk, sending.director]) {
      expect(await numbersIn(actor)).toEqual([life.number])
      expect((await readBy(actor, life.number)).number).toBe(life.number)
    }
    expect(await stepsOf(sending.director, life)).toEqual([])

    await expect(passStage(life, 'place', { actor: sending.clerk })).rejects.toEqual(code('forbidden'))
    await expect(passStage(life, 'release')).rejects.toEqual(code('conflict'))
    await expect(prepareOf(life)).rejects.toEqual(code('forbidden'))
    expect(await stepsOf(receiving.clerk, life)).toEqual(['stage'])
    expect(await stepsOf(sending.clerk, life)).toEqual([])
    await passStage(life, 'place')
    expect(await stepsOf(receiving.clerk, life)).toEqual([])
    expect(await stepsOf(sending.clerk, life)).toEqual(['stage'])
    await expect(passStage(life, 'place')).rejects.toEqual(code('conflict'))
    for (const actor of [receiving.clerk, receiving.director])
      await expect(passStage(life, 'release', { actor })).rejects.toEqual(code('forbidden'))
    await passStage(life, 'release', { actor: sending.director })
    for (const actor of [sending.clerk, sending.director])
      await expect(prepareOf(life, actor)).rejects.toEqual(code('forbidden'))
    await prepareOf(life)
    await approveOf(life)

    expect(await paperText(life, 'release')).toContain(life.child.iin)
    expect(await paperText(life, 'order')).toContain('07.12.2026')
    for (const actor of [stranger.clerk, stranger.director]) {
      expect(await numbersIn(actor)).toEqual([])
      await expect(readBy(actor, life.number)).rejects.toEqual(code('absent'))
      await expect(passStage(life, 'place', { actor })).rejects.toEqual(code('absent'))
    }
    const talon = await prisma().paper.findFirstOrThrow({
      where: { application: { number: life.number }, kind: 'release' },
    })
    expect(talon).toMatchObject({ signedAs: 'unsigned', journalYear: null })
    await expect(openPaper(stranger.clerk, talon.id, hour(9))).rejects.toEqual(code('absent'))
    expect((await openPaper(receiving.clerk, talon.id, hour(9))).pdf.length).toBe(talon.bytes)
  })

  it('takes one stage once when two clerks press at the same moment', async () => {
    const life = await registeredOf(transfer)
    const { clerk, director } = life.provider
    const fields = stageNamed(life, 'place').fields
    const typed = await valuesFor(life, fields)
    const results = await Promise.allSettled(
      [clerk, director].map((actor) => completeStage(actor, life.number, { stage: 'place', typed }, hour(3))),
    )
    expect(results.filter((r) => r.status === 'fulfilled')).toHaveLength(1)
    expect(results.find((r) => r.status === 'rejected')).toMatchObject({ reason: { code: 'conflict' } })
    expect((await lettersOf(life)).filter((event) => event === 'application_stage')).toHaveLength(1)
  })

  it('keeps nothing of a stage that is filled in wrongly', async () => {
    const life = await registeredOf(transfer)
    const faults = await completeStage(
      life.provider.clerk,
      life.number,
      { stage: 'place', typed: { className: '', language: 'en', note: '' } },
      hour(3),
    )
    expect(faults).toEqual([
      { field: 'className', fault: 'required' },
      { field: 'language', fault: 'choice' },
    ])
    expect(await readBy(life.provider.clerk, life.number)).toMatchObject({ stageKey: 'place', stages: {} })
  })

  it('may be followed by another of the same child', async () => {
    const life = await approvedOf(transfer)
    const next = await registeredOf(transfer, {
      offices: life.offices,
      parent: life.parent,
      child: life.child,
    })
    expect(next.number).not.toBe(life.number)
    expect(await statusOf(next)).toBe('registered')
  })
})

describe('a duplicate', () => {
  it('is handed out once, logged, and may be asked for again', async () => {
    const parent = await addParent()
    const life = await approvedOf(duplicate, { parent })
    const { provider, offices } = life
    expect(await papersOf(life)).toContain('notice 1 by provider')
    expect(await stepsOf(provider.clerk, life)).toEqual(['hand-over'])
    await expect(handOverOf(life, parent)).rejects.toEqual(code('absent'))
    await expect(handOverOf(life, stranger.clerk)).rejects.toEqual(code('absent'))
    const told = () => asActor(parent, (tx) => getOverview(tx, parent, life.number, hour(7)))
    expect((await told()).meaning?.ru).toContain('Дубликат готов')
    // Its number was told when it was made ready.
    expect(await decide(provider.clerk, life.number, 'hand-over')).toMatchObject({
      values: { number: '№ 118 number' },
    })
    const both = await Promise.allSettled([handOverOf(life), handOverOf(life, provider.director)])
    expect(both.filter((r) => r.status === 'fulfilled')).toHaveLength(1)
    expect(both.find((r) => r.status === 'rejected')).toMatchObject({ reason: { code: 'conflict' } })
    await expect(handOverOf(life)).rejects.toEqual(code('conflict'))
    expect(await stepsOf(provider.clerk, life)).toEqual([])
    expect((await told()).meaning, 'nobody fetches it twice').toBeNull()

    const { result, status, id } = await readBy(provider.clerk, life.number)
    expect(status).toBe('approved')
    expect(result?.handedOver).toMatchObject({
      values: { receivedBy: expect.any(String), shown: 'identityCard', date: '2026-11-24' },
      byName: provider.clerk.name,
    })
    const history = await asActor(parent, (tx) => listHistory(tx, id))
    expect(history.at(-1)).toMatchObject({ action: 'handOver', from: 'approved', to: 'approved' })

    const again = await registeredOf(duplicate, { parent, offices })
    expect(await statusOf(again)).toBe('registered')
  })

  it('cannot be handed out before it is ready', async () => {
    // Another graduate: the one of the test above still holds this document.
    const life = await registeredOf(duplicate, { parent: await addParent({ iin: newChild().iin }) })
    await prepareOf(life)
    await expect(handOverOf(life)).rejects.toEqual(code('conflict'))
  })
})

describe('a specialised school', () => {
  it('admits to the test, lists the results, and enrols whoever passed', async () => {
    const life = await registeredOf(specialisedSchool)
    await passStage(life, 'admission')
    expect(await papersOf(life)).toContain(`notice ${life.number}-Д by provider`)
    expect(await paperText(life, 'notice')).toContain(life.child.iin)
    await expect(prepareOf(life)).rejects.toEqual(code('forbidden'))
    await passStage(life, 'results', { more: { date: '2026-11-20', outcome: 'passed' } })
    await prepareOf(life)
    await approveOf(life)
    expect(await paperText(life, 'order')).toContain('20.11.2026')
  })

  it('refuses by a ground of the law whoever did not pass', async () => {
    const life = await registeredOf(specialisedSchool)
    await passStage(life, 'admission')
    await passStage(life, 'results', { more: { date: '2026-11-20', outcome: 'notPassed' } })
    const reason = { ground: 'art19-1-2-2', explanation: 'Набрано 12 баллов, проходной балл – 40.' }
    await refuse(life.provider.director, life.number, reason, hour(4))
    expect(await statusOf(life)).toBe('refused')
    expect(await papersOf(life)).toContain('refusal 1 by provider')
  })
})

describe('a service whose places are given by turn', () => {
  it('keeps the clerk’s word on the area, and gives no seat that is not there', async () => {
    const offices = await freshOffices()
    const lives: Life[] = []
    for (const inArea of [null, true]) {
      const life = await sentOf(firstGrade, { offices, child: futurePupil() })
      await register(life.provider.clerk, life.number, hour(2), { inArea })
      expect(await readBy(life.provider.clerk, life.number)).toMatchObject({ inArea, stageKey: null })
      lives.push(life)
    }
    const [outside, inside] = lives
    if (!outside || !inside) throw new Error('no lives')
    const { periodKey } = await readBy(outside.provider.clerk, outside.number)
    await prisma().capacity.create({
      data: {
        organisationId: outside.provider.id,
        serviceSlug: firstGrade.slug,
        periodKey,
        variant: 'kk',
        seats: 1,
      },
    })
    await expect(prepareOf(outside)).rejects.toEqual(code('full'))
    await prepareOf(inside)
    await expect(prepareOf(outside)).rejects.toEqual(code('full'))
    expect([await statusOf(outside), await statusOf(inside)]).toEqual(['registered', 'on_signing'])
  })

  it('asks nothing of the area elsewhere', async () => {
    const life = await registeredOf(homeSchooling)
    expect(await readBy(life.provider.clerk, life.number)).toMatchObject({ inArea: null, stageKey: null })
    await passAllStages(life)
  })
})
