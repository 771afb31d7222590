import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '@/lib/domain/actor'
import { asActor, prisma } from '@/lib/platform/db'
import { testDatabase } from '@/test/database'
import { addParent, fillDraft, type School, seedSchools, signDraft, TUESDAY } from '@/test/school'
import { cancel, send } from './parent/sending'
import { refuseIntake, register } from './provider/intake'

await testDatabase()

let school: School
let parent: Actor

beforeAll(async () => {
  school = (await seedSchools()).a
  parent = await addParent()
})

const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR
/** Noon in Almaty, so many days after the Tuesday. */
const noon = (days: number) => new Date(TUESDAY.getTime() + 3 * HOUR + days * DAY)

async function sentAt(at: Date): Promise<number> {
  const number = await fillDraft(parent, school.id)
  await signDraft(parent, number)
  await asActor(parent, (tx) => send(tx, parent, number, at))
  return number
}

const refused = (number: number, at: Date) =>
  refuseIntake(
    school.clerk,
    number,
    { ground: 'art19-incomplete', explanation: 'Нет заключения комиссии.' },
    at,
  )

const settled = (number: number) =>
  prisma().application.findUniqueOrThrow({
    where: { number },
    select: { decidedAt: true, decidedDays: true },
  })

test.each([
  ['on the same day', noon(0), noon(0.1), 0],
  ['on the next working day', noon(0), noon(1), 1],
  ['over a weekend', noon(0), noon(6), 4],
  ['sent after hours, it counts from the next morning', new Date('2026-11-24T14:00:00Z'), noon(2), 1],
])('an answer %s', async (_, at, answeredAt, days) => {
  const number = await sentAt(at)
  await refused(number, answeredAt)
  expect(await settled(number)).toEqual({ decidedAt: answeredAt, decidedDays: days })
})

test('days that were waited for the applicant are not the provider’s', async () => {
  const number = await sentAt(noon(0))
  await register(school.clerk, number, noon(0))
  const { id, currentRevisionId } = await prisma().application.findUniqueOrThrow({ where: { number } })
  await prisma().correction.create({
    data: {
      applicationId: id,
      from: 'registered',
      items: [],
      requestedAt: noon(1),
      requestedById: school.clerk.userId,
      requestedByName: school.clerk.name,
      answerBy: '2026-12-04',
      remindOn: '2026-11-30',
      revisionId: currentRevisionId ?? '',
      outcome: 'answered',
      settledAt: noon(6),
    },
  })
  await prisma().application.update({ where: { number }, data: { status: 'sent' } })
  await refused(number, noon(7))
  expect((await settled(number)).decidedDays).toBe(2)
})

test('what is no answer of the provider settles nothing', async () => {
  const number = await sentAt(noon(0))
  await asActor(parent, (tx) => cancel(tx, parent, number, noon(1)))
  expect(await settled(number)).toEqual({ decidedAt: null, decidedDays: null })
})
