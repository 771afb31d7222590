import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasSamples, sample } from '../../../test/eds-samples'
import { EdsError } from './codes'
import { type Issued, newRoot } from './issuing/authority'
import { signWith } from './issuing/keys'
import { signXml } from './issuing/sign-xml'
import { canonicalXml, parseStrictXml } from './strict-xml'
import { openSignature, openSignedXml, signaturesOf } from './xmldsig'

const years = { validFrom: new Date('2026-01-01'), validTo: new Date('2036-01-01') }
const gost = newRoot({ ...years, name: 'GOST' })
const rsa = newRoot({ ...years, name: 'RSA', algorithm: 'RSA' })
const stranger = newRoot({ ...years, name: 'Stranger' })

const XML = '<notice><child Id="part">Айша</child><sum>100</sum></notice>'
const SIGNED = signXml(XML, gost)

const refusedWith = (code: string) => expect.objectContaining({ name: 'EdsError', code })

/** Every change must change something: a test of nothing passes. */
function change(xml: string, from: string | RegExp, to: string): string {
  const changed = xml.replace(from, to)
  expect(changed).not.toBe(xml)
  return changed
}

const SIGNATURE = /<ds:Signature [\s\S]*<\/ds:Signature>/
const signatureIn = (xml: string) => SIGNATURE.exec(xml)?.[0] ?? ''

/** Signs what stands in SignedInfo now, whatever it is, as somebody with a key of their own would. */
function signAgain(xml: string, { key }: Issued = gost): string {
  const signedInfo = /<ds:SignedInfo>[\s\S]*<\/ds:SignedInfo>/.exec(xml)?.[0] ?? ''
  const canonical = change(signedInfo, '>', ' xmlns:ds="http://www.w3.org/2000/09/xmldsig#">')
    .replace(/<([\w:]+)([^<>]*)\/>/g, '<$1$2></$1>')
    .replaceAll('&#13;', '&#xD;')
  const value = Buffer.from(signWith(key, Buffer.from(canonical)).signature).toString('base64')
  return xml.replace(/(<ds:SignatureValue>)[^<]*/, `$1${value}`)
}

describe('a signed XML', () => {
  it.each([
    ['GOST', gost],
    ['RSA', rsa],
  ])('by %s opens to what was signed, and to the certificate', (_, issued) => {
    const { certificate, content } = openSignedXml(signXml(XML, issued))
    expect(content).toBe(XML)
    expect(Buffer.from(certificate.der)).toEqual(Buffer.from(issued.der))
  })

  it.each([
    [
      'namespaces around the signature',
      '<n2:a xmlns:n2="urn:n2" xmlns="urn:d" xmlns:Z="urn:z"><b n2:c="d"/></n2:a>',
    ],
    ['the prefix of signatures for another thing', '<a xmlns:ds="urn:mine"><ds:b/></a>'],
    ['Kazakh letters, quotes and line ends', '<a b="&quot;&#9;&lt;">Әңгі &amp; Ғұмар&#13;\n</a>'],
    ['a language, which SignedInfo inherits', '<a xml:lang="kk" xml:id="a"><b xml:lang="ru"/></a>'],
    ['an empty root', '<a/>'],
  ])('may have %s', (_, xml) => {
    expect(openSignedXml(signXml(xml, gost)).content).toBe(canonicalXml(xml))
  })

  it('holds when only its writing changes, not what it says', () => {
    const rewritten = change(SIGNED, '<child Id="part">', "<child  Id = 'p&#97;rt' >")
    expect(openSignedXml(rewritten).content).toBe(XML)
  })

  it('is signed again by this test as by the product', () => {
    expect(openSignedXml(signAgain(SIGNED)).content).toBe(XML)
  })
})

