import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { issueAuthority, newRoot } from './issuing/authority'
import { readTrustDirectory } from './trust-directory'

const VALID = {
  validFrom: new Date('2026-01-01'),
  validTo: new Date('2027-01-01'),
  algorithm: 'RSA',
} as const
const root = newRoot({ ...VALID, name: 'ROOT' })
const issuing = issueAuthority(root, { ...VALID, name: 'AUTHORITY' })

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'trust-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const keep = (name: string, bytes: Uint8Array | string) => writeFileSync(join(folder, name), bytes)
const line = (name: string, bytes: Uint8Array | string) =>
  `${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`

test('DER and PEM, each by the fingerprint that was confirmed', () => {
  const pem = `-----BEGIN CERTIFICATE-----\n${Buffer.from(issuing.der).toString('base64')}\n-----END CERTIFICATE-----\n`
  keep('root.cer', root.der)
  keep('issuing.pem', pem)
  keep('README.md', 'not a certificate')
  keep('SHA256SUMS', line('root.cer', root.der) + line('issuing.pem', pem))
  const { roots, intermediates } = readTrustDirectory(folder)
  expect(roots.map(({ subjectText }) => subjectText)).toEqual([expect.stringContaining('CN=ROOT')])
  expect(intermediates.map(({ subjectText }) => subjectText)).toEqual([
    expect.stringContaining('CN=AUTHORITY'),
  ])
})

test('an empty or absent folder trusts nobody', () => {
  expect(readTrustDirectory(folder)).toEqual({ roots: [], intermediates: [] })
  expect(readTrustDirectory(join(folder, 'absent'))).toEqual({ roots: [], intermediates: [] })
})

test('what nobody confirmed, was replaced or is gone stops it', () => {
  keep('root.cer', root.der)
  expect(() => readTrustDirectory(folder)).toThrow(/root\.cer has no line/)
  keep('SHA256SUMS', line('root.cer', issuing.der))
  expect(() => readTrustDirectory(folder)).toThrow(/root\.cer is not the file/)
  keep('SHA256SUMS', line('root.cer', root.der) + line('other.cer', root.der))
  expect(() => readTrustDirectory(folder)).toThrow(/other\.cer stands in SHA256SUMS/)
  keep('SHA256SUMS', 'deadbeef  root.cer\n')
  expect(() => readTrustDirectory(folder)).toThrow(/no fingerprint/)
})
