import type { HashAlgorithm, SignatureAlgorithm } from 'xml-crypto'
import { digest, verifySignature } from './algorithms'
import { parseCertificate } from './certificate'
import { EdsError } from './codes'
import { OID } from './oids'

/** The algorithms of XML signatures that count, by their URI; those of Kazakhstan as NCALayer writes them. */
export const C14N = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315'
export const C14N_COMMENTS = `${C14N}#WithComments`
export const ENVELOPED = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature'

export const SIGNATURES: ReadonlyMap<string, string> = new Map([
  ['http://www.w3.org/2001/04/xmldsig-more#rsa-sha256', OID.rsaSha256],
  ['urn:ietf:params:xml:ns:pkigovkz:xmlsec:algorithms:gostr34102015-gostr34112015-512', OID.gostSignature],
])

export const DIGESTS: ReadonlyMap<string, string> = new Map([
  ['http://www.w3.org/2001/04/xmlenc#sha256', OID.sha256],
  ['urn:ietf:params:xml:ns:pkigovkz:xmlsec:algorithms:gostr34112015-512', OID.streebog512],
])

/** As `xml-crypto` wants them. */
export const hashAlgorithms: Record<string, new () => HashAlgorithm> = Object.fromEntries(
  [...DIGESTS].map(([uri, oid]) => [
    uri,
    class {
      getAlgorithmName = () => uri
      getHash = (xml: string) => Buffer.from(digest(oid, Buffer.from(xml))).toString('base64')
    },
  ]),
)

/** Here a key is the certificate, DER in base64: the library has no other way to hand over one of GOST. */
export const signatureAlgorithms: Record<string, new () => SignatureAlgorithm> = Object.fromEntries(
  [...SIGNATURES].map(([uri, oid]) => [
    uri,
    class {
      getAlgorithmName = () => uri
      getSignature(): never {
        throw new Error('this side only verifies')
      }
      verifySignature(signedInfo: string, certificate: unknown, value: string): boolean {
        const key = parseCertificate(Buffer.from(String(certificate), 'base64'))
        const isOurs = verifySignature(oid, key, Buffer.from(signedInfo), Buffer.from(value, 'base64'))
        if (!isOurs) throw new EdsError('BAD_SIGNATURE')
        return true
      }
    },
  ]),
)
