import { expect, test } from 'vitest'
import { fillTemplate, unknownPlaceholders } from './template'

const values = { number: '44007', service: 'Питание', date: '8 декабря' }

test.each([
  ['Заявка № {number}: {service}, до {date}.', 'Заявка № 44007: Питание, до 8 декабря.', []],
  ['{number} {number}', '44007 44007', []],
  ['{nobody} и {constructor}', '{nobody} и {constructor}', ['nobody', 'constructor']],
  ['без скобок', 'без скобок', []],
])('%s', (text, filled, unknown) => {
  expect(fillTemplate(text, values)).toBe(filled)
  expect(unknownPlaceholders(text)).toEqual(unknown)
})
