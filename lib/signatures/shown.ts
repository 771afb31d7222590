import 'server-only'
import { z } from 'zod'
import { FAILURE_CODES, type FailureCode } from './eds/codes'
import { type Outcome, ROLES, type Signer } from './eds/outcome'

/** `open`: not asked, because something before it failed, or because nobody could be asked. */
const MARKS = ['holds', 'fails', 'pending', 'open'] as const
const mark = z.enum(MARKS)
export type Mark = (typeof MARKS)[number]

const moment = z.iso.datetime().nullable()

/**
 * What anyone may be told of a signature: whose it is, with no more of the IIN than its ending, and what checking
 * it said. It holds only text, so that it can travel sealed with its reader and need not be kept.
 */
export const shownSignatureSchema = z.object({
  format: z.enum(['cms', 'xml']),
  failure: z.object({ code: z.enum(FAILURE_CODES), moment }).nullable(),
  signer: z
    .object({
      name: z.string(),
      iinEnding: z.string().nullable(),
      bin: z.string().nullable(),
      organisation: z.string().nullable(),
      roles: z.array(z.enum(ROLES)),
      serial: z.string(),
      issuer: z.string(),
      validFrom: z.iso.datetime(),
      validTo: z.iso.datetime(),
      algorithm: z.enum(['RSA', 'GOST-2015-512']),
      claimedAt: moment,
      stampedAt: moment,
    })
    .nullable(),
  marks: z.object({ content: mark, chain: mark, time: mark, revocation: mark }),
  /** Of a signature that the platform keeps. */
  receivedAt: moment,
  revocationCheckedAt: moment,
})
export type ShownSignature = z.infer<typeof shownSignatureSchema>
export type Marks = ShownSignature['marks']

/** The last check that the failure let pass is the one before it. */
const ORDER = ['content', 'chain', 'time', 'revocation'] as const

const FAILS_AT: Partial<Readonly<Record<FailureCode, (typeof ORDER)[number]>>> = {
  UNTRUSTED_CHAIN: 'chain',
  ISSUER_NOT_A_CA: 'chain',
  PATH_TOO_LONG: 'chain',
  CERT_EXPIRED: 'time',
  CERT_NOT_YET_VALID: 'time',
  SIGNING_TIME_IN_FUTURE: 'time',
  SIGNATURE_TOO_OLD: 'time',
  CERT_REVOKED: 'revocation',
  REVOCATION_UNKNOWN: 'revocation',
  REVOCATION_UNTRUSTED: 'revocation',
  REVOCATION_UNAVAILABLE: 'revocation',
}

/** A key that is real and valid, and not for this: everything up to revocation was looked at and holds. */
const OF_THE_KEY: readonly FailureCode[] = [
  'NOT_A_SIGNING_KEY',
  'ROLE_NOT_ALLOWED',
  'NO_IIN',
  'IIN_MISMATCH',
  'BIN_MISMATCH',
  'TIMESTAMP_REQUIRED',
]

/** What holds and what does not, in the order in which it was asked. */
export function marksOf(outcome: Outcome): Marks {
  if (outcome.status === 'VALID') {
    const asked = outcome.evidence.revocation !== null
    return { content: 'holds', chain: 'holds', time: 'holds', revocation: asked ? 'holds' : 'open' }
  }
  if (outcome.status === 'VALID_REVOCATION_PENDING')
    return { content: 'holds', chain: 'holds', time: 'holds', revocation: 'pending' }
  const { code } = outcome
  if (OF_THE_KEY.includes(code))
    return { content: 'holds', chain: 'holds', time: 'holds', revocation: 'open' }
  // The time stamp is read before the chain.
  if (code === 'BAD_TIMESTAMP') return { content: 'holds', chain: 'open', time: 'fails', revocation: 'open' }
  const failed = ORDER.indexOf(isOfAnAuthority(outcome) ? 'chain' : (FAILS_AT[code] ?? 'content'))
  const at = (place: number): Mark => (place < failed ? 'holds' : place === failed ? 'fails' : 'open')
  return { content: at(0), chain: at(1), time: at(2), revocation: at(3) }
}

/** Not the signer's own certificate is past its time, but one above it. */
function isOfAnAuthority({ code, moment, signer }: Extract<Outcome, { status: 'INVALID' }>): boolean {
  const own =
    code === 'CERT_EXPIRED' ? signer?.validTo : code === 'CERT_NOT_YET_VALID' ? signer?.validFrom : moment
  return moment !== null && moment.getTime() !== own?.getTime()
}

/** Certificates are written by others: a name of a megabyte is no name. */
const clip = (text: string) => Array.from(text).slice(0, 200).join('')
const iso = (at: Date | null) => at?.toISOString() ?? null

function shownSigner(signer: Signer): NonNullable<ShownSignature['signer']> {
  const { fullName, iin, bin, organisation, roles, serial, issuer, algorithm } = signer
  return {
    name: clip(fullName),
    iinEnding: iin?.slice(-4) ?? null,
    bin,
    organisation: organisation && clip(organisation),
    roles: [...roles],
    serial: clip(serial),
    issuer: clip(issuer),
    validFrom: signer.validFrom.toISOString(),
    validTo: signer.validTo.toISOString(),
    algorithm,
    claimedAt: iso(signer.claimedAt),
    stampedAt: iso(signer.stampedAt),
  }
}

/** An outcome as anyone may read it. */
export function shown(format: ShownSignature['format'], outcome: Outcome): ShownSignature {
  const { signer } = outcome
  return {
    format,
    failure: outcome.status === 'INVALID' ? { code: outcome.code, moment: iso(outcome.moment) } : null,
    signer: signer && shownSigner(signer),
    marks: marksOf(outcome),
    receivedAt: null,
    revocationCheckedAt:
      outcome.status === 'VALID' ? iso(outcome.evidence.revocation?.checkedAt ?? null) : null,
  }
}
