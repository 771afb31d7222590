import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/domain/actor'
import { asActor } from '@/lib/platform/db'
import { homeSchooling } from '@/lib/services/home-schooling'
import { testDatabase } from '@/test/database'
import { addPerson, attachFile, type School, seedSchools } from '@/test/school'
import { approve } from './approval'
import { register } from './intake'
import { readRegister } from './registers'
import { prepareResult, provisional, takeBack } from './result'
import { readReview } from './review'
import { STEPS, type Step } from './steps'
import { decide, freshSchool, hour, onSigning, RESULT, sentTo, sheetOf } from './work.fixture'

await testDatabase()
let a: School
let b: School
let methodist: Actor
let admin: Actor

beforeAll(async () => {
  const seeded = await seedSchools()
  ;({ a, b } = seeded)
  methodist = await addPerson([[seeded.department, 'methodist']])
  admin = await addPerson([
    [seeded.department, 'admin'],
    [a.id, 'admin'],
  ])
})

const code = (value: string) => expect.objectContaining({ code: value })

describe('a decision', () => {
  it('is absent for strangers, whether the application is there or not', async () => {
    const { number, parent } = await sentTo(a)
    for (const step of [...Object.keys(STEPS), 'nonsense'])
      for (const stranger of [b.clerk, b.director, admin, parent, methodist]) {
        const foreign = await decide(stranger, number, step).catch((e: unknown) => e)
        const absent = await decide(stranger, 1, step).catch((e: unknown) => e)
        expect(foreign, step).toEqual(code('absent'))
        expect(foreign).toEqual(absent)
      }
  })

  it('leaves a methodist to read', async () => {
    const { number } = await sentTo(a)
    const review = await asActor(methodist, (tx) => readReview(tx, methodist, number, 'kk', hour(2)))
    expect(review).toMatchObject({ readsOnly: true, steps: [] })
    await expect(register(methodist, number, hour(2))).rejects.toEqual(code('forbidden'))
  })

  it('offers what the status and the role allow', async () => {
    const stepsOf = async (actor: Actor, number: number) =>
      (await asActor(actor, (tx) => readReview(tx, actor, number, 'ru', hour(2)))).steps
    const { number } = await sentTo(a)
    expect(await stepsOf(a.clerk, number)).toEqual(['register', 'correct', 'refuse-intake'] satisfies Step[])
    await register(a.clerk, number, hour(2))
    expect(await stepsOf(a.clerk, number)).toEqual(['prepare'] satisfies Step[])
    expect(await stepsOf(a.director, number)).toEqual(['prepare', 'refuse'] satisfies Step[])
    await asActor(a.clerk, (tx) => prepareResult(tx, a.clerk, number, RESULT, hour(3)))
    expect(await stepsOf(a.clerk, number)).toEqual(['sign', 'take-back'] satisfies Step[])
    expect(await stepsOf(a.director, number)).toEqual(['sign', 'take-back', 'refuse'] satisfies Step[])
    await expect(decide(a.clerk, number, 'refuse')).rejects.toEqual(code('absent'))
  })

  it('tells whoever comes second who was first', async () => {
    const { number } = await sentTo(a)
    await register(a.director, number, hour(2))
    await expect(register(a.clerk, number, hour(3))).rejects.toEqual(code('conflict'))
    for (const step of ['register', 'refuse-intake'])
      expect(await decide(a.clerk, number, step)).toMatchObject({
        step: 'taken',
        event: { action: 'register', actorName: a.director.name, at: hour(2) },
      })
    expect((await decide(a.clerk, number, 'prepare')).step).toBe('prepare')
  })

  it('keeps what is wrong with an order from being kept', async () => {
    const { number } = await sentTo(a)
    await register(a.clerk, number, hour(2))
    const faults = await asActor(a.clerk, (tx) =>
      prepareResult(tx, a.clerk, number, { ...RESULT, basis: '', to: '2026-11-01' }, hour(3)),
    )
    expect(faults).toEqual([
      { field: 'basis', fault: 'required' },
      { field: 'to', fault: 'dateBeforeStart' },
    ])
    expect(await decide(a.clerk, number, 'prepare')).toMatchObject({
      values: { grade: '5', from: '2026-12-01', to: '2027-05-25', basis: '' },
    })
  })
})

describe('the sheet that a director signs', () => {
  it('counts with its own number, date and content only', async () => {
    const school = await freshSchool(b)
    const [one, two] = [await onSigning(school), await onSigning(school)]
    const sheet = await sheetOf(school.director, one.number)
    expect(sheet).toMatchObject({ given: { number: 1, date: '2026-11-24' }, scan: null, stale: null })
    for (const { number } of [one, two]) {
      await attachFile(number, (await sheetOf(school.clerk, number)).slot.key, school.clerk)
    }
    await approve(school.director, one.number, sheet.given, hour(4))

    // The other sheet says № 1 too: it is printed anew, and its scan counts no more.
    await expect(approve(school.director, two.number, sheet.given, hour(5))).rejects.toEqual(code('conflict'))
    const next = await sheetOf(school.director, two.number, hour(5))
    expect(next).toMatchObject({ given: { number: 2 }, scan: null, stale: { number: 1, date: '2026-11-24' } })
    await expect(approve(school.director, two.number, next.given, hour(5))).rejects.toEqual(code('unsigned'))
    await attachFile(two.number, next.slot.key, school.clerk)
    await approve(school.director, two.number, next.given, hour(5))
    expect(await decide(school.director, two.number, 'sign')).toMatchObject({ step: 'taken' })

    const register = (actor: Actor) =>
      asActor(actor, (tx) =>
        readRegister(tx, actor, { organisation: null, kind: null, year: null, after: null }, 2026),
      )
    expect((await register(school.clerk)).papers.map((o) => [o.number, o.applicationNumber])).toEqual([
      ['2', two.number],
      ['1', one.number],
    ])
    expect((await register(b.clerk)).papers.map((o) => o.applicationNumber)).not.toContain(one.number)
    for (const stranger of [methodist, admin, one.parent])
      await expect(register(stranger)).rejects.toEqual(code('absent'))
    await expect(
      asActor(b.clerk, (tx) =>
        readRegister(tx, b.clerk, { organisation: school.id, kind: null, year: null, after: null }, 2026),
      ),
    ).rejects.toEqual(code('absent'))
  })

  it('of two directors one approves, without a gap in the journal', async () => {
    const school = await freshSchool(b)
    const second = await addPerson([[school.id, 'director']])
    const { number } = await onSigning(school)
    const { given, slot } = await sheetOf(school.director, number)
    await attachFile(number, slot.key, school.clerk)
    const results = await Promise.allSettled(
      [school.director, second].map((director) => approve(director, number, given, hour(4))),
    )
    expect(results.filter((r) => r.status === 'fulfilled')).toHaveLength(1)
    expect(results.find((r) => r.status === 'rejected')).toMatchObject({ reason: { code: 'conflict' } })
    const next = await asActor(second, (tx) => provisional(tx, school.id, homeSchooling, hour(4)))
    expect(next.number).toBe(2)
  })

  it('taken back, needs a new sheet', async () => {
    const school = await freshSchool(b)
    const { number } = await onSigning(school)
    await attachFile(number, (await sheetOf(school.clerk, number)).slot.key, school.clerk)
    await asActor(school.clerk, (tx) => takeBack(tx, school.clerk, number, hour(4)))
    await asActor(school.clerk, (tx) => prepareResult(tx, school.clerk, number, RESULT, hour(5)))
    expect(await sheetOf(school.director, number, hour(5))).toMatchObject({ scan: null, stale: null })
  })
})
