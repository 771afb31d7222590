import { describe, expect, test } from 'vitest'
import { SERVICES } from '@/lib/services'
import { answerAt, withoutHidden } from './answers'
import { fixedAnswers, fixedFields, onPaper } from './paper-form'

const ID = '0190a5c0-0000-7000-8000-000000000001'

describe.each(SERVICES.map((service) => [service.slug, service] as const))('%s on paper', (_, service) => {
  test('nobody is asked for an e-mail address, and everything else stays', () => {
    const form = onPaper(service)
    const keysOf = ({ steps }: typeof service) =>
      steps.flatMap((step) => step.fields.map((field) => `${step.key}.${field.key}:${field.profile ?? ''}`))
    expect(keysOf(form)).toEqual(keysOf(service).filter((key) => !key.endsWith(':email')))
    expect(form.steps.every((step) => step.fields.length > 0)).toBe(true)
    expect(onPaper(service)).toBe(form)
  })

  test.each(service.providerKinds)('it goes to the %s that enters it, whatever else is answered', (kind) => {
    const answers = fixedAnswers(service, { id: ID, kind })
    expect(answerAt(withoutHidden(service, answers), service.organisation)).toBe(ID)
    const [step = ''] = service.organisation.split('.')
    expect(fixedFields(service, step).sort()).toEqual(Object.keys(answers[step] ?? {}).sort())
    expect(service.steps.filter((s) => s.key !== step).flatMap((s) => fixedFields(service, s.key))).toEqual(
      [],
    )
  })
})
