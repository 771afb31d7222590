import { describe, expect, it } from 'vitest'
import { printable } from './words'

/** With what ties two words made visible. */
const tied = (text: string) => printable(text).replaceAll('\u00a0', '~')

describe('printable', () => {
  it.each([
    ['г. Темиртау, ул. Мира, д. 12, кв. 44', 'г.~Темиртау, ул.~Мира, д.~12, кв.~44'],
    ['Теміртау қ., Абай к-сі, 5', 'Теміртау~қ., Абай~к-сі, 5'],
    ['Школа № 5', 'Школа №~5'],
    ['07.12 – 21.12', '07.12~– 21.12'],
  ])('keeps together what belongs together: %s', (given, printed) => {
    expect(tied(given)).toBe(printed)
  })

  it.each(['Теміртау қаласы', 'Список. Школа', 'Классов. Пять'])('leaves other words apart: %s', (text) => {
    expect(tied(text)).toBe(text)
  })

  it('composes letters, and takes away what is not printed', () => {
    expect(printable('И\u0306од\u200b  и\tеще\n')).toBe('Йод и еще')
  })
})