describe('a signed XML that was changed', () => {
  it.each([
    ['a text', '100', '900', 'CONTENT_MISMATCH'],
    ['an attribute', 'Id="part"', 'Id="other"', 'CONTENT_MISMATCH'],
    ['a name', /notice>/g, 'notes>', 'CONTENT_MISMATCH'],
    ['an element added', '<sum>', '<sum>1</sum><sum>', 'CONTENT_MISMATCH'],
    ['an element added after the signature', /<\/notice>$/, '<sum>1</sum></notice>', 'CONTENT_MISMATCH'],
    ['a space added', '<sum>', ' <sum>', 'CONTENT_MISMATCH'],
    ['a namespace added', '<notice>', '<notice xmlns:a="urn:a">', 'CONTENT_MISMATCH'],
    ['the root named into a namespace', '<notice>', '<notice xmlns="urn:a">', 'CONTENT_MISMATCH'],
    ['a comment in a text', '100', '1<!-- -->00', 'NOT_WHOLE_DOCUMENT'],
    ['a comment in the signature', '<ds:SignedInfo>', '<ds:SignedInfo><!-- -->', 'NOT_WHOLE_DOCUMENT'],
    ['a document type', '<notice>', '<!DOCTYPE notice><notice>', 'XML_DTD'],
    ['the digest', /(<ds:DigestValue>)../, '$1AA', 'CONTENT_MISMATCH'],
    ['the signature value', /(<ds:SignatureValue>\s*)../, '$1AA', 'BAD_SIGNATURE'],
    ['the signature value cut off', /(<ds:SignatureValue>)[^<]*/, '$1AAAA', 'BAD_SIGNATURE'],
    ['no signature value', /(<ds:SignatureValue>)[^<]*/, '$1', 'MALFORMED'],
    ['a signature value that is no base64', /(<ds:SignatureValue>\s*)../, '$1*_', 'MALFORMED'],
    ['the form of SignedInfo', '<ds:Reference URI="">\n', '<ds:Reference URI="">', 'BAD_SIGNATURE'],
    ['the certificate taken out', /<ds:X509Certificate>[\s\S]*<\/ds:X509Certificate>/, '', 'NO_CERTIFICATE'],
    ['the key information taken out', /<ds:KeyInfo>[\s\S]*<\/ds:KeyInfo>/, '', 'NO_CERTIFICATE'],
    ['two certificates', /(<ds:X509Certificate>[\s\S]*<\/ds:X509Certificate>)/, '$1$1', 'NO_CERTIFICATE'],
    ['a text for a certificate', /(<ds:X509Certificate>)[^<]*/, '$1QUJD', 'MALFORMED'],
    ['the signature taken out', SIGNATURE, '', 'ONE_SIGNER_EXPECTED'],
    ['the signature in another namespace', '2000/09/xmldsig#"', '2000/09/xmldsig"', 'ONE_SIGNER_EXPECTED'],
  ])('%s', (_, from, to, code) => {
    expect(() => openSignedXml(change(SIGNED, from, to))).toThrow(refusedWith(code))
  })

  it('anywhere: it says what was signed, or nothing', () => {
    const signed = signXml(XML, rsa)
    const character = fc.constantFrom(...'<>&"\'/=?!-#;: \r\nA0', '', '<!--', '\u0000', '\ud83d', '<a/>')
    fc.assert(
      fc.property(fc.nat(signed.length - 1), fc.nat(3), character, (at, taken, put) => {
        try {
          expect(openSignedXml(signed.slice(0, at) + put + signed.slice(at + taken)).content).toBe(XML)
        } catch (error) {
          expect(error).toBeInstanceOf(EdsError)
        }
      }),
      { numRuns: 500 },
    )
  })

  it("by a stranger's certificate in place of the signer's", () => {
    const der = Buffer.from(stranger.der).toString('base64')
    const swapped = change(SIGNED, /(<ds:X509Certificate>)[^<]*/, `$1${der}`)
    expect(() => openSignedXml(swapped)).toThrow(refusedWith('BAD_SIGNATURE'))
  })

  it('by the key that somebody wrote beside the certificate', () => {
    const value = '<ds:KeyValue><ds:RSAKeyValue><ds:Modulus>AQAB</ds:Modulus></ds:RSAKeyValue></ds:KeyValue>'
    const withKey = change(SIGNED, '<ds:KeyInfo>', `<ds:KeyInfo>${value}`)
    expect(openSignedXml(withKey).certificate.subjectText).toBe(gost.certificate.subjectText)
  })
})

