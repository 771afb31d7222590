import { describe, expect, it } from 'vitest'
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

const PLACES: Places = {
  regions: [
    { code: '2', name: text('Ұлытау облысы', 'Область Ұлытау') },
    { code: '1', name: text('Абай облысы', 'Область Абай') },
    { code: '3', name: text('Ақмола облысы', 'Акмолинская область') },
  ],
  districts: [],
  organisations: [],
}

describe('questions as controls', () => {
  it.each(FIELD_KINDS.filter((kind) => kind !== 'organisation'))('%s is one control', (kind) => {
    expect(stepFields([field(kind)], 'ru', { x: 'v' }, null)).toMatchObject([
      { name: 'x', label: 'Вопрос', value: 'v' },
    ])
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
    const hintOf = (v: Record<string, string>) =>
      stepFields([field('organisation')], 'kk', v, { ...PLACES, organisations: [school] })[2]?.hint
    expect(hintOf(values)).toContain('Абай к-сі, 5')
    expect(hintOf({})).not.toContain('Абай')
  })

  it('asks for no provider where no list can be read', () => {
    expect(stepFields([field('organisation')], 'kk', {}, null)).toEqual([])
  })

  it.each(LOCALES)('every step of every service has names of its own (%s)', (locale) => {
    for (const service of SERVICES)
      for (const step of service.steps) {
        const names = stepFields(step.fields, locale, {}, PLACES).map((f) => f.name)
        expect(new Set(names).size).toBe(names.length)
      }
  })
})
