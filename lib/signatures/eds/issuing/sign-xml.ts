import { digest } from '../algorithms'
import { canonicalFormWithin, canonicalXml, isElement, parseStrictXml } from '../strict-xml'
import { C14N, C14N_COMMENTS, DIGESTS, ENVELOPED, SIGNATURES } from '../xml-algorithms'
import { signaturesOf } from '../xmldsig'
import type { Issued } from './authority'
import { digestOf, signWith } from './keys'

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="no"?>'

/** An XML with an enveloped signature over the whole of it, in the form that NCALayer gives it. */
export function signXml(xml: string, issued: Issued): string {
  const content = canonicalXml(xml)
  const end = content.lastIndexOf('</')
  const [before, after] = [`${DECLARATION}${content.slice(0, end)}`, content.slice(end)]
  const signedInfo = signedInfoOf(content, issued)
  const unsigned = `${before}${signatureOf(signedInfo, '', '')}${after}`
  const { signature } = signWith(issued.key, Buffer.from(canonicalSignedInfo(unsigned)))
  return `${before}${signatureOf(signedInfo, base64(signature), base64(issued.der))}${after}`
}

function signatureOf(signedInfo: string, value: string, certificate: string): string {
  return `<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#">
${signedInfo}
<ds:SignatureValue>
${value}
</ds:SignatureValue>
<ds:KeyInfo>
<ds:X509Data>
<ds:X509Certificate>
${certificate}
</ds:X509Certificate>
</ds:X509Data>
</ds:KeyInfo>
</ds:Signature>`
}

function signedInfoOf(content: string, { key }: Issued): string {
  const hash = digestOf(key)
  const signature = signWith(key, Buffer.alloc(0)).algorithm
  return `<ds:SignedInfo>
<ds:CanonicalizationMethod Algorithm="${C14N}"/>
<ds:SignatureMethod Algorithm="${uriOf(SIGNATURES, signature)}"/>
<ds:Reference URI="">
<ds:Transforms>
<ds:Transform Algorithm="${ENVELOPED}"/>
<ds:Transform Algorithm="${C14N_COMMENTS}"/>
</ds:Transforms>
<ds:DigestMethod Algorithm="${uriOf(DIGESTS, hash)}"/>
<ds:DigestValue>${base64(digest(hash, Buffer.from(content)))}</ds:DigestValue>
</ds:Reference>
</ds:SignedInfo>`
}

/** As it stands in the document. */
function canonicalSignedInfo(xml: string): string {
  const root = parseStrictXml(xml)
  const signature = signaturesOf(root).at(-1)
  const signedInfo = Array.from(signature?.childNodes ?? []).find(isElement)
  if (!signature || !signedInfo) throw new Error('the signature was lost')
  return canonicalFormWithin([signature, root], signedInfo)
}

/** Lines of 76, ended as Java's encoder ends them. */
function base64(octets: Uint8Array): string {
  const lines =
    Buffer.from(octets)
      .toString('base64')
      .match(/.{1,76}/g) ?? []
  return lines.join('&#13;\n')
}

function uriOf(algorithms: ReadonlyMap<string, string>, oid: string): string {
  const found = [...algorithms].find(([, known]) => known === oid)
  if (!found) throw new Error(`no URI for ${oid}`)
  return found[0]
}
