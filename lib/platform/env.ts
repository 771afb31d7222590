import { z } from 'zod'

/**
 * Every setting of the app, read once. A missing or bad one stops the start with a sentence that names it.
 * Nothing else reads `process.env`, apart from `*.config.*`.
 */
const url = z.url()
const secret = z.string().min(32, 'must have at least 32 characters')

const schema = z.object({
  APP_MODE: z.enum(['production', 'demo']).default('production'),
  /** Paths are put after it, on papers too: a slash at its end would stand there twice. */
  APP_URL: url.transform((address) => address.replace(/\/+$/, '')),
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'must be a postgresql:// address'),
  S3_ENDPOINT: url,
  S3_REGION: z.string().min(1).default('us-east-1'),
  S3_BUCKET: z.string().min(1),
  S3_ACCESS_KEY_ID: z.string().min(1),
  S3_SECRET_ACCESS_KEY: z.string().min(1),
  RESEND_API_KEY: z.string().min(1),
  RESEND_BASE_URL: url.default('https://api.resend.com'),
  MAIL_FROM: z.string().min(3),
  HELP_MAIL: z.email().default('gosusluga@bilimal.kz'),
  AUTH_SECRET: secret,
  CRON_SECRET: secret,
  CLAMD_HOST: z.string().optional(),
  EDS_TRUST: z.enum(['nca', 'demo']).default('nca'),
  /** Certificates of the authorities whose signatures count, with SHA256SUMS; empty: signing by EDS is closed. */
  EDS_TRUST_DIR: z.string().min(1).default('trust'),
  /** Asked about revocation in place of the address in the certificate: a relay inside a closed network. */
  EDS_OCSP_URL: url.optional(),
  /**
   * Whether signatures carry an RFC 3161 time stamp, the proof of time of article 50 of the Digital Code: NCALayer
   * then asks tsp.pki.gov.kz for it, whose certificate has to lead to one in EDS_TRUST_DIR. Without, the proof is
   * when the signature came and what the responder answered then.
   */
  EDS_TIME_STAMP: z.enum(['off', 'required']).default('off'),
  /** NCALayer on the visitor's own computer. */
  NCALAYER_URL: url.default('wss://127.0.0.1:13579'),
  /** Signatures then have to pass this NCANode too, and it asks about revocation in place of lib/signatures/eds. */
  NCANODE_URL: url.optional(),
  /**
   * Signing with eGov Mobile by QR, through SIGEX. Off unless the operator has decided otherwise: the whole
   * statement, with data on a child's health, passes a third party.
   */
  EGOV_QR: z.enum(['off', 'sigex']).default('off'),
  SIGEX_URL: url.default('https://sigex.kz'),
})
export type Env = z.infer<typeof schema>

export class SettingsError extends Error {}

const isLoopback = (address: string) => {
  const host = new URL(address).hostname
  return host === 'localhost' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host)
}

/** Reads and checks settings; throws `SettingsError` with one line for each that is missing or bad. */
export function readEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const parsed = schema.safeParse(given)
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => {
      const name = String(issue.path[0])
      return given[name] === undefined ? `${name} is missing` : `${name} is not right: ${issue.message}`
    })
    throw new SettingsError(lines.join('\n'))
  }
  const env = parsed.data
  const wrong: string[] = []
  const loopback = { APP_URL: env.APP_URL, DATABASE_URL: env.DATABASE_URL, S3_ENDPOINT: env.S3_ENDPOINT }
  if (!isLoopback(env.NCALAYER_URL))
    wrong.push("NCALAYER_URL must be on the visitor's own machine: 127.0.0.1")
  if (env.APP_MODE === 'demo') {
    for (const [name, address] of Object.entries(loopback)) {
      if (!isLoopback(address)) wrong.push(`${name} must be on this machine when APP_MODE is demo`)
    }
  } else {
    if (isLoopback(env.RESEND_BASE_URL))
      wrong.push('RESEND_BASE_URL must not be on this machine in production')
    if (!env.APP_URL.startsWith('https:') && !isLoopback(env.APP_URL))
      wrong.push('APP_URL must begin with https:// in production')
    if (env.EDS_TRUST === 'demo') wrong.push('EDS_TRUST must not be demo in production')
    if (env.EGOV_QR !== 'off' && !env.SIGEX_URL.startsWith('https:'))
      wrong.push('SIGEX_URL must begin with https:// in production')
    for (const name of ['AUTH_SECRET', 'CRON_SECRET'] as const) {
      if (/change|default|example|secret/i.test(env[name]))
        wrong.push(`${name} is a default one: make your own`)
    }
  }
  if (wrong.length > 0) throw new SettingsError(wrong.join('\n'))
  return env
}

let cached: Env | undefined

export function env(): Env {
  cached ??= readEnv(process.env)
  return cached
}

/** The only setting that static pages show; known at build time, before any secret is. */
export function helpMail(): string {
  return process.env.HELP_MAIL || 'gosusluga@bilimal.kz'
}

/** `next dev`: its scripts need what the content security policy of a build refuses. */
export function isDevelopment(): boolean {
  return process.env.NODE_ENV === 'development'
}
