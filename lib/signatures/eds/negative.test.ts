import { describe, expect, test } from 'vitest'
import { context } from './der'
import { element, integer, oid, sequence, setOf } from './der-write'
import {
  AUTH_USAGE,
  type CertificateOptions,
  issueAuthority,
  issueCertificate,
  newRoot,
} from './issuing/authority'
import { answerOcsp, type CertificateStatus } from './issuing/ocsp-responder'
import { type CmsOptions, signCms } from './issuing/sign-cms'
import { signXml } from './issuing/sign-xml'
import { stampToken } from './issuing/time-stamp-authority'
import { OID } from './oids'
import type { Outcome } from './outcome'
import type { ExpectedSigner, Policy } from './policy'
import { ocspSource } from './revocation-source'
import { trustStore } from './trust-store'
import { verifyCms } from './verify-cms'
import { verifyXml } from './verify-xml'

/** Everything that must not pass, with the code that a person is told why by; each differs in one thing from what does. */

const AT = new Date('2026-08-20T05:00:00Z')
const MINUTE = 60_000
const VALID = { validFrom: new Date('2026-01-01'), validTo: new Date('2027-01-01') }
const PDF = Buffer.from('%PDF-1.7 the statement')
const XML = '<notice><child Id="part">Айша</child></notice>'
const IIN = '850101300018'
const BIN = '990140000018'
const PERSON = { surname: 'Демо', given: 'Адам', iin: IIN }

const PERSON_SIGNER: ExpectedSigner = { kind: 'person', iin: IIN }
const HEAD_SIGNER: ExpectedSigner = {
  kind: 'organisation',
  iin: IIN,
  bin: BIN,
  roles: ['head', 'signRight'],
}

/** A message that brings a certificate along and is signed by nobody. */
function withoutSigners(certificate: Uint8Array): Uint8Array {
  const certificates = element(context(0), certificate)
  const data = sequence(integer(1), setOf(), sequence(oid(OID.data)), certificates, setOf())
  return sequence(oid(OID.signedData), element(context(0), data))
}

/** Puts one certificate in the place of another of the same length. */
function swap(cms: Uint8Array, from: Uint8Array, to: Uint8Array): Uint8Array {
  const at = Buffer.from(cms).indexOf(from)
  expect(at).toBeGreaterThan(0)
  expect(to.length).toBe(from.length)
  return Buffer.concat([cms.subarray(0, at), to, cms.subarray(at + from.length)])
}

