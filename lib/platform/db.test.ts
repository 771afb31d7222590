import { expect, test } from 'vitest'
import { testDatabase } from '@/test/database'
import { asSystem, isWriteConflict, prisma, type Tx } from './db'

await testDatabase()

const KEYS = ['one', 'two'] as const
type Key = (typeof KEYS)[number]

/** Two transactions, each of which holds what the other asks for next. */
async function deadlock(hold: (tx: Tx, key: Key) => Promise<unknown>) {
  let holding = 0
  let bothHold = () => {}
  const both = new Promise<void>((resolve) => {
    bothHold = resolve
  })
  const take = (first: Key, second: Key) =>
    asSystem('test', async (tx) => {
      await hold(tx, first)
      if (++holding === 2) bothHold()
      await both
      await hold(tx, second)
    })
  return Promise.allSettled([take('one', 'two'), take('two', 'one')])
}

test.each<[string, (tx: Tx, key: Key) => Promise<unknown>]>([
  ['a query', (tx, key) => tx.toldOnce.updateMany({ where: { key }, data: { at: new Date() } })],
  ['a raw query', (tx, key) => tx.$queryRaw`SELECT key FROM told_once WHERE key = ${key} FOR UPDATE`],
  ['a raw deed', (tx, key) => tx.$executeRaw`UPDATE told_once SET at = now() WHERE key = ${key}`],
])('of two that wait for each other one goes on, and the other is known: %s', async (_, hold) => {
  const data = KEYS.map((key) => ({ key, at: new Date() }))
  await prisma().toldOnce.createMany({ data, skipDuplicates: true })
  const ended = (await deadlock(hold)).flatMap((end) => (end.status === 'rejected' ? [end.reason] : []))
  expect(ended).toHaveLength(1)
  expect(ended.map(isWriteConflict)).toEqual([true])
})

test('a change that came too late for what was read is known, another failure is not', async () => {
  await prisma().toldOnce.create({ data: { key: 'read', at: new Date() } })
  const where = { key: 'read' }
  const late = prisma().$transaction(
    async (tx) => {
      await tx.toldOnce.count({ where })
      await prisma().toldOnce.update({ where, data: { at: new Date() } })
      await tx.toldOnce.update({ where, data: { at: new Date() } })
    },
    { isolationLevel: 'RepeatableRead' },
  )
  const failureOf = (work: Promise<unknown>) => work.then(() => null).catch((error: unknown) => error)
  expect(isWriteConflict(await failureOf(late))).toBe(true)
  const twice = prisma().toldOnce.create({ data: { key: 'read', at: new Date() } })
  const broken = prisma().$queryRaw`SELECT 40001 FROM nowhere`
  for (const work of [twice, broken]) expect(isWriteConflict(await failureOf(work))).toBe(false)
})
