import { digest, verifySignature } from './algorithms'
import { type Certificate, parseCertificate } from './certificate'
import { EdsError } from './codes'
import { sameBytes } from './der'
import { canonicalForm, canonicalFormWithin, isElement, parseStrictXml } from './strict-xml'
import { C14N, C14N_COMMENTS, DIGESTS, ENVELOPED, SIGNATURES } from './xml-algorithms'

const XMLDSIG = 'http://www.w3.org/2000/09/xmldsig#'

/** `content`: what was signed, in canonical form: the document without the signature. */
export type SignedContent = { certificate: Certificate; content: string }

/**
 * Opens an XML with one enveloped signature over the whole of it. Says whose key made it, nothing of whether the
 * key is to be trusted.
 * @throws EdsError
 */
export function openSignedXml(xml: string): SignedContent {
  const root = parseStrictXml(xml)
  const [signature, another] = signaturesOf(root)
  if (!signature || another) throw new EdsError('ONE_SIGNER_EXPECTED')
  return openSignature(root, signature)
}

/** All signatures of a document, wherever they stand, in its order. */
export function signaturesOf(root: Element): Element[] {
  const within = Array.from(root.getElementsByTagNameNS(XMLDSIG, 'Signature'))
  return isNamed(root, 'Signature') ? [root, ...within] : within
}

/**
 * Opens one of the signatures, and takes it out of the document; any other counts as part of what it signs.
 * @throws EdsError
 */
export function openSignature(root: Element, signature: Element): SignedContent {
  if (signature.parentNode !== root) throw new EdsError('NOT_WHOLE_DOCUMENT', 'a signature within a part')
  const { signedInfo, method, digestMethod, digestValue, value, certificate } = readSignature(signature)
  const signed = canonicalFormWithin([signature, root], signedInfo)
  root.removeChild(signature)
  const content = canonicalForm(root)
  if (!sameBytes(digest(digestMethod, Buffer.from(content)), digestValue))
    throw new EdsError('CONTENT_MISMATCH')
  if (!verifySignature(method, certificate, Buffer.from(signed), value)) throw new EdsError('BAD_SIGNATURE')
  return { certificate, content }
}

/** What a signature says of itself; algorithms by their OID. */
type SignatureParts = Reference & {
  signedInfo: Element
  method: string
  value: Uint8Array
  certificate: Certificate
}
type Reference = { digestMethod: string; digestValue: Uint8Array }

/** Lets through one form of a signature, which is NCALayer's. */
function readSignature(signature: Element): SignatureParts {
  const [signedInfo, value, keyInfo, ...others] = childrenOf(signature)
  if (!isNamed(signedInfo, 'SignedInfo') || !isNamed(value, 'SignatureValue')) return malformed('Signature')
  if (keyInfo && !isNamed(keyInfo, 'KeyInfo')) return malformed('Signature')
  if (others.length > 0) throw new EdsError('NOT_WHOLE_DOCUMENT', 'an object within the signature')
  return {
    signedInfo,
    ...readSignedInfo(signedInfo),
    value: readBase64(value),
    certificate: readKeyInfo(keyInfo),
  }
}

function readSignedInfo(signedInfo: Element): Reference & { method: string } {
  const [canonicalisation, method, reference, another] = childrenOf(signedInfo)
  if (another) throw new EdsError('SEVERAL_REFERENCES')
  if (!isNamed(canonicalisation, 'CanonicalizationMethod') || !isNamed(reference, 'Reference')) {
    return malformed('SignedInfo')
  }
  if (!isCanonicalisation(canonicalisation)) return unsupported(canonicalisation)
  return { method: algorithmOf(method, 'SignatureMethod', SIGNATURES), ...readReference(reference) }
}

function readReference(reference: Element): Reference {
  const [transforms, method, value, ...others] = childrenOf(reference)
  if (reference.getAttributeNode('URI')?.value !== '') {
    throw new EdsError('NOT_WHOLE_DOCUMENT', 'a reference to a part')
  }
  if (!isNamed(transforms, 'Transforms')) throw new EdsError('NOT_WHOLE_DOCUMENT', 'no transforms')
  const [first, second, ...further] = childrenOf(transforms)
  if (!isTransform(first, ENVELOPED) || !second || !isCanonicalisation(second) || further.length > 0) {
    throw new EdsError('NOT_WHOLE_DOCUMENT', 'other transforms')
  }
  if (!isNamed(value, 'DigestValue') || others.length > 0) return malformed('Reference')
  return { digestMethod: algorithmOf(method, 'DigestMethod', DIGESTS), digestValue: readBase64(value) }
}

/** A key that is written beside the certificate says nothing: whoever could change one could change the other. */
function readKeyInfo(keyInfo: Element | undefined): Certificate {
  const [certificate, another] = keyInfo
    ? Array.from(keyInfo.getElementsByTagNameNS(XMLDSIG, 'X509Certificate'))
    : []
  if (!certificate || another) throw new EdsError('NO_CERTIFICATE')
  return parseCertificate(readBase64(certificate))
}

/** Comments are refused before, so that both forms are one. */
const isCanonicalisation = (element: Element) => uriOf(element) === C14N || uriOf(element) === C14N_COMMENTS

const isTransform = (element: Element | undefined, uri: string) =>
  isNamed(element, 'Transform') && uriOf(element) === uri

function algorithmOf(element: Element | undefined, name: string, known: ReadonlyMap<string, string>): string {
  return isNamed(element, name) ? (known.get(uriOf(element)) ?? unsupported(element)) : malformed(name)
}

/** No algorithm that counts has parameters; what stands inside would be some. */
function uriOf(element: Element): string {
  return element.childNodes.length === 0 ? (element.getAttribute('Algorithm') ?? '') : 'with parameters'
}

function isNamed(element: Element | undefined, name: string): element is Element {
  return element?.localName === name && element.namespaceURI === XMLDSIG
}

function childrenOf(element: Element): Element[] {
  const nodes = Array.from(element.childNodes)
  if (nodes.some((node) => !isElement(node) && node.textContent?.trim())) malformed(element.tagName)
  return nodes.filter(isElement)
}

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/

function readBase64(element: Element): Uint8Array {
  const text = (element.textContent ?? '').replace(/[ \t\r\n]/g, '')
  if (!text || !BASE64.test(text) || Array.from(element.childNodes).some(isElement))
    malformed(element.tagName)
  return Buffer.from(text, 'base64')
}

function unsupported(element: Element): never {
  throw new EdsError('UNSUPPORTED_ALGORITHM', `${element.tagName} ${element.getAttribute('Algorithm') ?? ''}`)
}

function malformed(what: string): never {
  throw new EdsError('MALFORMED', `the signature's ${what}`)
}
