import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { register } from '@/lib/applications/provider/intake'
import { hour, sentTo } from '@/lib/applications/provider/work.fixture'
import type { Actor } from '@/lib/domain/actor'
import { STATUS_LABELS } from '@/lib/domain/status'
import { statisticsMessages } from '@/lib/i18n/statistics'
import { prisma } from '@/lib/platform/db'
import type { Cell } from '@/lib/platform/spreadsheet'
import { homeSchooling } from '@/lib/services/home-schooling'
import { testDatabase } from '@/test/database'
import { addParent, addPerson, type School, seedSchools } from '@/test/school'
import { type ExportQuery, exportApplications } from './export'
import { addRows } from './statistics.fixture'

const pdf = vi.hoisted(() => async () => Buffer.from(crypto.randomUUID()))
vi.mock('@/lib/papers/statement', () => ({ renderStatement: pdf }))
vi.mock('@/lib/papers/receipt', () => ({ renderReceipt: pdf }))

await testDatabase()
let a: School
let b: School
let methodist: Actor
let sent: Awaited<ReturnType<typeof sentTo>>

const MANY = 1003

beforeAll(async () => {
  const seeded = await seedSchools()
  ;({ a, b } = seeded)
  methodist = await addPerson([[seeded.department, 'methodist']])
  sent = await sentTo(a)
  await register(a.clerk, sent.number, hour(2))
  await sentTo(b)
  const row = {
    organisationId: a.id,
    serviceSlug: 'home-schooling',
    status: 'refused',
    dueAt: null,
    sentAt: hour(-200),
    decidedDays: 3,
    answerDue: '2026-11-20',
    groundCode: homeSchooling.grounds[0]?.code ?? null,
  } as const
  await addRows((await addParent()).userId, [
    ...Array.from({ length: MANY }, () => ({ ...row, decidedAt: hour(-100) })),
    { ...row, decidedAt: hour(-24 * 40) },
    { ...row, status: 'cancelled', decidedAt: null },
  ])
})

const QUERY: ExportQuery = { period: 'days30', organisationId: null, isPersonal: false }

async function exported(actor: Actor, query: Partial<ExportQuery> = {}) {
  const table = await exportApplications(actor, { ...QUERY, ...query }, 'ru', hour(3))
  const rows: (readonly Cell[])[] = []
  for await (const row of table.rows) rows.push(row)
  return { titles: table.columns.map(({ title }) => title), rows }
}

const reads = () => prisma().accessEvent.findMany({ where: { what: 'export' } })

describe('an export', () => {
  it('has what waits and what was answered in the period, each once, in pages', async () => {
    const { titles, rows } = await exported(a.clerk)
    expect(titles).toHaveLength(10)
    expect(rows).toHaveLength(MANY + 1)
    expect(new Set(rows.map(([number]) => number)).size).toBe(MANY + 1)
    const [first, second] = rows
    expect(first).toEqual([
      sent.number,
      homeSchooling.name.ru,
      expect.any(String),
      STATUS_LABELS.registered.ru,
      '24.11.2026',
      '24.11.2026',
      expect.stringMatching(/^\d\d\.\d\d\.2026$/),
      null,
      null,
      null,
    ])
    expect(second?.slice(6)).toEqual(['20.11.2026', '20.11.2026', 3, homeSchooling.grounds[0]?.text.ru])
    expect(await reads()).toEqual([])
  })

  it('has names and IINs for the organisation’s own staff, and every such look is on record', async () => {
    const { titles, rows } = await exported(a.director, { isPersonal: true })
    const t = statisticsMessages.ru.export.columns
    expect(titles.slice(10)).toEqual([t.subject, t.subjectIin, t.applicant, t.applicantIin])
    expect(rows[0]?.slice(10)).toEqual([
      expect.stringContaining('Әлиев'),
      sent.child.iin,
      expect.stringContaining('Әлиева'),
      '881102400015',
    ])
    const read = await reads()
    expect(read).toHaveLength(MANY + 1)
    expect(read[0]).toMatchObject({
      readerId: a.director.userId,
      organisationId: a.id,
      role: 'director',
      at: hour(3),
    })
  })

  it('gives a methodist the district without names, and no names when they ask', async () => {
    const { rows, titles } = await exported(methodist)
    expect(rows).toHaveLength(MANY + 1)
    expect(titles).toHaveLength(10)
    expect(JSON.stringify(rows)).not.toMatch(/\d{12}|Әлиев/)
    await expect(exported(methodist, { isPersonal: true })).rejects.toMatchObject({ code: 'absent' })
    await expect(exported(methodist, { isPersonal: true, organisationId: a.id })).rejects.toMatchObject({
      code: 'absent',
    })
  })

  it('gives whoever is a methodist too the names of their own school alone', async () => {
    const both = await addPerson([
      [methodist.organisationIds[0] ?? '', 'methodist'],
      [b.id, 'clerk'],
    ])
    expect((await exported(both)).rows).toHaveLength(MANY + 2)
    expect((await exported(both, { isPersonal: true })).rows).toHaveLength(1)
  })

  it('is absent for everybody else, and for a foreign organisation', async () => {
    const strangers = [await addParent(), await addPerson([[a.id, 'admin']])]
    for (const stranger of strangers)
      await expect(exported(stranger)).rejects.toMatchObject({ code: 'absent' })
    for (const organisationId of [b.id, randomUUID(), 'x'])
      await expect(exported(a.clerk, { organisationId })).rejects.toMatchObject({ code: 'absent' })
  })
})
