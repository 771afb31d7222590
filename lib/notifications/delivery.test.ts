import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { asSystem } from '@/lib/platform/db'
import type { Letter } from '@/lib/platform/mail'
import { testDatabase } from '@/test/database'
import { drain } from './delivery'
import { enqueue, forgetSettled } from './mutations'

const database = await testDatabase()
beforeEach(() => {
  vi.spyOn(console, 'log').mockImplementation(() => {})
})

// After all that the tests write, however long they take.
const START = Date.now() + 60 * 60_000
const at = (minutes: number) => new Date(START + minutes * 60_000)

async function person(email = `${randomUUID()}@example.kz`): Promise<string> {
  const id = randomUUID()
  await database.sql(
    "INSERT INTO account (id, email, password_hash, family_name, given_name, updated_at) VALUES ($1, $2, '', '', '', now())",
    [id, email],
  )
  return id
}

async function letterTo(
  recipientId: string,
  event: 'application_sent' | 'confirm_address' = 'application_sent',
) {
  await asSystem('test', (tx) =>
    enqueue(tx, { event, recipientId, locale: 'ru', payload: { number: 44_007 } }),
  )
}

const rowOf = async (recipientId: string) =>
  (await database.sql('SELECT * FROM outbox WHERE recipient_id = $1', [recipientId]))[0]

/** A provider that takes letters, and knows again one it has taken. */
function provider() {
  const taken = new Map<string, Letter>()
  const calls: Letter[] = []
  return {
    taken,
    calls,
    send: async (letter: Letter) => {
      calls.push(letter)
      const before = taken.get(letter.idempotencyKey)
      if (before) expect(letter).toEqual(before)
      taken.set(letter.idempotencyKey, letter)
    },
  }
}

const down = async () => {
  throw new Error('mail provider: application_error: down')
}

describe('the outbox', () => {
  test('two drainers at once send each letter once', async () => {
    const people = await Promise.all(Array.from({ length: 12 }, () => person()))
    for (const id of people) await letterTo(id)
    const mail = provider()
    const rounds = await Promise.all(
      Array.from({ length: 4 }, () => drain({ limit: 10, now: at(0), send: mail.send })),
    )
    expect(rounds.reduce((sum, round) => sum + round.delivered, 0)).toBe(12)
    expect(mail.calls).toHaveLength(12)
    expect(await drain({ limit: 10, now: at(600), send: mail.send })).toEqual({ claimed: 0, delivered: 0 })
  })

  test('a letter says what happened with a link to it, and nothing of the person', async () => {
    const id = await person('asel@example.kz')
    await letterTo(id)
    const mail = provider()
    await drain({ limit: 10, now: at(0), send: mail.send })
    expect(mail.calls).toHaveLength(1)
    expect(mail.calls[0]).toMatchObject({ to: 'asel@example.kz', subject: 'Заявка № 44007 отправлена' })
    expect(mail.calls[0]?.text).toMatch(/http:\/\/\S+\/ru\/cabinet\/applications\/44007\n/)
  })

  test('a provider that is down is asked again, later each time, and gets the letter once when it recovers', async () => {
    const id = await person()
    await letterTo(id)
    const tries: number[] = []
    for (let minute = 0; minute < 60 * 6; minute += 1) {
      const { claimed } = await drain({ limit: 10, now: at(minute), send: down })
      if (claimed > 0) tries.push(minute)
    }
    expect(tries).toEqual([0, 1, 6, 36, 156, 276])
    expect((await rowOf(id))?.last_error).toContain('down')
    const mail = provider()
    await drain({ limit: 10, now: at(60 * 7), send: mail.send })
    await drain({ limit: 10, now: at(60 * 24), send: mail.send })
    expect(mail.calls).toHaveLength(1)
    expect((await rowOf(id))?.delivered_at).toEqual(at(60 * 7))
  })

  test('an answer that got lost is no second letter: the key and the bytes are the same', async () => {
    const id = await person()
    await letterTo(id, 'confirm_address')
    const mail = provider()
    const lost = async (letter: Letter) => {
      await mail.send(letter)
      throw new Error('the line broke')
    }
    await drain({ limit: 10, now: at(0), send: lost })
    await drain({ limit: 10, now: at(5), send: mail.send })
    expect(mail.calls).toHaveLength(2)
    expect(mail.taken.size).toBe(1)
  })

  test('the letter of a process that died is taken up after its lease', async () => {
    const id = await person()
    await letterTo(id)
    await database.sql('UPDATE outbox SET attempts = 1, next_attempt_at = $2 WHERE recipient_id = $1', [
      id,
      at(5),
    ])
    const mail = provider()
    expect(await drain({ limit: 10, now: at(4), send: mail.send })).toMatchObject({ claimed: 0 })
    expect(await drain({ limit: 10, now: at(6), send: mail.send })).toMatchObject({ delivered: 1 })
  })

  test('after three days nobody waits for it', async () => {
    const id = await person()
    await letterTo(id)
    await drain({ limit: 10, now: at(60 * 73), send: down })
    expect((await rowOf(id))?.given_up_at).toEqual(at(60 * 73))
    expect(await drain({ limit: 10, now: at(60 * 80), send: down })).toMatchObject({ claimed: 0 })
  })

  test('what has lost its sense is not sent', async () => {
    const [gone, confirmed] = [randomUUID(), await person()]
    await letterTo(gone)
    await letterTo(confirmed, 'confirm_address')
    await database.sql('UPDATE account SET email_confirmed_at = now() WHERE id = $1', [confirmed])
    const mail = provider()
    expect(await drain({ limit: 10, now: at(0), send: mail.send })).toEqual({ claimed: 2, delivered: 0 })
    expect(mail.calls).toEqual([])
    expect((await rowOf(gone))?.given_up_at).toEqual(at(0))
  })

  test('somebody who applied on paper and reads nothing is written nothing', async () => {
    const id = await person()
    await database.sql('UPDATE account SET is_paper = true WHERE id = $1', [id])
    await letterTo(id)
    const mail = provider()
    await drain({ limit: 10, now: at(0), send: mail.send })
    expect(mail.calls).toEqual([])
    expect((await rowOf(id))?.given_up_at).toEqual(at(0))
  })

  test('what was sent or given up is forgotten after ninety days, what waits is not', async () => {
    // Strangers may ask for a password of any address: such letters go to nobody.
    const [sent, nobody, waiting] = [await person(), randomUUID(), await person()]
    await letterTo(sent)
    await letterTo(nobody)
    await drain({ limit: 10, now: at(0), send: provider().send })
    await letterTo(waiting)
    const days = (n: number) => at(n * 24 * 60)
    await asSystem('test', (tx) => forgetSettled(tx, days(90)))
    for (const id of [sent, nobody, waiting]) expect(await rowOf(id)).toBeDefined()
    await asSystem('test', (tx) => forgetSettled(tx, days(91)))
    for (const id of [sent, nobody]) expect(await rowOf(id)).toBeUndefined()
    expect(await rowOf(waiting)).toBeDefined()
  })
})
