import { beforeAll, describe, expect, it } from 'vitest'
import { takeAddress } from '@/lib/accounts/address'
import { getLogin, signInCandidates } from '@/lib/accounts/data'
import { acceptInvitation } from '@/lib/accounts/mutations'
import { listColleagues } from '@/lib/applications/provider/assigning'
import { getActorOf } from '@/lib/auth/data'
import { loadInvitation } from '@/lib/auth/invitations'
import { drain } from '@/lib/notifications/delivery'
import { asActor, asSystem, prisma } from '@/lib/platform/db'
import type { Letter } from '@/lib/platform/mail'
import { testDatabase } from '@/test/database'
import { addParent, TUESDAY } from '@/test/school'
import { type Invitation, invite, inviteFirst } from './invite'
import { code, give, IIN, invitation, invited, type Place, rolesOf, settlePlace } from './people.fixture'

await testDatabase()
let place: Place

beforeAll(async () => {
  place = await settlePlace()
})

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

describe('an invitation', () => {
  it('makes an account that nobody opens before its link has given it a password', async () => {
    const wanted = invitation(place)
    const id = await invited(place, wanted)
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
    const wanted = invitation(place, { role: 'director' })
    const id = await invited(place, wanted)
    const isThere = async () => {
      const colleagues = await asSystem('test', (tx) => listColleagues(tx, [place.school.id], TUESDAY))
      return colleagues.some((colleague) => colleague.id === id)
    }
    expect(await isThere()).toBe(false)
    expect(await rolesOf(id, TUESDAY)).toEqual([])
    await accept(id, await secretFor(wanted.email))
    expect(await isThere()).toBe(true)
  })

  it('gives a role to whoever has proven the address, with no account beside theirs', async () => {
    const parent = await addParent({ iin: IIN })
    expect(await invited(place, invitation(place, { email: parent.email }))).toBe(parent.userId)
    expect(await prisma().account.count({ where: { email: parent.email } })).toBe(1)
    expect(await rolesOf(parent.userId, TUESDAY)).toEqual(['clerk'])
  })

  it('is not for an account that a stranger made of the address, whose password opens nothing of it', async () => {
    const wanted = invitation(place)
    const stranger = await prisma().account.create({
      data: { email: wanted.email, passwordHash: 'strange', familyName: 'Х', givenName: 'Х' },
    })
    const id = await invited(place, wanted)
    expect(id).not.toBe(stranger.id)
    const [, newest] = await asSystem('test', (tx) => signInCandidates(tx, wanted.email))
    expect(newest?.id).toBe(stranger.id)
    await accept(id, await secretFor(wanted.email))
    expect(await prisma().account.findUnique({ where: { id: stranger.id } })).toBeNull()
  })

  it('goes to the account that proves the address another way', async () => {
    const wanted = invitation(place)
    const id = await invited(place, wanted)
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
    const wanted = invitation(place)
    const all = await Promise.all([
      give(place, wanted),
      give(place, wanted),
      give(place, { ...wanted, role: 'director' }),
    ])
    expect(all.filter(({ ok }) => ok)).toHaveLength(2)
    expect(await prisma().account.count({ where: { email: wanted.email } })).toBe(1)
  })

  it.each<[string, () => Partial<Invitation>, string, string]>([
    ['a day that is over', () => ({ from: '2026-11-23' }), 'from', 'past'],
    ['no organisation', () => ({ organisation: '' }), 'organisation', 'organisation'],
    ['a methodist of a school', () => ({ role: 'methodist' }), 'role', 'methodist'],
    ['an administrator of a school', () => ({ role: 'admin' }), 'organisation', 'admin'],
  ])('is refused for %s', async (_, changed, field, fault) => {
    const wanted = invitation(place, changed())
    expect(await give(place, wanted)).toEqual({ ok: false, field, fault })
    expect(await prisma().account.count({ where: { email: wanted.email } })).toBe(0)
  })

  it('is refused for an address of somebody with another IIN, and for a role that is held then', async () => {
    const parent = await addParent({ iin: '881102400015' })
    expect(await give(place, invitation(place, { email: parent.email }))).toMatchObject({
      fault: 'iinOfAnother',
    })
    const wanted = invitation(place, { from: '2026-12-01', to: '2026-12-31' })
    await invited(place, wanted)
    expect(await give(place, { ...wanted, from: '2026-12-31', to: null })).toMatchObject({ fault: 'overlap' })
    expect(await give(place, { ...wanted, from: '2027-01-01', to: null })).toMatchObject({ ok: true })
    expect(
      await give(place, { ...wanted, role: 'methodist', organisation: place.departmentBin }),
    ).toMatchObject({
      ok: true,
    })
  })

  it('to another address under one’s own IIN is refused to the first administrator too', async () => {
    const own = { ...invitation(place), iin: '860417499010' }
    const done = await asSystem('test', (tx) => inviteFirst(tx, own, TUESDAY))
    if (!done.ok) throw new Error(done.fault)
    await accept(done.accountId, await secretFor(own.email))
    const first = await asSystem('test', (tx) => getActorOf(tx, done.accountId, TUESDAY))
    if (!first) throw new Error('gone')
    const self = invitation(place, { role: 'director', iin: own.iin })
    const raised = asActor(first, (tx) => invite(tx, first, self, TUESDAY))
    await expect(raised).rejects.toEqual(code('forbidden'))
    expect(await prisma().account.count({ where: { email: self.email } })).toBe(0)
    expect(await asActor(first, (tx) => invite(tx, first, invitation(place), TUESDAY))).toMatchObject({
      ok: true,
    })
  })

  it('of the first administrator needs nobody before, and belongs to no provider', async () => {
    const person = invitation(place)
    const done = await asSystem('test', (tx) => inviteFirst(tx, person, TUESDAY))
    if (!done.ok) throw new Error(done.fault)
    const [role] = await prisma().membership.findMany({
      where: { accountId: done.accountId },
      include: { organisation: true },
    })
    expect(role).toMatchObject({ role: 'admin', iin: person.iin, organisation: { kind: 'operator' } })
  })
})
