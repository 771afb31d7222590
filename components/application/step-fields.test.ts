import { describe, expect, it } from 'vitest'
import { inputNames } from '@/components/form/field-names'
import { FIELD_KINDS, type Field } from '@/lib/domain/fields'
import { LOCALES } from '@/lib/domain/text'
import { SERVICES } from '@/lib/services'
import { type Places, stepFields } from './step-fields'

const text = (kk: string, ru = kk) => ({ kk, ru })
const options = (n: number) => Array.from({ length: n }, (_, i) => ({ value: `${i}`, label: text(`${i}`) }))
const field = (kind: Field['kind'], rest: Partial<Field> = {}): Field => ({
  key: 'x',
  kind,
  label: text('Сұрақ', 'Вопрос'),
  ...(kind === 'choice' ? { options: options(3) } : {}),
  ...rest,
})

const LISTS: Places[string] = {
  regions: [
    { code: '2', name: text('Ұлытау облысы', 'Область Ұлытау') },
    { code: '1', name: text('Абай облысы', 'Область Абай') },
    { code: '3', name: text('Ақмола облысы', 'Акмолинская область') },
  ],
  districts: [],
  organisations: [],
}
const PLACES: Places = { x: LISTS }

describe('questions as controls', () => {
  it.each(FIELD_KINDS.filter((kind) => kind !== 'organisation'))('%s is one control', (kind) => {
    expect(stepFields([field(kind)], 'ru', { x: 'v' }, null)).toMatchObject([
      { name: 'x', label: 'Вопрос', value: 'v' },
    ])
  })

  it.each([
    ['1250000', '1 250 000', undefined],
    ['6.5', '6,5', 'км'],
    ['999', '999', '₸'],
    ['шесть', 'шесть', 'км'],
    ['', '', 'км'],
  ])('the number %s is shown as «%s»', (value, shown, unit) => {
    const asked = field('number', { decimals: 1, ...(unit ? { unit: text(unit) } : {}) })
    const [control] = stepFields([asked], 'ru', { x: value }, null)
    expect(control?.value?.replaceAll('\u00a0', ' ')).toBe(shown)
    expect(control).toMatchObject({ kind: 'number', decimal: true, ...(unit ? { unit } : {}) })
  })

  it('options with hints are buttons however many, each with its hint', () => {
    const many = options(8).map((option) => ({ ...option, hint: text('түсінік', 'пояснение') }))
    const [control] = stepFields([field('choice', { options: many })], 'ru', {}, null)
    expect(control?.kind).toBe('radio')
    expect(control?.options?.map((option) => option.hint)).toEqual(Array(8).fill('пояснение'))
  })

  it('a few options are buttons, many are a list', () => {
    const kindOf = (n: number) =>
      stepFields([field('choice', { options: options(n) })], 'kk', {}, null)[0]?.kind
    expect([2, 5, 6, 11].map(kindOf)).toEqual(['radio', 'radio', 'select', 'select'])
  })

  it('a provider is looked for by region and district, each list in the order of the Kazakh alphabet', () => {
    const fields = stepFields([field('organisation')], 'kk', {}, PLACES)
    expect(fields.map((f) => f.name)).toEqual(['x-region', 'x-district', 'x'])
    expect(fields[0]?.options?.map((o) => o.label)).toEqual(['Абай облысы', 'Ақмола облысы', 'Ұлытау облысы'])
    expect(fields.map((f) => Boolean(f.reload))).toEqual([true, true, false])
  })

  it('shows the address of the chosen provider, and nothing to choose from before a district is chosen', () => {
    const school = { id: 'u', name: text('А'), shortName: text('А'), address: text('Абай к-сі, 5') }
    const values = { 'x-region': '1', 'x-district': '9', x: 'u' }
    const asked = field('organisation', { hint: text('Балаңыздың мектебі') })
    const hintOf = (v: Record<string, string>) =>
      stepFields([asked], 'kk', v, { x: { ...LISTS, organisations: [school] } })[2]?.hint
    expect(hintOf(values)).toContain('Абай к-сі, 5')
    expect(hintOf({ ...values, x: '' })).toBe('Балаңыздың мектебі')
    expect(hintOf({})).not.toContain('Абай')
  })

  it('of two organisations each list says whose it is', () => {
    const two = [field('organisation'), field('organisation', { key: 'y', label: text('Ескі', 'Прежняя') })]
    const labels = stepFields(two, 'ru', {}, { x: LISTS, y: LISTS }).map((control) => control.label)
    expect(new Set(labels).size).toBe(6)
    expect(labels[3]).toMatch(/^Прежняя\. Область/)
  })

  it('a choice that narrows the list of another question brings that list anew', () => {
    const kindsBy = { field: 'who', kinds: { a: ['school' as const], b: ['department' as const] } }
    const asked = [field('choice', { key: 'who' }), field('organisation', { kindsBy }), field('choice')]
    const reloads = stepFields(asked, 'ru', {}, PLACES).map((control) => [control.name, control.reload])
    expect(reloads).toContainEqual(['who', 'Показать'])
    expect(reloads).toContainEqual(['x', undefined])
  })

  it('asks for no provider where no list can be read', () => {
    expect(stepFields([field('organisation')], 'kk', {}, null)).toEqual([])
  })

  it.each(LOCALES)('every step of every service has names of its own (%s)', (locale) => {
    for (const service of SERVICES)
      for (const step of service.steps) {
        const places = Object.fromEntries(step.fields.map(({ key }) => [key, LISTS]))
        const values = Object.fromEntries(step.fields.map(({ key, rows }) => [key, rows ? 'aaaa bbbb' : '']))
        const names = stepFields(step.fields, locale, values, places, step.key).flatMap(inputNames)
        expect(new Set(names).size).toBe(names.length)
      }
  })
})

