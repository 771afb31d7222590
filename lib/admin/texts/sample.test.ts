import { describe, expect, it } from 'vitest'
import { TEMPLATES } from '@/prisma/seed/templates'
import { checkText, TEMPLATE_KINDS } from './sample'

const VALUES = {
  'name-kk': 'Атауы',
  'name-ru': 'Название',
  'body-kk': '№ {number} өтінім,\n{date}',
  'body-ru': 'Заявка № {number},\n{date}',
}

describe('a template', () => {
  it('keeps its lines and is in use unless it is switched off', () => {
    expect(checkText('message', VALUES)).toMatchObject({
      ok: true,
      input: { body: { ru: 'Заявка № {number},\n{date}' }, isOff: false },
    })
    expect(checkText('message', { ...VALUES, state: 'off' })).toMatchObject({ input: { isOff: true } })
  })

  it.each([
    ['a language without a name', { 'name-kk': ' ' }, [{ field: 'name-kk', fault: 'required' }]],
    [
      'a place that nothing fills',
      { 'body-kk': '{number} {date} {школа_1} {iin}', 'body-ru': '{number} {date} {iin}' },
      [
        { field: 'body-kk', fault: 'unknown', name: 'iin' },
        { field: 'body-ru', fault: 'unknown', name: 'iin' },
      ],
    ],
    [
      'a place in one language only',
      { 'body-kk': '№ {number}' },
      [{ field: 'body-kk', fault: 'uneven', name: 'date' }],
    ],
    [
      'more than its box takes',
      { 'body-kk': `{number}{date}${'а'.repeat(2000)}` },
      [{ field: 'body-kk', fault: 'tooLong', most: 2000 }],
    ],
  ])('is refused for %s', (_, changed, faults) => {
    expect(checkText('message', { ...VALUES, ...changed })).toEqual({ ok: false, faults })
  })

  it('of the seed is sound, and each kind has some', () => {
    for (const { kind, name, body } of TEMPLATES) {
      const values = { 'name-kk': name.kk, 'name-ru': name.ru, 'body-kk': body.kk, 'body-ru': body.ru }
      expect(checkText(kind, values)).toEqual({ ok: true, input: { name, body, isOff: false } })
    }
    for (const kind of TEMPLATE_KINDS) expect(TEMPLATES.some((one) => one.kind === kind)).toBe(true)
  })
})
