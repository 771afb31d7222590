import { X509Certificate } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasSamples, sample } from '../../../test/eds-samples'
import { parseCertificate } from './certificate'
import { EdsError } from './codes'
import { goesWith, readCrl, revokedAt, verifyCrl, withDelta } from './crl'
import { indexEntries, serialKey } from './crl-entries'
import { childrenOf, Fields, integerOf, parseElement, TAG } from './der'
import { element, integer, octetString, sequence, time } from './der-write'
import { extension } from './issuing/extensions'
import { issueRevocationList, type RevocationListOptions } from './issuing/revocation-list'
import { OID } from './oids'
import { AT, authority, later, neighbour, serviceKey, stranger } from './services.fixture'

const bytes = (hex: string) => Buffer.from(hex, 'hex')

function codeOf(act: () => unknown): string {
  try {
    act()
    return 'OK'
  } catch (error) {
    if (error instanceof EdsError) return error.code
    throw error
  }
}

describe.skipIf(!hasSamples)('genuine lists of НУЦ РК’s test authorities', () => {
  const GOST = 'test-roots/nca_gost2022_test.cer'
  const RSA = 'test-roots/nca_rsa_test.crt'

  it.each([
    {
      file: 'ncanode/crl/nca_gost2022_test.crl',
      issuer: GOST,
      number: 4n,
      thisUpdate: '2022-07-27T11:26:06Z',
      nextUpdate: '2023-01-23T11:26:06Z',
      revoked: [['7b7ddeb58e876b211626f0004f0ddedf9eeeea20', '2022-07-27T10:27:48Z', 6] as const],
    },
    {
      file: 'test-roots/nca_gost_test_2022.crl',
      issuer: GOST,
      number: 8n,
      thisUpdate: '2023-10-11T09:05:11Z',
      nextUpdate: '2024-04-08T09:05:11Z',
      revoked: [
        ['764c301789bd1ff3817cdb3965bba2bbeaf803bc', '2022-10-19T11:48:31Z', null] as const,
        ['33413073818936ff173da1a280e7eb32068ae27c', '2022-10-20T09:15:08Z', 1] as const,
      ],
    },
    {
      file: 'ncanode/crl/nca_rsa_test.crl',
      issuer: RSA,
      number: 9n,
      thisUpdate: '2022-03-29T04:18:29Z',
      nextUpdate: '2022-09-25T04:18:29Z',
      revoked: [['474c38696d8677a2c8b6e40345a8b04168c0905c', '2021-04-01T06:56:52Z', 6] as const],
    },
  ])('$file', ({ file, issuer, number, thisUpdate, nextUpdate, revoked }) => {
    const crl = readCrl(sample(file))
    const authorityOf = (path: string) => parseCertificate(new X509Certificate(sample(path)).raw)
    expect(crl).toMatchObject({ number, baseNumber: null })
    expect([crl.thisUpdate, crl.nextUpdate]).toEqual([new Date(thisUpdate), new Date(nextUpdate)])
    for (const [serial, at, reason] of revoked) {
      expect(crl.entryOf(bytes(serial))).toEqual({ revokedAt: new Date(at), reason })
    }
    expect(revokedAt(crl, bytes('0ff06211dc82beb00253ffa000f1de84abef454f'))).toBeNull()
    expect(codeOf(() => verifyCrl(crl, authorityOf(issuer)))).toBe('OK')
    expect(codeOf(() => verifyCrl(crl, authorityOf(issuer === GOST ? RSA : GOST)))).toBe(
      'REVOCATION_UNTRUSTED',
    )
  })

  it('does not hold with a date changed', () => {
    const changed = Buffer.from(sample('ncanode/crl/nca_gost2022_test.crl'))
    const place = changed.indexOf('230123112606Z', 'latin1')
    changed.write('330123112606Z', place, 'latin1')
    const issuer = parseCertificate(sample(GOST))
    expect(codeOf(() => verifyCrl(readCrl(changed), issuer))).toBe('BAD_SIGNATURE')
  })

  it('is not an empty file', () => {
    expect(codeOf(() => readCrl(sample('test-roots/empty.crl')))).toBe('MALFORMED')
  })
})

