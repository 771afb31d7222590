import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { enrolmentOrder, type Waiting } from './enrolment-queue'

/** «+» lives in the service area, «-» outside; numbers follow the order in which they are written. */
const queue = (signs: string): Waiting[] =>
  [...signs].map((sign, at) => ({ queueNo: at + 1, inArea: sign === '+' }))
const order = (signs: string) => enrolmentOrder(queue(signs)).map((one) => one.queueNo)

describe('enrolmentOrder', () => {
  it.each([
    ['', []],
    ['+', [1]],
    ['-', [1]],
    ['-+', [2, 1]],
    ['++++', [1, 2, 3, 4]],
    ['----', [1, 2, 3, 4]],
    ['-+++', [2, 3, 4, 1]],
    ['--++++', [3, 4, 5, 1, 6, 2]],
    ['++-', [1, 2, 3]],
    ['+++++++--', [1, 2, 3, 8, 4, 5, 6, 9, 7]],
    ['+-+-+-+-', [1, 3, 5, 2, 7, 4, 6, 8]],
  ])('%j gives places in the order %j', (signs, expected) => {
    expect(order(signs)).toEqual(expected)
  })

  const waiting = fc.uniqueArray(fc.record({ queueNo: fc.nat(10_000), inArea: fc.boolean() }), {
    selector: (one) => one.queueNo,
    maxLength: 60,
  })

  it('gives everyone one place, whatever the order they come in', () => {
    fc.assert(
      fc.property(waiting, (all) => {
        const given = enrolmentOrder(all)
        expect(given.map((w) => w.queueNo).sort()).toEqual(all.map((w) => w.queueNo).sort())
        expect(enrolmentOrder([...all].reverse())).toEqual(given)
      }),
    )
  })

  it('keeps the order of numbers within each kind', () => {
    fc.assert(
      fc.property(waiting, fc.boolean(), (all, inArea) => {
        const numbers = enrolmentOrder(all)
          .filter((w) => w.inArea === inArea)
          .map((w) => w.queueNo)
        expect(numbers).toEqual([...numbers].sort((a, b) => a - b))
      }),
    )
  })

  it('lets one from outside in after each three from the area, while there are both', () => {
    fc.assert(
      fc.property(waiting, (all) => {
        const given = enrolmentOrder(all)
        const count = (of: readonly Waiting[], inArea: boolean) =>
          of.filter((w) => w.inArea === inArea).length
        for (const [at, one] of given.entries()) {
          const before = given.slice(0, at)
          const waits = (inArea: boolean) => count(before, inArea) < count(all, inArea)
          if (waits(true) && waits(false)) expect(one.inArea).toBe(at % 4 !== 3)
        }
      }),
    )
  })

  it('changes nothing in the list it was given', () => {
    const all = queue('-+-+')
    const before = structuredClone(all)
    enrolmentOrder(all)
    expect(all).toEqual(before)
  })
})
