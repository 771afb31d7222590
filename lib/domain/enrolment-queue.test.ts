import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Applying, enrolmentOrder, giveSeats } from './enrolment-queue'

/** `i` lives in the service area, `o` does not; their numbers count from 1. */
const queue = (areas: string) => [...areas].map((area, at) => ({ queueNo: at + 1, inArea: area === 'i' }))
const numbers = (all: readonly { queueNo: number }[]) => all.map((one) => one.queueNo)

describe('the order of enrolment', () => {
  it.each([
    ['', []],
    ['o', [1]],
    ['iii', [1, 2, 3]],
    ['oooo', [1, 2, 3, 4]],
    ['oiii', [2, 3, 4, 1]],
    ['oooiii', [4, 5, 6, 1, 2, 3]],
    ['iiiiiiio', [1, 2, 3, 8, 4, 5, 6, 7]],
    ['oioioioioio', [2, 4, 6, 1, 8, 10, 3, 5, 7, 9, 11]],
  ])('of %j is three from the area, one from outside', (areas, order) => {
    expect(numbers(enrolmentOrder(queue(areas)))).toEqual(order)
  })

  const anyQueue = fc
    .array(fc.constantFrom('i', 'o'), { maxLength: 60 })
    .map((areas) => queue(areas.join('')))

  it('loses nobody, keeps the order of each kind, and whoever asks in whatever order is told the same', () => {
    fc.assert(
      fc.property(anyQueue, fc.infiniteStream(fc.nat()), (all, random) => {
        const shuffled = [...all]
          .map((one) => ({ one, key: random.next().value }))
          .sort((a, b) => Number(a.key) - Number(b.key))
          .map(({ one }) => one)
        const order = enrolmentOrder(shuffled)
        expect(order).toEqual(enrolmentOrder(all))
        expect([...numbers(order)].sort((a, b) => a - b)).toEqual(numbers(all))
        for (const inArea of [true, false]) {
          const kind = numbers(order.filter((one) => one.inArea === inArea))
          expect(kind).toEqual([...kind].sort((a, b) => a - b))
        }
      }),
    )
  })

  it('gives each of outside the fourth place of its round, as long as there are three from the area', () => {
    fc.assert(
      fc.property(anyQueue, (all) => {
        const order = enrolmentOrder(all)
        const rounds = Math.min(
          Math.floor(all.filter((one) => one.inArea).length / 3),
          all.filter((one) => !one.inArea).length,
        )
        for (let round = 0; round < rounds; round += 1)
          expect(order.slice(round * 4, round * 4 + 4).map((one) => one.inArea)).toEqual([
            true,
            true,
            true,
            false,
          ])
      }),
    )
  })
})

/** `S` and `s`: has a seat, from the area or not; `L`, `l`: on the waiting list; `A`, `a`: neither. */
const standings = { s: 'seated', l: 'listed', a: 'open' } as const
const applying = (all: string): Applying[] =>
  [...all].map((letter, at) => {
    const kind = letter.toLowerCase()
    const standing = kind === 's' || kind === 'l' || kind === 'a' ? standings[kind] : 'open'
    return { queueNo: at + 1, inArea: letter !== kind, standing }
  })

describe('the seats', () => {
  it.each<[string, number | null, string]>([
    // number:turn in the order of the queue; a dot is no turn: a seat is there
    ['AAAA', 4, '1. 2. 3. 4.'],
    ['AAAA', 2, '1. 2. 3:1 4:2'],
    ['AAAA', 0, '1:1 2:2 3:3 4:4'],
    ['SAAA', 2, '1. 2. 3:1 4:2'],
    ['AAAS', 2, '1. 2:1 3:2 4.'],
    ['aAAAA', 4, '2. 3. 4. 1. 5:1'],
    ['AAAL', 4, '1. 2. 3. 4.'],
    ['LAAS', 2, '1. 2:1 3:2 4.'],
    // More were enrolled than there are seats now.
    ['SSSA', 2, '1. 2. 3. 4:1'],
    // Nobody has said how many: only the waiting list waits.
    ['ALAL', null, '1. 2:1 3. 4:2'],
    ['lLLLL', null, '2:1 3:2 4:3 1:4 5:5'],
  ])('of %s among %j', (all, seats, told) => {
    const placed = giveSeats(applying(all), seats)
    expect(placed.map(({ one, turn }) => `${one.queueNo}${turn === null ? '.' : `:${turn}`}`).join(' ')).toBe(
      told,
    )
    expect(placed.map(({ place }) => place)).toEqual(placed.map((_, at) => at + 1))
  })

  it('are never more than there are, and turns count without a gap', () => {
    const any = fc.array(fc.constantFrom(...'SsLlAa'), { maxLength: 60 }).map((all) => applying(all.join('')))
    fc.assert(
      fc.property(any, fc.nat({ max: 40 }), (all, seats) => {
        const placed = giveSeats(all, seats)
        const seated = all.filter((one) => one.standing === 'seated').length
        const turns = placed.flatMap(({ turn }) => turn ?? [])
        expect(all.length - turns.length).toBe(Math.min(all.length, Math.max(seated, seats)))
        expect(turns).toEqual(turns.map((_, at) => at + 1))
      }),
    )
  })
})
