import { beforeAll, describe, expect, it } from 'vitest'
import { asSystem, prisma, type Tx } from '@/lib/platform/db'
import { testDatabase } from '@/test/database'
import { type School, seedSchools } from '@/test/school'
import { isBegun, type JournalKey, numberLabel, readJournal, setUpJournal, takeNumber } from './journal'
import { parseNumbering } from './schema'

await testDatabase()
const code = (value: string) => expect.objectContaining({ code: value })
const AS_IT_BEGINS = { first: 1, prefix: '', suffix: '' }
let a: School
let kinds = 0

beforeAll(async () => {
  ;({ a } = await seedSchools())
})

/** A book that nobody has written in. */
function newBook(year = 2026): JournalKey {
  kinds += 1
  return { organisationId: a.id, kind: `book-${kinds}`, year }
}

const run = <T>(work: (tx: Tx) => Promise<T>) => asSystem('test', work)
const read = (key: JournalKey) => run((tx) => readJournal(tx, key))

/** Takes whatever number is next, as often as it is refused. */
async function takeNext(key: JournalKey): Promise<string> {
  for (;;) {
    const journal = await read(key)
    const given = { number: journal.next, label: numberLabel(journal, journal.next) }
    try {
      await run((tx) => takeNumber(tx, key, given))
      return given.label
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'conflict')) throw error
    }
  }
}

describe('a journal', () => {
  it('goes on from the paper book, in its way of writing, without a gap under any race', async () => {
    const key = newBook()
    await run((tx) => setUpJournal(tx, key, AS_IT_BEGINS, { first: 113, prefix: '', suffix: '-ө/б' }))
    const labels = await Promise.all(Array.from({ length: 20 }, () => takeNext(key)))
    expect(labels.sort()).toEqual(Array.from({ length: 20 }, (_, i) => `${113 + i}-ө/б`).sort())
    expect(await read(key)).toEqual({ first: 113, next: 133, prefix: '', suffix: '-ө/б' })
  })

  it('begins anew with 1 next year, written as before', async () => {
    const key = newBook()
    await run((tx) => setUpJournal(tx, key, AS_IT_BEGINS, { first: 40, prefix: 'ө-', suffix: '' }))
    const next = { ...key, year: 2027 }
    expect(await read(next)).toEqual({ first: 1, next: 1, prefix: 'ө-', suffix: '' })
    expect(await Promise.all([takeNext(next), takeNext(next)])).toEqual(
      expect.arrayContaining(['ө-1', 'ө-2']),
    )
    expect(await prisma().journal.findUnique({ where: { organisationId_kind_year: next } })).toMatchObject({
      prefix: 'ө-',
      next: 3,
    })
    // Whoever looks back finds what was before that year, not after it.
    expect(await read({ ...key, year: 2025 })).toMatchObject({ prefix: '' })
  })

  it('gives no number that is written otherwise than it stands on the paper', async () => {
    const key = newBook()
    const taken = run((tx) => takeNumber(tx, key, { number: 1, label: '1-ө' }))
    await expect(taken).rejects.toEqual(code('conflict'))
    expect((await read(key)).next).toBe(1)
  })

  it('of two that set it up at once one wins, the other is told', async () => {
    const key = newBook()
    const ended = await Promise.allSettled(
      [113, 131].map((first) => run((tx) => setUpJournal(tx, key, AS_IT_BEGINS, { ...AS_IT_BEGINS, first }))),
    )
    expect(ended.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const { first, next } = await read(key)
    expect([113, 131]).toContain(first)
    expect(next).toBe(first)
    // A slip of the pen can be put right as long as no number was given.
    const seen = { ...AS_IT_BEGINS, first }
    await run((tx) => setUpJournal(tx, key, seen, { ...AS_IT_BEGINS, first: 7 }))
    expect(await read(key)).toMatchObject({ first: 7, next: 7 })
  })

  it('is as it is once a number was given, whoever comes first at that moment', async () => {
    const key = newBook()
    const wanted = { first: 50, prefix: 'х', suffix: '' }
    const ended = await Promise.allSettled([
      run((tx) => takeNumber(tx, key, { number: 1, label: '1' })),
      run((tx) => setUpJournal(tx, key, AS_IT_BEGINS, wanted)),
    ])
    expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const journal = await read(key)
    expect([
      { first: 1, next: 2, prefix: '', suffix: '' },
      { ...wanted, next: 50 },
    ]).toContainEqual(journal)
    await takeNext(key)
    expect(isBegun(await read(key))).toBe(true)
    const late = run(async (tx) => setUpJournal(tx, key, await readJournal(tx, key), AS_IT_BEGINS))
    await expect(late).rejects.toEqual(code('conflict'))
  })

  it('gives a number back that its transaction did not keep', async () => {
    const key = newBook()
    const fault = run(async (tx) => {
      await takeNumber(tx, key, { number: 1, label: '1' })
      throw new Error('the paper could not be written')
    })
    await expect(fault).rejects.toThrow('could not be written')
    expect(await takeNext(key)).toBe('1')
  })
})

describe('what a head types in', () => {
  it.each([
    [{ first: '113', prefix: '', suffix: '-ө/б' }, []],
    [{ first: ' 1 ', prefix: 'Ө-', suffix: '' }, []],
    [{ first: '0', prefix: '', suffix: '' }, ['first']],
    [{ first: '', prefix: '', suffix: '' }, ['first']],
    [{ first: '1.5', prefix: '', suffix: '' }, ['first']],
    [{ first: '1', prefix: '2026', suffix: '' }, ['prefixDigit']],
    [{ first: '1', prefix: '', suffix: '1' }, ['suffixDigit']],
    [{ first: '1', prefix: '<b>', suffix: '№' }, ['affix', 'affix']],
    [{ first: '1', prefix: '', suffix: 'абвгдежзийк' }, ['affix']],
  ])('%o', (typed, faults) => {
    expect(parseNumbering(typed).faults.map(({ fault }) => fault)).toEqual(faults)
  })
})
