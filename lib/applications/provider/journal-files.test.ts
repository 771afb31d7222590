import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/domain/actor'
import { newCheckCode } from '@/lib/papers/mutations'
import { asActor, prisma } from '@/lib/platform/db'
import { type Cell, csv } from '@/lib/platform/spreadsheet'
import { testDatabase } from '@/test/database'
import { pdfText } from '@/test/pdf-text'
import { addPerson, type School, seedSchools } from '@/test/school'
import { exportJournal, type JournalFileQuery, printJournal } from './journal-files'
import { VOLUME } from './journal-rows'
import { readJournalSettings } from './journal-settings'
import { readRegister } from './registers'
import { freshSchool, hour, sentTo } from './work.fixture'

await testDatabase()
const NOW = hour(8)
let a: School
let school: School
let query: JournalFileQuery

/** As an approval writes it, without its bytes. */
async function addOrders(of: School, applicationId: string, ordinals: readonly number[]): Promise<void> {
  await prisma().paper.createMany({
    data: ordinals.map((ordinal) => ({
      applicationId,
      organisationId: of.id,
      kind: 'order',
      number: `${ordinal}-ө`,
      ordinal,
      journalYear: 2026,
      issuedOn: '2026-11-24',
      signedAs: 'paper',
      signerName: 'Оспанова Сәуле',
      sha256: String(ordinal),
      bytes: 1,
      code: newCheckCode(),
    })),
  })
}

const applicationOf = (number: number) =>
  prisma().application.findUniqueOrThrow({ where: { number }, select: { id: true } })

beforeAll(async () => {
  ;({ a } = await seedSchools())
  school = await freshSchool(a)
  query = { organisation: school.id, kind: 'order', year: 2026, after: 0 }
  const { id } = await applicationOf((await sentTo(school)).number)
  await addOrders(school, id, [112, 113, 114])
  const [old, annulling] = await prisma().paper.findMany({
    where: { organisationId: school.id, ordinal: { in: [113, 114] } },
    orderBy: { ordinal: 'asc' },
  })
  await prisma().paper.updateMany({
    where: { id: old?.id },
    data: { revokedAt: NOW, replacedById: annulling?.id },
  })
})

async function cellsOf(table: { rows: AsyncIterable<readonly Cell[]> }) {
  const rows = []
  for await (const row of table.rows) rows.push(row)
  return rows
}

const register = (actor: Actor, more = {}) =>
  asActor(actor, (tx) =>
    readRegister(
      tx,
      actor,
      { organisation: school.id, kind: 'order', year: 2026, after: null, ...more },
      2026,
    ),
  )

