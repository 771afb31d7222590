import { describe, expect, it } from 'vitest'
import type { FormField } from '@/lib/domain/form-state'
import { inputNames, namedError } from './field-names'

const name = (n: string, label: string, kind: FormField['kind'] = 'text'): FormField => ({
  name: n,
  label,
  kind,
})
const members: FormField = {
  ...name('members', 'Член семьи', 'rows'),
  rows: {
    items: ['aaaa', 'bbbb'].map((id, at) => ({
      id,
      title: `Член семьи ${at + 1}`,
      fields: [
        name(`members.${id}.name`, 'Фамилия, имя'),
        name(`members.${id}.born`, 'Дата рождения', 'date'),
      ],
    })),
    up: 'Выше',
    down: 'Ниже',
  },
}
const FIELDS = [
  name('iin', 'ИИН'),
  name('agree', 'Согласие с длинным текстом', 'checkbox'),
  name('who', 'Кто едет?'),
  members,
]

describe('names of a form', () => {
  it('are those of every input, of dates and cells too', () => {
    expect(FIELDS.flatMap(inputNames)).toEqual([
      'iin',
      'agree',
      'who',
      'members',
      ...['aaaa', 'bbbb'].flatMap((id) => [
        `members.${id}.name`,
        `members.${id}.born`,
        `members.${id}.born-day`,
        `members.${id}.born-month`,
        `members.${id}.born-year`,
      ]),
    ])
  })

  it.each([
    ['iin', 'Заполните это поле', 'ИИН: заполните это поле'],
    ['iin', 'ИИН неверен', 'ИИН: ИИН неверен'],
    ['members.bbbb.name', 'Заполните это поле', 'Член семьи 2, Фамилия, имя: заполните это поле'],
    ['members', 'Дополните список', 'Член семьи: дополните список'],
    ['who', 'Выберите один вариант', 'Кто едет? Выберите один вариант'],
    ['agree', 'Отметьте согласие', 'Отметьте согласие'],
    ['gone', 'Заполните это поле', 'Заполните это поле'],
  ])('an error of %s is said with its place', (field, message, said) => {
    expect(namedError(FIELDS, field, message)).toBe(said)
  })
})
