import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { LocalNetwork } from './local-network'
import { type NcaLayerState, type Signing, type SigningResult, signWithNcaLayer } from './ncalayer-client'

/** A socket whose other end the test is. */
class FakeSocket {
  static last: FakeSocket
  onmessage: ((event: { data: unknown }) => void) | null = null
  onclose: (() => void) | null = null
  onerror: (() => void) | null = null
  sent: string[] = []
  isClosed = false
  readonly url: string
  constructor(url: string) {
    this.url = url
    FakeSocket.last = this
  }
  send(text: string): void {
    this.sent.push(text)
  }
  close(): void {
    this.isClosed = true
  }
  says(frame: unknown): void {
    this.onmessage?.({ data: typeof frame === 'string' ? frame : JSON.stringify(frame) })
  }
}

const GREETING = { result: { version: '1.4' } }
const URL = 'wss://127.0.0.1:13579'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

type Started = { socket: FakeSocket; states: NcaLayerState[]; result: Promise<SigningResult> }

async function start(given: Partial<Signing> = {}, permissions: LocalNetwork[] = ['open']): Promise<Started> {
  const states: NcaLayerState[] = []
  const answers = [...permissions]
  const result = signWithNcaLayer(
    {
      url: URL,
      format: 'cms',
      data: ['UERG'],
      keys: { iin: '881102400015', extKeyUsageOids: ['1.3.6.1.5.5.7.3.4'] },
      stamps: false,
      locale: 'ru',
      onState: (state) => states.push(state),
      ...given,
    },
    {
      WebSocket: FakeSocket as unknown as typeof WebSocket,
      localNetwork: async () => answers.shift() ?? 'open',
    },
  )
  await vi.advanceTimersByTimeAsync(0)
  return { socket: FakeSocket.last, states, result }
}

describe('a signature', () => {
  test('is asked for after the greeting, of the right key, apart from the document', async () => {
    const { socket, states, result } = await start()
    expect(socket.url).toBe(URL)
    expect([socket.sent, states]).toEqual([[], ['connecting']])
    socket.says(GREETING)
    expect(states).toEqual(['connecting', 'connected', 'choosing'])
    expect(JSON.parse(socket.sent[0] ?? '')).toEqual({
      module: 'kz.gov.pki.knca.basics',
      method: 'sign',
      args: {
        format: 'cms',
        data: 'UERG',
        signingParams: { decode: true, encapsulate: false, digested: false },
        signerParams: {
          extKeyUsageOids: ['1.3.6.1.5.5.7.3.4'],
          iin: '881102400015',
          bin: '',
          serialNumber: '',
          chain: null,
        },
        locale: 'ru',
      },
    })
    socket.says({ status: true, body: { result: ['-----BEGIN CMS-----'] } })
    expect(await result).toEqual({ status: 'signed', signatures: ['-----BEGIN CMS-----'] })
    expect(socket.isClosed).toBe(true)
  })

  test('may come as a text, as versions before 1.4 send it', async () => {
    const { socket, result } = await start()
    socket.says({ result: { version: '1.3' } })
    socket.says({ status: true, body: { result: 'MII' } })
    expect(await result).toEqual({ status: 'signed', signatures: ['MII'] })
  })

  test('of several documents is one question and one list', async () => {
    const { socket, result } = await start({ format: 'xml', data: ['<a/>', '<b/>'] })
    socket.says(GREETING)
    expect(JSON.parse(socket.sent[0] ?? '').args).toMatchObject({ format: 'xml', data: ['<a/>', '<b/>'] })
    socket.says({ status: true, body: { result: ['1', '2'] } })
    expect(await result).toEqual({ status: 'signed', signatures: ['1', '2'] })
  })

  test('waits as long as a person chooses, and keeps the connection alive', async () => {
    const { socket, result } = await start()
    socket.says(GREETING)
    await vi.advanceTimersByTimeAsync(10 * 60_000)
    expect(socket.sent.slice(1)).toEqual(Array(30).fill('--heartbeat--'))
    socket.says('--heartbeat--')
    socket.says({ status: true, body: { result: ['MII'] } })
    expect(await result).toMatchObject({ status: 'signed' })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(socket.sent).toHaveLength(31)
  })
})

