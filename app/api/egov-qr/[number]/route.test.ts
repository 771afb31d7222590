import { beforeEach, expect, test, vi } from 'vitest'
import { stepQrSigning } from '@/lib/applications/parent/qr-signing'
import { currentActor } from '@/lib/auth/session'
import type { Actor } from '@/lib/domain/actor'
import { DomainError, type ErrorCode } from '@/lib/domain/error'
import { POST } from './route'

vi.mock('@/lib/auth/session', () => ({ currentActor: vi.fn() }))
vi.mock('@/lib/applications/parent/qr-signing', async (original) => ({
  ...(await original<object>()),
  stepQrSigning: vi.fn(),
}))

const ACTOR: Actor = {
  userId: 'u',
  email: 'parent@demo.bilimal.kz',
  name: 'Демо Адам',
  iin: '850101300018',
  confirmed: true,
  sessionId: 's',
  memberships: [],
  organisationIds: [],
}
const OPERATION = { data: '/api/egovQr/x', sign: '/api/egovQr/x' }

beforeEach(() => {
  vi.mocked(currentActor).mockReset().mockResolvedValue(ACTOR)
  vi.mocked(stepQrSigning).mockReset().mockResolvedValue({ state: 'waiting' })
})

async function post(body: unknown, { origin = 'http://localhost', number = '44012' } = {}) {
  const request = new Request('http://localhost/api/egov-qr/44012', {
    method: 'POST',
    headers: { origin, host: 'localhost' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  const response = await POST(request, { params: Promise.resolve({ number }) })
  return { status: response.status, body: await response.json() }
}

test('takes a step of the signing for whoever is signed in', async () => {
  const given = { step: 'handOver', operation: OPERATION, statement: 'sha' }
  expect(await post(given)).toEqual({ status: 200, body: { state: 'waiting' } })
  expect(stepQrSigning).toHaveBeenCalledWith(ACTOR, 44012, given, expect.any(Date))
})

test.each([
  ['no JSON', 'step=invite'],
  ['no step', { statement: 'sha' }],
  ['no statement', { step: 'invite' }],
  ['a flood', { step: 'invite', statement: 'x'.repeat(5000) }],
  [
    'an address elsewhere',
    { step: 'take', statement: 'sha', operation: { ...OPERATION, sign: 'http://10.0.0.1/' } },
  ],
])('refuses %s', async (_, body) => {
  expect((await post(body)).status).toBe(400)
  expect(stepQrSigning).not.toHaveBeenCalled()
})

test('refuses other pages, and whoever is not signed in', async () => {
  const step = { step: 'invite', statement: 'sha' }
  expect((await post(step, { origin: 'https://evil.example' })).status).toBe(403)
  vi.mocked(currentActor).mockResolvedValue(null)
  expect((await post(step)).status).toBe(401)
  expect(stepQrSigning).not.toHaveBeenCalled()
})

test.each<[ErrorCode | 'fault', number]>([
  ['absent', 404],
  ['closed', 404],
  ['conflict', 409],
  ['tooMany', 429],
  ['unavailable', 503],
  ['fault', 503],
])('%s is told by %i', async (code, status) => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  vi.mocked(stepQrSigning).mockRejectedValue(code === 'fault' ? new Error(code) : new DomainError(code))
  expect(await post({ step: 'invite', statement: 'sha' })).toEqual({ status, body: {} })
})
