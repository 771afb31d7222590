import { digest } from '../algorithms'
import { context } from '../der'
import { element, integer, octetString, oid, sequence, setOf, time } from '../der-write'
import { OID } from '../oids'
import type { Issued } from './authority'
import { algorithmIdentifier, digestOf, signWith } from './keys'

/** How to sign. What is not said is as NCALayer does it; the rest makes signatures that must be refused. */
export type CmsOptions = {
  signingTime: Date | null
  /** Whether the content lies in the signature. */
  isAttached?: boolean
  /** Gives an RFC 3161 token over the value of the signature: CAdES-T. */
  stamp?: (signatureValue: Uint8Array) => Uint8Array
  /** Others who sign too. */
  others?: readonly Issued[]
  withoutAttributes?: boolean
  withoutSigningCertificate?: boolean
  withoutCertificates?: boolean
}

/** A CAdES-BES signature (CMS SignedData, RFC 5652 and 5126) over `content`; DER. */
export function signCms(content: Uint8Array, issued: Issued, options: CmsOptions): Uint8Array {
  const signers = [issued, ...(options.others ?? [])]
  const attached = options.isAttached ? [element(context(0), octetString(content))] : []
  const certificates = signers.map(({ der }) => der)
  const signedData = sequence(
    integer(1),
    setOf(...[...new Set(signers.map(({ key }) => digestOf(key)))].map(algorithmIdentifier)),
    sequence(oid(OID.data), ...attached),
    ...(options.withoutCertificates ? [] : [element(context(0), ...certificates)]),
    setOf(...signers.map((signer) => signerInfo(content, signer, options))),
  )
  return sequence(oid(OID.signedData), element(context(0), signedData))
}

function signerInfo(content: Uint8Array, issued: Issued, options: CmsOptions): Uint8Array {
  const { certificate, key } = issued
  const attributes = options.withoutAttributes ? null : signedAttributes(content, issued, options)
  const { algorithm, signature } = signWith(key, attributes ? setOf(...attributes) : content)
  const unsigned = options.stamp && attribute(OID.timeStampToken, options.stamp(signature))
  return sequence(
    integer(1),
    sequence(certificate.issuer, integer(certificate.serial)),
    algorithmIdentifier(digestOf(key)),
    // Signed as a SET OF, they stand in the signature under a tag of their own; RFC 5652, 5.4.
    ...(attributes ? [element(context(0), ...attributes)] : []),
    algorithmIdentifier(algorithm),
    octetString(signature),
    ...(unsigned ? [element(context(1), unsigned)] : []),
  )
}

function signedAttributes(content: Uint8Array, issued: Issued, options: CmsOptions): Uint8Array[] {
  const { signingTime, withoutSigningCertificate } = options
  const attributes = [
    attribute(OID.contentType, oid(OID.data)),
    attribute(OID.messageDigest, octetString(digest(digestOf(issued.key), content))),
    ...(signingTime ? [attribute(OID.signingTime, time(signingTime))] : []),
    ...(withoutSigningCertificate ? [] : [attribute(OID.signingCertificateV2, signingCertificate(issued))]),
  ]
  return attributes.toSorted(Buffer.compare)
}

const attribute = (name: string, value: Uint8Array) => sequence(oid(name), setOf(value))

/** SigningCertificateV2, RFC 5035: SHA-256 is not named, for it is the default. */
function signingCertificate({ certificate, der, key }: Issued): Uint8Array {
  const algorithm = digestOf(key)
  const issuer = sequence(element(context(4), certificate.issuer))
  return sequence(
    sequence(
      sequence(
        ...(algorithm === OID.sha256 ? [] : [algorithmIdentifier(algorithm)]),
        octetString(digest(algorithm, der)),
        sequence(issuer, integer(certificate.serial)),
      ),
    ),
  )
}