describe('what may go otherwise', () => {
  test.each<[string, unknown, SigningResult]>([
    ['the window was closed', { status: true, body: {} }, { status: 'cancelled' }],
    [
      'an error of NCALayer',
      { status: false, code: 'INVOCATION_ERROR', message: 'An invoked method threw an exception.' },
      { status: 'failed', detail: 'INVOCATION_ERROR' },
    ],
    [
      'a module that an old version lacks',
      { success: false, errorCode: 'MODULE_NOT_FOUND' },
      { status: 'failed', detail: 'MODULE_NOT_FOUND' },
    ],
    [
      'more signatures than documents',
      { status: true, body: { result: ['1', '2'] } },
      { status: 'failed', detail: 'WRONG_NUMBER' },
    ],
    ['no signature', { status: true, body: { result: [] } }, { status: 'failed', detail: 'UNREADABLE' }],
    ['another type', { status: true, body: { result: [7] } }, { status: 'failed', detail: 'UNREADABLE' }],
    ['nonsense', '<html>', { status: 'failed', detail: 'UNREADABLE' }],
    ['null', 'null', { status: 'failed', detail: 'UNREADABLE' }],
  ])('%s', async (_, frame, expected) => {
    const { socket, result } = await start()
    socket.says(GREETING)
    socket.says(frame)
    expect(await result).toEqual(expected)
    expect(socket.isClosed).toBe(true)
  })

  test('nothing listens', async () => {
    const { socket, result } = await start()
    socket.onerror?.()
    expect(await result).toEqual({ status: 'notRunning' })
  })

  test('something listens and says nothing', async () => {
    const { socket, result } = await start()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(await result).toEqual({ status: 'notRunning' })
    expect(socket.isClosed).toBe(true)
  })

  test('NCALayer is closed while it asks', async () => {
    const { socket, result } = await start()
    socket.says(GREETING)
    socket.onclose?.()
    expect(await result).toEqual({ status: 'failed', detail: 'CLOSED' })
  })

  test('an address that the page may not open', async () => {
    const result = await signWithNcaLayer(
      { url: URL, format: 'cms', data: ['UERG'], keys: { extKeyUsageOids: [] }, stamps: false, locale: 'kk' },
      {
        WebSocket: class {
          constructor() {
            throw new DOMException('mixed content', 'SecurityError')
          }
        } as unknown as typeof WebSocket,
        localNetwork: async () => 'open',
      },
    )
    expect(result).toEqual({ status: 'notRunning' })
  })

  test('whoever no longer waits has cancelled', async () => {
    const waiting = new AbortController()
    const { socket, result } = await start({ signal: waiting.signal })
    socket.says(GREETING)
    waiting.abort()
    expect(await result).toEqual({ status: 'cancelled' })
    expect(socket.isClosed).toBe(true)
  })
})

describe("the browser's question about programs on this computer", () => {
  test('answered with no: nothing is opened', async () => {
    const before = FakeSocket.last
    const { result } = await start({}, ['denied'])
    expect(await result).toEqual({ status: 'blocked' })
    expect(FakeSocket.last).toBe(before)
  })

  test.each<[string, LocalNetwork, SigningResult['status']]>([
    ['closed without an answer', 'prompt', 'blocked'],
    ['answered with no just now', 'denied', 'blocked'],
    ['answered with yes, but nothing listens', 'granted', 'notRunning'],
  ])('%s', async (_, after, status) => {
    const { socket, result } = await start({}, ['prompt', after])
    // Reading takes its time, and the socket is held back meanwhile.
    await vi.advanceTimersByTimeAsync(60_000)
    socket.onerror?.()
    expect(await result).toEqual({ status })
  })
})
