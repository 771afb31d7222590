import { beforeAll, describe, expect, it } from 'vitest'
import { takeAddress } from '@/lib/accounts/address'
import { getLogin, signInCandidates } from '@/lib/accounts/data'
import { acceptInvitation } from '@/lib/accounts/mutations'
import { listColleagues } from '@/lib/applications/provider/assigning'
import { getActor } from '@/lib/auth/data'
import { loadInvitation } from '@/lib/auth/invitations'
import { startSession } from '@/lib/auth/mutations'
import type { Actor } from '@/lib/domain/actor'
import { almatyInstant } from '@/lib/domain/dates'
import { drain } from '@/lib/notifications/delivery'
import { asActor, asSystem, prisma } from '@/lib/platform/db'
import type { Letter } from '@/lib/platform/mail'
import { testDatabase } from '@/test/database'
import { addParent, addPerson, type School, seedSchools, TUESDAY } from '@/test/school'
import { type Invitation, invite, inviteFirst } from './invite'
import { listPeople } from './list'
import { changePeriod, endRole, resendInvitation } from './mutations'

const IIN = '910212499048'

await testDatabase()
let school: School
let admin: Actor
let bin: string
let departmentBin: string

beforeAll(async () => {
  const seeded = await seedSchools()
  school = seeded.a
  admin = await addPerson([[seeded.department, 'admin']])
  const binOf = async (id: string) =>
    (await prisma().organisation.findUniqueOrThrow({ where: { id }, select: { bin: true } })).bin
  ;[bin, departmentBin] = [await binOf(school.id), await binOf(seeded.department)]
})

let people = 0
const invitation = (changed: Partial<Invitation> = {}): Invitation => {
  people += 1
  return {
    email: `clerk-${people}@example.kz`,
    familyName: 'Сейітова',
    givenName: 'Айгүл',
    patronymic: '',
    iin: IIN,
    role: 'clerk',
    organisation: bin,
    from: '2026-11-24',
    to: null,
    locale: 'ru',
    ...changed,
  }
}
const give = (wanted: Invitation, now = TUESDAY) => asActor(admin, (tx) => invite(tx, admin, wanted, now))
const code = (value: string) => expect.objectContaining({ code: value })

async function invited(wanted: Invitation): Promise<string> {
  const done = await give(wanted)
  if (!done.ok) throw new Error(done.fault)
  return done.accountId
}

/** The secret of the link in the letter to this address. */
async function secretFor(email: string, now = TUESDAY): Promise<string> {
  const letters: Letter[] = []
  await drain({
    limit: 100,
    now: new Date(now.getTime() + 60_000_000),
    send: async (letter) => void letters.push(letter),
  })
  const link = letters.findLast((letter) => letter.to === email)?.text
  return /\/ru\/invitation\/(\S+)/.exec(link ?? '')?.[1] ?? ''
}

async function accept(accountId: string, secret: string): Promise<void> {
  await asSystem('test', async (tx) => {
    const login = await getLogin(tx, accountId)
    if (!login) throw new Error('gone')
    await acceptInvitation(tx, login, { secret, passwordHash: 'set', locale: 'ru' }, TUESDAY)
  })
}

const rolesOf = async (accountId: string, now: Date) => {
  const sessionId = await asSystem('test', (tx) => startSession(tx, accountId, now))
  return (await asSystem('test', (tx) => getActor(tx, sessionId, now)))?.memberships.map(({ role }) => role)
}

