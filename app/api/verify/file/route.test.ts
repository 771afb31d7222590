import { expect, test } from 'vitest'
import { testDatabase } from '@/test/database'

await testDatabase()
const { POST } = await import('./route')

function post(caller: string, body: BodyInit): Promise<Response> {
  const origin = process.env.APP_URL ?? ''
  const headers = { origin, host: new URL(origin).host, 'x-forwarded-for': caller }
  return POST(new Request(`${origin}/api/verify/file`, { method: 'POST', body, headers }))
}

const withFile = (bytes: Uint8Array<ArrayBuffer>) => {
  const form = new FormData()
  form.set('_locale', 'ru')
  form.set('file', new File([bytes], 'paper.pdf'))
  return form
}
const PDF = new TextEncoder().encode('%PDF-1.7 of nobody')

test('a PDF is answered by the address of its hash', async () => {
  const answer = await post('10.0.0.1', withFile(PDF))
  expect(answer.status).toBe(303)
  expect(answer.headers.get('location')).toMatch(/^\/ru\/verify\?sha256=[0-9a-f]{64}#answer$/)
})

test('the 31st upload of one network in a quarter of an hour is not read', async () => {
  const places = await Promise.all(
    Array.from({ length: 31 }, async () => (await post('10.0.0.9', withFile(PDF))).headers.get('location')),
  )
  expect(places.filter((place) => place?.includes('fault=tooMany'))).toHaveLength(1)
  const untouched = new ReadableStream({
    pull() {
      throw new Error('somebody reads')
    },
  })
  const origin = process.env.APP_URL ?? ''
  const headers = { origin, host: new URL(origin).host, 'x-forwarded-for': '10.0.0.9' }
  const init = { method: 'POST', body: untouched, headers, duplex: 'half' } as RequestInit
  const answer = await POST(new Request(`${origin}/api/verify/file`, init))
  expect(answer.headers.get('location')).toContain('fault=tooMany')
})
