import { describe, expect, it } from 'vitest'
import {
  type Answers,
  checkStep,
  holds,
  neededDocuments,
  visibleFields,
  visibleSteps,
  withoutHidden,
  withProfile,
} from '@/lib/domain/answers'
import { checkField, checkFields } from '@/lib/domain/check-field'
import { defineService } from '@/lib/domain/define-service'
import type { Condition, Field } from '@/lib/domain/fields'
import { paperValues } from '@/lib/domain/paper-values'
import { fillText, placeholdersOf } from '@/lib/domain/placeholders'
import type { ServiceDefinition } from '@/lib/domain/service'
import type { Snapshot } from '@/lib/domain/snapshot'
import { LOCALES, type Text } from '@/lib/domain/text'
import { type Example, exampleAnswers, exampleValues } from '@/test/example-answers'
import { extendedDay } from '@/test/tenth/extended-day'
import { CATALOGUE, SERVICES, serviceBySlug } from '.'

const MOMENT = { today: '2026-11-22', period: '2027' }

const example: Example = {
  organisations: {
    school: '0198c0de-0000-7000-8000-000000000001',
    department: '0198c0de-0000-7000-8000-000000000002',
    akimat: '0198c0de-0000-7000-8000-000000000003',
    sendingSchool: '0198c0de-0000-7000-8000-000000000004',
  },
  child: {
    iin: '150520500014',
    familyName: 'Серік',
    givenName: 'Әлішер',
    patronymic: '',
    birthDate: '2015-05-20',
    sex: 'male',
    birthCertificate: '',
  },
  profile: {
    iin: '850315300019',
    familyName: 'Серік',
    givenName: 'Әсем',
    patronymic: '',
    birthDate: '1985-03-15',
    email: 'ata-ana@example.kz',
    phone: '+77011234567',
    address: 'Қарағанды, Абай көшесі, 5',
    residency: 'resident',
    relation: 'mother',
  },
}

const isText = (value: object): value is Text => 'kk' in value && 'ru' in value

/** Every sentence of a definition, with the way to it. */
function textsOf(value: unknown, at: string): [string, Text][] {
  if (typeof value !== 'object' || value === null) return []
  if (isText(value)) return [[at, value]]
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, `${at}.${key}`))
}

/** The first answers that bring a condition about, with those that its own question hangs on. */
function choicesFor(service: ServiceDefinition, condition: Condition | undefined): Record<string, string> {
  if (!condition) return {}
  const [stepKey, fieldKey] = condition.field.split('.')
  const step = service.steps.find((s) => s.key === stepKey)
  const field = step?.fields.find((f) => f.key === fieldKey)
  return {
    ...choicesFor(service, step?.showWhen),
    ...choicesFor(service, field?.showWhen),
    [condition.field]: condition.in[0] ?? '',
  }
}

/** Whole answers of one who chose these; what the profile keeps is chosen there. */
function answersWith(service: ServiceDefinition, choose: Record<string, string> = {}): Answers {
  const bound = service.steps.flatMap((step) =>
    step.fields.flatMap((f) => {
      const chosen = choose[`${step.key}.${f.key}`]
      return f.profile && chosen !== undefined ? [[f.profile, chosen]] : []
    }),
  )
  const profile = { ...example.profile, ...Object.fromEntries(bound) }
  return withProfile(service, exampleAnswers(service, { ...example, profile, choose }), profile)
}

/** Everything that hangs on a condition: steps, questions, documents, advice. */
function conditionsOf(service: ServiceDefinition): [string, Condition][] {
  return [
    ...service.steps.flatMap((step) => [
      ...(step.showWhen ? [[step.key, step.showWhen] as [string, Condition]] : []),
      ...step.fields.flatMap((f): [string, Condition][] => (f.showWhen ? [[f.key, f.showWhen]] : [])),
      ...(step.advice ?? []).map(({ when }): [string, Condition] => [`advice of ${step.key}`, when]),
    ]),
    ...service.documents.flatMap((d): [string, Condition][] =>
      typeof d.requiredWhen === 'object' ? [[d.key, d.requiredWhen]] : [],
    ),
  ]
}

