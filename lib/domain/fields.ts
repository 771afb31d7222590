import { z } from 'zod'
import type { Text } from './text'

/**
 * The kinds of question a service may ask. A new kind is one line here, one in the schema map
 * (`answers.ts`), one in the control map and one in the read view; the compiler asks for all of them.
 */
export const FIELD_KINDS = [
  'personName',
  'text',
  'longText',
  'iin',
  'date',
  'phone',
  'email',
  'choice',
  'organisation',
] as const
export type FieldKind = (typeof FIELD_KINDS)[number]

/** What the profile keeps; a field bound to one of these is read from there and saved back to it. */
export const PROFILE_KEYS = [
  'iin',
  'familyName',
  'givenName',
  'patronymic',
  'birthDate',
  'email',
  'phone',
  'address',
  'residency',
  'relation',
] as const
export type ProfileKey = (typeof PROFILE_KEYS)[number]

const textSchema: z.ZodType<Text> = z.object({ kk: z.string().min(1), ru: z.string().min(1) }).strict()

export const optionSchema = z.object({ value: z.string().min(1), label: textSchema }).strict()
export type Option = z.infer<typeof optionSchema>

/** `step.field` of an earlier or the same step, and the answers that make this field appear. */
export const conditionSchema = z
  .object({ field: z.string().regex(/^\w+\.\w+$/), in: z.array(z.string()).min(1) })
  .strict()
export type Condition = z.infer<typeof conditionSchema>

export const fieldSchema = z
  .object({
    key: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
    kind: z.enum(FIELD_KINDS),
    label: textSchema,
    hint: textSchema.optional(),
    optional: z.literal(true).optional(),
    showWhen: conditionSchema.optional(),
    profile: z.enum(PROFILE_KEYS).optional(),
    options: z.array(optionSchema).min(1).optional(),
    /** Dates only: must not lie after today (a birthday) or before another date field of the same step. */
    past: z.literal(true).optional(),
    notBefore: z.string().optional(),
    /** Where a result field takes its first value from: `step.field` of the answers, or `today`. */
    startsAs: z.string().optional(),
  })
  .strict()
export type Field = z.infer<typeof fieldSchema>

/** Where an organisation is looked for; kept beside the answer, so that a draft opens at the same lists. */
export function placeKeys(field: Pick<Field, 'key'>): { region: string; district: string } {
  return { region: `${field.key}-region`, district: `${field.key}-district` }
}

export { textSchema }
