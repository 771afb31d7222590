import fc from 'fast-check'
import { expect, it } from 'vitest'
import { compareKazakh, sortKazakh } from './collation'

const ALPHABET = [...'аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя']

it('orders the 42 letters of the Kazakh alphabet, in both cases', () => {
  expect(ALPHABET).toHaveLength(42)
  for (const cased of [ALPHABET, ALPHABET.map((letter) => letter.toUpperCase())]) {
    fc.assert(
      fc.property(fc.shuffledSubarray(cased, { minLength: 42 }), (letters) => {
        expect(sortKazakh(letters, (letter) => letter)).toEqual(cased)
      }),
    )
  }
})

it('orders words and the numbers in names of schools', () => {
  const schools = ['№ 12 мектеп', 'Өркен', 'Ұлан', 'Орал', '№ 5 мектеп', 'Үміт', 'Ілияс', 'Ырыс']
  expect(sortKazakh(schools, (name) => name)).toEqual([
    'Орал',
    'Өркен',
    'Ұлан',
    'Үміт',
    'Ырыс',
    'Ілияс',
    '№ 5 мектеп', // № counts as the Latin letters No, which follow Cyrillic
    '№ 12 мектеп',
  ])
})

it('leaves the list it was given as it was', () => {
  const list = [{ name: 'Ә' }, { name: 'А' }]
  expect(sortKazakh(list, ({ name }) => name)).toEqual([{ name: 'А' }, { name: 'Ә' }])
  expect(list).toEqual([{ name: 'Ә' }, { name: 'А' }])
  expect(compareKazakh('а', 'а')).toBe(0)
})
