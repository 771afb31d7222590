import { createHash } from 'node:crypto'
import { gostEngine } from 'node-gost-crypto'
import { describe, expect, it } from 'vitest'
import { hasSamples, sample } from '../../../test/eds-samples'
import { certificateOf, parseSignedData } from './cms'
import { EdsError } from './codes'
import { octetsOf } from './der'
import { boolean, octetString, oid, sequence } from './der-write'
import { signCms } from './issuing/sign-cms'
import { type StampOptions, stampResponse, stampToken } from './issuing/time-stamp-authority'
import { OID } from './oids'
import { AT, authority, later, personKey, root, serviceKey, stranger, trust } from './services.fixture'
import { openTimeStamp, readTimeStamp, readTimeStampInfo, tokenOf } from './time-stamp'
import { trustStore } from './trust-store'

function faultOf(act: () => unknown): EdsError {
  try {
    act()
  } catch (error) {
    if (error instanceof EdsError) return error
    throw error
  }
  throw new Error('nothing is wrong with it')
}

describe.skipIf(!hasSamples)('the genuine answer of НУЦ РК’s time-stamp authority', () => {
  const STAMPED = Buffer.from('cafebabe', 'hex')
  const token = () => sample('ncanode/tsp/tsp_token.bin')

  it('holds the token', () => {
    expect(tokenOf(sample('ncanode/tsp/tsp_response.bin'))).toEqual(token())
  })

  it('is of its time and over its data', () => {
    const { content } = parseSignedData(token())
    expect(content && readTimeStampInfo(content)).toEqual({
      policy: '1.2.398.3.3.2.6.1',
      imprint: { algorithm: OID.sha1, digest: createHash('sha1').update(STAMPED).digest() },
      time: new Date('2022-09-18T13:20:14Z'),
    })
  })

  it('holds, as an independent implementation of GOST-2004 finds', () => {
    const message = parseSignedData(token())
    const [signer] = message.signers
    if (!signer?.signedAttributes || !message.content) throw new Error('the token is not read')
    const hash = { name: 'GOST R 34.11', version: 1994, sBox: 'D-TEST' } as const
    const imprint = signer.attributes.get(OID.messageDigest)
    expect(imprint && octetsOf(imprint)).toEqual(
      Buffer.from(gostEngine.getGostDigest(hash).digest(message.content)),
    )
    const theirs = gostEngine.getGostSign({
      name: 'GOST R 34.10',
      version: 2001,
      mode: 'SIGN',
      length: 256,
      namedCurve: 'S-256-A',
      hash,
    })
    const key = certificateOf(message, signer).publicKeyBits.subarray(-64)
    expect(theirs.verify(key, signer.signature, signer.signedAttributes)).toBe(true)
  })

  it('counts for nothing: SHA-1 and GOST-2004 are retired', () => {
    const fault = faultOf(() => readTimeStamp(token(), STAMPED, trust))
    expect(fault).toMatchObject({
      code: 'BAD_TIMESTAMP',
      message: expect.stringContaining('UNSUPPORTED_ALGORITHM'),
    })
  })
})

const STAMPED = Buffer.from('the value of a signature')
const tsa = (options = {}) =>
  serviceKey(authority, { usages: [OID.timeStamping], isUsageCritical: true, ...options })
const usual = tsa()