describe('a signature moved to where it covers less than it seems', () => {
  const signature = signatureIn(SIGNED)
  const signed = XML.slice('<notice>'.length, -'</notice>'.length)

  it.each([
    [
      'the original wrapped, another in its place',
      `<notice><sum>900</sum><old>${SIGNED.slice(SIGNED.indexOf('<notice>'))}</old></notice>`,
    ],
    ['in a part of the document', `<notice><old>${signed}${signature}</old><sum>900</sum></notice>`],
    [
      'in an object of its own',
      `<notice>${signed}${change(signature, '</ds:KeyInfo>', '</ds:KeyInfo><ds:Object><sum>900</sum></ds:Object>')}</notice>`,
    ],
    ['as the root', change(signature, '</ds:KeyInfo>', `</ds:KeyInfo><ds:Object>${XML}</ds:Object>`)],
  ])('%s', (_, xml) => {
    expect(() => openSignedXml(xml)).toThrow(refusedWith('NOT_WHOLE_DOCUMENT'))
  })

  it('beside another of the same value', () => {
    const twice = change(SIGNED, SIGNATURE, `${signature}${signature}`)
    expect(() => openSignedXml(twice)).toThrow(refusedWith('ONE_SIGNER_EXPECTED'))
  })

  it('with a second of its own within the first', () => {
    const within = change(SIGNED, '<ds:KeyInfo>', `<ds:KeyInfo>${signature}`)
    expect(() => openSignedXml(within)).toThrow(refusedWith('ONE_SIGNER_EXPECTED'))
  })
})

describe('a signature made for less than the document, by a good key', () => {
  const whole = '<ds:Reference URI="">'
  const enveloped = /<ds:Transform Algorithm="[^"]*enveloped-signature"\/>\n/
  const last = /(<ds:Transform Algorithm="[^"]*WithComments"\/>)/
  const reference = /(<ds:Reference [\s\S]*<\/ds:Reference>)/
  const rsaMethod = /(<ds:SignatureMethod Algorithm=")[^"]*/

  it.each([
    ['of an element by its Id', whole, '<ds:Reference URI="#part">', 'NOT_WHOLE_DOCUMENT'],
    ['by an XPointer', whole, '<ds:Reference URI="#xpointer(/)">', 'NOT_WHOLE_DOCUMENT'],
    ['of another file', whole, '<ds:Reference URI="https://example.org/a.xml">', 'NOT_WHOLE_DOCUMENT'],
    ['of what nobody says', whole, '<ds:Reference>', 'NOT_WHOLE_DOCUMENT'],
    ['of two things', reference, '$1$1', 'SEVERAL_REFERENCES'],
    ['of nothing', reference, '', 'MALFORMED'],
    ['with the signature itself', enveloped, '', 'NOT_WHOLE_DOCUMENT'],
    ['with no transforms', /<ds:Transforms>[\s\S]*<\/ds:Transforms>\n/, '', 'NOT_WHOLE_DOCUMENT'],
    [
      'of what an XPath leaves',
      last,
      '<ds:Transform Algorithm="http://www.w3.org/TR/1999/REC-xpath-19991116"><ds:XPath>//child</ds:XPath></ds:Transform>$1',
      'NOT_WHOLE_DOCUMENT',
    ],
    [
      'of what a style sheet makes',
      last,
      '<ds:Transform Algorithm="http://www.w3.org/TR/1999/REC-xslt-19991116"/>$1',
      'NOT_WHOLE_DOCUMENT',
    ],
    ['in a form made twice', last, '$1$1', 'NOT_WHOLE_DOCUMENT'],
    [
      'in a form of other namespaces',
      last,
      '<ds:Transform Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"/>',
      'NOT_WHOLE_DOCUMENT',
    ],
    [
      'in a form with parameters',
      last,
      '<ds:Transform Algorithm="http://www.w3.org/TR/2001/REC-xml-c14n-20010315"><ds:a/></ds:Transform>',
      'NOT_WHOLE_DOCUMENT',
    ],
    ['canonical in another way', 'xml-c14n-20010315"', 'xml-c14n11"', 'UNSUPPORTED_ALGORITHM'],
    [
      'by SHA-1',
      /(<ds:DigestMethod Algorithm=")[^"]*/,
      '$1http://www.w3.org/2000/09/xmldsig#sha1',
      'UNSUPPORTED_ALGORITHM',
    ],
    ['by RSA with SHA-1', rsaMethod, '$1http://www.w3.org/2000/09/xmldsig#rsa-sha1', 'UNSUPPORTED_ALGORITHM'],
    ['by HMAC', rsaMethod, '$1http://www.w3.org/2000/09/xmldsig#hmac-sha1', 'UNSUPPORTED_ALGORITHM'],
    [
      'by GOST of 2004',
      rsaMethod,
      '$1http://www.w3.org/2001/04/xmldsig-more#gost34310-gost34311',
      'UNSUPPORTED_ALGORITHM',
    ],
    [
      'by RSA, as it says, with a key of GOST',
      rsaMethod,
      '$1http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
      'UNSUPPORTED_ALGORITHM',
    ],
  ])('%s', (_, from, to, code) => {
    expect(() => openSignedXml(signAgain(change(SIGNED, from, to)))).toThrow(refusedWith(code))
  })

  it('of an Id that two elements have', () => {
    const twins = signXml('<notice><child Id="part">Айша</child><child Id="part">Ева</child></notice>', gost)
    const signed = signAgain(change(twins, whole, '<ds:Reference URI="#part">'))
    expect(() => openSignedXml(signed)).toThrow(refusedWith('NOT_WHOLE_DOCUMENT'))
  })

  it('keyed with the certificate that all can read', () => {
    const named = change(SIGNED, rsaMethod, '$1http://www.w3.org/2000/09/xmldsig#hmac-sha1')
    const value = createHmac('sha1', gost.der).update('SignedInfo').digest('base64')
    const keyed = change(named, /(<ds:SignatureValue>)[^<]*/, `$1${value}`)
    expect(() => openSignedXml(keyed)).toThrow(refusedWith('UNSUPPORTED_ALGORITHM'))
  })
})

