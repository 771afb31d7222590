import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { breakWord } from './word-break'

describe('breakWord', () => {
  it.each(['Денсаулығына', 'дәрігерлік', 'жауапкершілігі', 'қ.', '44007', '«Қарағанды'])(
    'keeps %s whole',
    (word) => {
      expect(breakWord(word)).toEqual([word])
    },
  )

  it('breaks a long Kazakh word at syllables', () => {
    const parts = breakWord('қанағаттандырылмағандықтарыңыздан')
    expect(parts.length).toBeGreaterThan(3)
    for (const part of parts) expect(part).toMatch(/^[бвғгджзйкқлмнңпрстфхһцчшщ]?[аәеиоөуұүыі]/iu)
  })

  it('ends a line after a hyphen that is already there, adding none', () => {
    expect(breakWord('учебно-воспитательный')).toEqual(['учебно-', '', 'воспитательный'])
  })

  it('adds no hyphen to the one between two alphabets', () => {
    expect(breakWord('QR-')).toEqual(['QR-', ''])
    expect(breakWord('12-')).toEqual(['12-', ''])
  })

  it('breaks a hash anywhere, without a hyphen', () => {
    const hash = 'a1'.repeat(32)
    const parts = breakWord(hash)
    expect(parts.filter((_, i) => i % 2 === 1).every((part) => part === '')).toBe(true)
  })

  it('loses no letter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (word) => {
        expect(breakWord(word).join('')).toBe(word)
      }),
    )
  })
})
