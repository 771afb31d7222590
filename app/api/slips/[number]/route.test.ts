import { beforeEach, expect, test, vi } from 'vitest'
import { issueSlip } from '@/lib/applications/paper/slips'
import { currentActor } from '@/lib/auth/session'
import { DomainError } from '@/lib/domain/error'
import { POST } from './route'

vi.mock('@/lib/auth/session', () => ({ currentActor: vi.fn() }))
vi.mock('@/lib/applications/paper/slips', () => ({ issueSlip: vi.fn() }))

const ACTOR = {
  userId: 'u',
  email: 'clerk@demo.bilimal.kz',
  name: 'Демо Адам',
  iin: '',
  confirmed: true,
  sessionId: 's',
  memberships: [],
  organisationIds: [],
}

beforeEach(() => {
  vi.mocked(currentActor).mockReset().mockResolvedValue(ACTOR)
  vi.mocked(issueSlip)
    .mockReset()
    .mockResolvedValue({ pdf: new Uint8Array([37, 80, 68, 70]), number: 44_001 })
})

function post(body: BodyInit, { number = '44001', origin = 'http://localhost', type = '' } = {}) {
  const headers = { origin, host: 'localhost', ...(type ? { 'content-type': type } : {}) }
  const request = new Request(`http://localhost/api/slips/${number}`, { method: 'POST', headers, body })
  return POST(request, { params: Promise.resolve({ number }) })
}

const form = (replaces: string) => new URLSearchParams({ replaces })

test('the PDF is the answer to the press, and no cache has it', async () => {
  const answer = await post(form(''))
  expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
    200,
    'application/pdf',
    'no-store',
  ])
  expect(issueSlip).toHaveBeenCalledWith(ACTOR, 44_001, '', expect.any(Date))
})

test.each([
  ['a body of megabytes', new URLSearchParams({ replaces: '', more: 'x'.repeat(2_000_000) }), ''],
  ['another form', new URLSearchParams({ other: '' }), ''],
  ['a long id', form('x'.repeat(37)), ''],
  ['no form at all', '{"replaces":""}', 'application/json'],
  ['a broken form', 'no boundary', 'multipart/form-data; boundary=x'],
])('%s is as absent as a foreign application', async (_, body, type) => {
  const answer = await post(body, { type })
  expect(answer.status).toBe(404)
  expect(issueSlip).not.toHaveBeenCalled()
  vi.mocked(issueSlip).mockRejectedValue(new DomainError('forbidden'))
  expect(await (await post(form(''))).text()).toBe(await answer.text())
})

test('a page of somebody else’s prints none, and whoever signed out meanwhile signs in first', async () => {
  expect((await post(form(''), { origin: 'https://evil.example' })).status).toBe(404)
  vi.mocked(currentActor).mockResolvedValue(null)
  const answer = await post(form(''))
  expect([answer.status, answer.headers.get('location')]).toEqual([
    303,
    expect.stringContaining('/login?next='),
  ])
  expect(issueSlip).not.toHaveBeenCalled()
})
