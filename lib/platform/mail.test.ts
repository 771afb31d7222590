import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test, vi } from 'vitest'
import { sendLetter } from './mail'

let server: Server | undefined
afterEach(() => server?.close())

test('a provider that takes a letter and never answers is not waited for', async () => {
  const patience = new AbortController()
  const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(patience.signal)
  server = createServer(() => patience.abort(new Error('patience is over')))
  await new Promise<void>((listening) => server?.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  vi.stubEnv('DATABASE_URL', 'postgresql://nobody@localhost/none')
  vi.stubEnv('RESEND_BASE_URL', `http://127.0.0.1:${port}`)
  const letter = { to: 'asel@example.kz', subject: 's', text: 't', html: 'h', idempotencyKey: 'k' }
  await expect(sendLetter(letter)).rejects.toThrow('mail provider')
  expect(timeout).toHaveBeenCalledWith(10_000)
})
