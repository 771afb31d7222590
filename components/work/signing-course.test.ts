import { describe, expect, it } from 'vitest'
import type { SigningResult } from '@/components/eds/ncalayer-client'
import type { SigningStep } from '@/lib/domain/signing-steps'
import { type Asked, type RowState, type Stage, type Surroundings, signDecisions } from './signing-course'

type Server = { [S in SigningStep['step']]?: (step: Extract<SigningStep, { step: S }>) => Asked<S> }

const wish = (number: number) => ({ number, reason: null })
const answered = <A>(answer: A) => ({ status: 'answered' as const, answer })
const GIVEN = { number: 5, label: '5', date: '2026-11-24' }

/** A server and an NCALayer that do as they are asked, apart from what a test says. */
function world(server: Server = {}, choices: SigningResult[] = []) {
  const rows = new Map<number, RowState[]>()
  const stages: Stage['at'][] = []
  const asked: SigningStep[] = []
  const requests: { format: string; data: readonly string[]; bin: string }[] = []
  const around: Surroundings = {
    async ask(given) {
      const step: SigningStep = given
      asked.push(step)
      const own = server[step.step] as ((s: SigningStep) => never) | undefined
      if (own) return own(step)
      switch (step.step) {
        case 'begin': {
          const opened = step.list.map((one) => ({ ...one, given: GIVEN, payload: `<p n="${one.number}"/>` }))
          return answered({ bin: '990140000018', opened, failed: [] }) as never
        }
        case 'prepare':
          return answered({ status: 'prepared', sheetId: `sheet ${step.number}` }) as never
        default:
          return answered({ status: 'done' }) as never
      }
    },
    async sign(format, data, bin) {
      requests.push({ format, data, bin })
      return choices.shift() ?? { status: 'signed', signatures: data.map((one) => `signed ${one}`) }
    },
    fetchSheet: async (id) => ({ base64: `bytes of ${id}` }),
    onRow: (number, state) => rows.set(number, [...(rows.get(number) ?? []), state]),
    onStage: ({ at }) => stages.push(at),
  }
  const last = (number: number) => rows.get(number)?.at(-1)
  return { around, rows, stages, asked, requests, last }
}

describe('a session of signing', () => {
  it('asks for the key twice, however many there are', async () => {
    const { around, rows, requests, asked, stages } = world()
    expect(await signDecisions([wish(1), wish(2)], around)).toBeNull()
    expect(requests).toEqual([
      { format: 'xml', data: ['<p n="1"/>', '<p n="2"/>'], bin: '990140000018' },
      { format: 'cms', data: ['bytes of sheet 1', 'bytes of sheet 2'], bin: '990140000018' },
    ])
    expect(rows.get(2)?.map(({ at }) => at)).toEqual([
      ...['signing', 'preparing', 'ready', 'signing', 'ready', 'issuing', 'done'],
    ])
    expect([...new Set(stages)]).toEqual(['begin', 'facts', 'preparing', 'papers', 'issuing'])
    expect(asked.at(-1)).toEqual({
      step: 'finish',
      sheetId: 'sheet 2',
      cms: 'signed bytes of sheet 2',
    })
  })

  it('goes on with the others when one is gone, refused, or has to be signed again', async () => {
    const { around, last } = world({
      begin: ({ list: [gone, ...rest] }) =>
        answered({
          bin: '990140000018',
          opened: rest.map((one) => ({ ...one, given: GIVEN, payload: `<p n="${one.number}"/>` })),
          failed: [{ number: gone?.number ?? 0, message: 'cancelled' }],
        }),
      prepare: ({ number }) =>
        number === 2
          ? answered({ status: 'failed', message: 'revoked' })
          : answered({ status: 'prepared', sheetId: `sheet ${number}` }),
      finish: ({ sheetId, cms }) => {
        expect(cms).toBe(`signed bytes of ${sheetId}`)
        return answered(sheetId === 'sheet 3' ? { status: 'done' } : { status: 'again', message: 'number' })
      },
    })
    expect(await signDecisions([1, 2, 3, 4].map(wish), around)).toBeNull()
    expect([1, 2, 3, 4].map(last)).toEqual([
      { at: 'gone', message: 'cancelled' },
      { at: 'failed', message: 'revoked' },
      { at: 'done', given: '5' },
      { at: 'again', message: 'number' },
    ])
  })

  it.each<[string, SigningResult[]]>([
    ['the first', [{ status: 'cancelled' }]],
    ['the second', [{ status: 'signed', signatures: ['a', 'b'] }, { status: 'cancelled' }]],
  ])('cancelled at %s choice leaves every document as it was', async (_which, choices) => {
    const { around, asked, last } = world({}, choices)
    expect(await signDecisions([wish(1), wish(2)], around)).toEqual({ status: 'cancelled' })
    expect([1, 2].map(last)).toEqual([{ at: 'rest' }, { at: 'rest' }])
    expect(asked.map(({ step }) => step)).not.toContain('finish')
  })

  it('that loses the server half-way keeps what is done', async () => {
    const { around, last } = world({
      finish: ({ sheetId }) => (sheetId === 'sheet 1' ? answered({ status: 'done' }) : { status: 'lost' }),
    })
    expect(await signDecisions([wish(1), wish(2)], around)).toEqual({ status: 'lost' })
    expect([1, 2].map(last)).toEqual([{ at: 'done', given: '5' }, { at: 'rest' }])
  })

  it('asks for no key when nothing is left to sign', async () => {
    const nothing = answered({ bin: '', opened: [], failed: [{ number: 1, message: 'gone' }] })
    const { around, requests } = world({ begin: () => nothing })
    expect(await signDecisions([wish(1)], around)).toBeNull()
    expect(requests).toEqual([])
  })

  it('tells who has gone out of the system from a sheet that cannot be had', async () => {
    for (const [fetched, status] of [
      ['signedOut', 'signedOut'],
      ['failed', 'lost'],
    ] as const) {
      const { around } = world()
      around.fetchSheet = async () => fetched
      expect(await signDecisions([wish(1)], around)).toEqual({ status })
    }
  })
})
