import { z } from 'zod'
import type { Answers } from './answers'
import { textSchema } from './fields'
import { PROVIDER_KINDS } from './provider-kind'
import type { Text } from './text'

const personSchema = z.object({
  name: z.string(),
  iin: z.string(),
  birthDate: z.string(),
  address: z.string(),
  phone: z.string(),
  email: z.string(),
})

/**
 * Everything a signature covers, as it was when the revision was frozen: a later change of a profile or of
 * an organisation's name does not touch it. Attachments are named by SHA-256 of their bytes.
 */
export const snapshotSchema = z.object({
  service: z.object({ slug: z.string(), version: z.number() }),
  locale: z.enum(['kk', 'ru']),
  date: z.string(),
  answers: z.record(z.string(), z.record(z.string(), z.string())),
  applicant: personSchema,
  subject: z.object({ name: z.string(), initials: z.string(), iin: z.string(), birthDate: z.string() }),
  organisation: z.object({
    id: z.string(),
    /** Absent in the earliest snapshots, which are all of schools. */
    kind: z.enum(PROVIDER_KINDS).optional(),
    name: textSchema,
    address: textSchema,
    phone: z.string(),
    headName: z.string(),
  }),
  /** Names of further organisations in the answers, by id; absent where there is none. */
  organisations: z.record(z.string(), textSchema).optional(),
  /** Key of the period; absent in the earliest snapshots. */
  period: z.string().optional(),
  /**
   * Only documents were replaced since, and the applicant has confirmed that by a tick: the words are those of this
   * earlier revision, and its signature covers them.
   */
  confirms: z.object({ revisionId: z.string(), ordinal: z.number(), mark: z.string() }).optional(),
  attachments: z.array(
    z.object({
      slot: z.string(),
      documentId: z.string(),
      fileName: z.string(),
      bytes: z.number(),
      sha256: z.string(),
    }),
  ),
})
export type Snapshot = z.infer<typeof snapshotSchema> & { answers: Answers }

/** How answers that are ids of organisations are read. */
export function organisationNames({ organisation, organisations }: Snapshot): Readonly<Record<string, Text>> {
  return { ...organisations, [organisation.id]: organisation.name }
}
