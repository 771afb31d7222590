import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type QrPhase, type QrResult, signByQr } from './egov-qr-client'

const OPERATION = { data: '/api/egovQr/x', sign: '/api/egovQr/x' }
const INVITATION = { operation: OPERATION, qr: 'R0lG', link: null, until: '10:30', expiresAt: 0 }
const HANDED = { step: 'handOver', operation: OPERATION, statement: 'sha' }
const TAKEN = { step: 'take', operation: OPERATION, statement: 'sha' }

type Reply = object | number | 'offline'
let asked: unknown[] = []
let replies: Reply[] = []
let phases: QrPhase['at'][] = []
let stop = new AbortController()

beforeEach(() => {
  asked = []
  phases = []
  stop = new AbortController()
  vi.useFakeTimers({ now: new Date('2026-11-22T05:00:00Z') })
  INVITATION.expiresAt = Date.now() + 300_000
  vi.stubGlobal('fetch', async (url: string, { body, signal }: { body: string; signal: AbortSignal }) => {
    expect(url).toBe('/api/egov-qr/44012')
    asked.push(JSON.parse(body))
    // As long as the server waits for the phone.
    await new Promise((resolve) => setTimeout(resolve, 8000))
    signal.throwIfAborted()
    const reply = replies.shift() ?? 'offline'
    if (reply === 'offline') throw new TypeError('Failed to fetch')
    return typeof reply === 'number' ? new Response('{}', { status: reply }) : Response.json(reply)
  })
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

async function sign(...given: Reply[]): Promise<QrResult> {
  replies = given
  const result = signByQr({
    url: '/api/egov-qr/44012',
    statement: 'sha',
    onPhase: ({ at }) => phases.push(at),
    signal: stop.signal,
  })
  await vi.runAllTimersAsync()
  return result
}

const waiting = { state: 'waiting' }
const taken = { state: 'taken' }

test('shows a code until a phone has the statement, and waits for its signature', async () => {
  const result = await sign(INVITATION, waiting, taken, waiting, { state: 'signed', cms: 'MIIC' })
  expect(result).toEqual({ status: 'signed', cms: 'MIIC' })
  expect(phases).toEqual(['asking', 'scan', 'taken'])
  expect(asked).toEqual([{ step: 'invite', statement: 'sha' }, HANDED, HANDED, TAKEN, TAKEN])
})

describe('ends otherwise', () => {
  test.each<[string, Reply[], string]>([
    ['refused on the phone', [INVITATION, taken, { state: 'cancelled' }], 'cancelled'],
    ['not scanned in time', [INVITATION, ...Array(40).fill(waiting)], 'gone'],
    ['forgotten by the other side', [INVITATION, { state: 'gone' }], 'gone'],
    ['no code', [503], 'failed'],
    ['too often', [429], 'tooMany'],
    ['too often meanwhile', [INVITATION, 429], 'tooMany'],
    ['edited meanwhile', [INVITATION, 409], 'stale'],
    ['signed out', [401], 'stale'],
    ['a signature that is none', [INVITATION, taken, { state: 'signed' }], 'failed'],
  ])('%s', async (_, given, status) => {
    expect(await sign(...given)).toEqual({ status })
  })
})

describe('a connection that breaks off', () => {
  test('while the phone is in another app is made again', async () => {
    const broken: Reply[] = ['offline', 503, 'offline', 502]
    const result = await sign(INVITATION, ...broken, waiting, ...broken, taken, {
      state: 'signed',
      cms: 'MIIC',
    })
    expect(result).toEqual({ status: 'signed', cms: 'MIIC' })
  })

  test('for good is not waited for', async () => {
    expect(await sign(INVITATION, waiting)).toEqual({ status: 'failed' })
    expect(asked).toHaveLength(2 + 5)
  })
})

test.each(['asking', 'scan', 'taken'] as const)('whoever stops while it says %s is done', async (phase) => {
  replies = [INVITATION, taken, waiting, waiting]
  const result = signByQr({
    url: '/api/egov-qr/44012',
    statement: 'sha',
    onPhase: ({ at }) => at === phase && stop.abort(),
    signal: stop.signal,
  })
  await vi.runAllTimersAsync()
  expect(await result).toEqual({ status: 'cancelled' })
  expect(asked.length).toBeLessThanOrEqual(3)
})
