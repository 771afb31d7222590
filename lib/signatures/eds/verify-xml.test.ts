import { describe, expect, it } from 'vitest'
import { hasSamples, sample } from '../../../test/eds-samples'
import { issueAuthority, issueCertificate, newRoot } from './issuing/authority'
import { signXml } from './issuing/sign-xml'
import { OID } from './oids'
import type { XmlPolicy } from './policy'
import { trustStore } from './trust-store'
import { readSignedXml, verifyXml } from './verify-xml'

const AT = new Date('2026-11-22T07:00:00Z')
const valid = { validFrom: new Date('2026-01-01'), validTo: new Date('2027-01-01') }
const IIN = '800101300018'
const BIN = '990140000012'

const root = newRoot({ ...valid, name: 'Root' })
const authority = issueAuthority(root, { ...valid, name: 'Authority' })
const subject = { surname: 'Ахметов', given: 'Ержан', iin: IIN, organisation: 'Мектеп', bin: BIN }
const usages = [OID.emailProtection, OID.legalEntity, OID.head]
const director = issueCertificate(authority, { ...valid, subject, usages })
const directorRsa = issueCertificate(authority, { ...valid, subject, usages, algorithm: 'RSA' })

const XML = '<notice number="17"><child>Айша</child></notice>'
const policy: XmlPolicy = {
  content: XML,
  signer: { kind: 'organisation', bin: BIN, iin: IIN, roles: ['head'] },
  trust: trustStore([root.der, authority.der]),
  revocation: { mode: 'off' },
  at: AT,
  signedWithin: 'any',
  timeStamp: 'optional',
}

describe('a signed XML', () => {
  it.each([
    ['GOST-2015-512', director],
    ['RSA', directorRsa],
  ])('by a key of %s is valid, and says whose it is', async (algorithm, issued) => {
    const outcome = await verifyXml(signXml(XML, issued), policy)
    expect(outcome).toMatchObject({
      status: 'VALID',
      code: 'OK',
      signer: { iin: IIN, bin: BIN, roles: ['head'], algorithm, claimedAt: null, stampedAt: null },
    })
  })

  it('may write the same content in another way', async () => {
    const content = `<?xml version="1.0"?>\n<notice  number='17'><child>&#1040;йша</child></notice>\n`
    expect(await verifyXml(signXml(XML, director), { ...policy, content })).toMatchObject({ code: 'OK' })
  })

  it('is read as what was signed', () => {
    expect(readSignedXml(signXml(XML, director))).toBe(XML)
  })

  it.each([
    ['another content', { content: XML.replace('17', '18') }, 'CONTENT_MISMATCH'],
    ['a content with a space more', { content: XML.replace('<child>', ' <child>') }, 'CONTENT_MISMATCH'],
    ['a content that is no XML', { content: 'Айша' }, 'MALFORMED'],
    ['nobody trusted', { trust: trustStore([]) }, 'UNTRUSTED_CHAIN'],
    ['a time, which it does not have', { signedWithin: 3_600_000 }, 'SIGNATURE_TOO_OLD'],
    ['a time stamp, which it does not have', { timeStamp: 'required' }, 'TIMESTAMP_REQUIRED'],
    ['a day after its key', { at: new Date('2027-01-02') }, 'CERT_EXPIRED'],
    ['a person', { signer: { kind: 'person', iin: IIN } }, 'ROLE_NOT_ALLOWED'],
    [
      'another school',
      { signer: { kind: 'organisation', bin: '990140000013', iin: IIN, roles: ['head'] } },
      'BIN_MISMATCH',
    ],
  ] satisfies [string, Partial<XmlPolicy>, string][])('does not hold for %s', async (_, asked, code) => {
    const outcome = await verifyXml(signXml(XML, director), { ...policy, ...asked })
    expect(outcome).toMatchObject({ status: 'INVALID', code })
  })

  it.each([
    ['', 'MALFORMED'],
    ['<notice/>', 'ONE_SIGNER_EXPECTED'],
    [signXml(signXml(XML, director), directorRsa), 'ONE_SIGNER_EXPECTED'],
    ['<!DOCTYPE a><a/>', 'XML_DTD'],
  ])('is not %s', async (xml, code) => {
    expect(await verifyXml(xml, policy)).toMatchObject({ status: 'INVALID', code, signer: null })
  })
})

describe.skipIf(!hasSamples)('a genuine signed XML', () => {
  it('chains to the test authority and names its person', async () => {
    const pem = (name: string) =>
      Buffer.from(String(sample(`test-roots/${name}`)).replace(/-----[^-]+-----/g, ''), 'base64')
    const outcome = await verifyXml(sample('ncanode/xml_signed_valid_string.xml').toString('utf8'), {
      ...policy,
      content: '<a><b>test</b></a>',
      signer: { kind: 'person', iin: '123456789011' },
      trust: trustStore([pem('root_rsa_test.crt'), pem('nca_rsa_test.crt')]),
      at: new Date('2021-06-01'),
    })
    expect(outcome).toMatchObject({
      status: 'VALID',
      signer: { fullName: 'ТЕСТОВ ТЕСТ ТЕСТОВИЧ', bin: null },
    })
  })
})
