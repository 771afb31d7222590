import { beforeEach, expect, test, vi } from 'vitest'
import { stepSigning } from '@/lib/applications/provider/signing-steps'
import { currentActor } from '@/lib/auth/session'
import type { Actor } from '@/lib/domain/actor'
import { DomainError, type ErrorCode } from '@/lib/domain/error'
import { POST } from './route'

vi.mock('@/lib/auth/session', () => ({ currentActor: vi.fn() }))
vi.mock('@/lib/notifications/delivery', () => ({ drainSoon: vi.fn() }))
vi.mock('@/lib/applications/provider/signing-steps', async (original) => ({
  ...(await original<object>()),
  stepSigning: vi.fn(),
}))

const ACTOR: Actor = {
  userId: 'u',
  email: 'director@demo.bilimal.kz',
  name: 'Демо Адам',
  iin: '850101300018',
  confirmed: true,
  sessionId: 's',
  memberships: [],
  organisationIds: [],
}
const SHEET = '01940000-0000-7000-8000-000000000000'
const FINISH = { step: 'finish', locale: 'ru', sheetId: SHEET, cms: 'TUlJ' }
const PREPARE = { step: 'prepare', locale: 'ru', number: 44_012, reason: null, signedXml: '<a/>' }

beforeEach(() => {
  vi.mocked(currentActor).mockReset().mockResolvedValue(ACTOR)
  vi.mocked(stepSigning).mockReset().mockResolvedValue({ status: 'done' })
})

async function post(body: unknown, origin = 'http://localhost') {
  const request = new Request('http://localhost/api/signing', {
    method: 'POST',
    headers: { origin, host: 'localhost' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  const response = await POST(request)
  return { status: response.status, body: await response.json() }
}

test('takes a step of the session for whoever is signed in', async () => {
  expect(await post(FINISH)).toEqual({ status: 200, body: { status: 'done' } })
  const { locale: _, ...asked } = FINISH
  expect(stepSigning).toHaveBeenCalledWith(ACTOR, expect.objectContaining(asked), 'ru', expect.any(Date))
})

const list = (count: number) => Array.from({ length: count }, () => ({ number: 44_012, reason: null }))

test.each([
  ['no JSON', 'step=begin'],
  ['no step', { locale: 'ru' }],
  ['no language', { step: 'begin', list: list(1) }],
  ['a language of nobody', { step: 'begin', list: list(1), locale: '__proto__' }],
  ['more than one choice signs', { step: 'begin', locale: 'ru', list: list(21) }],
  ['a text for a number', { step: 'begin', locale: 'ru', list: [{ number: '44012', reason: null }] }],
  [
    'a refusal that does not say why',
    {
      step: 'begin',
      locale: 'ru',
      list: [{ number: 44_012, reason: { ground: 'art19-1-2-2', explanation: ' '.repeat(20) } }],
    },
  ],
  ['an order of no number', { ...PREPARE, given: { number: 0, date: '2026-11-24' } }],
  ['a day that is none', { ...PREPARE, given: { number: 1, date: '2026-02-30' } }],
  ['a sheet that is none', { ...FINISH, sheetId: "' OR true --" }],
  ['a flood', { ...FINISH, cms: 'M'.repeat(600_000) }],
])('refuses %s', async (_, body) => {
  expect((await post(body)).status).toBe(400)
  expect(stepSigning).not.toHaveBeenCalled()
})

test('refuses other pages, and whoever is not signed in', async () => {
  expect((await post(FINISH, 'http://elsewhere.test')).status).toBe(403)
  vi.mocked(currentActor).mockResolvedValue(null)
  expect((await post(FINISH)).status).toBe(401)
  expect(stepSigning).not.toHaveBeenCalled()
})

test.each<[ErrorCode, number]>([
  ['forbidden', 403],
  ['incomplete', 409],
  ['invalid', 400],
  ['absent', 404],
  ['unavailable', 503],
])('says %s as %s', async (code, status) => {
  vi.mocked(stepSigning).mockRejectedValue(new DomainError(code))
  expect(await post(FINISH)).toEqual({ status, body: {} })
})