/** The provider's forms, each with its name. */
const formsOf = ({ stages = [], result }: ServiceDefinition): [string, readonly Field[]][] => [
  ...stages.map((stage): [string, readonly Field[]] => [stage.key, stage.fields]),
  ['result', result.fields],
  ['handOver', result.handOver?.fields ?? []],
]

const withoutOptional = (fields: readonly Field[], values: Readonly<Record<string, string>>) =>
  Object.fromEntries(fields.filter((f) => !f.optional).map((f) => [f.key, values[f.key] ?? '']))

/** What papers say when everything was filled in, or only that which had to be. */
function valuesOfPapers(service: ServiceDefinition, bare: boolean): Record<string, Text> {
  const full = answersWith(service)
  const only = (fields: readonly Field[], values: Readonly<Record<string, string>>) =>
    bare ? withoutOptional(fields, values) : values
  const answers = Object.fromEntries(
    visibleSteps(service, full).map((step) => [
      step.key,
      only(visibleFields(step, full), full[step.key] ?? {}),
    ]),
  )
  const name = { kk: 'мектеп', ru: 'школа' }
  const person = { name: 'Серік Әлішер', iin: '150520500014', birthDate: '2015-05-20' }
  const snapshot: Snapshot = {
    service: { slug: service.slug, version: service.version },
    locale: 'kk',
    date: MOMENT.today,
    answers,
    applicant: { ...person, address: 'Абай к-сі, 5', phone: '+77011234567', email: 'a@example.kz' },
    subject: { ...person, initials: 'С. Ә.' },
    organisation: { id: example.organisations.school, name, address: name, phone: '', headName: 'Ә. Серік' },
    organisations: Object.fromEntries(Object.values(example.organisations).map((id) => [id, name])),
    period: service.period === 'schoolYear' ? '2026-2027' : '2027',
    attachments: [],
  }
  const filledIn = formsOf(service).map(([key, fields]) => [
    key,
    only(fields, exampleValues(service, fields, answers, example)),
  ])
  const forms: Record<string, Record<string, string>> = Object.fromEntries(filledIn)
  return paperValues(service, snapshot, {
    number: 44_007,
    result: forms.result ?? {},
    stages: forms,
    order: { number: '5', date: MOMENT.today },
  })
}

describe('the catalogue', () => {
  it('has the nine services of the menu in its order', () => {
    expect(CATALOGUE.map(({ slug }) => slug)).toEqual([
      'free-meals',
      'first-grade',
      'transport',
      'transfer',
      'duplicate',
      'tenth-grade',
      'camp',
      'specialised-school',
      'home-schooling',
    ])
    for (const { slug, name } of CATALOGUE) expect(serviceBySlug(slug)?.name).toEqual(name)
    expect(serviceBySlug('passport')).toBeNull()
  })
})

