import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { localePath, otherLocale, preferredLocale } from './locale'

describe('preferredLocale', () => {
  test.each([
    [null, null],
    ['', null],
    ['en-GB,en;q=0.9', null],
    ['ru-RU,ru;q=0.9,en;q=0.8', 'ru'],
    ['kk-KZ', 'kk'],
    ['ru;q=0.3, KK;q=0.7', 'kk'],
    ['en, ru;q=0, kk;q=0.1', 'kk'],
    ['*', null],
    ['kz', null],
  ])('%s is %s', (header, locale) => {
    expect(preferredLocale(header)).toBe(locale)
  })

  test('no header makes it fail', () => {
    fc.assert(
      fc.property(fc.string(), (header) => {
        expect([null, 'kk', 'ru']).toContain(preferredLocale(header))
      }),
    )
  })
})

test('addresses carry the language first', () => {
  expect(localePath('kk')).toBe('/kk')
  expect(localePath('ru', '/services/camp')).toBe('/ru/services/camp')
  expect(otherLocale(otherLocale('kk'))).toBe('kk')
})
