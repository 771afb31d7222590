import { randomUUID } from 'node:crypto'
import { verify } from '@node-rs/argon2'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { asSystem } from '@/lib/platform/db'
import { testDatabase } from '@/test/database'
import { getActor } from './data'
import { revokeSession } from './mutations'
import * as password from './password'
import { checkPassword } from './sign-in'

vi.mock('@node-rs/argon2', async (original) => {
  const real = await original<typeof import('@node-rs/argon2')>()
  return { ...real, verify: vi.fn(real.verify) }
})

const database = await testDatabase()
const NOW = new Date('2026-11-22T06:00:00Z')
const RIGHT = 'жеті құдық суы'

async function account(email: string, secret: string, confirmed: boolean): Promise<string> {
  const id = randomUUID()
  await database.sql(
    "INSERT INTO account (id, email, password_hash, family_name, given_name, email_confirmed_at, created_at, updated_at) VALUES ($1, $2, $3, 'Әлиева', 'Әсел', $4, clock_timestamp(), now())",
    [id, email, await password.hashPassword(secret), confirmed ? NOW : null],
  )
  return id
}

const ownerOf = async (sessionId: string) =>
  (await database.sql('SELECT account_id FROM session WHERE id = $1', [sessionId]))[0]?.account_id

beforeEach(async () => {
  await database.sql('TRUNCATE account, audit_event, rate_limiter CASCADE')
})

describe('signing in', () => {
  test('opens the confirmed account or the newest unconfirmed one, by its own password', async () => {
    const email = 'asel@example.kz'
    const confirmed = await account(email, RIGHT, true)
    await account(email, 'ескі құпиясөз', false)
    const newest = await account(email, 'бөтен құпиясөз', false)
    const opened = async (secret: string) => {
      const result = await checkPassword({ email: ' Asel@Example.KZ', password: secret }, '10.0.0.1', NOW)
      return result.status === 'ok' ? ownerOf(result.sessionId) : result.status
    }
    expect(await opened(RIGHT)).toBe(confirmed)
    expect(await opened('бөтен құпиясөз')).toBe(newest)
    expect(await opened('ескі құпиясөз')).toBe('wrong')
  })

  test('the password is the same from a keyboard that composes letters otherwise', async () => {
    await account('asel@example.kz', 'Ёлка и йод', true)
    const typed = 'Ёлка и йод'.normalize('NFD')
    const result = await checkPassword({ email: 'asel@example.kz', password: typed }, '10.0.0.1', NOW)
    expect(result.status).toBe('ok')
  })

  test('a book sent for a password is not hashed whole', async () => {
    await account('asel@example.kz', RIGHT, true)
    const book = 'Абай жолы '.repeat(100_000)
    expect((await checkPassword({ email: 'asel@example.kz', password: book }, '10.0.0.1', NOW)).status).toBe(
      'wrong',
    )
    for (const [, secret] of vi.mocked(verify).mock.calls) expect(String(secret).length).toBeLessThan(20_000)
  })

  test.each([
    ['unknown', 0],
    ['one account', 1],
    ['two accounts', 2],
  ])('two hashes are verified, two rows read and one line audited: %s', async (_, known) => {
    const email = 'asel@example.kz'
    if (known > 0) await account(email, RIGHT, true)
    if (known > 1) await account(email, 'бөтен құпиясөз', false)
    // The hash of nothing is made once in a process.
    await password.firstMatching([undefined, undefined], 'x')
    vi.mocked(verify).mockClear()
    const result = await checkPassword({ email, password: 'қате құпиясөз' }, '10.0.0.1', NOW)
    expect(result).toEqual({ status: 'wrong' })
    expect(verify).toHaveBeenCalledTimes(2)
    const audited = await database.sql('SELECT action, subject FROM audit_event')
    expect(audited).toHaveLength(1)
    expect(audited[0]?.action).toBe('signInFailed')
  })

  test('after ten wrong tries even the right password has to wait, known or not', async () => {
    await account('asel@example.kz', RIGHT, true)
    for (const email of ['asel@example.kz', 'nobody@example.kz']) {
      for (let n = 0; n < 10; n += 1) {
        expect(await checkPassword({ email, password: `қате ${n}` }, '10.0.1.1', NOW)).toEqual({
          status: 'wrong',
        })
      }
      expect(await checkPassword({ email, password: RIGHT }, '10.0.1.1', NOW)).toEqual({ status: 'tooMany' })
    }
  })

  test('tries sent at once are all counted', async () => {
    await account('asel@example.kz', RIGHT, true)
    const results = await Promise.all(
      Array.from({ length: 30 }, (_, n) =>
        checkPassword({ email: 'asel@example.kz', password: `қате ${n}` }, '10.0.3.1', NOW),
      ),
    )
    expect(results.filter((r) => r.status === 'wrong')).toHaveLength(10)
  })

  test("a stranger's wrong passwords do not keep the owner out", async () => {
    const email = 'asel@example.kz'
    await account(email, RIGHT, true)
    for (let n = 0; n < 12; n += 1) await checkPassword({ email, password: 'қате' }, '10.0.8.1', NOW)
    expect((await checkPassword({ email, password: RIGHT }, '10.0.8.1', NOW)).status).toBe('tooMany')
    expect((await checkPassword({ email, password: RIGHT }, '10.0.9.1', NOW)).status).toBe('ok')
  })

  test('guesses from many addresses together have a ceiling too', async () => {
    const email = 'asel@example.kz'
    await account(email, RIGHT, true)
    const guess = (n: number) => checkPassword({ email, password: `қате ${n}` }, `10.1.${n}.1`, NOW)
    const results = await Promise.all(Array.from({ length: 120 }, (_, n) => guess(n)))
    expect(results.filter((r) => r.status === 'wrong')).toHaveLength(100)
  })

  test('a right password starts the count anew', async () => {
    await account('asel@example.kz', RIGHT, true)
    const tryOnce = (secret: string) =>
      checkPassword({ email: 'asel@example.kz', password: secret }, '10.0.4.1', NOW)
    for (let n = 0; n < 9; n += 1) await tryOnce('қате')
    expect((await tryOnce(RIGHT)).status).toBe('ok')
    for (let n = 0; n < 9; n += 1) await tryOnce('қате')
    expect((await tryOnce(RIGHT)).status).toBe('ok')
  })

  test("a stranger's own account of the same address does not start the count anew", async () => {
    const email = 'asel@example.kz'
    await account(email, RIGHT, true)
    await account(email, 'бөтен құпиясөз', false)
    const tryOnce = async (secret: string) =>
      (await checkPassword({ email, password: secret }, '10.0.7.1', NOW)).status
    for (let n = 0; n < 9; n += 1) expect(await tryOnce(`қате ${n}`)).toBe('wrong')
    expect(await tryOnce('бөтен құпиясөз')).toBe('ok')
    expect(await tryOnce('қате')).toBe('tooMany')
  })

  test('one network address cannot try many accounts for ever; who signs in rightly does not use it up', async () => {
    await account('asel@example.kz', RIGHT, true)
    for (let n = 0; n < 20; n += 1) {
      await checkPassword({ email: 'asel@example.kz', password: RIGHT }, '10.0.5.1', NOW)
    }
    let wrong = 0
    for (let n = 0; n < 101; n += 1) {
      const result = await checkPassword({ email: `p${n}@example.kz`, password: 'x' }, '10.0.5.1', NOW)
      if (result.status === 'wrong') wrong += 1
    }
    expect(wrong).toBe(100)
  })

  test('counters keep no address in clear', async () => {
    await checkPassword({ email: 'asel@example.kz', password: 'x' }, '10.0.6.1', NOW)
    const rows = await database.sql('SELECT key FROM rate_limiter')
    expect(rows).toHaveLength(3)
    for (const { key } of rows) expect(key).not.toMatch(/asel|10\.0/)
  })
})

