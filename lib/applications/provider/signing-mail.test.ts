import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Actor } from '@/lib/domain/actor'
import { prisma } from '@/lib/platform/db'
import { testDatabase } from '@/test/database'
import { addPerson, type School, seedSchools } from '@/test/school'
import { tellWaitingHeads } from './signing-mail'
import { freshSchool, onSigning } from './work.fixture'

const database = await testDatabase()
const EVENT = 'staff_signing_waits'
/** In Almaty: the Wednesday after the applications of the fixtures were prepared. */
const at = (time: string, day = '2026-11-25') => new Date(`${day}T${time}:00+05:00`)
let a: School

beforeAll(async () => {
  ;({ a } = await seedSchools())
})

beforeEach(async () => {
  await prisma().toldOnce.deleteMany()
  await prisma().outbox.deleteMany()
})

async function lettersTo({ userId }: Actor) {
  return prisma().outbox.findMany({ where: { event: EVENT, recipientId: userId } })
}

describe('the morning letter to a head', () => {
  it('comes once, at nine on a working day: how many, the nearest deadline', async () => {
    const school = await freshSchool(a)
    await onSigning(school)
    await onSigning(school)
    for (const early of [at('08:59'), at('00:10'), at('18:00')]) await tellWaitingHeads(early)
    expect(await lettersTo(school.director)).toEqual([])
    await Promise.all([tellWaitingHeads(at('09:00')), tellWaitingHeads(at('09:00'))])
    await tellWaitingHeads(at('09:01'))
    await tellWaitingHeads(at('15:00'))
    const letters = await lettersTo(school.director)
    expect(letters).toMatchObject([{ payload: { count: 2, date: '2026-11-26' } }])
    expect(await lettersTo(school.clerk)).toEqual([])
  })

  it('comes again the next morning, and on no day off', async () => {
    const school = await freshSchool(a)
    await onSigning(school)
    for (const day of ['2026-11-25', '2026-11-26', '2026-11-28', '2026-11-29'])
      await tellWaitingHeads(at('09:00', day))
    expect(await lettersTo(school.director)).toHaveLength(2)
    await prisma().organisation.update({ where: { id: school.id }, data: { workingWeek: 6 } })
    await prisma().toldOnce.deleteMany({ where: { key: 'signing-mail:2026-11-28' } })
    await tellWaitingHeads(at('09:00', '2026-11-28'))
    expect(await lettersTo(school.director)).toHaveLength(3)
  })

  it('is of what waited at nine: of later things the next one tells', async () => {
    const school = await freshSchool(a)
    await onSigning(school)
    await prisma().application.updateMany({
      where: { organisationId: school.id },
      data: { updatedAt: at('09:10') },
    })
    await tellWaitingHeads(at('09:20'))
    expect(await lettersTo(school.director)).toEqual([])
  })

  it('is one for all organisations of a person, and none for what they may not sign', async () => {
    const [one, two] = [await freshSchool(a), await freshSchool(a)]
    await onSigning(one)
    await onSigning(two)
    const both = await addPerson([
      [one.id, 'director'],
      [two.id, 'director'],
    ])
    const { child } = await onSigning(one)
    await prisma().familyChild.create({ data: { ...child, accountId: both.userId } })
    const three = await freshSchool(a)
    const { parent } = await onSigning(three)
    await prisma().membership.create({
      data: { accountId: parent.userId, organisationId: three.id, role: 'director' },
    })
    await tellWaitingHeads(at('09:00'))
    expect(await lettersTo(both)).toMatchObject([{ payload: { count: 2 } }])
    expect(await lettersTo(parent)).toEqual([])
    expect(await lettersTo(three.director)).toHaveLength(1)
  })

  it('of one head that cannot be written keeps no other waiting, and comes when it can', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    vi.spyOn(console, 'log').mockImplementation(() => {})
    const [one, two] = [await freshSchool(a), await freshSchool(a)]
    await onSigning(one)
    await onSigning(two)
    await database.sql(`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN IF NEW.recipient_id = '${one.director.userId}' THEN RAISE 'no'; END IF; RETURN NEW; END $$`)
    await database.sql('CREATE TRIGGER refuse BEFORE INSERT ON outbox FOR EACH ROW EXECUTE FUNCTION refuse()')
    await tellWaitingHeads(at('09:00'))
    await database.sql('DROP FUNCTION refuse() CASCADE')
    expect([await lettersTo(one.director), await lettersTo(two.director)].map((l) => l.length)).toEqual([
      0, 1,
    ])
    await tellWaitingHeads(at('09:01'))
    expect([await lettersTo(one.director), await lettersTo(two.director)].map((l) => l.length)).toEqual([
      1, 1,
    ])
  })

  it('goes to whoever acts as head that morning', async () => {
    const school = await freshSchool(a)
    await onSigning(school)
    const acting = await addPerson()
    await prisma().membership.create({
      data: {
        accountId: acting.userId,
        organisationId: school.id,
        role: 'director',
        isActing: true,
        basis: '№ 45-к, 20.11.2026',
        validFrom: at('00:00', '2026-11-25'),
        validTo: at('00:00', '2026-11-26'),
      },
    })
    await tellWaitingHeads(at('09:00', '2026-11-25'))
    await tellWaitingHeads(at('09:00', '2026-11-26'))
    expect(await lettersTo(acting)).toHaveLength(1)
  })
})
