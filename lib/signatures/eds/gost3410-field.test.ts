import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FIELD, PRIME } from './gost3410-field'

/** Also those around the limits, where a carry is easily lost. */
const number = fc.oneof(
  fc.bigInt({ min: 0n, max: PRIME - 1n }),
  fc.bigInt({ min: 0n, max: 2n ** 20n }),
  fc.bigInt({ min: PRIME - 2n ** 20n, max: PRIME - 1n }),
  fc.bigInt({ min: 2n ** 256n - 2n ** 20n, max: 2n ** 256n + 2n ** 20n }),
)
const modulo = (x: bigint) => ((x % PRIME) + PRIME) % PRIME

describe('the field of the curve', () => {
  it.each<[string, (a: bigint, b: bigint) => bigint, (a: bigint, b: bigint) => bigint]>([
    ['multiplies', (a, b) => FIELD.mul(a, b), (a, b) => a * b],
    ['squares', (a) => FIELD.sqr(a), (a) => a * a],
    ['adds', (a, b) => FIELD.add(a, b), (a, b) => a + b],
    ['subtracts', (a, b) => FIELD.sub(a, b), (a, b) => a - b],
    ['inverts', (a, b) => FIELD.mul(a, FIELD.mul(b, FIELD.inv(a || 1n))), (a, b) => (a ? b : 0n)],
  ])('%s', (_, ours, plain) => {
    fc.assert(
      fc.property(number, number, (a, b) => {
        expect(ours(a, b)).toBe(modulo(plain(a, b)))
      }),
      {
        numRuns: 1000,
        examples: [
          [PRIME - 1n, PRIME - 1n],
          [0n, 0n],
          [0n, PRIME - 1n],
          [1n, PRIME - 1n],
        ],
      },
    )
  })
})
