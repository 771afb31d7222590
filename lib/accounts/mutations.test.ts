import { describe, expect, test } from 'vitest'
import { startSession } from '@/lib/auth/mutations'
import { hashPassword, verifyPassword } from '@/lib/auth/password'
import { DomainError } from '@/lib/domain/error'
import { drain } from '@/lib/notifications/delivery'
import { findToken } from '@/lib/notifications/tokens'
import { asSystem, type Tx } from '@/lib/platform/db'
import type { Letter } from '@/lib/platform/mail'
import { testDatabase } from '@/test/database'
import { confirmByLink } from './address'
import { getLogin, getProfile, signInCandidates } from './data'
import { register, requestReset, resetPassword, saveProfile } from './mutations'

const database = await testDatabase()
const NOW = new Date('2026-11-22T06:00:00Z')
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)
const run = <T>(work: (tx: Tx) => Promise<T>) => asSystem('test', work)
let addresses = 0
const newAddress = () => `person${++addresses}@example.kz`

/** Registers, and answers the account with the letters that went out since. */
async function registered(email: string, password = 'бірінші құпиясөз', now = NOW) {
  const passwordHash = await hashPassword(password)
  const id = await run((tx) =>
    register(
      tx,
      {
        familyName: 'Әлиева',
        givenName: 'Әсел',
        patronymic: '',
        phone: '+77011234567',
        email,
        passwordHash,
        locale: 'kk',
      },
      { mayWrite: true, isSame: (account) => verifyPassword(account.passwordHash, password) },
      now,
    ),
  )
  return { id, letters: await letters(now) }
}

async function letters(now: Date): Promise<Letter[]> {
  const sent: Letter[] = []
  await drain({
    limit: 100,
    now: new Date(Math.max(now.getTime(), Date.now()) + 1000),
    send: async (letter) => void sent.push(letter),
  })
  return sent
}

const secretIn = (letter: Letter | undefined) =>
  /\/(?:confirm|password)\/([\w-]{43})/.exec(letter?.text ?? '')?.[1] ?? ''

async function confirm(id: string, secret: string, now = later(1)) {
  const account = await run((tx) => getLogin(tx, id))
  if (!account) throw new DomainError('absent')
  return run((tx) => confirmByLink(tx, account, secret, now))
}

const accountsOf = (email: string) =>
  database.sql('SELECT id, email_confirmed_at FROM account WHERE email = $1 ORDER BY created_at', [email])

describe('registration', () => {
  test('makes an unconfirmed account, a dated consent and one letter with a link', async () => {
    const email = newAddress()
    const { id, letters } = await registered(email)
    expect(letters.map((l) => [l.to, l.subject])).toEqual([[email, 'Электрондық пошта мекенжайын растаңыз']])
    const [consent] = await database.sql('SELECT * FROM consent WHERE account_id = $1', [id])
    expect(consent).toMatchObject({ version: expect.any(String), locale: 'kk', accepted_at: NOW })
    expect(consent?.text_sha256).toMatch(/^[0-9a-f]{64}$/)
  })

  test('the same form posted twice at once is one account and one letter', async () => {
    const email = newAddress()
    const both = await Promise.all([registered(email), registered(email)])
    expect(new Set(both.map((r) => r.id)).size).toBe(1)
    expect(both.flatMap((r) => r.letters)).toHaveLength(1)
  })

  test('with an address that has its owner: a second account, and a letter that cannot confirm it', async () => {
    const email = newAddress()
    const owner = await registered(email)
    await confirm(owner.id, secretIn(owner.letters[0]))
    const stranger = await registered(email, 'бөтеннің құпиясөзі', later(2))
    expect(stranger.id).not.toBe(owner.id)
    expect(stranger.letters).toHaveLength(1)
    expect(stranger.letters[0]?.subject).toBe('Сіздің тіркелгіңіз бұрыннан бар')
    expect(secretIn(stranger.letters[0])).toBe('')
    const [confirmed, newest] = await run((tx) => signInCandidates(tx, email))
    expect([confirmed?.id, newest?.id]).toEqual([owner.id, stranger.id])
  })
})

describe('confirming an address', () => {
  test('two accounts of one address at once: one wins, the other is gone with its drafts', async () => {
    const email = newAddress()
    const [one, two] = [await registered(email), await registered(email, 'екінші құпиясөз', later(2))]
    for (const { id } of [one, two]) await draft(id)
    const results = await Promise.allSettled([
      confirm(one.id, secretIn(one.letters[0]), later(3)),
      confirm(two.id, secretIn(two.letters[0]), later(3)),
    ])
    expect(results.filter((r) => r.status === 'fulfilled')).toHaveLength(1)
    expect(results.flatMap((r) => (r.status === 'rejected' ? [r.reason] : []))).toEqual([
      new DomainError('absent'),
    ])
    const left = await accountsOf(email)
    expect(left).toHaveLength(1)
    expect(left[0]?.email_confirmed_at).toEqual(later(3))
    const drafts = await database.sql('SELECT owner_id FROM application WHERE owner_id = ANY($1::uuid[])', [
      [one.id, two.id],
    ])
    expect(drafts.map((d) => d.owner_id)).toEqual([left[0]?.id])
  })

  test('one link pressed twice at once confirms once', async () => {
    const { id, letters } = await registered(newAddress())
    const secret = secretIn(letters[0])
    const results = await Promise.allSettled([confirm(id, secret), confirm(id, secret)])
    const refused = results.filter((r) => r.status === 'rejected')
    expect(refused).toHaveLength(1)
    expect(refused[0]?.reason).toEqual(new DomainError('absent'))
  })

  test('a link of a week ago, an invented one and one for a password confirm nothing', async () => {
    const email = newAddress()
    const { id, letters: sent } = await registered(email)
    await expect(confirm(id, secretIn(sent[0]), new Date(Date.now() + 8 * 24 * 3_600_000))).rejects.toThrow(
      'absent',
    )
    await expect(confirm(id, 'x'.repeat(43))).rejects.toThrow('absent')
    await run((tx) => requestReset(tx, email, 'ru'))
    const [letter] = await letters(NOW)
    await expect(confirm(id, secretIn(letter))).rejects.toThrow('absent')
  })

  test('only the hash of a link is stored', async () => {
    const { id, letters } = await registered(newAddress())
    const secret = secretIn(letters[0])
    expect(secret).toHaveLength(43)
    const stored = await database.sql(
      'SELECT t::text AS row FROM token t WHERE account_id = $1 UNION ALL SELECT o::text FROM outbox o WHERE recipient_id = $1',
      [id],
    )
    expect(stored).toHaveLength(2)
    for (const { row } of stored) expect(row).not.toContain(secret)
  })
})

