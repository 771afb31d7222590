import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { Actor } from '@/lib/domain/actor'
import { DomainError } from '@/lib/domain/error'
import { type FormState, IDLE } from '@/lib/domain/form-state'
import { formMessages } from '@/lib/i18n/forms'
import { Prisma } from '@/prisma/generated/client'
import { carryValues } from './carried'
import { formAction } from './form-action'
import { signInWithPassword } from './next-auth'
import { readActor } from './session'

const request = vi.hoisted(() => ({ headers: new Headers() }))

vi.mock('next/headers', () => ({ headers: async () => request.headers }))
vi.mock('./carried', () => ({ carryValues: vi.fn() }))
vi.mock('./next-auth', () => ({ signInWithPassword: vi.fn() }))
vi.mock('./session', () => ({ readActor: vi.fn() }))

const ACTOR: Actor = {
  userId: 'u',
  email: 'asel@example.kz',
  name: 'Әлиева Әсел',
  iin: '',
  confirmed: true,
  sessionId: 's',
  memberships: [],
  organisationIds: [],
}
const t = formMessages.ru

function post(fields: Record<string, string>): FormData {
  const form = new FormData()
  form.set('_locale', 'ru')
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}

beforeEach(() => {
  request.headers = new Headers({ origin: 'https://e.bilimal.kz', host: 'e.bilimal.kz' })
  vi.mocked(readActor).mockReset().mockResolvedValue(ACTOR)
  vi.mocked(signInWithPassword).mockReset()
  vi.mocked(carryValues).mockReset()
})

