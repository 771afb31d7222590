import { beforeEach, expect, test, vi } from 'vitest'
import { IDLE } from '@/lib/domain/form-state'
import { testDatabase } from '@/test/database'
import { requestReset } from './actions'
import { mayTry } from './delays'

const database = await testDatabase()

vi.mock('next/headers', () => ({
  headers: async () => new Headers({ origin: 'https://e.bilimal.kz', host: 'e.bilimal.kz' }),
  cookies: async () => ({ get: () => undefined, has: () => false }),
}))
vi.mock('./next-auth', () => ({}))
vi.mock('./session', () => ({ readActor: async () => null }))
vi.mock('@/lib/notifications/delivery', () => ({ drainSoon: () => {} }))

beforeEach(async () => {
  await database.sql('TRUNCATE outbox, rate_limiter')
})

async function askForReset(email: string): Promise<string> {
  const form = new FormData()
  form.set('email', email)
  return (await requestReset(IDLE, form)).status
}

const letters = async () =>
  (await database.sql("SELECT id FROM outbox WHERE event = 'reset_password'")).length

test('five letters an hour to one address, and the same answer to the sixth', async () => {
  for (let n = 0; n < 6; n += 1) expect(await askForReset('asel@example.kz')).toBe('done')
  expect(await letters()).toBe(5)
})

test('whoever registers with a foreign address does not use up its way back in', async () => {
  for (let n = 0; n < 6; n += 1) await mayTry('letterToAddress', 'asel@example.kz')
  expect(await askForReset('asel@example.kz')).toBe('done')
  expect(await letters()).toBe(1)
})
