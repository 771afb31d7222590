import { beforeEach, expect, test, vi } from 'vitest'
import type { Actor } from '@/lib/domain/actor'
import { DomainError } from '@/lib/domain/error'
import { TUESDAY } from '@/test/school'
import { finish } from './finishing'
import { stepSigning } from './signing-steps'

vi.mock('./finishing', () => ({ finish: vi.fn() }))

const HEAD: Actor = {
  userId: 'u',
  email: 'director@demo.bilimal.kz',
  name: 'Демо Адам',
  iin: '850101300018',
  confirmed: true,
  sessionId: 's',
  memberships: [],
  organisationIds: [],
}
const ASKED = { step: 'finish', sheetId: '01940000-0000-7000-8000-000000000000', cms: 'TUlJ' } as const

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  vi.mocked(finish).mockReset()
})

test.each([
  ['the store is away', new Error('connect ECONNREFUSED')],
  ['the verifier is away', new DomainError('unavailable')],
])('%s: that document says so, and the session goes on', async (_, fault) => {
  vi.mocked(finish).mockRejectedValue(fault)
  expect(await stepSigning(HEAD, ASKED, 'ru', TUESDAY)).toEqual({
    status: 'failed',
    message: expect.stringMatching(/снимите с него отметку.*: [0-9a-f]{8}\.$/),
  })
})

test('whoever may not sign at all is told so, not for one document', async () => {
  vi.mocked(finish).mockRejectedValue(new DomainError('forbidden'))
  await expect(stepSigning(HEAD, ASKED, 'ru', TUESDAY)).rejects.toThrow('forbidden')
})
