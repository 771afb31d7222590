import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { parseCertificate } from './eds/certificate'
import { parseSignedData } from './eds/cms'
import { toHex } from './eds/der'
import type { Issued } from './eds/issuing/authority'
import { signCms } from './eds/issuing/sign-cms'
import { signXml } from './eds/issuing/sign-xml'
import type { Policy } from './eds/policy'
import { AT, authority, personKey, trust } from './eds/services.fixture'
import { signerOf } from './eds/signer'
import { ncaNodeVerifier } from './ncanode'

vi.mock('@/lib/platform/clock', () => ({ now: () => new Date('2026-11-22T05:00:00Z') }))

/** A stand-in of NCANode's documented REST interface, version 3: it believes what it is given, as the real one nearly does. */
const PDF = Buffer.from('%PDF-1.7')
const XML = '<notice><n>7</n></notice>'
const key = personKey()
const other = personKey()

type Request = { path: string; body: Record<string, unknown> }
type Said = { status?: number; body: unknown }
let requests: Request[] = []
let answer: (request: Request) => Said

const server = createServer(async (request, response) => {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part)
  const asked = { path: request.url ?? '', body: JSON.parse(Buffer.concat(parts).toString('utf8')) }
  requests.push(asked)
  const { status = 200, body } = answer(asked)
  response.writeHead(status, {
    'content-type': 'application/json',
    ...(status === 302 ? { location: '/' } : {}),
  })
  response.end(typeof body === 'string' ? body : JSON.stringify(body))
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
afterAll(() => new Promise((resolve) => server.close(resolve)))
const verifier = ncaNodeVerifier(`http://127.0.0.1:${(server.address() as AddressInfo).port}/nca`)

type Info = { valid?: boolean; revocations?: unknown[] }
const GOOD = { revoked: false, by: 'OCSP', reason: 'OK' }

/** As NCANode describes a certificate. */
function certificateInfo({ certificate }: Issued, { valid = true, revocations = [GOOD] }: Info = {}) {
  const { iin, bin } = signerOf(certificate)
  return {
    valid,
    revocations,
    notBefore: certificate.validFrom.toISOString(),
    notAfter: certificate.validTo.getTime(),
    keyUsage: 'SIGN',
    keyUser: ['INDIVIDUAL'],
    serialNumber: toHex(certificate.serial).toUpperCase().replace(/^0+/, ''),
    subject: { iin, ...(bin ? { bin } : {}), commonName: 'ДЕМО АДАМ' },
  }
}
const ok = (certificates: unknown[] = [certificateInfo(key)], valid = true): Said => ({
  body: { status: 200, message: 'OK', valid, signers: [{ certificates, tsp: null }] },
})

/** The revocation service is away: then NCANode calls the certificate invalid, and has no word of its own for it. */
const withoutOcsp = ({ body }: Request): Said =>
  Array.isArray(body.revocationCheck) && body.revocationCheck.length > 0
    ? ok(
        [
          certificateInfo(key, {
            valid: false,
            revocations: [{ revoked: false, by: 'OCSP', reason: 'timeout' }],
          }),
        ],
        false,
      )
    : ok([certificateInfo(key, { revocations: [] })])

const never = async () => {
  throw new Error('we do not ask ourselves')
}
const policy = (mode: 'soft' | 'required' = 'required', changes: Partial<Policy> = {}): Policy => ({
  signer: { kind: 'person', iin: '850101300018' },
  trust,
  revocation: { mode, source: never },
  at: AT,
  signedWithin: 'any',
  timeStamp: 'optional',
  ...changes,
})
const cms = signCms(PDF, key, { signingTime: AT })
const verified = (given = policy()) => verifier.verifyCms(cms, { ...given, content: PDF })

beforeEach(() => {
  requests = []
  answer = () => ok()
})

test('a signature holds when both find so; what it said of revocation is kept', async () => {
  const outcome = await verified()
  expect(outcome).toMatchObject({ status: 'VALID', code: 'OK', signer: { iin: '850101300018' } })
  if (outcome.status === 'INVALID') throw new Error(outcome.detail)
  expect(outcome.evidence.chain[0]).toEqual(authority.der)
  expect(Buffer.from(outcome.evidence.revocation?.response ?? []).toString()).toContain('"revoked":false')
  expect(requests).toEqual([
    {
      path: '/nca/cms/verify',
      body: {
        cms: Buffer.from(cms).toString('base64'),
        data: PDF.toString('base64'),
        revocationCheck: ['OCSP'],
      },
    },
  ])
})

test('XML goes the same way', async () => {
  answer = () => ({ body: { status: 200, message: 'OK', valid: true, signers: [certificateInfo(key)] } })
  const signed = signXml(XML, key)
  expect(await verifier.verifyXml(signed, { ...policy(), content: XML })).toMatchObject({ status: 'VALID' })
  expect(requests).toEqual([{ path: '/nca/xml/verify', body: { xml: signed, revocationCheck: ['OCSP'] } }])
})

describe('what we refuse ourselves it is not asked about', () => {
  test.each([
    ['another content', { content: Buffer.from('other') }, 'CONTENT_MISMATCH'],
    ['another person', { signer: { kind: 'person', iin: '850101300019' } as const }, 'IIN_MISMATCH'],
    ['no trusted root', { trust: { roots: [], intermediates: [] } }, 'UNTRUSTED_CHAIN'],
  ])('%s', async (_, changes, code) => {
    const outcome = await verifier.verifyCms(cms, { ...policy(), content: PDF, ...changes })
    expect(outcome).toMatchObject({ status: 'INVALID', code })
    expect(requests).toEqual([])
  })

  test('two signers', async () => {
    const two = signCms(PDF, key, { signingTime: AT, others: [other] })
    expect(parseSignedData(two).signers).toHaveLength(2)
    expect((await verifier.verifyCms(two, { ...policy(), content: PDF })).code).toBe('ONE_SIGNER_EXPECTED')
    expect(requests).toEqual([])
  })
})

describe('what it refuses is refused', () => {
  const info = (changes: Info) => certificateInfo(key, changes)
  const revoked = (revocationTime: unknown) => [{ revoked: true, by: 'OCSP', revocationTime, reason: 'OK' }]
  const DAY = new Date('2026-11-01T00:00:00Z')
  test.each<[string, () => Said, string]>([
    [
      'revoked',
      () => ok([info({ valid: false, revocations: revoked(DAY.getTime()) })], false),
      'CERT_REVOKED',
    ],
    [
      'revoked, though it calls it valid',
      () => ok([info({ revocations: revoked(DAY.toISOString()) })]),
      'CERT_REVOKED',
    ],
    [
      'never issued',
      () => ok([info({ valid: false, revocations: revoked(0) })], false),
      'REVOCATION_UNKNOWN',
    ],
    ['a chain that it does not know', () => ok([info({ valid: false })], false), 'UNTRUSTED_CHAIN'],
    ['a signature that it finds bad', () => ok([info({})], false), 'BAD_SIGNATURE'],
    ['valid without a word on revocation', () => ok([info({ revocations: [] })]), 'REVOCATION_UNAVAILABLE'],
    ['another certificate', () => ok([certificateInfo(other)]), 'CERTIFICATE_MISMATCH'],
    ['a second certificate', () => ok([info({}), certificateInfo(other)]), 'CERTIFICATE_MISMATCH'],
    ['nobody', () => ({ body: { valid: true, signers: [] } }), 'CERTIFICATE_MISMATCH'],
    ['another IIN', () => ok([{ ...info({}), subject: { iin: '850101300019' } }]), 'CERTIFICATE_MISMATCH'],
    [
      'a BIN',
      () => ok([{ ...info({}), subject: { iin: '850101300018', bin: '990140000018' } }]),
      'CERTIFICATE_MISMATCH',
    ],
  ])('%s', async (_, said, code) => {
    answer = said
    expect(await verified()).toMatchObject({ status: 'INVALID', code })
  })

  test('with the day of the revocation', async () => {
    answer = () => ok([info({ valid: false, revocations: revoked(DAY.toISOString()) })], false)
    expect(await verified(policy('soft'))).toMatchObject({ code: 'CERT_REVOKED', moment: DAY })
  })
})

test('where it cannot ask the authority, the signature waits or is refused, as the policy says', async () => {
  answer = withoutOcsp
  expect(await verified(policy('soft'))).toMatchObject({ status: 'VALID_REVOCATION_PENDING' })
  expect(requests.map(({ body }) => body.revocationCheck)).toEqual([['OCSP'], []])
  expect(await verified()).toMatchObject({ status: 'INVALID', code: 'REVOCATION_UNAVAILABLE' })
})

describe('what is no answer is told apart from «no»', () => {
  test.each<[string, Said]>([
    ['a fault of its own', { status: 500, body: { status: 500, message: 'Try again' } }],
    ['a request that it does not understand', { status: 400, body: ok().body }],
    ['a redirect', { status: 302, body: ok().body }],
    ['a page', { body: '<html>' }],
    ['no verdict', { body: { signers: [] } }],
    ['a verdict in words', { body: { valid: 'true', signers: [] } }],
  ])('%s', async (_, said) => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    answer = () => said
    await expect(verified(policy('soft'))).rejects.toMatchObject({ name: 'DomainError', code: 'unavailable' })
  })

  test('nobody there', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const away = ncaNodeVerifier('http://127.0.0.1:1')
    await expect(away.verifyCms(cms, { ...policy(), content: PDF })).rejects.toMatchObject({
      code: 'unavailable',
    })
  })
})

test('of another moment than its own only our library judges, with our own source', async () => {
  const source = async () => ({ status: 'good', checkedAt: AT, evidence: Buffer.from('kept') }) as const
  const at = new Date('2026-12-22T05:00:00Z')
  expect(await verified(policy('required', { at, revocation: { mode: 'required', source } }))).toMatchObject({
    status: 'VALID',
    evidence: { revocation: { response: Buffer.from('kept') } },
  })
  expect((await verified(policy('required', { revocation: { mode: 'off' } }))).status).toBe('VALID')
  expect(requests).toEqual([])
  expect(parseCertificate(key.der).validTo.getTime()).toBeGreaterThan(at.getTime())
})
