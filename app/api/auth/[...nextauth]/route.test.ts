import type { NextRequest } from 'next/server'
import { expect, test, vi } from 'vitest'
import { handlers } from '@/lib/auth/next-auth'
import { POST } from './route'

vi.mock('@/lib/auth/next-auth', () => ({
  handlers: { GET: vi.fn(), POST: vi.fn(async () => new Response(null, { status: 302 })) },
}))

const post = async (headers: Record<string, string>) => {
  const request = new Request('http://localhost/api/auth/callback/credentials', { method: 'POST', headers })
  return (await POST(request as NextRequest)).status
}

test('a sign-in goes through', async () => {
  expect(await post({ 'content-length': '180' })).toBe(302)
})

test.each([[{ 'content-length': '16385' }], [{ 'content-length': 'x' }], [{}]])(
  'a body too large, or of a length not told, is read by nobody: %j',
  async (headers) => {
    vi.mocked(handlers.POST).mockClear()
    expect(await post(headers)).toBe(413)
    expect(handlers.POST).not.toHaveBeenCalled()
  },
)