describe('the session', () => {
  async function signedIn() {
    const id = await account('asel@example.kz', RIGHT, true)
    const result = await checkPassword({ email: 'asel@example.kz', password: RIGHT }, '10.0.0.1', NOW)
    if (result.status !== 'ok') throw new Error(result.status)
    return { id, sessionId: result.sessionId }
  }
  const actorAt = (sessionId: string, now: Date) => asSystem('test', (tx) => getActor(tx, sessionId, now))
  const secondsOn = (seconds: number) => new Date(NOW.getTime() + seconds * 1000)

  test('is the person with the memberships that hold now', async () => {
    const { id, sessionId } = await signedIn()
    await organisation()
    const membership = (role: string, from: Date, to: Date | null) =>
      database.sql(
        'INSERT INTO membership (id, account_id, organisation_id, role, valid_from, valid_to) VALUES (gen_random_uuid(), $1, $2, $3, $4, $5)',
        [id, ORGANISATION, role, from, to],
      )
    await membership('clerk', secondsOn(-60), null)
    await membership('director', secondsOn(60), null)
    await membership('methodist', secondsOn(-60), secondsOn(-1))
    expect(await actorAt(sessionId, NOW)).toEqual({
      userId: id,
      email: 'asel@example.kz',
      name: 'Әлиева Әсел',
      iin: '',
      confirmed: true,
      sessionId,
      memberships: [{ organisationId: ORGANISATION, role: 'clerk', basis: '', isActing: false }],
      organisationIds: [ORGANISATION],
    })
  })

  test('ends by signing out, by thirty days, and was never there when invented', async () => {
    const { sessionId } = await signedIn()
    const days = 24 * 3600
    expect(await actorAt(sessionId, secondsOn(30 * days - 1))).not.toBeNull()
    expect(await actorAt(sessionId, secondsOn(30 * days + 1))).toBeNull()
    expect(await actorAt('invented', NOW)).toBeNull()
    await asSystem('test', (tx) => revokeSession(tx, sessionId, NOW))
    expect(await actorAt(sessionId, NOW)).toBeNull()
  })

  test('is noted as seen at most once a minute', async () => {
    const { sessionId } = await signedIn()
    const seen = async () =>
      (await database.sql('SELECT last_seen_at FROM session WHERE id = $1', [sessionId]))[0]?.last_seen_at
    await actorAt(sessionId, secondsOn(30))
    expect(await seen()).toEqual(NOW)
    await actorAt(sessionId, secondsOn(61))
    expect(await seen()).toEqual(secondsOn(61))
  })
})

const ORGANISATION = '00000000-0000-7000-8000-000000000001'

async function organisation() {
  await database.sql(`
    INSERT INTO region (kato, name_kk, name_ru) VALUES ('350000000', '', '') ON CONFLICT DO NOTHING;
    INSERT INTO district (code, region_kato, name_kk, name_ru) VALUES ('351', '350000000', '', '') ON CONFLICT DO NOTHING`)
  await database.sql(
    "INSERT INTO organisation (id, kind, bin, name_kk, name_ru, short_name_kk, short_name_ru, address_kk, address_ru, district_code, phone, head_name) VALUES ($1, 'school', '1', '', '', '', '', '', '', '351', '', '') ON CONFLICT DO NOTHING",
    [ORGANISATION],
  )
}
