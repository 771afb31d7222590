import { describe, expect, test } from 'vitest'
import type { Certificate } from './certificate'
import { buildChain } from './chain'
import { EdsError } from './codes'
import {
  type AuthorityOptions,
  type Issued,
  issueAuthority,
  issueCertificate,
  newRoot,
} from './issuing/authority'
import { newKey } from './issuing/keys'
import { OID } from './oids'
import { trustStore } from './trust-store'

const AT = new Date('2026-11-22T05:00:00Z')
const VALID = {
  validFrom: new Date('2026-01-01'),
  validTo: new Date('2027-01-01'),
  algorithm: 'RSA',
} as const
const LONG_AGO = { validFrom: new Date('2020-01-01'), validTo: new Date('2021-01-01') }

const root = newRoot({ ...VALID, name: 'ROOT' })
const authority = (options: Partial<AuthorityOptions> = {}, issuer: Issued = root) =>
  issueAuthority(issuer, { ...VALID, name: 'AUTHORITY', ...options })
/** Making one takes long, and what is judged is who vouches for it. */
const OWN = newKey('RSA')
const key = (issuer: Issued, options = {}) =>
  issueCertificate(issuer, {
    ...VALID,
    key: OWN,
    subject: { surname: 'ДЕМО', given: 'АДАМ', iin: '850101300018' },
    usages: [OID.emailProtection, OID.person],
    ...options,
  }).certificate

function judged(certificate: Certificate, trusted: readonly Issued[], at = AT): string {
  try {
    const chain = buildChain(certificate, trustStore(trusted.map(({ der }) => der)), at)
    return chain.map(({ subjectText }) => subjectText.match(/CN=(\w+)/)?.[1]).join(' > ')
  } catch (error) {
    if (error instanceof EdsError) return error.code
    throw error
  }
}

describe('the way from a key to a trusted root', () => {
  const issuing = authority()

  test('goes by the authorities of the store', () => {
    expect(judged(key(issuing), [root, issuing])).toBe('AUTHORITY > ROOT')
    expect(judged(key(root), [root])).toBe('ROOT')
  })

  test('is not there without the root, without the authority, or under another root of the same name', () => {
    const impostor = newRoot({ ...VALID, name: 'ROOT' })
    expect(judged(key(issuing), [issuing])).toBe('UNTRUSTED_CHAIN')
    expect(judged(key(issuing), [root])).toBe('UNTRUSTED_CHAIN')
    expect(judged(key(issuing), [impostor, issuing])).toBe('UNTRUSTED_CHAIN')
  })

  test('needs the identifier of the issuer’s key, and the right one', () => {
    expect(judged(key(issuing, { authorityKeyId: null }), [root, issuing])).toBe('UNTRUSTED_CHAIN')
    expect(judged(key(issuing, { authorityKeyId: new Uint8Array(20) }), [root, issuing])).toBe(
      'UNTRUSTED_CHAIN',
    )
  })

  test('needs the issuer’s signature', () => {
    const stranger = authority({ key: authority().key })
    const forged = { ...key(stranger), authorityKeyId: issuing.certificate.subjectKeyId }
    expect(judged(forged, [root, issuing])).toBe('UNTRUSTED_CHAIN')
  })

  test('goes over nobody who may not issue', () => {
    expect(() => trustStore([authority({ isCa: false }).der])).toThrow(EdsError)
    const noSigning = authority({ keyUsage: ['crlSign'] })
    const noUsage = authority({ keyUsage: null })
    expect(judged(key(noSigning), [root, noSigning])).toBe('ISSUER_NOT_A_CA')
    expect(judged(key(noUsage), [root, noUsage])).toBe('ISSUER_NOT_A_CA')
  })

  test('is as long as its authorities allow', () => {
    const short = newRoot({ ...VALID, name: 'ROOT', pathLength: 0 })
    const below = authority({}, short)
    expect(judged(key(short), [short])).toBe('ROOT')
    expect(judged(key(below), [short, below])).toBe('PATH_TOO_LONG')
    const all = [root]
    for (let i = 0; i < 4; i++) all.push(authority({ name: `A${i}` }, all.at(-1)))
    expect(judged(key(all[3] ?? root), all)).toBe('A2 > A1 > A0 > ROOT')
    expect(judged(key(all[4] ?? root), all)).toBe('PATH_TOO_LONG')
  })

  test('needs authorities that were valid then', () => {
    const old = authority(LONG_AGO)
    expect(judged(key(old), [root, old])).toBe('CERT_EXPIRED')
    expect(judged(key(issuing), [root, issuing], new Date('2025-12-31'))).toBe('CERT_NOT_YET_VALID')
  })

  test('takes the renewed certificate of an authority that kept its key', () => {
    const old = authority({ ...LONG_AGO, key: issuing.key })
    expect(judged(key(issuing), [root, old, issuing])).toBe('AUTHORITY > ROOT')
  })
})
