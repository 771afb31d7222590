import { beforeAll, describe, expect, it } from 'vitest'
import { getOverview } from '@/lib/applications/parent/overview'
import { closeCorrection } from '@/lib/applications/provider/correction'
import { register } from '@/lib/applications/provider/intake'
import { listQueue } from '@/lib/applications/provider/queue'
import { readReview } from '@/lib/applications/provider/review'
import { hour, sentTo } from '@/lib/applications/provider/work.fixture'
import type { Actor } from '@/lib/domain/actor'
import { almatyInstant } from '@/lib/domain/dates'
import { readQueueQuery } from '@/lib/domain/queue-query'
import { asActor, prisma } from '@/lib/platform/db'
import { testDatabase } from '@/test/database'
import { addPerson, type School, seedSchools } from '@/test/school'
import { sentencesOf } from './term-clock'

await testDatabase()
let a: School
let methodist: Actor
let department: string

beforeAll(async () => {
  const seeded = await seedSchools()
  a = seeded.a
  department = seeded.department
  methodist = await addPerson([[seeded.department, 'methodist']])
})

const at = (text: string) => almatyInstant(text.slice(0, 10), text.slice(11))
const review = (actor: Actor, number: number, now: Date) =>
  asActor(actor, (tx) => readReview(tx, actor, number, 'ru', now))

/** Asked for something after registration, and perhaps answered. */
async function ask(number: number, asked: Date, answered: Date | null): Promise<void> {
  const { id, currentRevisionId } = await prisma().application.findUniqueOrThrow({ where: { number } })
  await prisma().correction.create({
    data: {
      applicationId: id,
      from: 'registered',
      items: [],
      requestedAt: asked,
      requestedById: a.clerk.userId,
      requestedByName: a.clerk.name,
      answerBy: '2026-12-09',
      remindOn: '2026-12-02',
      revisionId: currentRevisionId ?? '',
      settledAt: answered,
      outcome: answered && 'answered',
    },
  })
}