describe('questions that hang on another', () => {
  const deciding = field('choice', { key: 'who' })
  const below = field('text', { key: 'why', showWhen: { field: 'about.who', in: ['1', '2'] } })

  it('say on which, and on what answers, in words too', () => {
    const [, control] = stepFields([deciding, below], 'ru', {}, null, 'about')
    expect(control?.when).toMatchObject({ name: 'who', in: ['1', '2'] })
    expect(control?.when?.said).toContain('«1» или «2»')
  })

  it('are simply asked when another step has decided it', () => {
    expect(stepFields([below], 'ru', {}, null, 'about')[0]?.when).toBeUndefined()
    const elsewhere = field('text', { key: 'why', showWhen: { field: 'other.who', in: ['1'] } })
    expect(stepFields([deciding, elsewhere], 'ru', {}, null, 'about')[1]?.when).toBeUndefined()
  })

  it('hold for every list that leads to an organisation', () => {
    const asked = field('organisation', { showWhen: { field: 'about.who', in: ['1'] } })
    const controls = stepFields([deciding, asked], 'kk', {}, PLACES, 'about').slice(1)
    expect(controls.map((control) => control.when?.name)).toEqual(['who', 'who', 'who'])
  })
})

describe('a repeatable block', () => {
  const members = field('rows', {
    key: 'members',
    label: text('Отбасы мүшесі', 'Член семьи'),
    rows: {
      columns: [field('personName', { key: 'name' }), field('number', { key: 'income' })],
      min: 1,
      max: 3,
      add: text('Қосу', 'Добавить'),
    },
  })
  const draw = (list: string, values: Record<string, string> = {}) =>
    stepFields([members], 'ru', { members: list, ...values }, null)[0]?.rows

  it('has a numbered row for each id, with its cells in their kept form', () => {
    const rows = draw('aaaa bbbb', { 'members.bbbb.income': '1200000' })
    expect(rows?.items.map((item) => item.title)).toEqual(['Член семьи 1', 'Член семьи 2'])
    expect(rows?.items[1]?.fields.map((cell) => cell.name)).toEqual([
      'members.bbbb.name',
      'members.bbbb.income',
    ])
    expect(rows?.items[1]?.fields[1]?.value).toBe('1\u00a0200\u00a0000')
  })

  it.each([
    ['aaaa', true, false],
    ['aaaa bbbb', true, true],
    ['aaaa bbbb cccc', false, true],
  ])('of %s: may grow %s, may shrink %s', (list, grows, shrinks) => {
    expect(Boolean(draw(list)?.add)).toBe(grows)
    expect(Boolean(draw(list)?.remove)).toBe(shrinks)
  })
})