// The tenth is a fixture: what holds for the catalogue is no accident of its nine.
describe.each([...SERVICES, extendedDay].map((s) => [s.slug, s] as const))('%s', (_, service) => {
  const texts = textsOf(service, service.slug)

  it('is data: it survives a trip to the database', () => {
    expect(defineService(JSON.parse(JSON.stringify(service)))).toEqual(service)
  })

  it('names the same things in both languages', () => {
    for (const [at, { kk, ru }] of texts) {
      const named = (s: string) => [...new Set(placeholdersOf({ kk: s, ru: '' }))].sort()
      expect(named(kk), at).toEqual(named(ru))
    }
  })

  it('writes tidily, Kazakh with Cyrillic letters and Russian without «ё»', () => {
    for (const [at, text] of texts)
      for (const sentence of [text.kk, text.ru]) {
        expect(sentence, at).toBe(sentence.trim())
        expect(sentence, at).not.toMatch(/ {2}| [.,;:!?»)]|[«(] |"|--/)
        expect(sentence.replace(/[^«»]/g, '').replaceAll('«»', ''), at).toBe('')
      }
    for (const [at, { kk, ru }] of texts) {
      for (const words of [kk, ru])
        expect(words.replace(/\{[\w.]+\}/g, ''), at).not.toMatch(
          /[а-яёәғқңөұүһі][a-z]|[a-z][а-яёәғқңөұүһі]|[əɵ]/i,
        )
      expect(kk, at).not.toMatch(/(?<![а-яәғқңөұүһі])сіз(дің|ге|ді|де|ден|бен)?(?![а-яәғқңөұүһі])/)
      expect(ru, at).not.toMatch(/ё/i)
    }
  })

  it('inflects no name: one stands after a colon, in brackets, or by itself', () => {
    for (const [at, text] of texts)
      for (const sentence of [text.kk, text.ru])
        for (const [, before] of sentence.matchAll(/(.{0,3})\{(?:subject|applicant|organisation)\.name\}/g))
          expect(before, at).toMatch(/(^|: |\(|«|\. )$/)
  })

  it('asks for no copy of an identity card', () => {
    const asked = textsOf(service.documents, '').map(([, { kk, ru }]) => `${kk} ${ru}`)
    expect(asked.join(' ')).not.toMatch(
      /удостоверени|жеке куәлік|жеке басты|(?<!денсаулығының )паспорт(?! здоровья)/i,
    )
  })

  it('has one name for each document and each ground', () => {
    for (const names of [
      service.documents.map((d) => d.key),
      service.grounds.map((g) => g.code),
      service.intakeGrounds.map((g) => g.code),
    ])
      expect(new Set(names).size).toBe(names.length)
  })

  it('is answered whole by what is asked, and nothing is at fault', () => {
    const answers = answersWith(service)
    for (const step of visibleSteps(service, answers))
      expect(checkStep(service, step, answers, MOMENT).faults, step.key).toEqual([])
    expect(withoutHidden(service, answers)).toEqual(answers)
  })

  const asked = service.steps.flatMap((step) =>
    step.fields.map((f) => [`${step.key}.${f.key}`, step, f] as const),
  )
  it.each(asked)('%s can be reached, can be wanting and can be right', (_, step, field) => {
    const answers = answersWith(service, {
      ...choicesFor(service, step.showWhen),
      ...choicesFor(service, field.showWhen),
    })
    expect(visibleFields(step, answers)).toContainEqual(field)
    const own = answers[step.key] ?? {}
    expect(checkFields([field], own, MOMENT.today).faults).toEqual([])
    const blank = checkField(field, '', MOMENT.today)
    expect(blank.ok).toBe(field.optional === true || field.rows?.min === 0)
  })

  it('can be answered whole whichever option is taken', () => {
    for (const [path, step, field] of asked)
      for (const { value } of field.options ?? []) {
        const answers = answersWith(service, choicesFor(service, { field: path, in: [value] }))
        expect(answers[step.key]?.[field.key], path).toBe(value)
        for (const each of visibleSteps(service, answers))
          expect(checkStep(service, each, answers, MOMENT).faults, `${path} = ${value}`).toEqual([])
      }
  })

  it.each(service.documents.map((d) => [d.key, d] as const))(
    'document %s can be called for',
    (key, document) => {
      const { requiredWhen, perRow } = document
      const rows = choicesFor(service, perRow && { field: perRow.rows, in: [''] })
      if (perRow) delete rows[perRow.rows]
      const condition = typeof requiredWhen === 'object' ? choicesFor(service, requiredWhen) : rows
      let answers = answersWith(service, condition)
      const [stepKey = ''] = perRow?.rows.split('.') ?? []
      if (perRow?.when) {
        const { column, in: values } = perRow.when
        const cells = Object.keys(answers[stepKey] ?? {}).filter((cell) => cell.endsWith(`.${column}`))
        const chosen = Object.fromEntries(cells.map((cell) => [cell, values[0] ?? '']))
        answers = { ...answers, [stepKey]: { ...answers[stepKey], ...chosen } }
      }
      const needed = neededDocuments(service, answers).filter((d) => d.document === key)
      expect(needed.length).toBeGreaterThan(0)
      expect(needed.every((d) => d.required === (requiredWhen !== 'optional'))).toBe(true)
    },
  )

  it('can do without everything that hangs on a condition', () => {
    for (const [name, condition] of conditionsOf(service)) {
      const [stepKey, fieldKey] = condition.field.split('.')
      const field = service.steps.find((s) => s.key === stepKey)?.fields.find((f) => f.key === fieldKey)
      expect(field?.kind, name).toBe('choice')
      const values = field?.options?.map((o) => o.value) ?? []
      expect(values, name).toEqual(expect.arrayContaining(condition.in))
      expect(values.length, name).toBeGreaterThan(condition.in.length)
      const other = values.find((value) => !condition.in.includes(value)) ?? ''
      expect(holds(condition, answersWith(service, { [condition.field]: other })), name).toBe(false)
    }
  })

  it.each(formsOf(service).filter(([, fields]) => fields.length > 0))(
    'the form of %s can be filled in',
    (_, fields) => {
      const values = exampleValues(service, fields, answersWith(service), example)
      expect(checkFields(fields, values, MOMENT.today).faults).toEqual([])
      for (const f of fields) {
        expect(checkField(f, '', MOMENT.today).ok).toBe(f.optional === true)
        // An answer starts a field that takes the same values.
        const [step, key] = f.startsAs?.split('.') ?? []
        const source = service.steps.find((s) => s.key === step)?.fields.find((s) => s.key === key)
        if (source && source.kind !== 'choice') expect(f.kind).toBe(source.kind)
        if (source && f.kind === 'choice') expect(f.options).toEqual(source.options)
      }
    },
  )

  it.each([
    ['everything', false],
    ['nothing optional', true],
  ])('leaves no gap in any paper where %s was filled in', (_, bare) => {
    const values = valuesOfPapers(service, bare)
    const { statement, stages = [], result } = service
    const paper = ({ title, body }: { title: Text; body: readonly Text[] }) => [title, ...body]
    const said: Text[] = [
      ...paper(statement),
      ...stages.flatMap((stage) => [stage.told, stage.done, ...(stage.paper ? paper(stage.paper) : [])]),
      ...paper(result.paper),
      ...(result.paper.preamble ? [result.paper.preamble] : []),
      ...(result.notification ? [...paper(result.notification), result.notification.invitation] : []),
      ...(result.meaning ? [result.meaning] : []),
      ...(result.invitation ? [result.invitation] : []),
    ]
    for (const text of said) {
      const filled = fillText(text, values)
      for (const sentence of [filled.kk, filled.ru]) {
        expect(sentence).not.toMatch(/[{}]|\(\)|«»|[:–№] ?[.,;)]|[:–№] $/)
        expect(sentence.trim()).not.toBe('')
      }
    }
  })

  it('says for each ground which article it is, and what to do next', () => {
    for (const { code, text, nextStep, source } of [...service.intakeGrounds, ...service.grounds])
      for (const locale of LOCALES) {
        expect(text[locale], code).not.toMatch(/\.$/)
        expect(nextStep[locale], code).toMatch(/^\p{Lu}.*\.$/u)
        expect(source[locale], code).toMatch(/стать[яи]|бабы/i)
      }
  })

  it('says what «Одобрено» means and what to do then', () => {
    expect(service.result.meaning).toBeDefined()
    const { kind, notification, invitation, handOver } = service.result
    expect(notification !== undefined).toBe(kind === 'order')
    expect(handOver !== undefined).toBe(kind === 'duplicate')
    if (kind !== 'order' && kind !== 'duplicate') expect(invitation).toBeDefined()
  })

  it('keeps its dates in order', () => {
    const { usualWindow, answerBy, period } = service
    if (usualWindow) {
      expect(usualWindow.opens < usualWindow.closes).toBe(true)
      expect(period).toBe('intakeYear')
    }
    if (usualWindow && answerBy) expect(answerBy >= usualWindow.closes).toBe(true)
  })

  it('asks once more after registration only where the law gives it the time', () => {
    const { correction, term, answerBy } = service
    if (correction.afterRegistration) expect(term > 5 || answerBy !== undefined).toBe(true)
  })

  it('says the number of working days nowhere in words: it comes from the definition', () => {
    for (const [at, { kk, ru }] of texts) {
      expect(ru, at).not.toMatch(/\d+ (рабоч|календарн)/)
      expect(kk, at).not.toMatch(/\d+ (жұмыс|күнтізбелік) күн/)
    }
  })
})
