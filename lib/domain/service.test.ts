import { describe, expect, it } from 'vitest'
import { SERVICES } from '@/lib/services'
import { defineService, fillText, placeholdersOf, type ServiceDefinition } from './service'

const [first] = SERVICES
if (!first) throw new Error('no service')
const sample: ServiceDefinition = first
const change = (edit: (draft: ServiceDefinition) => unknown): ServiceDefinition => {
  const draft = structuredClone(sample)
  edit(draft)
  return draft
}
const text = (s: string) => ({ kk: s, ru: s })

describe('defineService', () => {
  type Edit = (draft: ServiceDefinition) => unknown
  const twice = (draft: ServiceDefinition) => draft.steps[0]?.fields.push(...draft.steps[0].fields)

  it.each<[string, Edit]>([
    ['an unknown placeholder', (d) => d.statement.body.push(text('{child.age}'))],
    ['a misspelling in one language', (d) => d.statement.body.push({ kk: '{child.iin}', ru: '{child.inn}' })],
    ['a subject that no field names', (d) => Object.assign(d.subject ?? {}, { iin: 'child.number' })],
    ['a provider that no field names', (d) => Object.assign(d, { organisation: 'school.name' })],
    ['a choice without options', (d) => Object.assign(d.steps[2]?.fields[1] ?? {}, { options: undefined })],
    [
      'a condition on a field that is not there',
      (d) => Object.assign(d.documents[0] ?? {}, { requiredWhen: { field: 'child.age', in: ['1'] } }),
    ],
    [
      'a result that starts as no answer',
      (d) => Object.assign(d.result.fields[0] ?? {}, { startsAs: 'school.letter' }),
    ],
    ['an empty translation', (d) => Object.assign(d, { name: { kk: '', ru: 'Услуга' } })],
    ['a step with a reserved name', (d) => Object.assign(d.steps[0] ?? {}, { key: 'order' })],
    ['two fields with one name', twice],
  ])('refuses %s', (_, edit) => {
    expect(() => defineService(change(edit))).toThrow()
  })

  it('takes what it gave', () => {
    expect(defineService(structuredClone(sample))).toEqual(sample)
  })
})

describe('fillText', () => {
  it('fills each language with its own word', () => {
    const values = { 'organisation.name': { kk: 'мектеп', ru: 'школа' } }
    expect(fillText({ kk: '«{organisation.name}»', ru: '{organisation.name}.' }, values)).toEqual({
      kk: '«мектеп»',
      ru: 'школа.',
    })
  })

  it('throws rather than print an empty place', () => {
    expect(() => fillText(text('{order.number}'), {})).toThrow('order.number')
  })
})

describe.each(SERVICES.map((s) => [s.slug, s] as const))('%s', (_, service) => {
  it('names the same things in both languages', () => {
    const all = [...service.statement.body, ...service.result.paper.body, ...service.result.notification.body]
    for (const { kk, ru } of all)
      expect(new Set(placeholdersOf(text(kk)))).toEqual(new Set(placeholdersOf(text(ru))))
  })

  it('asks for nothing twice and for no copy of an identity card', () => {
    const keys = service.documents.map((d) => d.key)
    expect(new Set(keys).size).toBe(keys.length)
    expect(JSON.stringify(service.documents)).not.toMatch(/удостоверени|жеке куәлік/i)
  })

  it('writes Kazakh with Cyrillic letters only', () => {
    const kazakh = JSON.stringify(service, (key, value) => (key === 'ru' ? undefined : value))
    expect(kazakh).not.toMatch(/[а-яәғқңөұүһі][a-z]|[a-z][а-яәғқңөұүһі]|[əɵ]/i)
  })
})
