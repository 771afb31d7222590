import { describe, expect, it } from 'vitest'
import type { FormField } from '@/lib/domain/form-state'
import { decidingNames, isUnasked } from './conditions'

const field = (name: string, when?: [string, ...string[]], value?: string): FormField => ({
  name,
  kind: 'text',
  label: name,
  value,
  ...(when ? { when: { name: when[0], in: when.slice(1), said: '' } } : {}),
})

/** `why` hangs on `who`, `proof` on `why`. */
const FIELDS = [
  field('who', undefined, 'me'),
  field('why', ['who', 'you', 'they']),
  field('proof', ['why', 'need']),
  field('always'),
]
const unasked = (values: Record<string, string>) =>
  FIELDS.filter((f) => isUnasked(f, FIELDS, values)).map((f) => f.name)

describe('conditions within a form', () => {
  it.each([
    [{}, ['why', 'proof']],
    [{ who: 'you' }, ['proof']],
    [{ who: 'you', why: 'need' }, []],
    [{ who: 'me', why: 'need' }, ['why', 'proof']],
    [{ who: '' }, ['why', 'proof']],
    [{ who: 'they', why: '' }, ['proof']],
  ])('with %j: %j are not asked', (values, hidden) => {
    expect(unasked(values)).toEqual(hidden)
  })

  it('knows which answers decide', () => {
    expect(decidingNames(FIELDS)).toEqual(['who', 'why'])
  })
})