describe('a new password', () => {
  async function resetLetter(email: string) {
    await run((tx) => requestReset(tx, email, 'ru'))
    return (await letters(NOW))[0]
  }

  test('by a link that works once: sessions end, the address is confirmed, others give way', async () => {
    const email = newAddress()
    const [older, newest] = [await registered(email), await registered(email, 'екінші құпиясөз', later(2))]
    await run((tx) => startSession(tx, newest.id, NOW))
    const letter = await resetLetter(email)
    expect(letter?.to).toBe(email)
    const account = await run((tx) => getLogin(tx, newest.id))
    if (!account) throw new Error('no account')
    const secret = secretIn(letter)
    const reset = async (password: string) => {
      const passwordHash = await hashPassword(password)
      return run((tx) => resetPassword(tx, account, { secret, passwordHash }, later(3)))
    }
    const results = await Promise.allSettled([reset('жаңа құпиясөз 1'), reset('жаңа құпиясөз 2')])
    expect(results.flatMap((r) => (r.status === 'rejected' ? [r.reason] : []))).toEqual([
      new DomainError('absent'),
    ])
    const winner = results[0]?.status === 'fulfilled' ? 'жаңа құпиясөз 1' : 'жаңа құпиясөз 2'

    const after = await run((tx) => getLogin(tx, newest.id))
    expect(after?.confirmed).toBe(true)
    expect(await verifyPassword(after?.passwordHash ?? '', winner)).toBe(true)
    expect(await run((tx) => getLogin(tx, older.id))).toBeNull()
    const sessions = await database.sql('SELECT revoked_at FROM session WHERE account_id = $1', [newest.id])
    expect(sessions.every((s) => s.revoked_at !== null)).toBe(true)
  })

  test('the link is for one hour', async () => {
    const email = newAddress()
    await registered(email)
    const sentAt = new Date(Date.now() + 24 * 3_600_000)
    await run((tx) => requestReset(tx, email, 'ru'))
    const secret = secretIn((await letters(sentAt))[0])
    const at = (minutes: number) => new Date(sentAt.getTime() + minutes * 60_000)
    expect(await run((tx) => findToken(tx, 'reset', secret, at(59)))).not.toBeNull()
    expect(await run((tx) => findToken(tx, 'reset', secret, at(61)))).toBeNull()
  })

  test('for an unknown address the same rows are written and no letter leaves', async () => {
    const count = async () =>
      (
        await database.sql('SELECT (SELECT count(*) FROM outbox) + (SELECT count(*) FROM audit_event) AS n')
      )[0]?.n
    const email = newAddress()
    await registered(email)
    const before = Number(await count())
    await run((tx) => requestReset(tx, email, 'ru'))
    const known = Number(await count())
    await run((tx) => requestReset(tx, 'nobody@example.kz', 'ru'))
    expect(Number(await count()) - known).toBe(known - before)
    expect((await letters(NOW)).map((l) => l.to)).toEqual([email])
  })
})

describe('profile', () => {
  test('keeps what is given and leaves the rest; a changed IIN is no longer proven', async () => {
    const { id } = await registered(newAddress())
    const actor = { userId: id }
    await run((tx) => saveProfile(tx, actor, { iin: '931221400018', address: 'Қарағанды' }, NOW))
    await database.sql("UPDATE account SET iin_proven_by = 'school' WHERE id = $1", [id])
    await run((tx) => saveProfile(tx, actor, { iin: '931221400018', relation: 'mother' }, NOW))
    expect(await run((tx) => getProfile(tx, actor))).toMatchObject({
      iinProvenBy: 'school',
      address: 'Қарағанды',
      relation: 'mother',
      givenName: 'Әсел',
      confirmed: false,
    })
    await run((tx) => saveProfile(tx, actor, { iin: '' }, NOW))
    expect((await run((tx) => getProfile(tx, actor))).iinProvenBy).toBeNull()
  })

  test('of an account that gave way meanwhile is absent', async () => {
    const actor = { userId: '00000000-0000-7000-8000-000000000000' }
    await expect(run((tx) => getProfile(tx, actor))).rejects.toThrow('absent')
    await expect(run((tx) => saveProfile(tx, actor, { address: 'x' }, NOW))).rejects.toThrow('absent')
  })
})

async function draft(ownerId: string) {
  await database.sql(
    "INSERT INTO service_version (slug, version, definition, sha256) VALUES ('home-schooling', 1, '{}', '') ON CONFLICT DO NOTHING",
  )
  await database.sql(
    "INSERT INTO application (id, service_slug, service_version, owner_id, period_key, locale, updated_at) VALUES (gen_random_uuid(), 'home-schooling', 1, $1, '2026-2027', 'kk', now())",
    [ownerId],
  )
}