describe('a time stamp', () => {
  it.each<[string, StampOptions]>([
    ['as НУЦ РК makes it', {}],
    ['that binds the certificate by a digest of today', { binding: 'digest' }],
    ['that binds no certificate', { binding: 'none' }],
    [
      'over another digest',
      { imprint: { algorithm: OID.sha256, digest: createHash('sha256').update(STAMPED).digest() } },
    ],
  ])('%s proves its time', (_, options) => {
    const { time, authority } = readTimeStamp(stampToken(STAMPED, usual, AT, options), STAMPED, trust)
    expect(time).toEqual(AT)
    expect(authority.der).toEqual(usual.der)
  })

  it('by RSA proves its time', () => {
    const rsa = tsa({ algorithm: 'RSA' })
    expect(readTimeStamp(stampToken(STAMPED, rsa, AT), STAMPED, trust).time).toEqual(AT)
  })

  it('counts as of its own time, not of now', () => {
    const retired = tsa({ validTo: later(1) })
    expect(readTimeStamp(stampToken(STAMPED, retired, AT), STAMPED, trust).time).toEqual(AT)
  })

  const sha1 = { algorithm: OID.sha1, digest: createHash('sha1').update(STAMPED).digest() }
  const critical = sequence(oid('1.2.398.9'), boolean(true), octetString(Uint8Array.of(5, 0)))
  const other = tsa()
  const of = (by = usual, options: StampOptions = {}, at = AT) => stampToken(STAMPED, by, at, options)

  it.each<[string, () => Uint8Array, RegExp]>([
    ['over something else', () => stampToken(Buffer.from('another'), usual, AT), /something else/],
    ['over a digest by SHA-1', () => of(usual, { imprint: sha1 }), /UNSUPPORTED_ALGORITHM/],
    ['with another’s certificate', () => of(usual, { shown: other, binding: 'none' }), /BAD_SIGNATURE/],
    ['bound by SHA-1 to another certificate', () => of(usual, { bound: other }), /CERTIFICATE_MISMATCH/],
    [
      'bound to another certificate',
      () => of(usual, { bound: other, binding: 'digest' }),
      /CERTIFICATE_MISMATCH/,
    ],
    ['of another type', () => of(usual, { contentType: OID.data }), /no time/],
    ['with what nobody understands', () => of(usual, { extensions: [critical] }), /is unknown/],
    ['by a person', () => of(personKey()), /no time-stamp authority/],
    [
      'by a key for more than that',
      () => of(tsa({ usages: [OID.timeStamping, OID.emailProtection] })),
      /no time-stamp/,
    ],
    [
      'by a key that does not insist on it',
      () => of(tsa({ isUsageCritical: false })),
      /no time-stamp authority/,
    ],
    ['by a responder', () => of(tsa({ usages: [OID.ocspSigning] })), /no time-stamp authority/],
    [
      'by a stranger',
      () => of(serviceKey(stranger, { usages: [OID.timeStamping], isUsageCritical: true })),
      /UNTRUSTED/,
    ],
    ['before its certificate', () => of(tsa({ validFrom: later(1) })), /CERT_NOT_YET_VALID/],
    ['after its certificate', () => of(tsa({ validTo: later(-1) })), /CERT_EXPIRED/],
    [
      'before its authority',
      () => of(tsa({ validFrom: new Date('2020-01-01') }), {}, new Date('2020-06-01')),
      /NOT_YET/,
    ],
    [
      'that is a signature',
      () => signCms(STAMPED, personKey(), { signingTime: AT, isAttached: true }),
      /no time/,
    ],
    ['cut off', () => of().subarray(0, -1), /MALFORMED/],
    ['with more behind it', () => Buffer.concat([of(), Uint8Array.of(0)]), /TRAILING_BYTES/],
    ['of nothing', () => new Uint8Array(), /MALFORMED/],
  ])('%s counts for nothing', (_, make, why) => {
    const fault = faultOf(() => readTimeStamp(make(), STAMPED, trust))
    expect(fault).toMatchObject({ code: 'BAD_TIMESTAMP', message: expect.stringMatching(why) })
  })

  it('counts for nothing under another root', () => {
    const fault = faultOf(() => readTimeStamp(of(), STAMPED, trustStore([root.der])))
    expect(fault.code).toBe('BAD_TIMESTAMP')
    expect(openTimeStamp(of(), STAMPED).time).toEqual(AT)
  })

  it('moves with no flipped bit', () => {
    const token = Buffer.from(of(tsa({ algorithm: 'RSA' })))
    for (const [i, octet] of token.entries()) {
      const flipped = Buffer.from(token)
      flipped[i] = octet ^ (1 << (i % 8))
      try {
        expect(readTimeStamp(flipped, STAMPED, trust).time).toEqual(AT)
      } catch (error) {
        if (!(error instanceof EdsError)) throw error
        expect(error.code).toBe('BAD_TIMESTAMP')
      }
    }
  })
})

describe('an answer of a time-stamp authority', () => {
  const token = stampToken(STAMPED, usual, AT)

  it.each([0, 1])('with status %i holds a token', (status) => {
    expect(tokenOf(stampResponse(status, token))).toEqual(token)
  })

  it.each([
    ['refused', stampResponse(2)],
    ['refused with a token', stampResponse(2, token)],
    ['without a token', stampResponse(0)],
    ['with two', Buffer.from(sequence(stampResponse(0), token, token))],
    ['of text', Buffer.from('<html>')],
  ])('%s holds none', (_, response) => {
    expect(faultOf(() => tokenOf(response)).code).toBe('BAD_TIMESTAMP')
  })
})
