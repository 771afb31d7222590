import { z } from 'zod'
import { conditionSchema, fieldSchema, textSchema } from './fields'
import type { Text } from './text'

export const PROVIDER_KINDS = ['school', 'department', 'akimat'] as const
export type ProviderKind = (typeof PROVIDER_KINDS)[number]

export const CHANNELS = ['office', 'platform', 'egov'] as const
export type Channel = (typeof CHANNELS)[number]

export const DOCUMENT_TYPES = ['jpeg', 'png', 'pdf', 'zip', 'doc'] as const
export type DocumentType = (typeof DOCUMENT_TYPES)[number]

const stepSchema = z
  .object({
    key: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
    title: textSchema,
    intro: textSchema.optional(),
    fields: z.array(fieldSchema).min(1),
  })
  .strict()

const documentSchema = z
  .object({
    key: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
    title: textSchema,
    hint: textSchema.optional(),
    /** Absent: always required. `optional`: may be left out. A condition: required when it holds. */
    requiredWhen: z.union([conditionSchema, z.literal('optional')]).optional(),
    types: z.array(z.enum(DOCUMENT_TYPES)).min(1),
    maxBytes: z.number().int().positive(),
  })
  .strict()

const groundSchema = z
  .object({ code: z.string().min(1), text: textSchema, nextStep: textSchema, source: textSchema })
  .strict()

const paperTextSchema = z.object({ title: textSchema, body: z.array(textSchema).min(1) }).strict()

const resultSchema = z
  .object({
    kind: z.enum(['order', 'certificate', 'referral', 'notice', 'duplicate']),
    /** What the provider fills in when the result is prepared. */
    fields: z.array(fieldSchema),
    /** The order itself, or the certificate, by paragraphs; placeholders are filled. */
    paper: paperTextSchema.extend({ preamble: textSchema }).strict(),
    /** What the parent is told, and asked to do, when the result is there. */
    notification: paperTextSchema.extend({ invitation: textSchema }).strict(),
  })
  .strict()

export const serviceSchema = z
  .object({
    slug: z.string().regex(/^[a-z][a-z-]*$/),
    version: z.number().int().positive(),
    name: textSchema,
    officialName: textSchema,
    /** One line for the card and the top of the page: for whom. */
    audience: textSchema,
    conditions: z.array(textSchema).min(1),
    legalBasis: z.array(textSchema).min(1),
    price: z.literal('free'),
    waitMinutes: z.number().int().positive(),
    serveMinutes: z.number().int().positive(),
    channels: z.array(z.enum(CHANNELS)).min(1),
    form: textSchema,
    providerKinds: z.array(z.enum(PROVIDER_KINDS)).min(1),
    applicant: z.enum(['parent', 'self', 'parentOrSelf16']),
    /** Working days from sending to the answer "accepted or not". */
    intakeTerm: z.number().int().positive(),
    /** Working days to the result. */
    term: z.number().int().positive(),
    period: z.enum(['schoolYear', 'intakeYear', 'season', 'dates', 'once']),
    /** Where the answers name the person the service is for; absent when the applicant is that person. */
    subject: z
      .object({
        iin: z.string(),
        familyName: z.string(),
        givenName: z.string(),
        patronymic: z.string(),
        birthDate: z.string(),
        sex: z.string(),
      })
      .strict()
      .optional(),
    /** The answer that names the provider. */
    organisation: z.string(),
    steps: z.array(stepSchema).min(1),
    documents: z.array(documentSchema),
    statement: paperTextSchema,
    result: resultSchema,
    resultName: z.array(textSchema).min(1),
    intakeGrounds: z.array(groundSchema).min(1),
    grounds: z.array(groundSchema).min(1),
    /** After registration the school may ask for one thing again; off for terms of five days or less. */
    correction: z.object({ afterRegistration: z.boolean() }).strict(),
  })
  .strict()

export type ServiceDefinition = z.infer<typeof serviceSchema>
export type Step = ServiceDefinition['steps'][number]
export type RequiredDocument = ServiceDefinition['documents'][number]
export type Ground = z.infer<typeof groundSchema>

/** Placeholders that every paper knows, beside `{step.field}` and `{result.field}`. */
export const BUILT_IN_PLACEHOLDERS = [
  'applicant.name',
  'applicant.iin',
  'subject.name',
  'subject.iin',
  'subject.birthDate',
  'organisation.name',
  'organisation.address',
  'application.number',
  'order.number',
  'order.date',
] as const

const PLACEHOLDER = /\{([\w.]+)\}/g

export function placeholdersOf(text: Text): string[] {
  return [text.kk, text.ru].flatMap((s) => [...s.matchAll(PLACEHOLDER)].map((m) => m[1] ?? ''))
}

/** Puts values into `{placeholders}`; an unknown one throws, since the definition was checked. */
export function fillText(text: Text, values: Readonly<Record<string, Text>>): Text {
  const fill = (locale: 'kk' | 'ru') =>
    text[locale].replace(PLACEHOLDER, (_, name: string) => {
      const value = values[name]
      if (!value) throw new Error(`placeholder {${name}} has no value`)
      return value[locale]
    })
  return { kk: fill('kk'), ru: fill('ru') }
}

/** Checks a definition when it is declared: a wrong reference stops the build, not a parent. */
export function defineService(definition: ServiceDefinition): ServiceDefinition {
  const service = serviceSchema.parse(definition)
  const fields = new Set(service.steps.flatMap((s) => s.fields.map((f) => `${s.key}.${f.key}`)))
  const known = new Set<string>([
    ...fields,
    ...service.result.fields.map((f) => `result.${f.key}`),
    ...BUILT_IN_PLACEHOLDERS,
  ])
  const complain = (what: string): never => {
    throw new Error(`service ${service.slug} v${service.version}: ${what}`)
  }
  const count = fields.size
  if (count !== service.steps.flatMap((s) => s.fields).length) complain('two fields share a name')
  for (const reserved of [
    'applicant',
    'subject',
    'organisation',
    'application',
    'order',
    'result',
    'documents',
  ]) {
    if (service.steps.some((s) => s.key === reserved)) complain(`"${reserved}" is not a name for a step`)
  }
  for (const path of [...Object.values(service.subject ?? {}), service.organisation]) {
    if (!fields.has(path)) complain(`no field ${path}`)
  }
  for (const field of [...service.steps.flatMap((s) => s.fields), ...service.result.fields]) {
    if ((field.kind === 'choice') !== (field.options !== undefined))
      complain(`${field.key}: options belong to a choice`)
    if (field.showWhen && !fields.has(field.showWhen.field))
      complain(`${field.key}: no field ${field.showWhen.field}`)
    if (field.startsAs && field.startsAs !== 'today' && !fields.has(field.startsAs))
      complain(`${field.key}: no field ${field.startsAs}`)
  }
  for (const document of service.documents) {
    const when = document.requiredWhen
    if (typeof when === 'object' && !fields.has(when.field))
      complain(`${document.key}: no field ${when.field}`)
  }
  const texts = [
    service.statement.title,
    ...service.statement.body,
    service.result.paper.title,
    service.result.paper.preamble,
    ...service.result.paper.body,
    service.result.notification.title,
    ...service.result.notification.body,
    service.result.notification.invitation,
  ]
  for (const text of texts) {
    for (const name of placeholdersOf(text)) if (!known.has(name)) complain(`unknown placeholder {${name}}`)
  }
  return service
}
