import { expect } from 'vitest'

/** Written apart from lib/domain, so that one mistake cannot hide in both. */
export function hasRightCheckDigit(number: string): boolean {
  const digits = Array.from(number, Number)
  const remainder = (shift: number) =>
    digits.slice(0, 11).reduce((sum, digit, i) => sum + digit * (((i + shift) % 11) + 1), 0) % 11
  return [remainder(0), remainder(2)].find((digit) => digit < 10) === digits[11]
}

export function expectUnique(values: readonly string[]): void {
  const twice = values.filter((value, i) => values.indexOf(value) !== i)
  expect(twice).toEqual([])
}