describe.each(['GOST-2015-512', 'RSA'] as const)('%s', (algorithm) => {
  const root = newRoot({ ...VALID, algorithm, name: 'НЕГІЗГІ' })
  const authority = issueAuthority(root, { ...VALID, algorithm, name: 'ОРТАЛЫҚ' })
  const foreignRoot = newRoot({ ...VALID, algorithm, name: 'НЕГІЗГІ' })
  const foreign = issueAuthority(foreignRoot, { ...VALID, algorithm, name: 'ОРТАЛЫҚ' })
  const trust = trustStore([root.der, authority.der])

  const issue = (options: Partial<CertificateOptions> = {}, issuer = authority) =>
    issueCertificate(issuer, {
      ...VALID,
      algorithm,
      subject: PERSON,
      usages: [OID.emailProtection, OID.person],
      ...options,
    })
  const office = (role: string, bin = BIN) =>
    issue({
      subject: { ...PERSON, organisation: 'Мектеп', bin },
      usages: [OID.emailProtection, OID.legalEntity, role],
    })
  const key = issue()
  const service = (usages: readonly string[]) =>
    issueCertificate(authority, {
      ...VALID,
      algorithm,
      subject: 'ҚЫЗМЕТ',
      usages,
      isUsageCritical: true,
      keyUsage: ['digitalSignature'],
    })
  const responder = service([OID.ocspSigning])
  const stamper = service([OID.timeStamping])

  const policy = (changes: Partial<Policy> = {}): Policy => ({
    signer: PERSON_SIGNER,
    trust,
    revocation: { mode: 'off' },
    at: AT,
    signedWithin: 60 * MINUTE,
    timeStamp: 'optional',
    ...changes,
  })
  const sign = (signer = key, options: Partial<CmsOptions> = {}) =>
    signCms(PDF, signer, { signingTime: AT, ...options })
  const verified = (cms: Uint8Array, changes: Partial<Policy> = {}, content: Uint8Array | 'attached' = PDF) =>
    verifyCms(cms, { ...policy(changes), content })
  const codeOf = async (outcome: Promise<Outcome>) => (await outcome).code

  test('what passes: the right key over the right content, detached or attached', async () => {
    expect(await verified(sign())).toMatchObject({
      status: 'VALID',
      code: 'OK',
      signer: { iin: IIN, algorithm },
    })
    expect(await codeOf(verified(sign(key, { isAttached: true })))).toBe('OK')
    expect(await codeOf(verified(sign(key, { isAttached: true }), {}, 'attached'))).toBe('OK')
    expect(await codeOf(verified(sign(office(OID.head)), { signer: HEAD_SIGNER }))).toBe('OK')
    expect(await codeOf(verified(sign(office(OID.signRight)), { signer: HEAD_SIGNER }))).toBe('OK')
  })

  describe('content', () => {
    const other = Buffer.from('%PDF-1.7 another statement')
    test.each([
      ['another document', sign(), other, 'CONTENT_MISMATCH'],
      ['nothing', sign(), Buffer.alloc(0), 'CONTENT_MISMATCH'],
      ['another than is attached', sign(key, { isAttached: true }), other, 'CONTENT_MISMATCH'],
      ['none kept and none attached', sign(), 'attached' as const, 'CONTENT_MISMATCH'],
    ])('%s', async (_, cms, content, code) => {
      expect(await codeOf(verified(cms, {}, content))).toBe(code)
    })
  })

  describe('form', () => {
    const changed = (options: Partial<CmsOptions>) => sign(key, options)
    test.each([
      ['a second signer', changed({ others: [issue()] }), 'ONE_SIGNER_EXPECTED'],
      ['the same signer twice', changed({ others: [key] }), 'ONE_SIGNER_EXPECTED'],
      ['no signer', withoutSigners(key.der), 'ONE_SIGNER_EXPECTED'],
      ['stripped attributes', changed({ withoutAttributes: true }), 'NO_SIGNED_ATTRIBUTES'],
      ['no certificate', changed({ withoutCertificates: true }), 'NO_CERTIFICATE'],
      ['a byte behind it', Buffer.concat([sign(), Buffer.of(0)]), 'TRAILING_BYTES'],
      ['its end cut off', sign().subarray(0, -1), 'MALFORMED'],
      ['nothing at all', Buffer.alloc(0), 'MALFORMED'],
      ['a text', Buffer.from('подпись'), 'MALFORMED'],
      // A pattern that lets spaces stand anywhere takes a minute for these, and hours for a megabyte.
      ['spaces and no end', Buffer.from(`M${' '.repeat(200_000)}!`), 'MALFORMED'],
      ['six megabytes', Buffer.alloc(6 * 1024 * 1024, 0x30), 'TOO_LARGE'],
    ])('%s', async (_, cms, code) => {
      expect(await codeOf(verified(cms))).toBe(code)
    })

    test('a certificate that is mostly a name', () => {
      const subject = { ...PERSON, surname: 'Ә'.repeat(33_000) }
      expect(() => issue({ subject })).toThrow(expect.objectContaining({ code: 'MALFORMED' }))
    })

    test('a foreign certificate in the place of the signer’s', async () => {
      // The same name and number, another key: whoever signed did not mean this certificate.
      const { serial } = key.certificate
      const twin = issue({ serial })
      const swapped = swap(sign(), key.der, twin.der)
      expect(await codeOf(verified(swapped))).toBe('CERTIFICATE_MISMATCH')
      const unbound = swap(sign(key, { withoutSigningCertificate: true }), key.der, twin.der)
      expect(await codeOf(verified(unbound))).toBe('BAD_SIGNATURE')
    })
  })

  describe('key', () => {
    const LONG_AGO = { validFrom: new Date('2024-01-01'), validTo: new Date('2025-01-01') }
    const TO_COME = { validFrom: new Date('2026-12-01'), validTo: new Date('2027-12-01') }
    test.each([
      ['expired', issue(LONG_AGO), 'CERT_EXPIRED', LONG_AGO.validTo],
      ['not yet valid', issue(TO_COME), 'CERT_NOT_YET_VALID', TO_COME.validFrom],
      [
        'for signing in',
        issue({ usages: [OID.clientAuth, OID.person], keyUsage: AUTH_USAGE }),
        'NOT_A_SIGNING_KEY',
        null,
      ],
      [
        'for signing in, by its usages alone',
        issue({ usages: [OID.clientAuth, OID.person] }),
        'NOT_A_SIGNING_KEY',
        null,
      ],
      ['for signing in, by its bits alone', issue({ keyUsage: AUTH_USAGE }), 'NOT_A_SIGNING_KEY', null],
      ['without usages of the key', issue({ keyUsage: null }), 'NOT_A_SIGNING_KEY', null],
      ['of a foreign authority of the same name', issue({}, foreign), 'UNTRUSTED_CHAIN', null],
      [
        'of a foreign authority that names ours',
        issue({ authorityKeyId: authority.certificate.subjectKeyId }, foreign),
        'UNTRUSTED_CHAIN',
        null,
      ],
      ['issued by another key', issue({}, key), 'UNTRUSTED_CHAIN', null],
      ['of an organisation', office(OID.head), 'ROLE_NOT_ALLOWED', null],
      ['of a person, with a BIN', issue({ subject: { ...PERSON, bin: BIN } }), 'ROLE_NOT_ALLOWED', null],
      ['of nobody', issue({ subject: { surname: 'Демо', given: 'Адам' } }), 'NO_IIN', null],
      ['of another person', issue({ subject: { ...PERSON, iin: '850101300019' } }), 'IIN_MISMATCH', null],
    ])('%s', async (_, signer, code, moment) => {
      expect(await verified(sign(signer))).toMatchObject({ status: 'INVALID', code, moment })
    })

    test.each([
      ['of an employee', office(OID.employee), 'ROLE_NOT_ALLOWED'],
      ['of somebody who signs for money', office(OID.financeRight), 'ROLE_NOT_ALLOWED'],
      ['of personnel', office(OID.personnel), 'ROLE_NOT_ALLOWED'],
      ['of the head as a person', key, 'ROLE_NOT_ALLOWED'],
      ['of the head of another organisation', office(OID.head, '990140000019'), 'BIN_MISMATCH'],
    ])('on an order: %s', async (_, signer, code) => {
      expect(await codeOf(verified(sign(signer), { signer: HEAD_SIGNER }))).toBe(code)
    })

    test('on an order: of another head of the same organisation', async () => {
      const signer = { ...HEAD_SIGNER, iin: '850101300019' }
      expect(await codeOf(verified(sign(office(OID.head)), { signer }))).toBe('IIN_MISMATCH')
    })

    test('while its authority had expired', async () => {
      const at = new Date('2027-06-01')
      const long = issue({ validTo: new Date('2030-01-01') })
      const cms = sign(long, { signingTime: at })
      expect(await codeOf(verified(cms, { at }))).toBe('CERT_EXPIRED')
    })
  })

  describe('time', () => {
    const signedAt = (minutes: number | null, changes: Partial<Policy> = {}) => {
      const signingTime = minutes === null ? null : new Date(AT.getTime() + minutes * MINUTE)
      return codeOf(verified(sign(key, { signingTime }), changes))
    }
    test.each([
      [4, 'OK'],
      [6, 'SIGNING_TIME_IN_FUTURE'],
      [-60, 'OK'],
      [-61, 'SIGNATURE_TOO_OLD'],
      [null, 'SIGNATURE_TOO_OLD'],
    ])('claimed %s minutes from now', async (minutes, code) => {
      expect(await signedAt(minutes)).toBe(code)
    })

    test('at no moment, or within no length of time, nothing holds', async () => {
      expect(await signedAt(0, { at: new Date(Number.NaN) })).toBe('CERT_NOT_YET_VALID')
      expect(await signedAt(0, { at: new Date(Number.NaN), signedWithin: 'any' })).toBe('CERT_NOT_YET_VALID')
      expect(await signedAt(0, { signedWithin: Number.NaN })).toBe('SIGNATURE_TOO_OLD')
    })

    test('an old one and one without a time pass only where any time will do', async () => {
      expect(await signedAt(-1000, { signedWithin: 'any' })).toBe('OK')
      expect(await signedAt(null, { signedWithin: 'any' })).toBe('OK')
      expect(await signedAt(6, { signedWithin: 'any' })).toBe('SIGNING_TIME_IN_FUTURE')
    })

    test('a time stamp that is not one over this signature, by a trusted authority, for now', async () => {
      const stamped = (stamp: (value: Uint8Array) => Uint8Array) => sign(key, { stamp })
      const required = { timeStamp: 'required' } as const
      const good = stamped((value) => stampToken(value, stamper, AT))
      expect(await verified(good, required)).toMatchObject({ status: 'VALID', signer: { stampedAt: AT } })
      expect(await codeOf(verified(sign(), required))).toBe('TIMESTAMP_REQUIRED')
      const bad = [
        stamped(() => stampToken(Buffer.from('another'), stamper, AT)),
        stamped((value) => stampToken(value, key, AT)),
        stamped((value) => stampToken(value, stamper, new Date(AT.getTime() + 6 * MINUTE))),
        stamped(() => sequence(integer(1))),
      ]
      for (const cms of bad) expect(await codeOf(verified(cms))).toBe('BAD_TIMESTAMP')
    })
  })

  describe('revocation', () => {
    const asked = (mode: 'soft' | 'required', status: CertificateStatus | 'down' | 'forged') => {
      const source = ocspSource({
        url: 'http://ocsp.test/',
        hosts: [],
        post: async (_, request) => {
          if (status === 'down') throw new Error('no route to host')
          const by = status === 'forged' ? key : responder
          return answerOcsp(
            request,
            by,
            authority.certificate,
            () => (status === 'forged' ? 'good' : status),
            AT,
          )
        },
      })
      return verified(sign(), { revocation: { mode, source } })
    }
    const revokedAt = new Date('2026-08-01')
    const neverIssued = { revokedAt: new Date(0), reason: 6 }
    test.each(['soft', 'required'] as const)('asked for, %s', async (mode) => {
      expect((await asked(mode, 'good')).status).toBe('VALID')
      expect(await asked(mode, { revokedAt })).toMatchObject({ code: 'CERT_REVOKED', moment: revokedAt })
      expect((await asked(mode, 'unknown')).code).toBe('REVOCATION_UNKNOWN')
      expect((await asked(mode, neverIssued)).code).toBe('REVOCATION_UNKNOWN')
      expect((await asked(mode, 'forged')).code).toBe('REVOCATION_UNTRUSTED')
    })

    test('no answer is enough only where it may come later', async () => {
      expect((await asked('soft', 'down')).status).toBe('VALID_REVOCATION_PENDING')
      expect(await asked('required', 'down')).toMatchObject({
        status: 'INVALID',
        code: 'REVOCATION_UNAVAILABLE',
      })
    })
  })

  describe('XML', () => {
    const signed = signXml(XML, key)
    const codeOfXml = (xml: string, changes: Partial<Policy> = {}, content = XML) =>
      codeOf(verifyXml(xml, { ...policy({ signedWithin: 'any', ...changes }), content }))
    const change = (from: string | RegExp, to: string) => {
      const changed = signed.replace(from, to)
      expect(changed).not.toBe(signed)
      return changed
    }

    test('passes as it was signed, and only so', async () => {
      expect(await codeOfXml(signed)).toBe('OK')
      expect(await codeOfXml(signed, {}, XML.replace('Айша', 'Айгүл'))).toBe('CONTENT_MISMATCH')
      expect(await codeOfXml(change('Айша', 'Айгүл'), {}, XML.replace('Айша', 'Айгүл'))).toBe(
        'CONTENT_MISMATCH',
      )
      expect(await codeOfXml(signed, { signedWithin: MINUTE })).toBe('SIGNATURE_TOO_OLD')
      expect(await codeOfXml(signXml(signed, key))).toBe('ONE_SIGNER_EXPECTED')
      expect(await codeOfXml(XML)).toBe('ONE_SIGNER_EXPECTED')
    })

    test.each([
      ['a reference to a part', /URI=""/, 'URI="#part"', 'NOT_WHOLE_DOCUMENT'],
      [
        'the signed document wrapped into another',
        /(<notice>[\s\S]*<\/notice>)/,
        '<evil><child/>$1</evil>',
        'NOT_WHOLE_DOCUMENT',
      ],
      [
        'the signature among what it signs',
        /(<ds:Signature [\s\S]*<\/ds:Signature>)/,
        '<x>$1</x>',
        'NOT_WHOLE_DOCUMENT',
      ],
      ['something more', '<child', '<child/><child', 'CONTENT_MISMATCH'],
      ['a document type', '<notice>', '<!DOCTYPE notice><notice>', 'XML_DTD'],
      ['a second reference', /(<ds:Reference [\s\S]*<\/ds:Reference>)/, '$1$1', 'SEVERAL_REFERENCES'],
      ['a comment', '<child', '<!-- --><child', 'NOT_WHOLE_DOCUMENT'],
      ['no certificate', /<ds:X509Certificate>[\s\S]*<\/ds:X509Certificate>/, '', 'NO_CERTIFICATE'],
      [
        'a digest by SHA-1',
        /(<ds:DigestMethod Algorithm=")[^"]*/,
        '$1http://www.w3.org/2000/09/xmldsig#sha1',
        'UNSUPPORTED_ALGORITHM',
      ],
      [
        'a signature that anybody can make',
        /(<ds:SignatureMethod Algorithm=")[^"]*/,
        '$1http://www.w3.org/2000/09/xmldsig#hmac-sha1',
        'UNSUPPORTED_ALGORITHM',
      ],
    ])('%s', async (_, from, to, code) => {
      expect(await codeOfXml(change(from, to))).toBe(code)
    })
  })
})