const REVOKED = { serial: bytes('0a0b0c'), revokedAt: later(-60) }
const USUAL: RevocationListOptions = {
  thisUpdate: later(-60),
  nextUpdate: later(60),
  entries: [REVOKED],
  number: 256,
}
const list = (options: Partial<RevocationListOptions> = {}, issuer = authority) =>
  readCrl(issueRevocationList(issuer, { ...USUAL, ...options }))

describe('a revocation list', () => {
  it('names the revoked, and says when', () => {
    expect(list()).toMatchObject({
      number: 256n,
      baseNumber: null,
      thisUpdate: later(-60),
      nextUpdate: later(60),
    })
    expect(revokedAt(list(), REVOKED.serial)).toEqual(REVOKED.revokedAt)
    expect(revokedAt(list(), bytes('0a0b0d'))).toBeNull()
    expect(revokedAt(list(), bytes('0b0c'))).toBeNull()
    expect(revokedAt(list({ entries: [] }), REVOKED.serial)).toBeNull()
    expect(codeOf(() => verifyCrl(list(), authority.certificate))).toBe('OK')
    expect(codeOf(() => verifyCrl(list({ authorityKeyId: null }), authority.certificate))).toBe('OK')
  })

  it('finds numbers that begin with a set bit, and zero', () => {
    const entries = ['ff', '80ff', '00', '7f'].map((hex) => ({ ...REVOKED, serial: bytes(hex) }))
    const crl = list({ entries })
    for (const { serial } of entries) expect(revokedAt(crl, serial)).toEqual(REVOKED.revokedAt)
    expect(revokedAt(crl, bytes('01'))).toBeNull()
  })

  const impostor = { ...authority, key: neighbour.key }

  it.each([
    ['another authority’s', () => verifyCrl(list(), neighbour.certificate), 'REVOCATION_UNTRUSTED'],
    [
      'of another key of that name',
      () => verifyCrl(list({ authorityKeyId: Buffer.alloc(20) }), authority.certificate),
      'REVOCATION_UNTRUSTED',
    ],
    ['signed by somebody else', () => verifyCrl(list({}, impostor), authority.certificate), 'BAD_SIGNATURE'],
    [
      'signed by no authority',
      () => verifyCrl(list({}, serviceKey()), serviceKey().certificate),
      'REVOCATION_UNTRUSTED',
    ],
    ['of a stranger', () => verifyCrl(list({}, stranger), authority.certificate), 'REVOCATION_UNTRUSTED'],
  ])('counts for nothing when it is %s', (_, act, code) => {
    expect(codeOf(act)).toBe(code)
  })

  it('counts for nothing when its issuer may not sign lists', () => {
    const { keyUsage } = authority.certificate
    if (!keyUsage) throw new Error('the authority says what its key is for')
    const mute = { ...authority.certificate, keyUsage: { ...keyUsage, crlSign: false } }
    expect(codeOf(() => verifyCrl(list(), mute))).toBe('REVOCATION_UNTRUSTED')
  })

  const partial = extension(OID.issuingDistributionPoint, sequence(element(0x81, Uint8Array.of(0xff))), true)
  it.each([
    ['is about some certificates only', () => list({ extensions: [partial] })],
    ['says its number twice', () => list({ extensions: [extension(OID.crlNumber, integer(1))] })],
    ['is cut off', () => readCrl(issueRevocationList(authority, USUAL).subarray(0, -1))],
    ['is a certificate', () => readCrl(authority.der)],
    ['is text', () => readCrl(Buffer.from('-----BEGIN X509 CRL-----'))],
  ])('is not read when it %s', (_, act) => {
    expect(codeOf(act)).toBe('MALFORMED')
  })

  it('is not read with more behind it', () => {
    const der = Buffer.concat([issueRevocationList(authority, USUAL), Uint8Array.of(0)])
    expect(codeOf(() => readCrl(der))).toBe('TRAILING_BYTES')
  })
})

