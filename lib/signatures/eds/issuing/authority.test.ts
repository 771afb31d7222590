import { X509Certificate } from 'node:crypto'
import { expect, test } from 'vitest'
import { buildChain } from '../chain'
import { EdsError } from '../codes'
import { toHex } from '../der'
import { OID } from '../oids'
import { signerOf } from '../signer'
import { trustStore } from '../trust-store'
import {
  AUTH_USAGE,
  type AuthorityOptions,
  type CertificateOptions,
  issueAuthority,
  issueCertificate,
  newRoot,
} from './authority'
import { newKey, publicKeyOf, signWith } from './keys'

const AT = new Date('2026-03-01T07:00:00Z')
const VALID = { validFrom: new Date('2026-01-01T00:00:00Z'), validTo: new Date('2027-01-01T00:00:00Z') }
const SUBJECT = {
  surname: 'Өмірзақова',
  given: 'Гүлжаһан',
  patronymic: 'Ғаниқызы',
  iin: '860417499010',
  organisation: '№ 5 мектеп',
  bin: '070940990354',
}
const HEAD = [OID.emailProtection, OID.legalEntity, OID.head]
const root = newRoot({ ...VALID, name: 'НЕГІЗГІ' })

const authority = (options: Partial<AuthorityOptions> = {}) =>
  issueAuthority(root, { ...VALID, name: 'ОРТАЛЫҚ', ...options })
const head = (issuer = authority(), options: Partial<CertificateOptions> = {}) =>
  issueCertificate(issuer, { ...VALID, subject: SUBJECT, usages: HEAD, ...options })

test.each(['RSA', 'GOST-2015-512'] as const)('%s: a head as НУЦ РК writes it', (algorithm) => {
  const { certificate } = head(authority(), {
    algorithm,
    ocspUrl: 'http://ocsp.kz',
    crlUrl: 'http://crl.kz/a.crl',
  })
  expect(signerOf(certificate)).toMatchObject({
    fullName: 'ӨМІРЗАҚОВА ГҮЛЖАҺАН ҒАНИҚЫЗЫ',
    iin: SUBJECT.iin,
    bin: SUBJECT.bin,
    organisation: '№ 5 МЕКТЕП',
    roles: ['head'],
    algorithm,
    ...VALID,
  })
  expect(certificate).toMatchObject({
    isCa: false,
    keyUsage: { digitalSignature: true, nonRepudiation: true, keyCertSign: false, crlSign: false },
    extendedKeyUsage: HEAD,
    ocspUrls: ['http://ocsp.kz'],
    crlUrls: ['http://crl.kz/a.crl'],
  })
})

test('an independent reader sees the same', () => {
  const { der, certificate } = head()
  const seen = new X509Certificate(der)
  expect(seen.subject.split('\n')).toEqual([
    'CN=ӨМІРЗАҚОВА ГҮЛЖАҺАН',
    'SN=ӨМІРЗАҚОВА',
    'serialNumber=IIN860417499010',
    'C=KZ',
    'O=№ 5 МЕКТЕП',
    'OU=BIN070940990354',
    'GN=ҒАНИҚЫЗЫ',
  ])
  expect(seen.serialNumber.toLowerCase()).toBe(toHex(certificate.serial))
  expect(new Date(seen.validTo)).toEqual(VALID.validTo)
  expect(new X509Certificate(root.der).ca).toBe(true)
})

test('node verifies what an RSA authority signed', () => {
  const rsaRoot = newRoot({ ...VALID, name: 'RSA', algorithm: 'RSA' })
  const { der } = issueAuthority(rsaRoot, { ...VALID, name: 'ОРТАЛЫҚ', algorithm: 'RSA' })
  const issuer = new X509Certificate(rsaRoot.der)
  expect(new X509Certificate(der).verify(issuer.publicKey)).toBe(true)
  expect(new X509Certificate(der).checkIssued(issuer)).toBe(true)
})

test('a key for signing in does not sign', () => {
  const { keyUsage } = head(authority(), { keyUsage: AUTH_USAGE }).certificate
  expect(keyUsage).toMatchObject({ digitalSignature: true, nonRepudiation: false })
})

test('a key that was kept signs on', () => {
  const key = newKey('GOST-2015-512')
  const again = JSON.parse(JSON.stringify(key))
  expect(publicKeyOf(again)).toEqual(publicKeyOf(key))
  expect(signWith(again, Buffer.from('a')).signature).toHaveLength(128)
})

test.each<[string, Partial<AuthorityOptions>, Partial<CertificateOptions>, string | null]>([
  ['all as it should be', {}, {}, null],
  ['no identifier of the issuer', {}, { authorityKeyId: null }, 'UNTRUSTED_CHAIN'],
  ["another's identifier", {}, { authorityKeyId: Buffer.alloc(20, 1) }, 'UNTRUSTED_CHAIN'],
  ['no authority', { isCa: false }, {}, 'ISSUER_NOT_A_CA'],
  ['an authority that may not sign certificates', { keyUsage: ['crlSign'] }, {}, 'ISSUER_NOT_A_CA'],
  ['an authority without key usage', { keyUsage: null }, {}, 'ISSUER_NOT_A_CA'],
])('a chain with %s', (_, ofAuthority, ofHead, code) => {
  const issuer = authority(ofAuthority)
  const { certificate } = head(issuer, ofHead)
  const trust = { ...trustStore([root.der]), intermediates: [issuer.certificate] }
  const codeOf = (build: () => unknown) => {
    try {
      build()
      return null
    } catch (error) {
      return error instanceof EdsError ? error.code : error
    }
  }
  expect(codeOf(() => buildChain(certificate, trust, AT))).toBe(code)
})
