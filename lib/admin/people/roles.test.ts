import { beforeAll, describe, expect, it } from 'vitest'
import { almatyInstant } from '@/lib/domain/dates'
import { asActor, prisma } from '@/lib/platform/db'
import { testDatabase } from '@/test/database'
import { addPerson, TUESDAY } from '@/test/school'
import { listPeople } from './list'
import { changePeriod, endRole, resendInvitation } from './mutations'
import { accepted, code, invitation, invited, type Place, rolesOf, settlePlace } from './people.fixture'

await testDatabase()
let place: Place

beforeAll(async () => {
  place = await settlePlace()
})

describe('a role between two dates', () => {
  const at = (date: string, time = '00:00') => almatyInstant(date, time)

  it('begins with its first day and ends after its last one', async () => {
    const id = await accepted(place, invitation(place, { from: '2026-12-01', to: '2026-12-05' }))
    const justBefore = (moment: Date) => new Date(moment.getTime() - 1)
    expect(await rolesOf(id, justBefore(at('2026-12-01')))).toEqual([])
    expect(await rolesOf(id, at('2026-12-01'))).toEqual(['clerk'])
    expect(await rolesOf(id, justBefore(at('2026-12-06')))).toEqual(['clerk'])
    expect(await rolesOf(id, at('2026-12-06'))).toEqual([])
  })

  it('is prolonged, cut short or ended by an administrator, and each is noted', async () => {
    const id = await accepted(place, invitation(place))
    const { id: role } = await prisma().membership.findFirstOrThrow({ where: { accountId: id } })
    const later = at('2026-11-26', '10:00')
    const change = (to: string | null) =>
      asActor(place.admin, (tx) => changePeriod(tx, place.admin, role, to, later))
    expect(await change('2026-11-25')).toBe('early')
    expect(await change('2026-11-26')).toBe('saved')
    expect(await change(null)).toBe('saved')
    await asActor(place.admin, (tx) => endRole(tx, place.admin, role, later))
    expect(await rolesOf(id, later)).toEqual([])
    await expect(change(null)).rejects.toEqual(code('conflict'))
    await expect(asActor(place.admin, (tx) => endRole(tx, place.admin, role, later))).rejects.toEqual(
      code('conflict'),
    )
    const notes = await prisma().auditEvent.findMany({
      where: { subject: `account:${id}` },
      orderBy: { id: 'asc' },
    })
    expect(notes.map(({ action }) => action)).toEqual(['role.give', 'role.change', 'role.change', 'role.end'])
  })

  it('of an acting head is an order’s: it can only be cut short', async () => {
    const { id, accountId } = await prisma().membership.create({
      data: {
        accountId: place.school.clerk.userId,
        organisationId: place.school.id,
        role: 'director',
        isActing: true,
        basis: '№ 5',
        validFrom: at('2026-11-01'),
        validTo: at('2026-12-01'),
      },
    })
    const change = (to: string | null) =>
      asActor(place.admin, (tx) => changePeriod(tx, place.admin, id, to, TUESDAY))
    for (const to of [null, '2026-12-01']) await expect(change(to)).rejects.toEqual(code('forbidden'))
    expect(await change('2026-11-25')).toBe('saved')
    expect(accountId).toBe(place.school.clerk.userId)
  })
})

describe('the list of people', () => {
  it('has staff only, finds by name with plain letters and by address, page by page', async () => {
    const wanted = invitation(place, { familyName: 'Құдайбергенов' })
    await invited(place, wanted)
    const list = (search: string, after = '') =>
      asActor(place.admin, (tx) => listPeople(tx, { search, after }, TUESDAY))
    expect((await list('кудайбергенов')).rows.map(({ email }) => email)).toEqual([wanted.email])
    expect((await list(wanted.email.toUpperCase())).rows).toHaveLength(1)
    expect((await list('100%')).rows).toEqual([])
    for (let n = 0; n < 25; n += 1) await addPerson([[place.school.id, 'clerk']])
    const first = await list('')
    const second = await list('', first.next ?? '')
    expect(first.rows).toHaveLength(20)
    const ids = [...first.rows, ...second.rows].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const parents = await prisma().account.count({ where: { id: { in: ids }, memberships: { none: {} } } })
    expect(parents).toBe(0)
  })

  it('says who has not accepted yet, and writes to them alone once more', async () => {
    const id = await invited(place, invitation(place))
    const letters = () => prisma().outbox.count({ where: { recipientId: id, event: 'staff_invited' } })
    await asActor(place.admin, (tx) => resendInvitation(tx, place.admin, id))
    expect(await letters()).toBe(2)
    const again = asActor(place.admin, (tx) => resendInvitation(tx, place.admin, place.school.clerk.userId))
    await expect(again).rejects.toEqual(code('conflict'))
  })
})