describe('the clock of an application', () => {
  it('is the same date, with the same reasons, for the parent, the school and the department', async () => {
    const { parent, number } = await sentTo(a)
    const seen = async (now: Date) => {
      const own = await asActor(parent, (tx) => getOverview(tx, parent, number, now))
      const clerks = await review(a.clerk, number, now)
      const departments = await review(methodist, number, now)
      expect(clerks.clock).toEqual(own.clock)
      expect(departments.clock).toEqual(own.clock)
      const dates = [own.application.dueAt, clerks.due?.date, departments.due?.date]
      expect(new Set(dates).size).toBe(1)
      return { date: own.application.dueAt, due: own.due, clock: own.clock }
    }
    expect(await seen(hour(2))).toMatchObject({ date: '2026-11-25', due: { answerDue: '2026-11-27' } })
    await register(a.clerk, number, hour(2))
    expect(await seen(hour(3))).toMatchObject({ date: '2026-11-26', clock: { answerDue: '2026-11-26' } })
    const { rows } = await asActor(methodist, (tx) =>
      listQueue(tx, methodist, readQueueQuery({ q: String(number) }), hour(3)),
    )
    expect(rows.map((row) => row.due?.date)).toEqual(['2026-11-26'])
  })

  it('is late by as many days of the school’s own week, whoever acts for it', async () => {
    const { number } = await sentTo(a)
    const { id } = await prisma().application.findUniqueOrThrow({ where: { number } })
    await prisma().applicationParty.create({
      data: { applicationId: id, organisationId: department, part: 'acting' },
    })
    await prisma().organisation.update({ where: { id: department }, data: { workingWeek: 6 } })
    // Due on Wednesday the 25th; of the days up to Sunday one is a Saturday.
    const sunday = at('2026-11-29 12:00')
    const { due } = await review(a.clerk, number, sunday)
    const { rows } = await asActor(a.clerk, (tx) =>
      listQueue(tx, a.clerk, readQueueQuery({ q: String(number) }), sunday),
    )
    expect([due?.overdue, rows[0]?.due?.overdue]).toEqual([2, 2])
    await prisma().organisation.update({ where: { id: department }, data: { workingWeek: 5 } })
  })

  it('tells why: sent in the evening, registered late, stood still for the applicant', async () => {
    const { number } = await sentTo(a)
    const { id } = await prisma().application.update({
      where: { number },
      data: {
        sentAt: at('2026-11-20 19:30'),
        completeAt: at('2026-11-20 19:30'),
        registeredAt: at('2026-11-26 10:00'),
        intakeDue: '2026-11-24',
        answerDue: '2026-11-30',
        dueAt: '2026-11-30',
        status: 'registered',
      },
      select: { id: true },
    })
    await ask(number, at('2026-11-26 11:00'), at('2026-11-27 20:00'))
    const { clock } = await review(a.clerk, number, at('2026-11-28 10:00'))
    expect(clock && sentencesOf(clock, 'ru')).toEqual([
      'Заявка отправлена: 20.11.2026 19:30.',
      'Организация работает до 18:00. Заявка, пришедшая позже или в выходной, считается пришедшей на следующий рабочий день: 23 ноября (понедельник).',
      'Срок регистрации – 1 рабочий день: 24 ноября (вторник).',
      'Зарегистрирована: 26.11.2026 10:00.',
      'Заявка зарегистрирована с опозданием, но срок ответа от этого не сдвигается: он считается с 24 ноября (вторник), когда истек срок регистрации.',
      'Ждали исправлений от заявителя: срок приостановлен 26 ноября (четверг), снова пошел 30 ноября (понедельник).',
      'Срок ответа – 2 рабочих дня со дня регистрации: 30 ноября (понедельник).',
      'Срок считается в рабочих днях: выходные и праздники не входят.',
    ])
    const kazakh = clock && sentencesOf(clock, 'kk')
    expect(kazakh).toHaveLength(8)
    expect(kazakh).toContain(
      'Өтініш берушіден түзету күтілді: мерзім тоқтаған күн – 26 қараша (бейсенбі), қайта жүре бастаған күн – 30 қараша (дүйсенбі).',
    )
    await prisma().correction.deleteMany({ where: { applicationId: id } })
  })

  it('stands while the applicant is waited for, and says until when', async () => {
    const { parent, number } = await sentTo(a)
    await register(a.clerk, number, hour(2))
    await ask(number, hour(3), null)
    await prisma().application.update({
      where: { number },
      data: { status: 'correction', returnsTo: 'registered', dueAt: '2026-12-09' },
    })
    const own = await asActor(parent, (tx) => getOverview(tx, parent, number, at('2026-12-20 10:00')))
    expect(own).toMatchObject({
      isLate: false,
      clock: { asked: { answerBy: '2026-12-09', meanwhile: 'stands' } },
    })
  })

  it('moves no day that was set together with the intake, and does not say so', async () => {
    const { parent, number } = await sentTo(a)
    await register(a.clerk, number, hour(2))
    const { serviceSlug, periodKey } = await prisma().application.update({
      where: { number },
      data: { status: 'correction', returnsTo: 'registered', answerDue: '2027-08-31' },
    })
    await prisma().intakeWindow.create({
      data: { serviceSlug, periodKey, opensAt: hour(-99), closesAt: hour(999), answerBy: '2027-08-31' },
    })
    await ask(number, hour(3), null)
    const read = () => asActor(parent, (tx) => getOverview(tx, parent, number, hour(4)))
    const asked = await read()
    expect(asked).toMatchObject({
      correction: { meanwhile: 'fixed' },
      clock: { hasDay: true, asked: { meanwhile: 'fixed' } },
    })
    await asActor(a.clerk, (tx) => closeCorrection(tx, a.clerk, number, hour(99)))
    const { application, clock } = await read()
    expect(application).toMatchObject({ status: 'registered', dueAt: '2027-08-31' })
    expect(clock).toMatchObject({ pauses: [], answerDue: '2027-08-31' })
    await prisma().intakeWindow.deleteMany()
  })
})
