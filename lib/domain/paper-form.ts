import type { Answers } from './answers'
import type { Field } from './fields'
import type { ProviderKind } from './provider-kind'
import type { ServiceDefinition } from './service'

const made = new WeakMap<ServiceDefinition, ServiceDefinition>()

/**
 * The same service for somebody who came in person: nobody asks for an e-mail address, for they may have none, and
 * no letter is written to them.
 */
export function onPaper(service: ServiceDefinition): ServiceDefinition {
  const known = made.get(service)
  if (known) return known
  const steps = service.steps.map((step) => ({
    ...step,
    fields: step.fields.filter((field) => field.profile !== 'email'),
  }))
  const form = { ...service, steps }
  made.set(service, form)
  return form
}

function providerField(service: ServiceDefinition): { step: string; field: Field } {
  const [stepKey = '', key] = service.organisation.split('.')
  const step = service.steps.find((candidate) => candidate.key === stepKey)
  const field = step?.fields.find((candidate) => candidate.key === key)
  if (!field) throw new Error(`${service.slug} asks for no provider`)
  return { step: stepKey, field }
}

/** The questions of a step that whoever enters it is not asked: it goes to the organisation that enters it. */
export function fixedFields(service: ServiceDefinition, stepKey: string): string[] {
  const { step, field } = providerField(service)
  if (step !== stepKey) return []
  return field.kindsBy ? [field.kindsBy.field, field.key] : [field.key]
}

/** Their answers. */
export function fixedAnswers(
  service: ServiceDefinition,
  organisation: { id: string; kind: ProviderKind },
): Answers {
  const { step, field } = providerField(service)
  const choice = Object.entries(field.kindsBy?.kinds ?? {}).find(([, kinds]) =>
    kinds.includes(organisation.kind),
  )?.[0]
  const chosen = field.kindsBy && choice ? { [field.kindsBy.field]: choice } : {}
  return { [step]: { ...chosen, [field.key]: organisation.id } }
}
