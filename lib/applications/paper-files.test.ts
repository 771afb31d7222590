import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/domain/actor'
import { asActor, prisma } from '@/lib/platform/db'
import { testDatabase } from '@/test/database'
import { addParent, addPerson, type School, seedSchools } from '@/test/school'
import { openDraftOrder, openPaper, openStatement } from './paper-files'
import { takeBack } from './provider/result'
import { hour, onSigning } from './provider/work.fixture'

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

describe('papers', () => {
  const outcome = (work: Promise<unknown>) => work.then(() => 'opened').catch((e: { code: string }) => e.code)

  it('open for the applicant and for staff that may read, and for nobody else', async () => {
    const { number, parent } = await onSigning(a)
    const { id } = await prisma().paper.findFirstOrThrow({ where: { application: { number } } })
    const readers = [parent, a.clerk, a.director, methodist]
    const strangers = [await addParent(), b.clerk, b.director, admin]
    for (const reader of readers) {
      expect(await outcome(openPaper(reader, id, hour(4)))).toBe('opened')
      expect(await outcome(openStatement(reader, number, hour(4)))).toBe('opened')
    }
    for (const stranger of strangers) {
      expect(await outcome(openPaper(stranger, id, hour(4)))).toBe('absent')
      expect(await outcome(openStatement(stranger, number, hour(4)))).toBe('absent')
    }
    expect(await outcome(openPaper(parent, crypto.randomUUID(), hour(4)))).toBe('absent')
    expect(await outcome(openPaper(parent, '../../etc/passwd', hour(4)))).toBe('absent')
    const { name } = await openPaper(parent, id, hour(4))
    expect(name.ru).toBe(`Расписка о приеме документов № ${number}-Р`)
  })

  it('the order to be signed opens for those who work it, while it is on signing', async () => {
    const { number, parent } = await onSigning(a)
    for (const worker of [a.clerk, a.director])
      expect(await outcome(openDraftOrder(worker, number, hour(4)))).toBe('opened')
    for (const stranger of [parent, methodist, admin, b.director])
      expect(await outcome(openDraftOrder(stranger, number, hour(4)))).toBe('absent')
    await asActor(a.clerk, (tx) => takeBack(tx, a.clerk, number, hour(4)))
    expect(await outcome(openDraftOrder(a.director, number, hour(5)))).toBe('absent')
  })
})
