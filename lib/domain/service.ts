import { z } from 'zod'
import { FAMILY_PAPER_KINDS } from './family-paper'
import { conditionSchema, fieldSchema, textSchema } from './fields'
import { PROVIDER_KINDS, STAGE_PARTS } from './provider-kind'

export const CHANNELS = ['office', 'platform', 'egov'] as const
export type Channel = (typeof CHANNELS)[number]

export const DOCUMENT_TYPES = ['jpeg', 'png', 'pdf', 'zip', 'doc'] as const
export type DocumentType = (typeof DOCUMENT_TYPES)[number]

/**
 * How long one application stands in the way of another for the same person: within a school year, a year
 * of intake, a season, for good, or (`dates`) only until it is settled, each matter by itself.
 */
export const PERIODS = ['schoolYear', 'intakeYear', 'season', 'dates', 'once'] as const

const key = z.string().regex(/^[a-z][A-Za-z0-9]*$/)
/** `step.field`. */
const path = z.string().regex(/^\w+\.\w+$/)
const monthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)

const stepSchema = z
  .object({
    key,
    title: textSchema,
    intro: textSchema.optional(),
    showWhen: conditionSchema.optional(),
    fields: z.array(fieldSchema).min(1),
    /** Said once when the answers call for it, and never in the way: «горячее питание дается без заявки». */
    advice: z.array(z.object({ when: conditionSchema, text: textSchema }).strict()).optional(),
  })
  .strict()

const documentSchema = z
  .object({
    key,
    title: textSchema,
    hint: textSchema.optional(),
    /** Absent: always required. `optional`: may be left out. A condition: required when it holds. */
    requiredWhen: z.union([conditionSchema, z.literal('optional')]).optional(),
    /** One file for each row of a repeatable block (whose cells in column `name` title them) that fits `when`. */
    perRow: z
      .object({
        rows: path,
        name: key,
        when: z
          .object({ column: key, in: z.array(z.string()).min(1) })
          .strict()
          .optional(),
      })
      .strict()
      .optional(),
    /** «Семья» keeps such a paper, and a kept one satisfies this. */
    keptAs: z.enum(FAMILY_PAPER_KINDS).optional(),
    types: z.array(z.enum(DOCUMENT_TYPES)).min(1),
    maxBytes: z.number().int().positive(),
  })
  .strict()

const groundSchema = z
  .object({ code: z.string().min(1), text: textSchema, nextStep: textSchema, source: textSchema })
  .strict()

const paperTextSchema = z.object({ title: textSchema, body: z.array(textSchema).min(1) }).strict()

export const RESULT_KINDS = ['order', 'certificate', 'referral', 'notice', 'duplicate'] as const
export type ResultKind = (typeof RESULT_KINDS)[number]

const resultSchema = z
  .object({
    kind: z.enum(RESULT_KINDS),
    /** What «Одобрено» means for the parent, on the application's page. */
    meaning: textSchema.optional(),
    /** What the provider fills in when the result is prepared. */
    fields: z.array(fieldSchema),
    /** The order itself (only an order has a preamble), or the certificate, by paragraphs. */
    paper: paperTextSchema.extend({ preamble: textSchema.optional() }).strict(),
    /** The letter that goes with an order. */
    notification: paperTextSchema.extend({ invitation: textSchema }).strict().optional(),
    /** What the parent is asked to do with a result that has no letter. */
    invitation: textSchema.optional(),
    /** A paper from the office goes from hand to hand: what the clerk notes in the issue log then. */
    handOver: z
      .object({ title: textSchema, fields: z.array(fieldSchema).min(1) })
      .strict()
      .optional(),
  })
  .strict()

/** What happens inside `registered`, one after another, each by one of the organisations that take part. */
const stageSchema = z
  .object({
    key,
    /** What is done, as a button and a heading say it: «Подтвердить место». */
    title: textSchema,
    /** What the parent reads while it is waited for: «Школа проверяет, есть ли место». */
    told: textSchema,
    /** What the parent reads in the history when it is done; may carry `{stage.field}`. */
    done: textSchema,
    by: z.enum(STAGE_PARTS),
    fields: z.array(fieldSchema).min(1),
    paper: paperTextSchema
      .extend({ kind: z.enum(['notice', 'release']) })
      .strict()
      .optional(),
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
    /** «Подойдет ли мне»: the answer that does not fit, and what it means; it never stands in the way. */
    fit: z
      .array(z.object({ question: textSchema, unmetBy: z.enum(['yes', 'no']), unmet: textSchema }).strict())
      .min(1)
      .max(4)
      .optional(),
    legalBasis: z.array(textSchema).min(1),
    price: z.literal('free'),
    waitMinutes: z.number().int().positive(),
    serveMinutes: z.number().int().positive(),
    channels: z.array(z.enum(CHANNELS)).min(1),
    form: textSchema,
    providerKinds: z.array(z.enum(PROVIDER_KINDS)).min(1),
    applicant: z.enum(['parent', 'self', 'parentOrSelf16']),
    /** The answer by which somebody of sixteen applies for themself. */
    selfWhen: conditionSchema.optional(),
    /** Working days from sending to the answer "accepted or not". */
    intakeTerm: z.number().int().positive(),
    /** Working days to the result. */
    term: z.number().int().positive(),
    /** The result comes by this day of the intake's year, whatever the working days; its row may say otherwise. */
    answerBy: monthDay.optional(),
    /** The days of the year between which it is usually taken in; what counts are the windows' rows. */
    usualWindow: z
      .object({ opens: monthDay, at: z.string().regex(/^\d\d:\d\d$/), closes: monthDay })
      .strict()
      .optional(),
    period: z.enum(PERIODS),
    /** The answers that tell periods apart: the season, the date, the kind of document. */
    periodFields: z.array(path).min(1).optional(),
    /** Years of age that the subject has to reach by the end of the intake's year. */
    age: z.object({ years: z.number().int().positive(), source: textSchema }).strict().optional(),
    /** Where the answers name the person the service is for; absent when the applicant is that person. */
    subject: z
      .object({ iin: path, familyName: path, givenName: path, patronymic: path, birthDate: path, sex: path })
      .strict()
      .optional(),
    /** The answer that names the provider. */
    organisation: path,
    /** The answers that name further organisations which take part. */
    parties: z.object({ sendingSchool: path }).strict().optional(),
    /**
     * Places are given by turn, by language of teaching (`variant`): in the order of numbers, or where there is a
     * service area (`area` is the parent's word on living in it) by the 3 + 1 rule.
     */
    queue: z.object({ area: path.optional(), variant: path }).strict().optional(),
    /** Income of a family (a repeatable block) for each member and month against the subsistence minimum. */
    incomeTest: z.object({ rows: path, income: key }).strict().optional(),
    steps: z.array(stepSchema).min(1),
    documents: z.array(documentSchema),
    statement: paperTextSchema,
    stages: z.array(stageSchema).min(1).optional(),
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
export type Stage = NonNullable<ServiceDefinition['stages']>[number]
export type RequiredDocument = ServiceDefinition['documents'][number]
export type Ground = z.infer<typeof groundSchema>
