import { createHash, X509Certificate } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { hasSamples, sample } from '../../../test/eds-samples'
import { type Certificate, parseCertificate } from './certificate'
import { parseSignedData } from './cms'
import { toHex } from './der'
import { boolean, octetString, oid, sequence } from './der-write'
import {
  answerOcsp,
  type CertificateStatus,
  type OcspAnswerOptions,
  ocspRefusal,
} from './issuing/ocsp-responder'
import { type OcspQuestion, readOcspResponse } from './ocsp'
import { buildOcspRequest, certIdOf, writeCertId } from './ocsp-request'
import { parseOcspResponse } from './ocsp-response'
import { OID } from './oids'
import {
  AT,
  authority,
  later,
  neighbour,
  personKey,
  root,
  serviceKey,
  stranger,
  trust,
} from './services.fixture'
import { trustStore } from './trust-store'

const certificate = (path: string) => parseCertificate(new X509Certificate(sample(path)).raw)

describe.skipIf(!hasSamples)('genuine answers of НУЦ РК’s test services', () => {
  const gost = () => ({
    key: certificateInside('ncanode/signed_cms.b64'),
    issuer: certificate('test-roots/nca_gost2022_test.cer'),
    root: certificate('test-roots/root_test_gost_2022.cer'),
  })
  const rsa = () => ({
    key: certificate('ncanode/certs/individual_valid_sign_2004_rsa.cer'),
    issuer: certificate('test-roots/nca_rsa_test.crt'),
    root: certificate('test-roots/root_rsa_test.crt'),
  })
  const SAMPLES = [
    {
      file: 'ncanode/ocsp/ocsp_response_individual_sign_2004.bin',
      keys: rsa,
      serial: '4279390a141f5353a62947b61ed65e81741467d1',
      nonce: 'b5e5c9b552cbcac4',
      at: new Date('2022-09-02T16:53:59Z'),
      says: { status: 'good', checkedAt: new Date('2022-09-02T16:53:59Z') },
    },
    {
      file: 'ncanode/ocsp/ocsp_response_ceo_2015_revoked.bin',
      keys: gost,
      serial: '3a90343e720594c55204b19cb9a402422ef0e622',
      nonce: '157b28fd1ac7761e',
      at: new Date('2022-09-02T16:59:28Z'),
      says: { status: 'revoked', at: new Date('2022-07-27T10:25:30Z') },
    },
    {
      // Revoked since 1970 and on hold: the authority says so of what it never issued.
      file: 'ncanode/ocsp/ocsp_response_individual_2015.bin',
      keys: gost,
      serial: '0ff06211dc82beb00253ffa000f1de84abef454f',
      nonce: 'e408ffb790834af2',
      at: new Date('2022-09-02T16:58:34Z'),
      says: { status: 'unknown' },
    },
  ] as const

  function certificateInside(path: string): Certificate {
    const [first] = parseSignedData(Buffer.from(sample(path).toString(), 'base64')).certificates
    if (!first) throw new Error(`${path} has no certificate`)
    return first
  }

  /** The key that was asked about is not among the samples: its number stands in for it. */
  function question({ keys, serial, nonce, at }: (typeof SAMPLES)[number]): OcspQuestion {
    const { key, issuer, root } = keys()
    return {
      certificate: { ...key, serial: Buffer.from(serial, 'hex') },
      issuer,
      nonce: Buffer.from(nonce, 'hex'),
      trust: trustStore([root.der, issuer.der]),
      at,
    }
  }

  it.each(SAMPLES)('$file', (given) => {
    expect(readOcspResponse(sample(given.file), question(given))).toMatchObject(given.says)
  })

  it.each(SAMPLES)('$file answers the request that is built here', (given) => {
    const { certificate, issuer } = question(given)
    expect(sample(given.file).includes(Buffer.from(writeCertId(certIdOf(certificate, issuer))))).toBe(true)
  })

  it.each(SAMPLES)('$file is nothing to another nonce, key, authority or time', (given) => {
    const asked = question(given)
    const { issuer, root } = given.keys === gost ? rsa() : gost()
    const others: Partial<OcspQuestion>[] = [
      { nonce: Buffer.alloc(8) },
      { certificate: { ...asked.certificate, serial: Uint8Array.of(1) } },
      { issuer },
      { trust: trustStore([root.der, issuer.der]) },
      { at: new Date(given.at.getTime() + 6 * 60_000) },
      { at: new Date(given.at.getTime() - 6 * 60_000) },
    ]
    for (const other of others) {
      expect(readOcspResponse(sample(given.file), { ...asked, ...other }).status).toBe('untrusted')
    }
  })

  it('holds a kept answer to its time, without a nonce', () => {
    const asked = { ...question(SAMPLES[0]), nonce: null }
    expect(readOcspResponse(sample(SAMPLES[0].file), asked).status).toBe('good')
    expect(readOcspResponse(sample(SAMPLES[0].file), { ...asked, at: new Date() }).status).toBe('untrusted')
  })

  /** What is said of each copy in which one bit of an octet is flipped, by the place of the octet. */
  function flips(genuine: Buffer, asked: OcspQuestion, step: number) {
    const places = [...genuine.keys()].filter((i) => i % step === 0)
    return places.map((i) => {
      const bytes = Buffer.from(genuine)
      bytes[i] = (genuine[i] ?? 0) ^ (1 << (i % 8))
      return { bytes, status: readOcspResponse(bytes, asked).status }
    })
  }

  it('accepts no answer in which a bit of what was signed is flipped', { timeout: 60_000 }, () => {
    const genuine = sample(SAMPLES[0].file)
    const accepted = flips(genuine, question(SAMPLES[0]), 1).filter(({ status }) => status !== 'untrusted')
    for (const { bytes } of accepted) expect(parseOcspResponse(bytes)).toEqual(parseOcspResponse(genuine))
    // The NULL after the algorithm of the signature says nothing.
    expect(accepted.length).toBeLessThanOrEqual(2)
  })

  it('lets no flipped bit turn a revoked key into a good one', { timeout: 60_000 }, () => {
    const said = flips(sample(SAMPLES[1].file), question(SAMPLES[1]), 16).map(({ status }) => status)
    expect(said).not.toContain('good')
    expect(said).not.toContain('unknown')
  })

  it.each([SAMPLES[0], SAMPLES[1]])('reads no part of $file as an answer', (given) => {
    const genuine = sample(given.file)
    const asked = question(given)
    for (let length = 0; length < genuine.length; length++) {
      expect(readOcspResponse(genuine.subarray(0, length), asked).status).toBe('untrusted')
    }
  })
})