describe('a form action', () => {
  const done = vi.fn(async () => ({ status: 'done' }) as const)
  const action = formAction({ access: 'person', run: done })
  beforeEach(() => done.mockClear())

  test('gives back what was typed, never passwords, files or our own fields', async () => {
    const form = post({
      familyName: 'Әлиева',
      password: 'a',
      newPasswordRepeat: 'b',
      _email: 'c',
      _intent: 'd',
    })
    form.set('scan', new File(['x'], 'scan.pdf'))
    form.set('$ACTION_1:0', '{}')
    const state = await action(IDLE, form)
    expect(state).toEqual({ status: 'done', errors: [], values: { familyName: 'Әлиева' }, attempt: 1 })
    expect((await action(state, form)).attempt).toBe(2)
  })

  test('does not trust the state that the browser sends back', async () => {
    for (const previous of [undefined, null, {}, { attempt: 'x' }, { attempt: Number.NaN }]) {
      expect((await action(previous as unknown as FormState, post({}))).attempt).toBe(1)
    }
  })

  test.each([[{ host: 'e.bilimal.kz' }], [{ host: 'e.bilimal.kz', origin: 'https://evil.example' }]])(
    'does nothing for %j',
    async (headers) => {
      request.headers = new Headers(headers as Record<string, string>)
      const state = await action(IDLE, post({ familyName: 'Әлиева' }))
      expect(state).toMatchObject({
        status: 'refused',
        message: t.foreignOrigin,
        values: { familyName: 'Әлиева' },
      })
      expect(done).not.toHaveBeenCalled()
    },
  )

  test('asks who is there when the session has gone, and keeps what was typed', async () => {
    vi.mocked(readActor).mockResolvedValue(null)
    expect(await action(IDLE, post({ address: 'Қарағанды' }))).toMatchObject({
      status: 'signedOut',
      message: t.signedOut,
      values: { address: 'Қарағанды' },
    })
    expect(done).not.toHaveBeenCalled()
  })

  test('keeps what was pressed too, for a page that shows nothing but the sign-in', async () => {
    vi.mocked(readActor).mockResolvedValue(null)
    vi.mocked(signInWithPassword).mockResolvedValue('wrong')
    const asked = { _number: '44007', _intent: 'later', _email: 'asel@example.kz', _password: 'x' }
    expect((await action(IDLE, post(asked))).values).toEqual({ _number: '44007', _intent: 'later' })
  })

  test('signs in with the fields it showed and goes on in the same press', async () => {
    vi.mocked(readActor).mockResolvedValueOnce(null)
    vi.mocked(signInWithPassword).mockResolvedValue('ok')
    const state = await action(
      IDLE,
      post({ address: 'Қарағанды', _email: 'asel@example.kz', _password: 'x' }),
    )
    expect(state.status).toBe('done')
    expect(done).toHaveBeenCalledWith(
      expect.objectContaining({ actor: ACTOR, values: { address: 'Қарағанды' } }),
    )
  })

  test.each([
    ['wrong', t.wrongPassword],
    ['tooMany', t.codes.tooMany],
  ] as const)('a sign-in that is %s stays where it is', async (result, message) => {
    vi.mocked(readActor).mockResolvedValue(null)
    vi.mocked(signInWithPassword).mockResolvedValue(result)
    const state = await action(IDLE, post({ _email: 'asel@example.kz', _password: 'x' }))
    expect(state).toMatchObject({ status: 'signedOut', message })
    expect(JSON.stringify(state)).not.toContain('asel@')
  })

  test('an expected failure is a sentence in the language of the form', async () => {
    const failing = (code: 'conflict' | 'incomplete') =>
      formAction({ access: 'person', run: () => Promise.reject(new DomainError(code)) })
    expect(await failing('conflict')(IDLE, post({}))).toMatchObject({
      status: 'refused',
      message: t.codes.conflict,
    })
    const kk = await failing('incomplete')(IDLE, post({ _locale: 'kk' }))
    expect(kk).toMatchObject({ status: 'invalid', message: formMessages.kk.codes.incomplete })
  })

  test('of two presses that stood in each other’s way, the one that was ended is told to look again', async () => {
    const error = new Prisma.PrismaClientKnownRequestError('deadlock', { code: 'P2034', clientVersion: '' })
    const failing = formAction({ access: 'person', run: () => Promise.reject(error) })
    expect(await failing(IDLE, post({ address: 'Қарағанды' }))).toMatchObject({
      status: 'refused',
      message: t.codes.conflict,
      values: { address: 'Қарағанды' },
    })
  })

  test('anything else is logged once under the number that the person sees, and says nothing of itself', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => {})
    const failing = formAction({
      access: 'person',
      run: () => Promise.reject(new Error('relation "x" is gone')),
    })
    const state = await failing(IDLE, post({ address: 'Қарағанды' }))
    expect(state).toMatchObject({ status: 'unavailable', values: { address: 'Қарағанды' } })
    expect(state.requestId).toMatch(/^[0-9a-f]{8}$/)
    expect(state.message).toContain(state.requestId)
    expect(JSON.stringify(state)).not.toContain('relation')
    expect(logged).toHaveBeenCalledTimes(1)
    expect(logged.mock.calls[0]?.[0]).toContain(state.requestId)
  })

  test('a redirect of Next passes through', async () => {
    const { redirect } = await import('next/navigation')
    const leaving = formAction({ access: 'person', run: async () => redirect('/ru/cabinet') })
    await expect(leaving(IDLE, post({}))).rejects.toThrow('NEXT_REDIRECT')
  })

  test('the language button carries what was typed and runs nothing; a form with drafts is told of it', async () => {
    const run = vi.fn(async () => ({ status: 'done' }) as const)
    const carrying = formAction({ access: 'anyone', carry: '/register', run })
    await expect(carrying(IDLE, post({ email: 'a', _language: 'kk' }))).rejects.toMatchObject({
      digest: expect.stringContaining('/kk/register'),
    })
    expect(carryValues).toHaveBeenCalledWith('/register', { email: 'a' })
    expect(run).not.toHaveBeenCalled()
    await formAction({ access: 'anyone', run })(IDLE, post({ _intent: 'language:kk' }))
    expect(run).toHaveBeenCalledWith(expect.objectContaining({ language: 'kk' }))
  })
})
