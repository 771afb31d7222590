import { createHash, randomBytes } from 'node:crypto'
import { type Certificate, parseCertificate } from '../certificate'
import { context } from '../der'
import { bitString, element, integer, sequence, time } from '../der-write'
import { OID } from '../oids'
import type { Algorithm } from '../outcome'
import * as extensions from './extensions'
import { algorithmIdentifier, newKey, publicKeyOf, type SigningKey, signWith } from './keys'
import { authorityName, personName, type Subject } from './subject'

/** A certificate together with its key. */
export type Issued = { certificate: Certificate; der: Uint8Array; key: SigningKey }

/** What all certificates have; whatever is not said is as НУЦ РК does it. The rest makes those that must be refused. */
type Common = {
  validFrom: Date
  validTo: Date
  /** Of a new key; GOST-2015-512 unless told otherwise. */
  algorithm?: Algorithm
  key?: SigningKey
  /** Octets of the number; random ones unless told otherwise. */
  serial?: Uint8Array
  /** null: the extension is left out. */
  keyUsage?: readonly extensions.KeyUsage[] | null
  /** What the issuer's key is said to be: another's identifier, or null for no extension. */
  authorityKeyId?: Uint8Array | null
}

export type AuthorityOptions = Common & {
  /** Common name. That of the demo says «ДЕМО … НЕ НУЦ РК». */
  name: string
  isCa?: boolean
  /** How many authorities may stand below; any number unless told otherwise. */
  pathLength?: number | null
}

export type CertificateOptions = Common & {
  /** A person, or a service of the authority by its name. */
  subject: Subject | string
  /** Extended key usages by OID, in their order: what the key is for, then whose it is. */
  usages: readonly string[]
  /** Time stamping demands it; RFC 3161, 2.3. */
  isUsageCritical?: boolean
  isCa?: boolean
  ocspUrl?: string
  crlUrl?: string
}

export function newRoot(options: AuthorityOptions): Issued {
  return issue(null, authorityName(options.name), options, () => authorityExtensions(options))
}

/** An authority below another. */
export function issueAuthority(issuer: Issued, options: AuthorityOptions): Issued {
  return issue(issuer, authorityName(options.name), options, () => authorityExtensions(options))
}

export function issueCertificate(issuer: Issued, options: CertificateOptions): Issued {
  const { subject } = options
  const name = typeof subject === 'string' ? authorityName(subject) : personName(subject)
  return issue(issuer, name, options, (key) => [
    ...usageExtension(options.keyUsage, SIGNING_USAGE[key.algorithm]),
    ...(options.isCa === undefined ? [] : [extensions.basicConstraints(options.isCa, null)]),
    extensions.certificatePolicy,
    ...(options.ocspUrl ? [extensions.ocspAddress(options.ocspUrl)] : []),
    ...(options.crlUrl ? [extensions.crlAddress(options.crlUrl)] : []),
    extensions.extendedKeyUsage(options.usages, options.isUsageCritical ?? false),
    extensions.keyStoreType,
  ])
}

/** A certificate and its key that were kept. */
export const issuedFrom = (der: Uint8Array, key: SigningKey): Issued => ({
  certificate: parseCertificate(der),
  der,
  key,
})

const SIGNING_USAGE = {
  RSA: ['digitalSignature', 'nonRepudiation'],
  'GOST-2015-512': ['digitalSignature', 'nonRepudiation', 'keyEncipherment'],
} as const

/** Of keys for signing in, which sign no document. */
export const AUTH_USAGE: readonly extensions.KeyUsage[] = ['digitalSignature', 'keyEncipherment']

function authorityExtensions({ isCa = true, pathLength = null, keyUsage }: AuthorityOptions): Uint8Array[] {
  return [
    extensions.basicConstraints(isCa, pathLength),
    ...usageExtension(keyUsage, ['keyCertSign', 'crlSign']),
  ]
}

function usageExtension(
  wanted: readonly extensions.KeyUsage[] | null | undefined,
  usual: readonly extensions.KeyUsage[],
): Uint8Array[] {
  return wanted === null ? [] : [extensions.keyUsage(wanted ?? usual)]
}

function issue(
  issuer: Issued | null,
  subject: Uint8Array,
  options: Common,
  ownExtensions: (key: SigningKey) => Uint8Array[],
): Issued {
  const { validFrom, validTo, algorithm = 'GOST-2015-512', key = newKey(algorithm) } = options
  const { info, bits } = publicKeyOf(key)
  const signer = issuer?.key ?? key
  const keyId = createHash('sha1').update(bits).digest()
  const issuerKeyId = issuer ? issuer.certificate.subjectKeyId : keyId
  const named = options.authorityKeyId === undefined ? issuerKeyId : options.authorityKeyId
  const signature = algorithmIdentifier(signer.algorithm === 'RSA' ? OID.rsaSha256 : OID.gostSignature)
  const tbs = sequence(
    element(context(0), integer(2)),
    integer(options.serial ?? newSerial()),
    signature,
    issuer?.certificate.subject ?? subject,
    sequence(time(validFrom), time(validTo)),
    subject,
    info,
    element(
      context(3),
      sequence(
        ...ownExtensions(key),
        extensions.subjectKeyId(keyId),
        ...(named ? [extensions.authorityKeyId(named)] : []),
      ),
    ),
  )
  return issuedFrom(sequence(tbs, signature, bitString(signWith(signer, tbs).signature)), key)
}

/** 20 octets that begin neither with 0 nor with a sign; RFC 5280, 4.1.2.2. */
function newSerial(): Uint8Array {
  const octets = randomBytes(20)
  octets[0] = ((octets[0] ?? 0) & 0x3f) | 0x40
  return octets
}
