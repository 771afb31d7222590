import { describe, expect, it, test } from 'vitest'
import { FAILURE_CODES, type FailureCode } from './eds/codes'
import type { Outcome, Signer } from './eds/outcome'
import { marksOf, shown, shownSignatureSchema } from './shown'

const signer: Signer = {
  fullName: 'ӘЛИЕВА ГҮЛІМ',
  iin: '881102400015',
  bin: null,
  organisation: null,
  roles: ['person'],
  serial: '1a2b',
  issuer: 'ҰЛТТЫҚ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ (GOST) 2022',
  validFrom: new Date('2026-01-01T00:00:00Z'),
  validTo: new Date('2027-01-01T00:00:00Z'),
  algorithm: 'GOST-2015-512',
  certificate: new Uint8Array(),
  claimedAt: new Date('2026-11-24T04:00:00Z'),
  stampedAt: null,
}
const invalid = (code: FailureCode, moment: Date | null = null): Outcome => ({
  status: 'INVALID',
  code,
  detail: '',
  moment,
  signer,
})
const read = (outcome: Outcome) => Object.values(marksOf(outcome)).join(' ')

describe('what holds', () => {
  const evidence = { chain: [], revocation: { checkedAt: signer.validFrom, response: new Uint8Array() } }
  test.each<[Outcome, string]>([
    [{ status: 'VALID', code: 'OK', signer, evidence }, 'holds holds holds holds'],
    [
      { status: 'VALID', code: 'OK', signer, evidence: { chain: [], revocation: null } },
      'holds holds holds open',
    ],
    [
      { status: 'VALID_REVOCATION_PENDING', code: 'REVOCATION_UNAVAILABLE', signer, evidence },
      'holds holds holds pending',
    ],
    [invalid('BAD_SIGNATURE'), 'fails open open open'],
    [invalid('UNTRUSTED_CHAIN'), 'holds fails open open'],
    [invalid('CERT_EXPIRED', signer.validTo), 'holds holds fails open'],
    // An authority above the signer's own certificate.
    [invalid('CERT_EXPIRED', new Date('2025-01-01T00:00:00Z')), 'holds fails open open'],
    [invalid('BAD_TIMESTAMP'), 'holds open fails open'],
    [invalid('NOT_A_SIGNING_KEY'), 'holds holds holds open'],
    [invalid('CERT_REVOKED', signer.validFrom), 'holds holds holds fails'],
  ])('%#', (outcome, marks) => expect(read(outcome)).toBe(marks))

  it.each(FAILURE_CODES)('never says of %s that all holds', (code) => {
    expect(read(invalid(code))).not.toBe('holds holds holds holds')
  })
})

it('tells no more of an IIN than its ending, and nothing by the yard', () => {
  const told = shown('cms', {
    ...invalid('IIN_MISMATCH'),
    signer: { ...signer, fullName: 'Ә'.repeat(10_000) },
  })
  expect(told.signer).toMatchObject({ iinEnding: '0015', name: 'Ә'.repeat(200) })
  expect(JSON.stringify(told)).not.toContain('8811')
})

it('comes back from text as it went', () => {
  const told = shown('xml', invalid('CERT_EXPIRED', signer.validTo))
  expect(shownSignatureSchema.parse(JSON.parse(JSON.stringify(told)))).toEqual(told)
})
