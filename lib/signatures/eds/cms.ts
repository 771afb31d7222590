import { digest, verifySignature } from './algorithms'
import { algorithmOf, type Certificate, parseCertificate } from './certificate'
import { EdsError } from './codes'
import {
  childrenOf,
  context,
  type Element,
  Fields,
  fieldsOf,
  integerOf,
  octetsOf,
  oidOf,
  parseElement,
  sameBytes,
  TAG,
  timeOf,
} from './der'
import { OID } from './oids'

/** Who signed, and how: one SignerInfo of RFC 5652, 5.3. */
export type SignerInfo = {
  /** Issuer and serial number, or the identifier of the key. */
  id: { issuer: Uint8Array; serial: Uint8Array } | { keyId: Uint8Array }
  digestAlgorithm: string
  /** As the signature covers them: tagged as a SET. null: there are none. */
  signedAttributes: Uint8Array | null
  attributes: ReadonlyMap<string, Element>
  signatureAlgorithm: string
  signature: Uint8Array
  unsignedAttributes: ReadonlyMap<string, Element>
}

export type SignedData = {
  contentType: string
  /** null: detached. */
  content: Uint8Array | null
  certificates: readonly Certificate[]
  signers: readonly SignerInfo[]
}

/** @throws EdsError MALFORMED, TRAILING_BYTES */
export function parseSignedData(der: Uint8Array): SignedData {
  const info = fieldsOf(parseElement(der))
  if (oidOf(info.take(TAG.oid)) !== OID.signedData) throw new EdsError('MALFORMED', 'not SignedData')
  const wrapped = info.take(context(0))
  info.end()
  const fields = fieldsOf(parseElement(wrapped.content))
  fields.take(TAG.integer)
  fields.take(TAG.set)
  const encapsulated = fieldsOf(fields.take(TAG.sequence))
  const contentType = oidOf(encapsulated.take(TAG.oid))
  const content = encapsulated.optional(context(0))
  encapsulated.end()
  const certificates = fields.optional(context(0))
  fields.optional(context(1))
  const signers = childrenOf(fields.take(TAG.set), TAG.set).map(readSigner)
  fields.end()
  return {
    contentType,
    content: content && octetsOf(parseElement(content.content)),
    certificates: certificates
      ? childrenOf(certificates, context(0)).map(({ bytes }) => parseCertificate(bytes))
      : [],
    signers,
  }
}

function readSigner(element: Element): SignerInfo {
  const fields = fieldsOf(element)
  fields.take(TAG.integer)
  const id = fields.any()
  const digestAlgorithm = algorithmOf(fields.take(TAG.sequence))
  const signed = fields.optional(context(0))
  const signatureAlgorithm = algorithmOf(fields.take(TAG.sequence))
  const signature = octetsOf(fields.take(TAG.octetString))
  const unsigned = fields.optional(context(1))
  fields.end()
  return {
    id: readId(id),
    digestAlgorithm,
    signedAttributes: signed && asSet(signed.bytes),
    attributes: readAttributes(signed),
    signatureAlgorithm,
    signature,
    unsignedAttributes: readAttributes(unsigned),
  }
}

function readId(element: Element): SignerInfo['id'] {
  if (element.tag === context(0, false)) return { keyId: element.content }
  const fields = fieldsOf(element)
  const issuer = fields.take(TAG.sequence).bytes
  const serial = integerOf(fields.take(TAG.integer))
  fields.end()
  return { issuer, serial }
}

/** RFC 5652, 5.4: what is signed is the SET OF, not the implicit tag that stands in the message. */
function asSet(bytes: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(bytes)
  copy[0] = TAG.set
  return copy
}

