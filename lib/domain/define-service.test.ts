import { describe, expect, it } from 'vitest'
import { defineService } from './define-service'
import type { ServiceDefinition } from './service'
import { sample } from './service.fixture'

const text = (s: string) => ({ kk: s, ru: s })
const label = text('а')
type Edit = (draft: ServiceDefinition) => unknown

const change = (edit: Edit): ServiceDefinition => {
  const draft = structuredClone(sample)
  edit(draft)
  return draft
}
const stepOf = (draft: ServiceDefinition, key: string) => {
  const step = draft.steps.find((s) => s.key === key)
  if (!step) throw new Error(`no step ${key}`)
  return step
}
const fieldOf = (draft: ServiceDefinition, step: string, key: string) => {
  const field = stepOf(draft, step).fields.find((f) => f.key === key)
  if (!field) throw new Error(`no field ${step}.${key}`)
  return field
}
const stageOf = (draft: ServiceDefinition) => {
  const [stage] = draft.stages ?? []
  if (!stage) throw new Error('no stage')
  return stage
}

describe('defineService', () => {
  it('takes what it gave', () => {
    const once = defineService(structuredClone(sample))
    expect(defineService(structuredClone(once))).toEqual(once)
  })

  it.each<[string, Edit, RegExp]>([
    ['an unknown placeholder', (d) => d.statement.body.push(text('{child.age}')), /child\.age/],
    [
      'a misspelling in one language',
      (d) => d.statement.body.push({ kk: '{child.iin}', ru: '{child.inn}' }),
      /child\.inn/,
    ],
    [
      'an answer of the result in the statement',
      (d) => d.statement.body.push(text('{result.grade}')),
      /grade/,
    ],
    ['an answer of a stage in the statement', (d) => d.statement.body.push(text('{release.on}')), /release/],
    [
      'an answer of the result in a stage',
      (d) => Object.assign(stageOf(d), { done: text('{result.to}') }),
      /to/,
    ],
    [
      'an unknown placeholder in the meaning',
      (d) => Object.assign(d.result, { meaning: text('{x.y}') }),
      /x\.y/,
    ],
    [
      'a subject that no field names',
      (d) => Object.assign(d.subject ?? {}, { iin: 'child.no' }),
      /child\.no/,
    ],
    ['a provider that no field names', (d) => Object.assign(d, { organisation: 'school.name' }), /name/],
    ['a party that no field names', (d) => Object.assign(d, { parties: { sendingSchool: 'a.b' } }), /a\.b/],
    [
      'a queue that no field names',
      (d) => Object.assign(d, { queue: { area: 'a.b', variant: 'school.grade' } }),
      /a\.b/,
    ],
    ['a stage by nobody', (d) => Object.assign(d, { parties: undefined }), /no sendingSchool/],
    [
      'an empty translation',
      (d) => Object.assign(d, { name: { kk: '', ru: 'Услуга' } }),
      /too_small|>=1 characters/i,
    ],
    ['a step with a reserved name', (d) => Object.assign(stepOf(d, 'who'), { key: 'order' }), /reserved/],
    ['a stage with the name of a step', (d) => Object.assign(stageOf(d), { key: 'child' }), /share a name/],
    ['two fields with one name', (d) => stepOf(d, 'child').fields.push(...childFields(d)), /two fields/],
    [
      'a result that starts as no answer',
      (d) => Object.assign(d.result.fields[0] ?? {}, { startsAs: 'school.letter' }),
      /school\.letter/,
    ],
  ])('refuses %s', (_, edit, complaint) => {
    expect(() => defineService(change(edit))).toThrow(complaint)
  })

  it.each<[string, Edit, RegExp]>([
    [
      'that looks at no field',
      (d) => Object.assign(d.documents[0] ?? {}, { requiredWhen: { field: 'child.age', in: ['1'] } }),
      /child\.age/,
    ],
    [
      'that looks ahead to a later step',
      (d) => Object.assign(stepOf(d, 'child'), { showWhen: { field: 'school.lowIncome', in: ['yes'] } }),
      /no earlier field school\.lowIncome/,
    ],
    [
      'that looks down in its own step',
      (d) =>
        Object.assign(fieldOf(d, 'school', 'organisation'), {
          showWhen: { field: 'school.sure', in: ['no'] },
        }),
      /no earlier field school\.sure/,
    ],
    [
      'of a question that looks at itself',
      (d) =>
        Object.assign(fieldOf(d, 'school', 'lowIncome'), {
          showWhen: { field: 'school.lowIncome', in: ['no'] },
        }),
      /no earlier field school\.lowIncome/,
    ],
    [
      'of an advice that looks ahead',
      (d) =>
        Object.assign(stepOf(d, 'who'), {
          advice: [{ when: { field: 'school.sure', in: ['no'] }, text: label }],
        }),
      /advice of who/,
    ],
  ])('refuses a condition %s', (_, edit, complaint) => {
    expect(() => defineService(change(edit))).toThrow(complaint)
  })

  it.each<[string, Edit]>([
    ['a choice without options', (d) => Object.assign(fieldOf(d, 'school', 'sure'), { options: undefined })],
    [
      'options without a choice',
      (d) => Object.assign(fieldOf(d, 'school', 'grade'), { options: [{ value: '1', label }] }),
    ],
    ['rows without columns', (d) => Object.assign(fieldOf(d, 'family', 'members'), { rows: undefined })],
    [
      'rows in a text',
      (d) => Object.assign(fieldOf(d, 'school', 'grade'), fieldOf(d, 'family', 'members'), { kind: 'text' }),
    ],
    [
      'an organisation in a row',
      (d) => fieldOf(d, 'family', 'members').rows?.columns.push({ key: 'at', kind: 'organisation', label }),
    ],
    [
      'the profile in a row',
      (d) =>
        fieldOf(d, 'family', 'members').rows?.columns.push({
          key: 'at',
          kind: 'text',
          label,
          profile: 'address',
        }),
    ],
    [
      'an organisation in the result',
      (d) => d.result.fields.push({ key: 'at', kind: 'organisation', label }),
    ],
    [
      'the profile in a stage',
      (d) => stageOf(d).fields.push({ key: 'at', kind: 'text', label, profile: 'address' }),
    ],
    [
      'a file of a row named by no column',
      (d) => Object.assign(d.documents[3]?.perRow ?? {}, { name: 'surname' }),
    ],
    [
      'a file of a row by a condition on no column',
      (d) => Object.assign(d.documents[3]?.perRow ?? {}, { when: { column: 'age', in: ['1'] } }),
    ],
    [
      'an income that no column holds',
      (d) => Object.assign(d, { incomeTest: { rows: 'family.members', income: 'pay' } }),
    ],
    ['a self without an answer that says so', (d) => Object.assign(d, { selfWhen: undefined })],
    ['an answer for self where parents apply', (d) => Object.assign(d, { applicant: 'parent' })],
    ['no subject where parents apply', (d) => Object.assign(d, { subject: undefined })],
    [
      'a subject where the applicant is it',
      (d) => Object.assign(d, { applicant: 'self', selfWhen: undefined }),
    ],
    ['a season without the answers that tell seasons apart', (d) => Object.assign(d, { period: 'season' })],
    ['such answers without a season', (d) => Object.assign(d, { periodFields: ['school.from'] })],
    ['an order without a preamble', (d) => Object.assign(d.result.paper, { preamble: undefined })],
    ['a certificate with a preamble', (d) => Object.assign(d.result, { kind: 'certificate' })],
    ['a key that it does not know', (d) => Object.assign(d, { colour: 'red' })],
  ])('refuses %s', (_, edit) => {
    expect(() => defineService(change(edit))).toThrow()
  })
})

function childFields(draft: ServiceDefinition) {
  return structuredClone(stepOf(draft, 'child').fields)
}