const NONCE = Buffer.from('000102030405060708090a0b0c0d0e0f', 'hex')
const key = personKey().certificate
const responder = serviceKey(authority, { usages: [OID.ocspSigning] })
const ASKED: OcspQuestion = { certificate: key, issuer: authority.certificate, nonce: NONCE, trust, at: AT }

type Case = {
  by?: typeof responder
  status?: CertificateStatus
  options?: OcspAnswerOptions
  answeredAt?: Date
  asked?: Partial<OcspQuestion>
}

function answer({ by = responder, status = 'good', options, answeredAt = AT, asked }: Case) {
  const request = buildOcspRequest(key, authority.certificate, NONCE)
  const response = answerOcsp(request, by, authority.certificate, () => status, answeredAt, options)
  return readOcspResponse(response, { ...ASKED, ...asked })
}

describe('an answer by OCSP', () => {
  const byKeyHash = { keyHash: createHash('sha1').update(responder.certificate.publicKeyBits).digest() }
  const revokedAt = new Date('2026-11-01T10:00:00Z')

  it.each<[string, Case, object]>([
    ['says good', {}, { status: 'good', checkedAt: AT }],
    ['says revoked', { status: { revokedAt } }, { status: 'revoked', at: revokedAt }],
    ['says revoked, and why', { status: { revokedAt, reason: 1 } }, { status: 'revoked', at: revokedAt }],
    ['says on hold', { status: { revokedAt, reason: 6 } }, { status: 'revoked', at: revokedAt }],
    ['says unknown', { status: 'unknown' }, { status: 'unknown' }],
    ['says never issued', { status: { revokedAt: new Date(0), reason: 6 } }, { status: 'unknown' }],
    ['is of 1970 and not on hold', { status: { revokedAt: new Date(0) } }, { status: 'revoked' }],
    ['is the authority’s own', { by: authority }, { status: 'good' }],
    ['names its key by SHA-1', { options: byKeyHash }, { status: 'good' }],
    ['is four minutes ahead', { answeredAt: later(4) }, { status: 'good' }],
    ['is four minutes behind', { answeredAt: later(-4) }, { status: 'good' }],
    [
      'is of yesterday and holds until tomorrow',
      { options: { thisUpdate: later(-1440), nextUpdate: later(1440) } },
      { status: 'good' },
    ],
  ])('%s', (_, given, expected) => {
    expect(answer(given)).toMatchObject(expected)
  })

  it('is its own evidence', () => {
    const given = answer({ status: 'good' })
    if (given.status !== 'good') throw new Error(given.status)
    expect(readOcspResponse(given.evidence, { ...ASKED, nonce: null, at: given.checkedAt })).toEqual(given)
  })

  const withUsages = (usages: readonly string[], more = {}) => serviceKey(authority, { usages, ...more })
  const another = { ...key, serial: Uint8Array.of(1, 2, 3) }
  const critical = sequence(oid('1.3.6.1.5.5.7.48.1.99'), boolean(true), octetString(Uint8Array.of(5, 0)))

  it.each<[string, Case, RegExp]>([
    ['repeats no nonce', { options: { withoutNonce: true } }, /nonce/],
    ['repeats another nonce', { asked: { nonce: Buffer.alloc(16) } }, /nonce/],
    ['is about another certificate', { asked: { certificate: another } }, /another certificate/],
    ['is about another authority', { asked: { issuer: neighbour.certificate } }, /another authority/],
    [
      'is by somebody of another authority',
      { by: serviceKey(neighbour, { usages: [OID.ocspSigning] }) },
      /another authority/,
    ],
    ['is by another authority', { by: neighbour }, /may not answer/],
    ['is by the root', { by: root }, /may not answer/],
    ['is by a stranger', { by: serviceKey(stranger, { usages: [OID.ocspSigning] }) }, /UNTRUSTED_CHAIN/],
    ['is by the person', { by: personKey() }, /may not answer/],
    ['is by a time-stamp authority', { by: withUsages([OID.timeStamping]) }, /may not answer/],
    [
      'is by a key that may not sign',
      { by: withUsages([OID.ocspSigning], { keyUsage: ['keyEncipherment'] }) },
      /may not/,
    ],
    [
      'is by a certificate gone by',
      { by: withUsages([OID.ocspSigning], { validTo: later(-1) }) },
      /CERT_EXPIRED/,
    ],
    [
      'is by a certificate to come',
      { by: withUsages([OID.ocspSigning], { validFrom: later(1) }) },
      /CERT_NOT_YET_VALID/,
    ],
    ['brings no certificate', { options: { withoutCertificate: true } }, /is not there/],
    ['names another key', { options: { keyHash: Buffer.alloc(20) } }, /is not there/],
    ['shows another’s certificate', { by: { ...responder, key: serviceKey().key } }, /BAD_SIGNATURE/],
    ['is six minutes ahead', { answeredAt: later(6) }, /future/],
    ['is six minutes behind', { answeredAt: later(-6) }, /held until/],
    ['holds from tomorrow', { options: { thisUpdate: later(1440), nextUpdate: later(2880) } }, /future/],
    [
      'held until yesterday',
      { options: { thisUpdate: later(-2880), nextUpdate: later(-1440) } },
      /held until/,
    ],
    ['says what nobody understands', { options: { extensions: [critical] } }, /is unknown/],
  ])('counts for nothing when it %s', (_, given, why) => {
    expect(answer(given)).toEqual({ status: 'untrusted', why: expect.stringMatching(why) })
  })

  it.each([
    [1, 'malformedRequest'],
    [2, 'internalError'],
    [3, 'tryLater'],
    [5, 'sigRequired'],
    [6, 'unauthorized'],
  ])('is none with the status %i', (status, word) => {
    expect(readOcspResponse(ocspRefusal(status), ASKED)).toEqual({
      status: 'unavailable',
      why: `the service says ${word}`,
    })
  })

  it.each([
    ['nothing', new Uint8Array()],
    ['text', Buffer.from('<html>')],
    ['a status nobody knows', ocspRefusal(4)],
    ['success without an answer', ocspRefusal(0)],
    ['a refusal with something in it', sequence(Uint8Array.of(0x0a, 1, 3), Uint8Array.of(0xa0, 0))],
    ['an answer with more behind it', Buffer.concat([ocspRefusal(3), Uint8Array.of(0)])],
  ])('is not %s', (_, bytes) => {
    expect(readOcspResponse(bytes, ASKED).status).toBe('untrusted')
  })
})

describe('the responder of the demo', () => {
  it('tells numbers of its own authority apart, and knows no others', () => {
    const asked: string[] = []
    const statusOf = (serial: string): CertificateStatus => {
      asked.push(serial)
      return 'good'
    }
    const of = (issuer: Certificate) =>
      answerOcsp(buildOcspRequest(key, issuer, NONCE), responder, authority.certificate, statusOf, AT)
    const ours = parseOcspResponse(of(authority.certificate))
    const theirs = parseOcspResponse(of(neighbour.certificate))
    expect(ours).toMatchObject({ answers: [{ status: 'good' }], nonce: NONCE })
    expect(theirs).toMatchObject({ answers: [{ status: 'unknown' }] })
    expect(asked).toEqual([toHex(key.serial)])
  })

  it('says that it cannot read what is no request', () => {
    expect(answerOcsp(Buffer.from('?'), responder, authority.certificate, () => 'good', AT)).toEqual(
      ocspRefusal(1),
    )
  })
})
