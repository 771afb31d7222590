import { z } from 'zod'

const orNull = z
  .string()
  .nullish()
  .transform((value) => value || null)

/** The arguments of `sign` of the module `kz.gov.pki.knca.basics`, with NCALayer's defaults. */
export const signingRequest = z.object({
  format: z.enum(['cms', 'xml', 'raw']),
  /** Text, or base64 when `decode` says so. */
  data: z.union([z.string(), z.array(z.string()).min(1)]),
  /** Where keys lie; null: anywhere. */
  allowedStorages: z.array(z.string()).nullish(),
  signingParams: z
    .object({
      decode: z.boolean().default(false),
      /** Whether the content goes into the signature. */
      encapsulate: z.boolean().default(true),
      /** Whether the data is a digest already. */
      digested: z.boolean().default(false),
      /** Anything but null asks for a time stamp. */
      tsaProfile: z.looseObject({}).nullish(),
      outputCert: z.boolean().default(false),
      allowExpired: z.boolean().default(false),
    })
    .prefault({}),
  signerParams: z.object({
    extKeyUsageOids: z.array(z.string()),
    iin: orNull,
    bin: orNull,
    serialNumber: orNull,
  }),
  locale: z.enum(['kk', 'ru']).catch('kk'),
})
export type SigningRequest = z.infer<typeof signingRequest>
