import { describe, expect, test } from 'vitest'
import { LETTER_EVENTS, STAFF_LETTER_EVENTS } from '@/lib/domain/letter-events'
import { LOCALES } from '@/lib/domain/text'
import { mailMessages } from '@/lib/i18n/mail'
import { renderLetter } from './letter'

const HREF = 'https://e.bilimal.kz/kk/cabinet/applications/44007?a=1&b="<'
const AT = new Date('2026-11-24T04:05:00Z')

describe.each(LOCALES)('letters in %s', (locale) => {
  test.each([...LETTER_EVENTS, ...STAFF_LETTER_EVENTS])('%s', (event) => {
    const { subject, text, html } = renderLetter(event, locale, {
      href: HREF,
      payload: { number: 44_007, count: 3, date: '2026-11-25' },
      at: AT,
    })
    for (const part of [subject, text, html]) expect(part).not.toMatch(/[{}](number|at|count|date)|undefined/)
    if (event.startsWith('application_'))
      for (const part of [subject, text, html]) expect(part).toContain('44007')
    if (event === 'paper_original_taken') expect(text).toContain('24.11.2026, 09:05')
    expect(text).toContain(HREF)
    expect(html).toContain(`<html lang="${locale}">`)
    expect(html).toContain('a=1&amp;b=&quot;&lt;')
    expect(html).not.toMatch(/src=|url\(/)
    // Each language is all of the letter: only Kazakh has these letters.
    expect(/[әғқңөұүһі]/i.test(text)).toBe(locale === 'kk')
  })

  test.each(['staff_half_term', 'staff_most_of_term'] as const)('%s is true of the intake too', (event) => {
    const { subject, body } = mailMessages[locale].letters[event]
    expect([subject, ...body].join(' ')).not.toMatch(/ответ|решени|жауап|шешім/i)
  })
})
