import { describe, expect, it } from 'vitest'
import { LOCALES } from '@/lib/domain/text'
import { FAILURE_CODES } from '@/lib/signatures/eds/codes'
import { edsMessages } from './eds'

const READERS = ['applicant', 'head', 'checker'] as const
// 23:30 in Almaty: the day is that of Kazakhstan, in UTC it is already the same and in UTC+6 the next.
const MOMENT = new Date('2026-03-12T18:30:00Z')

describe.each(FAILURE_CODES)('%s', (code) => {
  it.each(LOCALES)('says in %s what is wrong and what to do', (locale) => {
    const said = READERS.flatMap((reader) =>
      [MOMENT, null].map((moment) => edsMessages[locale].failure(code, { moment, reader })),
    )
    for (const text of said) {
      expect(text).toMatch(/^[\p{Lu}N][^\n]+\. [\p{L}][^\n]+\.$/u)
      expect(text).not.toMatch(/ошибк|қате|undefined|null|ё/iu)
      // Only Kazakh has these letters.
      expect(/[әғқңөұүһі]/i.test(text)).toBe(locale === 'kk')
    }
  })
})

it('names the day that it is about, as it is in Kazakhstan', () => {
  const { kk, ru } = edsMessages
  expect(ru.failure('CERT_EXPIRED', { moment: MOMENT })).toContain('Срок действия ключа истек 12.03.2026.')
  expect(kk.failure('CERT_EXPIRED', { moment: MOMENT })).toContain('12.03.2026')
  expect(ru.failure('CERT_EXPIRED', { moment: null })).toContain('Срок действия ключа истек.')
  expect(ru.failure('CERT_REVOKED', { moment: MOMENT })).toContain('12.03.2026')
})

it('tells each reader what they can do themself', () => {
  const { failure } = edsMessages.ru
  const said = (reader: (typeof READERS)[number]) => failure('IIN_MISMATCH', { moment: null, reader })
  expect(said('applicant')).toContain('ИИН ключа не совпадает с ИИН заявителя')
  expect(said('head')).toContain('не совпадает с вашим ИИН')
  expect(failure('CERT_EXPIRED', { moment: null, reader: 'checker' })).not.toContain('Получите новый ключ')
})