/** By type, each with one value. @throws EdsError MALFORMED when one stands twice */
function readAttributes(list: Element | null): ReadonlyMap<string, Element> {
  const attributes = new Map<string, Element>()
  if (!list) return attributes
  const all = new Fields(list.content)
  while (!all.isDone) {
    const fields = fieldsOf(all.take(TAG.sequence))
    const type = oidOf(fields.take(TAG.oid))
    const [value, ...more] = childrenOf(fields.take(TAG.set), TAG.set)
    fields.end()
    if (attributes.has(type)) throw new EdsError('MALFORMED', `attribute ${type} stands twice`)
    if (!value || more.length > 0) throw new EdsError('MALFORMED', `attribute ${type} has not one value`)
    attributes.set(type, value)
  }
  return attributes
}

/** The certificate that the message names as the signer's. @throws EdsError NO_CERTIFICATE */
export function certificateOf({ certificates }: SignedData, { id }: SignerInfo): Certificate {
  const found = certificates.find((certificate) =>
    'keyId' in id
      ? certificate.subjectKeyId !== null && sameBytes(certificate.subjectKeyId, id.keyId)
      : sameBytes(certificate.issuer, id.issuer) && sameBytes(certificate.serial, id.serial),
  )
  if (!found) throw new EdsError('NO_CERTIFICATE')
  return found
}

/**
 * Whether the signed attributes are about this content and this certificate.
 * @throws EdsError NO_SIGNED_ATTRIBUTES, CONTENT_MISMATCH, CERTIFICATE_MISMATCH
 */
function checkAttributes(
  signer: SignerInfo,
  {
    contentType,
    content,
    certificate,
  }: { contentType: string; content: Uint8Array; certificate: Certificate },
): void {
  const type = signer.attributes.get(OID.contentType)
  const imprint = signer.attributes.get(OID.messageDigest)
  if (!type || !imprint) throw new EdsError('NO_SIGNED_ATTRIBUTES')
  if (oidOf(type) !== contentType) throw new EdsError('CONTENT_MISMATCH', 'signed as another type of content')
  if (!sameBytes(octetsOf(imprint), digest(signer.digestAlgorithm, content))) {
    throw new EdsError('CONTENT_MISMATCH')
  }
  const bound = signer.attributes.get(OID.signingCertificateV2)
  if (bound && !namesCertificate(bound, certificate)) throw new EdsError('CERTIFICATE_MISMATCH')
}

/** RFC 5035, 3: the first ESSCertIDv2 is the signer's; its digest is SHA-256 unless it names another. */
function namesCertificate(attribute: Element, certificate: Certificate): boolean {
  const list = fieldsOf(attribute).take(TAG.sequence)
  const first = new Fields(list.content).take(TAG.sequence)
  const fields = fieldsOf(first)
  const algorithm = fields.optional(TAG.sequence)
  const hash = octetsOf(fields.take(TAG.octetString))
  return sameBytes(hash, digest(algorithm ? algorithmOf(algorithm) : OID.sha256, certificate.der))
}

/** The signer's own clock; null when it was not said. */
export function signingTimeOf({ attributes }: SignerInfo): Date | null {
  const time = attributes.get(OID.signingTime)
  return time ? timeOf(time) : null
}

/**
 * Whether this signature holds over the content by the certificate's key; of trust it says nothing.
 * @throws EdsError NO_SIGNED_ATTRIBUTES, CONTENT_MISMATCH, CERTIFICATE_MISMATCH, BAD_SIGNATURE, UNSUPPORTED_ALGORITHM
 */
export function checkSignature(
  { contentType }: SignedData,
  signer: SignerInfo,
  certificate: Certificate,
  content: Uint8Array,
): void {
  // Without them a signature over one content could be shown as one over attributes that look like it.
  if (!signer.signedAttributes) throw new EdsError('NO_SIGNED_ATTRIBUTES')
  checkAttributes(signer, { contentType, content, certificate })
  const { signatureAlgorithm, signedAttributes, signature, digestAlgorithm } = signer
  if (!verifySignature(signatureAlgorithm, certificate, signedAttributes, signature, digestAlgorithm)) {
    throw new EdsError('BAD_SIGNATURE')
  }
}
