import { describe, expect, test } from 'vitest'
import { hasSamples, sample } from '../../../test/eds-samples'
import { parseCertificate } from './certificate'
import { buildChain } from './chain'
import { certificateOf, checkSignature, parseSignedData } from './cms'
import { EdsError } from './codes'
import { decodeCms } from './decode'
import type { ExpectedSigner, Policy } from './policy'
import { signerOf } from './signer'
import { derOf } from './trust-directory'
import { type TrustStore, trustStore } from './trust-store'
import { verifyCms } from './verify-cms'
import { verifyXml } from './verify-xml'

/** What OCSP, lists of revoked certificates and time stamps say is tried in the tests beside them. */

const CONTENT = Buffer.from('test123')
const trusted = (...files: string[]): TrustStore =>
  trustStore(files.map((file) => derOf(sample(`test-roots/${file}`))))
const everybody = () =>
  trusted('root_rsa_test.crt', 'nca_rsa_test.crt', 'root_test_gost_2022.cer', 'nca_gost2022_test.cer')

const ANYBODY: ExpectedSigner = { kind: 'any', iin: 'any', bin: 'any' }
const policy = (at: string, signer: ExpectedSigner = ANYBODY): Policy => ({
  signer,
  trust: everybody(),
  revocation: { mode: 'off' },
  at: new Date(at),
  signedWithin: 'any',
  timeStamp: 'optional',
})

const codeOf = (action: () => unknown): string => {
  try {
    action()
    return 'OK'
  } catch (error) {
    if (error instanceof EdsError) return error.code
    throw error
  }
}

describe.skipIf(!hasSamples)('genuine CMS', () => {
  /** Each signature by itself, as `who: algorithm, code`. */
  function signatures(file: string, content: Uint8Array): string[] {
    const message = parseSignedData(decodeCms(sample(`ncanode/${file}`)))
    return message.signers.map((signer) => {
      const certificate = certificateOf(message, signer)
      const { iin, algorithm } = signerOf(certificate)
      return `${iin}: ${algorithm}, ${codeOf(() => checkSignature(message, signer, certificate, content))}`
    })
  }

  test.each(['signed_cms.b64', 'signed_detached_cms.b64'])('%s: both signatures hold', (file) => {
    expect(signatures(file, CONTENT)).toEqual(['123456789012: GOST-2015-512, OK', '123456789011: RSA, OK'])
    expect(signatures(file, Buffer.from('test124'))).toEqual([
      '123456789012: GOST-2015-512, CONTENT_MISMATCH',
      '123456789011: RSA, CONTENT_MISMATCH',
    ])
  })

  test.each([
    ['signed_cms.b64', 'attached' as const],
    ['signed_cms.b64', CONTENT],
    ['signed_detached_cms.b64', CONTENT],
  ])('%s is refused: two people signed', async (file, content) => {
    const outcome = await verifyCms(sample(`ncanode/${file}`), { ...policy('2022-10-01'), content })
    expect(outcome).toMatchObject({ status: 'INVALID', code: 'ONE_SIGNER_EXPECTED' })
  })

  test('signed_cms_one_signer.b64 holds; its key had expired when it was used', async () => {
    const file = 'signed_cms_one_signer.b64'
    expect(signatures(file, CONTENT)).toEqual(['123456789011: RSA, OK'])
    const verified = async (at: string, content: Uint8Array | 'attached' = CONTENT) => {
      const outcome = await verifyCms(sample(`ncanode/${file}`), { ...policy(at), content })
      return outcome.code
    }
    expect(await verified('2022-10-01')).toBe('CERT_EXPIRED')
    // The chain holds while the key is valid; then the time that the signer claims is still to come.
    expect(await verified('2021-10-01')).toBe('SIGNING_TIME_IN_FUTURE')
    expect(await verified('2021-10-01', 'attached')).toBe('SIGNING_TIME_IN_FUTURE')
    expect(await verified('2021-10-01', Buffer.from('test'))).toBe('CONTENT_MISMATCH')
    expect(await verified('2020-10-01')).toBe('CERT_NOT_YET_VALID')
  })
})