describe('an invitation', () => {
  it('makes an account that nobody opens before its link has given it a password', async () => {
    const wanted = invitation()
    const id = await invited(wanted)
    expect(await asSystem('test', (tx) => signInCandidates(tx, wanted.email))).toEqual([undefined, undefined])
    const secret = await secretFor(wanted.email)
    await accept(id, secret)
    const account = await prisma().account.findUniqueOrThrow({ where: { id }, include: { consents: true } })
    expect(account).toMatchObject({ emailConfirmedAt: TUESDAY, passwordHash: 'set' })
    expect(account.consents).toHaveLength(1)
    expect(await rolesOf(id, TUESDAY)).toEqual(['clerk'])
    await expect(accept(id, secret)).rejects.toEqual(code('absent'))
    expect((await loadInvitation('no-such-secret')).status).toBe('expired')
  })

  it('counts for nothing before it is accepted: nobody works, decides or is written to by it', async () => {
    const wanted = invitation({ role: 'director' })
    const id = await invited(wanted)
    const isThere = async () => {
      const colleagues = await asSystem('test', (tx) => listColleagues(tx, [school.id], TUESDAY))
      return colleagues.some((colleague) => colleague.id === id)
    }
    expect(await isThere()).toBe(false)
    await accept(id, await secretFor(wanted.email))
    expect(await isThere()).toBe(true)
  })

  it('gives a role to whoever has proven the address, with no account beside theirs', async () => {
    const parent = await addParent({ iin: IIN })
    expect(await invited(invitation({ email: parent.email }))).toBe(parent.userId)
    expect(await prisma().account.count({ where: { email: parent.email } })).toBe(1)
    expect(await rolesOf(parent.userId, TUESDAY)).toEqual(['clerk'])
  })

  it('is not for an account that a stranger made of the address, whose password opens nothing of it', async () => {
    const wanted = invitation()
    const stranger = await prisma().account.create({
      data: { email: wanted.email, passwordHash: 'strange', familyName: 'Х', givenName: 'Х' },
    })
    const id = await invited(wanted)
    expect(id).not.toBe(stranger.id)
    const [, newest] = await asSystem('test', (tx) => signInCandidates(tx, wanted.email))
    expect(newest?.id).toBe(stranger.id)
    await accept(id, await secretFor(wanted.email))
    expect(await prisma().account.findUnique({ where: { id: stranger.id } })).toBeNull()
  })

  it('goes to the account that proves the address another way', async () => {
    const wanted = invitation()
    const id = await invited(wanted)
    const own = await prisma().account.create({
      data: { email: wanted.email, passwordHash: 'own', familyName: 'С', givenName: 'А' },
    })
    await asSystem('test', async (tx) => {
      const login = await getLogin(tx, own.id)
      if (login) await takeAddress(tx, login, TUESDAY)
    })
    expect(await prisma().account.findUnique({ where: { id } })).toBeNull()
    expect(await rolesOf(own.id, TUESDAY)).toEqual(['clerk'])
  })

  it('makes one account, however many are written at once', async () => {
    const wanted = invitation()
    const all = await Promise.all([give(wanted), give(wanted), give({ ...wanted, role: 'director' })])
    expect(all.filter(({ ok }) => ok)).toHaveLength(2)
    expect(await prisma().account.count({ where: { email: wanted.email } })).toBe(1)
  })

  it.each<[string, () => Partial<Invitation>, string, string]>([
    ['a day that is over', () => ({ from: '2026-11-23' }), 'from', 'past'],
    ['no organisation', () => ({ organisation: '' }), 'organisation', 'organisation'],
    ['a methodist of a school', () => ({ role: 'methodist' }), 'role', 'methodist'],
    ['an administrator of a school', () => ({ role: 'admin' }), 'organisation', 'admin'],
  ])('is refused for %s', async (_, changed, field, fault) => {
    const wanted = invitation(changed())
    expect(await give(wanted)).toEqual({ ok: false, field, fault })
    expect(await prisma().account.count({ where: { email: wanted.email } })).toBe(0)
  })

  it('is refused for an address of somebody with another IIN, and for a role that is held then', async () => {
    const parent = await addParent({ iin: '881102400015' })
    expect(await give(invitation({ email: parent.email }))).toMatchObject({ fault: 'iinOfAnother' })
    const wanted = invitation({ from: '2026-12-01', to: '2026-12-31' })
    await invited(wanted)
    expect(await give({ ...wanted, from: '2026-12-31', to: null })).toMatchObject({ fault: 'overlap' })
    expect(await give({ ...wanted, from: '2027-01-01', to: null })).toMatchObject({ ok: true })
    expect(await give({ ...wanted, role: 'methodist', organisation: departmentBin })).toMatchObject({
      ok: true,
    })
  })

  it('of the first administrator needs nobody before, and belongs to no provider', async () => {
    const person = { ...invitation(), iin: '' }
    const done = await asSystem('test', (tx) => inviteFirst(tx, person, TUESDAY))
    if (!done.ok) throw new Error(done.fault)
    const [role] = await prisma().membership.findMany({
      where: { accountId: done.accountId },
      include: { organisation: true },
    })
    expect(role).toMatchObject({ role: 'admin', organisation: { kind: 'operator' } })
  })
})