describe('two signers', () => {
  const two = signXml(signXml(XML, rsa), gost)

  it('are one too many', () => {
    expect(() => openSignedXml(two)).toThrow(refusedWith('ONE_SIGNER_EXPECTED'))
  })

  it('each hold, the last over the first', () => {
    expect(openFromTheLast(two)).toEqual([gost.certificate.subjectText, rsa.certificate.subjectText])
  })
})

/** As NCALayer makes them: each covers those before it, and is taken out once it was looked at. */
function openFromTheLast(xml: string): string[] {
  const root = parseStrictXml(xml)
  const signature = signaturesOf(root).at(-1)
  if (!signature) return []
  const { certificate, content } = openSignature(root, signature)
  return [certificate.subjectText, ...openFromTheLast(content)]
}

describe.skipIf(!hasSamples)('genuine signatures', () => {
  const text = (name: string) => sample(`ncanode/${name}`).toString('utf8')

  it('of one signer hold', () => {
    const { certificate, content } = openSignedXml(text('xml_signed_valid_string.xml'))
    expect(content).toBe('<a><b>test</b></a>')
    expect(certificate.subjectAttributes.get('2.5.4.5')).toEqual(['IIN123456789011'])
  })

  it('of two signers hold from the last to the first, RSA below GOST', () => {
    const xml = text('xml_signed_valid_string_two_signers.xml')
    expect(openFromTheLast(xml)).toHaveLength(2)
    expect(() => openSignedXml(xml)).toThrow(refusedWith('ONE_SIGNER_EXPECTED'))
  })

  it('without a certificate are refused', () => {
    expect(() => openSignedXml(text('xml_signed_string.xml'))).toThrow(refusedWith('NOT_WHOLE_DOCUMENT'))
  })

  it.each([
    ['content', '>test<', '>best<', 'CONTENT_MISMATCH'],
    ['signature value', 'ds:SignatureValue>\na', 'ds:SignatureValue>\nb', 'BAD_SIGNATURE'],
    ['digest', 'ds:DigestValue>9', 'ds:DigestValue>8', 'CONTENT_MISMATCH'],
  ])('with another %s do not hold', (_, from, to, code) => {
    const xml = change(text('xml_signed_valid_string.xml'), from, to)
    expect(() => openSignedXml(xml)).toThrow(refusedWith(code))
  })
})
