import type { Condition, Field } from './fields'
import { BUILT_IN_PLACEHOLDERS, placeholdersOf } from './placeholders'
import { type ServiceDefinition, serviceSchema } from './service'

/** Names that papers, pages and addresses use, so that no step or stage may have them. */
const RESERVED = [
  'applicant',
  'subject',
  'organisation',
  'application',
  'period',
  'order',
  'result',
  'documents',
  'form',
]

/**
 * Checks a definition when it is declared: a wrong reference stops the build, not a parent.
 * @throws Error that names the service and what does not fit.
 */
export function defineService(definition: ServiceDefinition): ServiceDefinition {
  const service = serviceSchema.parse(definition)
  const complain = (what: string): never => {
    throw new Error(`service ${service.slug} v${service.version}: ${what}`)
  }
  const stages = service.stages ?? []
  const blocks = [...service.steps, ...stages]
  for (const { key } of blocks) if (RESERVED.includes(key)) complain(`"${key}" is a reserved name`)
  if (new Set(blocks.map((b) => b.key)).size !== blocks.length) complain('two steps or stages share a name')

  const fields = new Map<string, Field>()
  /** A condition looks back: at an earlier step, or at a question above it. */
  const lookBack = (condition: Condition | undefined, of: string) => {
    if (condition && !fields.has(condition.field)) complain(`${of}: no earlier field ${condition.field}`)
  }
  for (const step of service.steps) {
    lookBack(step.showWhen, step.key)
    for (const field of step.fields) {
      lookBack(field.showWhen, `${step.key}.${field.key}`)
      const path = `${step.key}.${field.key}`
      if (fields.has(path)) complain('two fields share a name')
      fields.set(path, field)
    }
    for (const { when } of step.advice ?? []) lookBack(when, `advice of ${step.key}`)
  }
  checkFieldsOf(service, [...fields.keys()], complain)
  checkReferences(service, fields, complain)
  checkTexts(service, [...fields.keys()], complain)
  return service
}

type Complain = (what: string) => never

function checkFieldsOf(service: ServiceDefinition, paths: readonly string[], complain: Complain): void {
  const extra = [
    ...service.result.fields,
    ...(service.result.handOver?.fields ?? []),
    ...(service.stages ?? []).flatMap((stage) => stage.fields),
  ]
  for (const field of [...service.steps.flatMap((s) => s.fields), ...extra]) {
    if ((field.kind === 'choice') !== (field.options !== undefined))
      complain(`${field.key}: options belong to a choice`)
    if (field.kindsBy && field.kind !== 'organisation')
      complain(`${field.key}: kinds belong to an organisation`)
    if ((field.kind === 'rows') !== (field.rows !== undefined)) complain(`${field.key}: rows belong to rows`)
    for (const column of field.rows?.columns ?? []) {
      if (column.kind === 'rows' || column.kind === 'organisation' || column.showWhen || column.profile)
        complain(`${field.key}.${column.key}: not for a column`)
    }
    if (field.startsAs && field.startsAs !== 'today' && !paths.includes(field.startsAs))
      complain(`${field.key}: no field ${field.startsAs}`)
  }
  for (const field of extra)
    if (field.showWhen || field.rows || field.kind === 'organisation' || field.profile)
      complain(`${field.key}: not for a provider's form`)
}

function checkReferences(
  service: ServiceDefinition,
  fields: ReadonlyMap<string, Field>,
  complain: Complain,
): void {
  const { applicant, selfWhen, subject, queue, incomeTest } = service
  if ((applicant === 'parentOrSelf16') !== (selfWhen !== undefined))
    complain('selfWhen belongs to parentOrSelf16')
  if ((applicant === 'self') !== (subject === undefined)) complain('a subject belongs to all but self')
  const paths = [
    ...Object.values(subject ?? {}),
    service.organisation,
    ...Object.values(service.parties ?? {}),
    ...(service.periodFields ?? []),
    ...(selfWhen ? [selfWhen.field] : []),
    ...(queue ? [queue.variant] : []),
    ...(queue?.area ? [queue.area] : []),
    ...(incomeTest ? [incomeTest.rows] : []),
    ...service.documents.flatMap((d) => d.perRow?.rows ?? []),
    ...service.documents.flatMap((d) => (typeof d.requiredWhen === 'object' ? d.requiredWhen.field : [])),
  ]
  for (const path of paths) if (!fields.has(path)) complain(`no field ${path}`)
  const columns = (rows: string) => fields.get(rows)?.rows?.columns.map((c) => c.key) ?? []
  for (const { key, perRow } of service.documents) {
    if (!perRow) continue
    for (const column of [perRow.name, ...(perRow.when ? [perRow.when.column] : [])])
      if (!columns(perRow.rows).includes(column)) complain(`${key}: no column ${column}`)
  }
  if (incomeTest && !columns(incomeTest.rows).includes(incomeTest.income)) complain('no column of income')
  if ((service.period === 'season' || service.period === 'dates') !== (service.periodFields !== undefined))
    complain('periodFields belong to a season or dates')
  if ((service.result.kind === 'order') !== (service.result.paper.preamble !== undefined))
    complain('a preamble belongs to an order')
  for (const stage of service.stages ?? [])
    if (stage.by !== 'provider' && !service.parties?.[stage.by]) complain(`${stage.key}: no ${stage.by}`)
}

function checkTexts(service: ServiceDefinition, paths: readonly string[], complain: Complain): void {
  const { result, statement, stages = [] } = service
  const answers = new Set<string>([...paths, ...BUILT_IN_PLACEHOLDERS])
  for (const text of [statement.title, ...statement.body])
    for (const name of placeholdersOf(text)) if (!answers.has(name)) complain(`unknown placeholder {${name}}`)
  const known = new Set(answers)
  for (const stage of stages) {
    for (const field of stage.fields) known.add(`${stage.key}.${field.key}`)
    for (const text of [stage.done, ...(stage.paper ? [stage.paper.title, ...stage.paper.body] : [])])
      for (const name of placeholdersOf(text)) if (!known.has(name)) complain(`unknown placeholder {${name}}`)
  }
  for (const field of result.fields) known.add(`result.${field.key}`)
  const { paper, notification } = result
  const texts = [
    paper.title,
    ...(paper.preamble ? [paper.preamble] : []),
    ...paper.body,
    ...(notification ? [notification.title, ...notification.body, notification.invitation] : []),
    ...(result.invitation ? [result.invitation] : []),
    ...(result.meaning ? [result.meaning] : []),
  ]
  for (const text of texts)
    for (const name of placeholdersOf(text)) if (!known.has(name)) complain(`unknown placeholder {${name}}`)
}
