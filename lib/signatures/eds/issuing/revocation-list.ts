import { context, TAG } from '../der'
import { bitString, element, integer, sequence, time } from '../der-write'
import { OID } from '../oids'
import type { Issued } from './authority'
import { authorityKeyId, extension } from './extensions'
import { algorithmIdentifier, signWith } from './keys'

/** What is not said is as НУЦ РК writes it; the rest makes lists that must be refused. */
export type RevocationListOptions = {
  thisUpdate: Date
  nextUpdate: Date
  entries: readonly { serial: Uint8Array; revokedAt: Date; reason?: number }[]
  number?: number
  /** Makes a delta: the number of the complete list that it goes with. */
  baseNumber?: number
  /** Of the authority, when it is not named as it is; null for no extension. */
  authorityKeyId?: Uint8Array | null
  extensions?: readonly Uint8Array[]
}

/** A certificate revocation list of RFC 5280, 5, DER. */
export function issueRevocationList(issuer: Issued, options: RevocationListOptions): Uint8Array {
  const { certificate, key } = issuer
  const { number, baseNumber, entries } = options
  const keyId = options.authorityKeyId === undefined ? certificate.subjectKeyId : options.authorityKeyId
  const algorithm = algorithmIdentifier(signWith(key, new Uint8Array()).algorithm)
  const extensions = [
    ...(keyId ? [authorityKeyId(keyId)] : []),
    ...(number === undefined ? [] : [extension(OID.crlNumber, integer(number))]),
    ...(baseNumber === undefined ? [] : [extension(OID.deltaCrlIndicator, integer(baseNumber), true)]),
    ...(options.extensions ?? []),
  ]
  const tbs = sequence(
    integer(1),
    algorithm,
    certificate.subject,
    time(options.thisUpdate),
    time(options.nextUpdate),
    ...(entries.length > 0 ? [sequence(Buffer.concat(entries.map(entry)))] : []),
    element(context(0), sequence(...extensions)),
  )
  return sequence(tbs, algorithm, bitString(signWith(key, tbs).signature))
}

function entry({ serial, revokedAt, reason }: RevocationListOptions['entries'][number]): Uint8Array {
  const why =
    reason === undefined
      ? []
      : [sequence(extension(OID.reasonCode, element(TAG.enumerated, Uint8Array.of(reason))))]
  return sequence(integer(serial), time(revokedAt), ...why)
}
