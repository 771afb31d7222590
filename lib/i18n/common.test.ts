import { expect, test } from 'vitest'
import { commonMessages } from './common'

const { kk, ru } = commonMessages

test.each([
  [1, '1 рабочий день', 'в течение 1 рабочего дня', '1 минута', 'не более 1 минуты'],
  [2, '2 рабочих дня', 'в течение 2 рабочих дней', '2 минуты', 'не более 2 минут'],
  [5, '5 рабочих дней', 'в течение 5 рабочих дней', '5 минут', 'не более 5 минут'],
  [11, '11 рабочих дней', 'в течение 11 рабочих дней', '11 минут', 'не более 11 минут'],
  [21, '21 рабочий день', 'в течение 21 рабочего дня', '21 минута', 'не более 21 минуты'],
  [112, '112 рабочих дней', 'в течение 112 рабочих дней', '112 минут', 'не более 112 минут'],
])('Russian says %i as it is spoken', (n, days, within, minutes, atMost) => {
  expect(ru.workingDays(n)).toBe(days)
  expect(ru.withinWorkingDays(n)).toBe(within)
  expect(ru.minutes(n)).toBe(minutes)
  expect(ru.atMostMinutes(n)).toBe(atMost)
})

test('Kazakh keeps the singular after a number', () => {
  expect([1, 2, 15].map(kk.workingDays)).toEqual(['1 жұмыс күні', '2 жұмыс күні', '15 жұмыс күні'])
  expect(kk.withinWorkingDays(2)).toBe('2 жұмыс күні ішінде')
})
