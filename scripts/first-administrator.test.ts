import { describe, expect, it } from 'vitest'
import { readAdministrator } from './first-administrator'

const TODAY = '2026-11-24'
const IIN = '910212499048'

describe('the words of admin:invite', () => {
  it('are an address, an IIN and perhaps a language', () => {
    expect(readAdministrator([' Admin@Example.kz', IIN], TODAY)).toEqual({
      ok: true,
      email: 'admin@example.kz',
      iin: IIN,
      locale: 'ru',
    })
    expect(readAdministrator(['admin@example.kz', IIN, 'kk'], TODAY)).toMatchObject({ locale: 'kk' })
  })

  it.each<[string[], RegExp]>([
    [[], /^Whom to invite is missing/],
    [['admin', IIN], /^admin is no e-mail address/],
    [['admin@example.kz'], /^The IIN is missing/],
    [['admin@example.kz', 'kk'], /^The IIN is missing/],
    [['admin@example.kz', '91021249904'], /^An IIN has 12 digits/],
    [['admin@example.kz', '911332499048'], /no day of birth/],
    [['admin@example.kz', '910212999048'], /seventh digit/],
    [['admin@example.kz', '910212499049'], /last digit does not fit/],
    [['admin@example.kz', IIN, 'en'], /^The language/],
    [['admin@example.kz', '910212', '499048'], /^An IIN has 12 digits/],
  ])('%j is refused with a plain sentence, and how it is written', (words, sentence) => {
    const told = readAdministrator(words, TODAY)
    if (told.ok) throw new Error('taken')
    expect(told.sentence).toMatch(sentence)
    expect(told.sentence).toContain('npm run admin:invite -- MAIL IIN')
  })
})
