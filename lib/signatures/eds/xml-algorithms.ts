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
