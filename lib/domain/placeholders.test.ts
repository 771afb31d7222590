import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fillText, placeholdersOf } from './placeholders'

const text = (s: string) => ({ kk: s, ru: s })

describe('placeholders', () => {
  it('are found in both languages', () => {
    expect(placeholdersOf({ kk: '{a.b} {a.b}', ru: '{c.d}, { x }' })).toEqual(['a.b', 'a.b', 'c.d'])
  })

  it('are filled each with its own word of the language', () => {
    const values = { 'organisation.name': { kk: 'мектеп', ru: 'школа' } }
    expect(fillText({ kk: '«{organisation.name}»', ru: '{organisation.name}.' }, values)).toEqual({
      kk: '«мектеп»',
      ru: 'школа.',
    })
  })

  it('throw rather than print an empty place', () => {
    expect(() => fillText(text('{order.number}'), {})).toThrow('order.number')
  })

  it('take any value as it is, even one that looks like a pattern or a placeholder', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        expect(fillText(text('[{a.b}]'), { 'a.b': text(value) }).ru).toBe(`[${value}]`)
      }),
    )
    expect(fillText(text('{a.b}'), { 'a.b': text('{c.d} $& $1') }).kk).toBe('{c.d} $& $1')
  })
})