describe('a delta', () => {
  const base = list({
    number: 10,
    entries: ['01', '02', '03'].map((hex) => ({ ...REVOKED, serial: bytes(hex) })),
  })
  const changes = [
    { serial: bytes('02'), revokedAt: later(-5), reason: 8 },
    { serial: bytes('03'), revokedAt: later(-5), reason: 1 },
    { serial: bytes('04'), revokedAt: later(-5) },
  ]
  const delta = (number: number, baseNumber: number, issuer = authority) =>
    list({ number, baseNumber, entries: changes, thisUpdate: later(-5) }, issuer)

  it('adds, changes and takes away', () => {
    const merged = withDelta(base, delta(12, 10))
    const at = (hex: string) => revokedAt(merged, bytes(hex))
    expect([at('01'), at('02'), at('03'), at('04'), at('05')]).toEqual([
      REVOKED.revokedAt,
      null,
      later(-5),
      later(-5),
      null,
    ])
    expect(merged).toMatchObject({ number: 12n, baseNumber: null, thisUpdate: later(-5) })
  })

  it.each([
    ['the list it names', delta(12, 10), base, true],
    ['a later list', delta(12, 9), base, true],
    ['a list of its own number', delta(10, 9), base, true],
    ['an earlier list', delta(12, 11), base, false],
    ['a list that is newer than itself', delta(9, 8), base, false],
    ['another authority’s list', delta(12, 10, neighbour), base, false],
    ['another delta', delta(12, 10), delta(11, 10), false],
    ['a list without a number', delta(12, 10), list({ number: undefined }), false],
  ])('to %s', (_, change, to, fits) => {
    expect(goesWith(change, to)).toBe(fits)
    expect(codeOf(() => withDelta(to, change))).toBe(fits ? 'OK' : 'REVOCATION_UNTRUSTED')
  })

  it('is no complete list', () => {
    expect(goesWith(base, base)).toBe(false)
  })
})

describe('the entries of a long list', () => {
  /** As the strict reader finds them: one object for each element. */
  const strictly = (content: Uint8Array) =>
    childrenOf(parseElement(element(TAG.sequence, content))).map(({ content }) =>
      serialKey(integerOf(new Fields(content).take(TAG.integer))),
    )
  const write = (serials: readonly Uint8Array[], reason: Uint8Array) =>
    Buffer.concat(serials.map((serial) => sequence(integer(serial), time(AT), reason)))
  const serials = fc.uniqueArray(fc.uint8Array({ minLength: 1, maxLength: 20 }), {
    maxLength: 40,
    selector: (octets) => BigInt(`0x${Buffer.from(octets).toString('hex')}`),
  })
  // Also entries whose length takes several octets.
  const reason = fc.constantFrom(0, 12, 130, 300).map((size) => sequence(octetString(Buffer.alloc(size))))

  it('are those that the strict reader finds', () => {
    fc.assert(
      fc.property(serials, reason, (given, why) => {
        const content = write(given, why)
        expect([...indexEntries(content).keys()]).toEqual(strictly(content))
      }),
    )
  })

  it('are refused when the last is cut off', () => {
    fc.assert(
      fc.property(serials, reason, fc.nat(), (given, why, place) => {
        const content = write(given, why)
        fc.pre(content.length > 0)
        const cut = content.subarray(0, place % content.length)
        const ends = given.map((_, i) => write(given.slice(0, i), why).length)
        expect(codeOf(() => indexEntries(cut))).toBe(ends.includes(cut.length) ? 'OK' : 'MALFORMED')
      }),
    )
  })

  it.each([
    ['a number behind the end', Buffer.from('30030205ff0201', 'hex')],
    ['no number', Buffer.from('3003040101', 'hex')],
    ['no sequence', Buffer.from('3103020101', 'hex')],
    ['a length that does not end', Buffer.from('308002010100', 'hex')],
  ])('are refused with %s', (_, content) => {
    expect(codeOf(() => indexEntries(content))).toBe('MALFORMED')
  })

  it('are found among fifty thousand', () => {
    const count = 50_000
    const numbered = (i: number) => {
      const serial = Buffer.alloc(20, 0x5a)
      serial.writeUInt32BE(i * 2, 8)
      return serial
    }
    const entries = Array.from({ length: count }, (_, i) => ({
      serial: numbered(i),
      revokedAt: later(-i),
      reason: i % 7,
    }))
    const crl = list({ entries })
    for (let i = 0; i < count; i += 997) {
      expect(crl.entryOf(numbered(i))).toEqual({ revokedAt: later(-i), reason: i % 7 })
      expect(crl.entryOf(numbered(i + 0.5))).toBeNull()
    }
    expect(codeOf(() => verifyCrl(crl, authority.certificate))).toBe('OK')
  })
})