describe.skipIf(!hasSamples)('genuine XML', () => {
  const xml = (file: string) => sample(`ncanode/${file}`).toString('utf8')

  test('one signer: valid while the key is', async () => {
    const verified = (at: string, signer: ExpectedSigner) =>
      verifyXml(xml('xml_signed_valid_string.xml'), { ...policy(at, signer), content: 'any' })
    expect(await verified('2021-10-01', { kind: 'person', iin: '123456789011' })).toMatchObject({
      status: 'VALID',
      signer: { fullName: 'ТЕСТОВ ТЕСТ ТЕСТОВИЧ', iin: '123456789011', bin: null, algorithm: 'RSA' },
    })
    expect(await verified('2022-10-01', ANYBODY)).toMatchObject({
      code: 'CERT_EXPIRED',
      moment: new Date('2022-01-18T13:09:14Z'),
    })
  })

  test.each([
    // A message of WS-Security: it signs a part, and names its certificate where nobody looks.
    ['xml_signed_string.xml', 'NOT_WHOLE_DOCUMENT'],
    // That both hold, from the last to the first, is tried in xmldsig.test.ts.
    ['xml_signed_valid_string_two_signers.xml', 'ONE_SIGNER_EXPECTED'],
  ])('%s is refused', async (file, code) => {
    const outcome = await verifyXml(xml(file), { ...policy('2021-10-01'), content: 'any' })
    expect(outcome).toMatchObject({ status: 'INVALID', code })
  })
})

describe.skipIf(!hasSamples)('genuine certificates', () => {
  const certificate = (file: string) => parseCertificate(derOf(sample(file)))
  const chain = (file: string, trust: TrustStore, at: string) =>
    codeOf(() => buildChain(certificate(file), trust, new Date(at)))

  test.each([
    ['ncanode/certs/individual_valid_sign_2004_rsa.cer', 'OK'],
    ['ncanode/certs/individual_valid_sign_2004_rsa_auth.cer', 'OK'],
    ['ncanode/ca/nca_rsa_test.crt', 'OK'],
    ['ncanode/ca/nca_gost2015_test.cer', 'OK'],
    ['test-roots/nca_gost2022_test.crt', 'OK'],
  ])('%s has a chain to its root', (file, code) => {
    expect(chain(file, everybody(), '2022-08-01')).toBe(code)
  })

  test.each([
    ['RSA', 'nca_rsa_test.crt', 'root_rsa_test.crt', 'ncanode/certs/individual_valid_sign_2004_rsa.cer'],
    ['GOST', 'nca_gost2022_test.cer', 'root_test_gost_2022.cer', 'test-roots/nca_gost2022_test.cer'],
  ])('%s: the chain needs its own root, in its own time', (_, issuing, root, file) => {
    const whole = trusted(issuing, root)
    expect(chain(file, whole, '2022-08-01')).toBe('OK')
    expect(chain(file, trusted(issuing), '2022-08-01')).toBe('UNTRUSTED_CHAIN')
    expect(chain(file, whole, '2040-01-01')).toBe('CERT_EXPIRED')
    const other = root === 'root_rsa_test.crt' ? 'root_test_gost_2022.cer' : 'root_rsa_test.crt'
    expect(chain(file, trusted(other), '2022-08-01')).toBe('UNTRUSTED_CHAIN')
  })

  test('the same certificate as DER and as PEM is the same certificate', () => {
    for (const name of ['root_test_gost_2022', 'nca_gost2022_test']) {
      const [der, pem] = ['cer', 'crt'].map((kind) => certificate(`test-roots/${name}.${kind}`).der)
      expect(pem).toEqual(der)
    }
  })

  test('whose the keys are', () => {
    const rsa = signerOf(certificate('ncanode/certs/individual_valid_sign_2004_rsa.cer'))
    expect(rsa).toMatchObject({ iin: '123456789011', bin: null, roles: ['person'] })
    const auth = certificate('ncanode/certs/individual_valid_sign_2004_rsa_auth.cer')
    expect(auth.keyUsage).toMatchObject({ digitalSignature: true, nonRepudiation: false })
  })

  test('GOST 34.310-2004 is not supported, and is told from a bad signature', () => {
    const gost2004 = trusted('root_gost_test.crt', 'nca_gost_test.crt')
    for (const file of ['ncanode/certs/ceo_valid_sign_2004_gost.cer', 'ncanode/ca/nca_gost_test.crt']) {
      expect(chain(file, gost2004, '2022-08-01')).toBe('UNSUPPORTED_ALGORITHM')
    }
    const head = certificate('ncanode/certs/ceo_valid_sign_2004_gost.cer')
    expect(codeOf(() => signerOf(head))).toBe('UNSUPPORTED_ALGORITHM')
  })
})