describe('the journal of orders', () => {
  it('is shown the newest first, with what was annulled by which order', async () => {
    const { papers, volumes, next } = await register(school.clerk)
    expect(papers.map(({ number, annulledBy }) => [number, annulledBy?.number])).toEqual([
      ['114-ө', undefined],
      ['113-ө', '114-ө'],
      ['112-ө', undefined],
    ])
    expect(papers.map(({ content }) => content.ru)).toEqual([
      'Об аннулировании приказа: № 113-ө от 24.11.2026',
      'О зачислении на индивидуальное бесплатное обучение на дому',
      'О зачислении на индивидуальное бесплатное обучение на дому',
    ])
    expect([volumes, next]).toEqual([[{ after: 111, from: 112, to: 114 }], null])
  })

  it('is printed with its heads in both languages, names, signers, marks and page numbers', async () => {
    const { pdf, name } = await printJournal(school.director, query, NOW)
    expect(name.ru).toBe('Журнал регистрации приказов, 2026 год')
    const text = await pdfText(pdf)
    for (const said of [
      'Бұйрықтарды тіркеу журналы, 2026 жыл',
      'Журнал регистрации приказов, 2026 год',
      'Мазмұны',
      'Содержание',
      '112-ө',
      '24.11.2026',
      'Әлиев Ерғали',
      'Оспанова Сәуле',
      'аннулирован приказом № 114-ө от 24.11.2026',
      'Барлығы / Всего: 3',
      '1/1',
    ])
      expect(text).toContain(said)
  })

  it('is a table in the reader’s language, and each look is on record', async () => {
    await prisma().accessEvent.deleteMany()
    const table = exportJournal(school.clerk, query, 'ru', NOW)
    expect(table.columns.map(({ title }) => title)).toEqual([
      '№',
      'Дата',
      'О ком',
      'Содержание',
      'Заявка',
      'Кто подписал',
      'Отметка',
    ])
    const rows = await cellsOf(table)
    expect(rows.map(([number]) => number)).toEqual(['112-ө', '113-ө', '114-ө'])
    expect(rows[1]?.[6]).toBe('аннулирован приказом № 114-ө от 24.11.2026')
    const written = await new Response(csv(exportJournal(school.clerk, query, 'kk', NOW))).text()
    expect(written).toContain('Кім туралы')
    const [look] = await prisma().accessEvent.findMany()
    expect(look).toMatchObject({ what: 'export', readerId: school.clerk.userId, organisationId: school.id })
  })

  it('is bound in volumes, and read in pages that leave nothing out', async () => {
    const long = await freshSchool(a)
    const { id } = await applicationOf((await sentTo(long)).number)
    const count = VOLUME + 1
    await addOrders(
      long,
      id,
      Array.from({ length: count }, (_, i) => i + 1),
    )
    const of = { ...query, organisation: long.id }
    const { volumes, papers, next } = await register(long.clerk, { organisation: long.id })
    expect(volumes).toEqual([
      { after: 0, from: 1, to: VOLUME },
      { after: VOLUME, from: VOLUME + 1, to: count },
    ])
    expect([papers.length, next]).toEqual([20, String(count - 19)])
    const second = await register(long.clerk, { organisation: long.id, after: next })
    expect(second.papers[0]?.ordinal).toBe(count - 20)
    const last = await pdfText((await printJournal(long.clerk, { ...of, after: VOLUME }, NOW)).pdf)
    expect(last).toContain(`№ ${count}-ө – № ${count}-ө`)
    expect(await cellsOf(exportJournal(long.clerk, of, 'kk', NOW))).toHaveLength(count)
  })

  it('is not set in print on and on: whoever asks too often waits', async () => {
    const clerk = await addPerson([[school.id, 'clerk']])
    const empty = { ...query, year: 2025 }
    for (let i = 0; i < 20; i += 1) await printJournal(clerk, empty, NOW)
    await expect(printJournal(clerk, empty, NOW)).rejects.toMatchObject({ code: 'tooMany' })
    await expect(printJournal(clerk, { ...empty, organisation: a.id }, NOW)).rejects.toMatchObject({
      code: 'absent',
    })
    await printJournal(school.clerk, empty, NOW)
  })

  it('is absent for whoever keeps none there', async () => {
    const methodist = await addPerson([[school.id, 'methodist']])
    const foreign = { ...query, organisation: a.id }
    for (const [actor, asked] of [
      [methodist, query],
      [school.director, foreign],
      [school.director, { ...query, kind: 'notification' }],
      [school.director, { ...query, year: Number.NaN }],
    ] as const) {
      await expect(printJournal(actor, asked, NOW)).rejects.toMatchObject({ code: 'absent' })
      expect(() => exportJournal(actor, asked, 'ru', NOW)).toThrow(
        expect.objectContaining({ code: 'absent' }),
      )
    }
  })
})

describe('how its numbers are written', () => {
  it('is the head’s to see and to say', async () => {
    const settings = (actor: Actor, organisation: string | null = null) =>
      asActor(actor, (tx) =>
        readJournalSettings(tx, actor, { organisation, kind: 'refusal', year: 2027 }, 2026),
      )
    expect(await settings(school.director)).toMatchObject({
      kind: 'refusal',
      year: 2027,
      label: '1',
      isBegun: false,
    })
    expect((await register(school.director)).mayNumber).toBe(true)
    expect((await register(school.clerk)).mayNumber).toBe(false)
    await expect(settings(school.clerk)).rejects.toMatchObject({ code: 'absent' })
    await expect(settings(school.director, a.id)).rejects.toMatchObject({ code: 'absent' })
  })
})