describe('a role between two dates', () => {
  const at = (date: string, time = '00:00') => almatyInstant(date, time)

  it('begins with its first day and ends after its last one', async () => {
    const id = await invited(invitation({ from: '2026-12-01', to: '2026-12-05' }))
    const justBefore = (moment: Date) => new Date(moment.getTime() - 1)
    expect(await rolesOf(id, justBefore(at('2026-12-01')))).toEqual([])
    expect(await rolesOf(id, at('2026-12-01'))).toEqual(['clerk'])
    expect(await rolesOf(id, justBefore(at('2026-12-06')))).toEqual(['clerk'])
    expect(await rolesOf(id, at('2026-12-06'))).toEqual([])
  })

  it('is prolonged, cut short or ended by an administrator, and each is noted', async () => {
    const id = await invited(invitation())
    const { id: role } = await prisma().membership.findFirstOrThrow({ where: { accountId: id } })
    const later = at('2026-11-26', '10:00')
    const change = (to: string | null) => asActor(admin, (tx) => changePeriod(tx, admin, role, to, later))
    expect(await change('2026-11-25')).toBe('early')
    expect(await change('2026-11-26')).toBe('saved')
    expect(await change(null)).toBe('saved')
    await asActor(admin, (tx) => endRole(tx, admin, role, later))
    expect(await rolesOf(id, later)).toEqual([])
    await expect(change(null)).rejects.toEqual(code('conflict'))
    await expect(asActor(admin, (tx) => endRole(tx, admin, role, later))).rejects.toEqual(code('conflict'))
    const notes = await prisma().auditEvent.findMany({
      where: { subject: `account:${id}` },
      orderBy: { id: 'asc' },
    })
    expect(notes.map(({ action }) => action)).toEqual(['role.give', 'role.change', 'role.change', 'role.end'])
  })

  it('of an acting head is an order’s: it can only be cut short', async () => {
    const { id, accountId } = await prisma().membership.create({
      data: {
        accountId: school.clerk.userId,
        organisationId: school.id,
        role: 'director',
        isActing: true,
        basis: '№ 5',
        validFrom: at('2026-11-01'),
        validTo: at('2026-12-01'),
      },
    })
    const change = (to: string | null) => asActor(admin, (tx) => changePeriod(tx, admin, id, to, TUESDAY))
    for (const to of [null, '2026-12-01']) await expect(change(to)).rejects.toEqual(code('forbidden'))
    expect(await change('2026-11-25')).toBe('saved')
    expect(accountId).toBe(school.clerk.userId)
  })
})

describe('the list of people', () => {
  it('has staff only, finds by name with plain letters and by address, page by page', async () => {
    await prisma().account.updateMany({
      where: { email: 'clerk-1@example.kz' },
      data: { familyName: 'Құдайбергенов' },
    })
    const list = (search: string, after = '') =>
      asActor(admin, (tx) => listPeople(tx, { search, after }, TUESDAY))
    expect((await list('кудайбергенов')).rows.map(({ email }) => email)).toEqual(['clerk-1@example.kz'])
    expect((await list('CLERK-1@')).rows).toHaveLength(1)
    expect((await list('100%')).rows).toEqual([])
    for (let n = 0; n < 25; n += 1) await addPerson([[school.id, 'clerk']])
    const first = await list('')
    const second = await list('', first.next ?? '')
    expect(first.rows).toHaveLength(20)
    const ids = [...first.rows, ...second.rows].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const parents = await prisma().account.count({ where: { id: { in: ids }, memberships: { none: {} } } })
    expect(parents).toBe(0)
  })

  it('says who has not accepted yet, and writes to them alone once more', async () => {
    const id = await invited(invitation())
    const letters = () => prisma().outbox.count({ where: { recipientId: id, event: 'staff_invited' } })
    await asActor(admin, (tx) => resendInvitation(tx, admin, id))
    expect(await letters()).toBe(2)
    const again = asActor(admin, (tx) => resendInvitation(tx, admin, school.clerk.userId))
    await expect(again).rejects.toEqual(code('conflict'))
  })
})
