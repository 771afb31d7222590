import { SignedXml } from 'xml-crypto'
import { type Certificate, parseCertificate } from './certificate'
import { EdsError } from './codes'
import { CodePointCanonicalization, isElement, parseStrictXml } from './strict-xml'
import {
  C14N,
  C14N_COMMENTS,
  DIGESTS,
  ENVELOPED,
  hashAlgorithms,
  SIGNATURES,
  signatureAlgorithms,
} from './xml-algorithms'

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
  return openSignature(xml, root, signature)
}

/** All signatures of a document, wherever they stand, in its order. */
export function signaturesOf(root: Element): Element[] {
  return Array.from(root.getElementsByTagNameNS(XMLDSIG, 'Signature'))
}

/** Opens one of the signatures; any other counts as part of what it signs. @throws EdsError */
export function openSignature(xml: string, root: Element, signature: Element): SignedContent {
  if (signature.parentNode !== root) throw new EdsError('NOT_WHOLE_DOCUMENT', 'a signature within a part')
  const certificate = readSignature(signature)
  const signed = new SignedXml({ getCertFromKeyInfo: () => certificate })
  signed.SignatureAlgorithms = signatureAlgorithms
  signed.HashAlgorithms = hashAlgorithms
  signed.CanonicalizationAlgorithms = {
    ...signed.CanonicalizationAlgorithms,
    [C14N]: CodePointCanonicalization,
    [C14N_COMMENTS]: CodePointCanonicalization,
  }
  const content = verifiedContent(signed, signature, xml)
  return { certificate: parseCertificate(Buffer.from(certificate, 'base64')), content }
}

/** Only what the library itself digested is ever read: a part that it did not is not signed. */
function verifiedContent(signed: SignedXml, signature: Element, xml: string): string {
  try {
    signed.loadSignature(signature)
    if (!signed.checkSignature(xml)) throw new EdsError('CONTENT_MISMATCH')
    const [content, another] = signed.getSignedReferences()
    if (content === undefined || another !== undefined) throw new EdsError('SEVERAL_REFERENCES')
    return content
  } catch (error) {
    if (error instanceof EdsError) throw error
    throw new EdsError('MALFORMED', String(error))
  }
}

/** Lets through one form of a signature, which is NCALayer's; returns the certificate, DER in base64. */
function readSignature(signature: Element): string {
  const [signedInfo, value, keyInfo, ...others] = childrenOf(signature)
  if (!isNamed(signedInfo, 'SignedInfo') || !isNamed(value, 'SignatureValue')) return malformed('Signature')
  if (keyInfo && !isNamed(keyInfo, 'KeyInfo')) return malformed('Signature')
  if (others.length > 0) throw new EdsError('NOT_WHOLE_DOCUMENT', 'an object within the signature')
  readSignedInfo(signedInfo)
  readBase64(value)
  return readKeyInfo(keyInfo)
}

function readSignedInfo(signedInfo: Element): void {
  const [canonicalisation, method, reference, another] = childrenOf(signedInfo)
  if (!isNamed(canonicalisation, 'CanonicalizationMethod') || !isNamed(method, 'SignatureMethod')) {
    malformed('SignedInfo')
  }
  if (another) throw new EdsError('SEVERAL_REFERENCES')
  if (!isNamed(reference, 'Reference')) malformed('SignedInfo')
  if (!isCanonicalisation(algorithmOf(canonicalisation))) unsupported(canonicalisation)
  if (!SIGNATURES.has(algorithmOf(method))) unsupported(method)
  readReference(reference)
}

function readReference(reference: Element): void {
  const [transforms, method, value, ...others] = childrenOf(reference)
  if (reference.getAttributeNode('URI')?.value !== '') {
    throw new EdsError('NOT_WHOLE_DOCUMENT', 'a reference to a part')
  }
  if (!isNamed(transforms, 'Transforms')) throw new EdsError('NOT_WHOLE_DOCUMENT', 'no transforms')
  if (!isNamed(method, 'DigestMethod') || !isNamed(value, 'DigestValue') || others.length > 0) {
    malformed('Reference')
  }
  const [first, second, ...further] = childrenOf(transforms)
  const isWhole =
    isNamed(first, 'Transform') &&
    algorithmOf(first) === ENVELOPED &&
    isNamed(second, 'Transform') &&
    isCanonicalisation(algorithmOf(second)) &&
    further.length === 0
  if (!isWhole) throw new EdsError('NOT_WHOLE_DOCUMENT', 'other transforms')
  if (!DIGESTS.has(algorithmOf(method))) unsupported(method)
  readBase64(value)
}

/** A key that is written beside the certificate says nothing: whoever could change one could change the other. */
function readKeyInfo(keyInfo: Element | undefined): string {
  const [certificate, another] = keyInfo
    ? Array.from(keyInfo.getElementsByTagNameNS(XMLDSIG, 'X509Certificate'))
    : []
  if (!certificate || another) throw new EdsError('NO_CERTIFICATE')
  return readBase64(certificate)
}

const isCanonicalisation = (uri: string) => uri === C14N || uri === C14N_COMMENTS

/** Of an element that has nothing inside, as parameters would stand there. */
function algorithmOf(element: Element): string {
  if (element.childNodes.length > 0) unsupported(element)
  return element.getAttribute('Algorithm') ?? ''
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

function readBase64(element: Element): string {
  const text = (element.textContent ?? '').replace(/[ \t\r\n]/g, '')
  if (!text || !BASE64.test(text) || Array.from(element.childNodes).some(isElement))
    malformed(element.tagName)
  return text
}

function unsupported(element: Element): never {
  throw new EdsError('UNSUPPORTED_ALGORITHM', `${element.tagName} ${element.getAttribute('Algorithm') ?? ''}`)
}

function malformed(what: string): never {
  throw new EdsError('MALFORMED', `the signature's ${what}`)
}
