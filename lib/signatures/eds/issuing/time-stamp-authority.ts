import { createHash } from 'node:crypto'
import { digest } from '../algorithms'
import { context } from '../der'
import { element, generalizedTime, integer, octetString, oid, sequence, setOf, time } from '../der-write'
import { OID } from '../oids'
import type { Issued } from './authority'
import { algorithmIdentifier, digestOf, signWith } from './keys'

/** The policy of НУЦ РК's time-stamp authority for GOST-2015; root.gov.kz/oid. */
const POLICY = '1.2.398.3.3.2.6.4'
/** What is not said is as an authority does it; the rest makes tokens that must be refused. */
export type StampOptions = {
  /** OID of the digest over what is stamped, and that digest. */
  imprint?: { algorithm: string; digest: Uint8Array }
  contentType?: string
  /** Whose certificate the token brings along and names, when it is not the authority's own. */
  shown?: Issued
  /** The certificate whose digest is signed, when it is not the authority's own. */
  bound?: Issued
  /** A certificate is bound by SHA-1 (RFC 2634), as tokens of НУЦ РК have it, or by the authority's own digest. */
  binding?: 'sha1' | 'digest' | 'none'
  extensions?: readonly Uint8Array[]
}

/** An RFC 3161 token (CMS SignedData, DER) over `stamped`. */
export function stampToken(
  stamped: Uint8Array,
  authority: Issued,
  at: Date,
  options: StampOptions = {},
): Uint8Array {
  const { key } = authority
  const algorithm = digestOf(key)
  const { imprint = { algorithm, digest: digest(algorithm, stamped) }, contentType = OID.timeStampInfo } =
    options
  const info = sequence(
    integer(1),
    oid(POLICY),
    sequence(algorithmIdentifier(imprint.algorithm), octetString(imprint.digest)),
    integer(1),
    generalizedTime(at),
    ...(options.extensions ? [element(context(1), ...options.extensions)] : []),
  )
  const { shown = authority, bound = authority, binding = 'sha1' } = options
  const attributes = [
    attribute(OID.contentType, oid(contentType)),
    attribute(OID.signingTime, time(at)),
    attribute(OID.messageDigest, octetString(digest(algorithm, info))),
    ...bindingAttribute(bound, binding),
  ].toSorted(Buffer.compare)
  const signed = signWith(key, setOf(...attributes))
  const signer = sequence(
    integer(1),
    sequence(shown.certificate.issuer, integer(shown.certificate.serial)),
    algorithmIdentifier(algorithm),
    element(context(0), ...attributes),
    algorithmIdentifier(signed.algorithm),
    octetString(signed.signature),
  )
  const data = sequence(
    integer(3),
    setOf(algorithmIdentifier(algorithm)),
    sequence(oid(contentType), element(context(0), octetString(info))),
    element(context(0), shown.der),
    setOf(signer),
  )
  return sequence(oid(OID.signedData), element(context(0), data))
}

/** What an authority sends back with the token (TimeStampResp); 0 is granted, 2 rejected. */
export const stampResponse = (status: number, token?: Uint8Array): Uint8Array =>
  sequence(sequence(integer(status)), ...(token ? [token] : []))

const attribute = (name: string, value: Uint8Array) => sequence(oid(name), setOf(value))

function bindingAttribute({ der, key }: Issued, binding: 'sha1' | 'digest' | 'none'): Uint8Array[] {
  if (binding === 'none') return []
  if (binding === 'sha1') {
    const hash = octetString(createHash('sha1').update(der).digest())
    return [attribute(OID.signingCertificate, sequence(sequence(sequence(hash))))]
  }
  const algorithm = digestOf(key)
  const named = algorithm === OID.sha256 ? [] : [algorithmIdentifier(algorithm)]
  const hash = octetString(digest(algorithm, der))
  return [attribute(OID.signingCertificateV2, sequence(sequence(sequence(...named, hash))))]
}
