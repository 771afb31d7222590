import { beforeAll, describe, expect, it, vi } from 'vitest'
import { readActor } from '@/lib/auth/session'
import type { Actor, Role } from '@/lib/domain/actor'
import { IDLE } from '@/lib/domain/form-state'
import { fetchPaper } from '@/lib/papers/stored'
import { asActor, prisma } from '@/lib/platform/db'
import { signCms } from '@/lib/signatures/eds/issuing/sign-cms'
import { testDatabase } from '@/test/database'
import { testEds } from '@/test/eds'
import { addParent, addPerson, fillDraft, type School, seedSchools, TUESDAY } from '@/test/school'
import { getOwn } from './data'
import { signWithEds } from './parent/actions'
import { freeze } from './parent/freezing'
import { finish } from './provider/finishing'
import { openPrepared, prepare } from './provider/preparing'
import { begin } from './provider/signing'
import { HEAD_IIN, numbersOf, result, schoolWithBin, signed, signSheet } from './provider/signing.fixture'
import { hour, onSigning } from './provider/work.fixture'

vi.mock('next/headers', () => ({
  headers: async () => new Headers({ origin: 'https://e.bilimal.kz', host: 'e.bilimal.kz' }),
}))
vi.mock('@/lib/auth/carried', () => ({ carryValues: vi.fn() }))
vi.mock('@/lib/auth/next-auth', () => ({}))
vi.mock('@/lib/auth/session', () => ({ readActor: vi.fn() }))
vi.mock('@/lib/notifications/delivery', () => ({ drainSoon: vi.fn() }))
vi.mock('@/lib/platform/clock', () => ({ now: () => hour(4) }))

await testDatabase()
const eds = await testEds(TUESDAY)
let a: School
let department: string

beforeAll(async () => {
  ;({ a, department } = await seedSchools())
})

const code = (value: string) => expect.objectContaining({ code: value })

describe('the statement of a parent', () => {
  const key = eds.key('person', { iin: '881102400015' })

  async function frozen() {
    const parent = await addParent()
    const number = await fillDraft(parent, a.id)
    await freeze(parent, number, 'ru', TUESDAY)
    const { revision } = await asActor(parent, (tx) => getOwn(tx, parent, number))
    const statement = revision?.statementSha256 ?? ''
    const cms = Buffer.from(signCms(await fetchPaper(statement), key, { signingTime: hour(4) }))
    return { parent, number, statement, cms: cms.toString('base64') }
  }

  async function press(actor: Actor, values: Readonly<Record<string, string>>): Promise<unknown> {
    vi.mocked(readActor).mockResolvedValue(actor)
    const form = new FormData()
    for (const [name, value] of Object.entries({ _locale: 'ru', ...values })) form.set(name, value)
    return signWithEds(IDLE, form).catch((error: unknown) => {
      const digest = error instanceof Error && 'digest' in error ? String(error.digest) : ''
      if (!digest.startsWith('NEXT_REDIRECT')) throw error
      return digest.split(';')[2] ?? ''
    })
  }

  const statusOf = async (number: number) =>
    (await prisma().application.findUniqueOrThrow({ where: { number } })).status

  it('is not signed by whoever got hold of its signature, nor by that of another statement', async () => {
    const [own, other] = [await frozen(), await frozen()]
    const posts: [Actor, Record<string, string>][] = [
      [other.parent, { number: String(own.number), statement: own.statement, cms: own.cms }],
      [a.director, { number: String(own.number), statement: own.statement, cms: own.cms }],
      // Of the same IIN, over the statement of another application.
      [own.parent, { number: String(own.number), statement: own.statement, cms: other.cms }],
    ]
    for (const [actor, values] of posts)
      expect(await press(actor, values)).toMatchObject({ status: 'refused' })
    // Another hash than that of the statement that stands: the page is shown anew.
    const values = { number: String(own.number), statement: other.statement, cms: other.cms }
    expect(await press(own.parent, values)).toContain(String(own.number))
    expect(await prisma().signature.count()).toBe(0)
    expect(await statusOf(own.number)).toBe('draft')
    await press(own.parent, { ...values, statement: own.statement, cms: own.cms })
    expect(await statusOf(own.number)).toBe('sent')
  })

  it.each([
    ['nothing', {}],
    ['no signature', { cms: '' }],
    ['spaces', { cms: `M${' '.repeat(50_000)}!` }],
    ['a number of nobody', { number: '1e9' }],
    ['a name for a number', { number: '__proto__' }],
  ])('takes %s for no signature', async (_, values) => {
    const own = await frozen()
    const given = { number: String(own.number), statement: own.statement, ...values }
    expect(await press(own.parent, given)).toMatchObject({ status: 'refused' })
    expect(await statusOf(own.number)).toBe('draft')
  })
})

describe('a decision that waits for the head', () => {
  const roles: readonly [string, (school: School) => [string, Role][]][] = [
    ['clerk', ({ id }) => [[id, 'clerk']]],
    ['methodist', ({ id }) => [[id, 'methodist']]],
    ['administrator', ({ id }) => [[id, 'admin']]],
    ['director elsewhere', () => [[a.id, 'director']]],
    ['methodist of the department', () => [[department, 'methodist']]],
    ['person without an office', () => []],
  ]

  it.each(roles)('is not signed by a %s, though the key could', async (_, rolesIn) => {
    const school = await schoolWithBin(a)
    const { number } = await onSigning(school)
    const key = eds.key('signRight', { iin: HEAD_IIN, bin: school.bin, organisation: 'Мектеп' })
    const { director } = school
    const { opened } = await begin(director, [result(number)], hour(4))
    const [one] = opened
    if (!one) throw new Error('nothing was opened')
    const { payload: _payload, ...xml } = signed(one, key)

    const stranger = await addPerson(rolesIn(school), { iin: HEAD_IIN })
    expect(await begin(stranger, [result(number)], hour(4))).toEqual({
      bin: '',
      opened: [],
      taken: [number],
    })
    expect(await prepare(stranger, xml, hour(4))).toEqual({ status: 'taken' })
    const step = await prepare(director, xml, hour(4))
    if (step.status !== 'prepared') throw new Error(step.status)
    const { sheetId } = step
    const cms = await signSheet(director, sheetId, key, hour(4))
    await expect(openPrepared(stranger, sheetId, TUESDAY)).rejects.toEqual(code('absent'))
    expect(await finish(stranger, { sheetId, cms }, hour(4))).toEqual({ status: 'taken' })

    // Whoever was head when it was prepared, and is not any more.
    const former = {
      ...director,
      memberships: stranger.memberships,
      organisationIds: stranger.organisationIds,
    }
    await expect(openPrepared(former, sheetId, TUESDAY)).rejects.toMatchObject({ code: 'absent' })
    expect(await finish(former, { sheetId, cms }, hour(4))).toEqual({ status: 'taken' })
    expect(await numbersOf(school)).toEqual([])
    expect(await finish(director, { sheetId, cms }, hour(4))).toEqual({ status: 'done' })
  })
})
