import { z } from 'zod'
import { PROVIDER_KINDS } from './provider-kind'
import type { Text } from './text'

/**
 * The kinds of question a service may ask. A new kind is one line here, one in the schema map
 * (`check-field.ts`), one in the control map and one in the read view; the compiler asks for all of them.
 */
export const FIELD_KINDS = [
  'personName',
  'text',
  'longText',
  'iin',
  'date',
  'phone',
  'email',
  'number',
  'choice',
  'organisation',
  'rows',
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

/** What «Семья» keeps of a child; a field bound to one of these starts with it, and is the draft's own then. */
export const FAMILY_KEYS = [
  'iin',
  'familyName',
  'givenName',
  'patronymic',
  'birthDate',
  'sex',
  'birthCertificate',
  'school',
  'grade',
] as const
export type FamilyKey = (typeof FAMILY_KEYS)[number]

export const textSchema: z.ZodType<Text> = z.object({ kk: z.string().min(1), ru: z.string().min(1) }).strict()

export const optionSchema = z
  .object({ value: z.string().min(1), label: textSchema, hint: textSchema.optional() })
  .strict()
export type Option = z.infer<typeof optionSchema>

/** `step.field` of an earlier or the same step, and the answers that make this field appear. */
export const conditionSchema = z
  .object({ field: z.string().regex(/^\w+\.\w+$/), in: z.array(z.string()).min(1) })
  .strict()
export type Condition = z.infer<typeof conditionSchema>

const column = z.object({
  key: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
  kind: z.enum(FIELD_KINDS),
  label: textSchema,
  hint: textSchema.optional(),
  optional: z.literal(true).optional(),
  showWhen: conditionSchema.optional(),
  profile: z.enum(PROFILE_KEYS).optional(),
  family: z.enum(FAMILY_KEYS).optional(),
  options: z.array(optionSchema).min(1).optional(),
  /** Numbers only: the bounds, both inclusive, how many decimals, and what is counted. */
  min: z.number().optional(),
  max: z.number().optional(),
  decimals: z.literal([1, 2]).optional(),
  unit: textSchema.optional(),
  /** Organisations only: the kinds to choose from, where they are not the provider's. */
  organisationKinds: z.array(z.enum(PROVIDER_KINDS)).min(1).optional(),
  /** Which of those kinds another choice of the same step leaves: `{ field: 'reviewer', kinds: { school: […] } }`. */
  kindsBy: z
    .object({ field: z.string(), kinds: z.record(z.string(), z.array(z.enum(PROVIDER_KINDS)).min(1)) })
    .strict()
    .optional(),
  /** Dates only: must not lie after today (a birthday) or before another date field of the same step. */
  past: z.literal(true).optional(),
  notBefore: z.string().optional(),
  /** Where a result field takes its first value from: `step.field` of the answers, or `today`. */
  startsAs: z.string().optional(),
})
const columnSchema = column.strict()

export const fieldSchema = column
  .extend({
    /** Of a repeatable block: what each row asks, how many rows, and the words of the button that adds one. */
    rows: z
      .object({
        columns: z.array(columnSchema).min(1),
        min: z.number().int().nonnegative(),
        max: z.number().int().positive(),
        add: textSchema,
      })
      .strict()
      .optional(),
  })
  .strict()
export type Field = z.infer<typeof fieldSchema>

/** Where an organisation is looked for; kept beside the answer, so that a draft opens at the same lists. */
export function placeKeys(field: Pick<Field, 'key'>): { region: string; district: string } {
  return { region: `${field.key}-region`, district: `${field.key}-district` }
}
