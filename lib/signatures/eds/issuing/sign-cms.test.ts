import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { OID } from '../oids'
import type { CmsPolicy } from '../policy'
import { trustStore } from '../trust-store'
import { verifyCms } from '../verify-cms'
import { type Issued, issueCertificate, newRoot } from './authority'
import { pem } from './pem'
import { type CmsOptions, signCms } from './sign-cms'
import { stampToken } from './time-stamp-authority'

const AT = new Date('2026-03-01T07:00:00Z')
const VALID = { validFrom: new Date('2020-01-01T00:00:00Z'), validTo: new Date('2049-01-01T00:00:00Z') }
const CONTENT = Buffer.from('Өтініш № 44 001')
const IIN = '860417499010'

const root = newRoot({ ...VALID, name: 'НЕГІЗГІ', algorithm: 'RSA' })
const trust = trustStore([root.der])
const person = (algorithm: 'RSA' | 'GOST-2015-512') =>
  issueCertificate(root, {
    ...VALID,
    algorithm,
    subject: { surname: 'Омаров', given: 'Бауыржан', iin: IIN },
    usages: [OID.emailProtection, OID.person],
  })
const rsa = person('RSA')
const gost = person('GOST-2015-512')

const policy: CmsPolicy = {
  content: CONTENT,
  signer: { kind: 'person', iin: IIN },
  trust,
  revocation: { mode: 'off' },
  at: AT,
  signedWithin: 60_000,
  timeStamp: 'optional',
}
const sign = (key: Issued, options: Partial<CmsOptions> = {}) =>
  signCms(CONTENT, key, { signingTime: AT, ...options })

describe.each([
  ['RSA', rsa],
  ['GOST-2015-512', gost],
])('%s', (algorithm, key) => {
  test.each([false, true])('holds, attached: %s', async (isAttached) => {
    const outcome = await verifyCms(sign(key, { isAttached }), policy)
    expect(outcome).toMatchObject({ status: 'VALID', signer: { iin: IIN, claimedAt: AT, algorithm } })
  })

  test.each<[string, Partial<CmsOptions>, string]>([
    ['without attributes', { withoutAttributes: true }, 'NO_SIGNED_ATTRIBUTES'],
    ['without certificates', { withoutCertificates: true }, 'NO_CERTIFICATE'],
    ['without a time', { signingTime: null }, 'SIGNATURE_TOO_OLD'],
    ['by two', { others: [key === rsa ? gost : rsa] }, 'ONE_SIGNER_EXPECTED'],
  ])('%s is refused', async (_, options, code) => {
    expect(await verifyCms(sign(key, options), policy)).toMatchObject({ status: 'INVALID', code })
  })
})

test('PEM is read as well, and another content is not that which was signed', async () => {
  const text = pem('CMS', sign(gost))
  expect(text).toMatch(/^-----BEGIN CMS-----\n([A-Za-z0-9+/=]{1,64}\n)+-----END CMS-----\n$/)
  expect(await verifyCms(Buffer.from(text), policy)).toMatchObject({ status: 'VALID' })
  const other = { ...policy, content: Buffer.from('Өтініш № 44 002') }
  expect(await verifyCms(Buffer.from(text), other)).toMatchObject({ code: 'CONTENT_MISMATCH' })
})

test('a time stamp is over the value of the signature', async () => {
  const stamper = issueCertificate(root, {
    ...VALID,
    subject: 'TSA',
    usages: [OID.timeStamping],
    isUsageCritical: true,
  })
  const stamped = sign(gost, { stamp: (value) => stampToken(value, stamper, AT) })
  expect(await verifyCms(stamped, policy)).toMatchObject({ status: 'VALID', signer: { stampedAt: AT } })
  const ofAnother = sign(gost, { stamp: () => stampToken(Buffer.from('x'), stamper, AT) })
  expect(await verifyCms(ofAnother, policy)).toMatchObject({ code: 'BAD_TIMESTAMP' })
})

const hasOpenssl = spawnSync('openssl', ['version']).status === 0
if (!hasOpenssl) console.warn('openssl is not installed: what it says of signatures is not asked.')

describe.skipIf(!hasOpenssl)('openssl', () => {
  let folder = ''
  const at = (name: string) => join(folder, name)
  const openssl = (...args: string[]) =>
    execFileSync('openssl', args, { stdio: ['ignore', 'pipe', 'ignore'] })

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'cms-'))
    writeFileSync(at('content'), CONTENT)
    writeFileSync(at('root.pem'), pem('CERTIFICATE', root.der))
    writeFileSync(at('signer.pem'), pem('CERTIFICATE', rsa.der))
    writeFileSync(at('key.pem'), rsa.key.algorithm === 'RSA' ? rsa.key.pem : '')
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const verify = (signature: Uint8Array, content: string) => {
    writeFileSync(at('ours.der'), signature)
    return spawnSync('openssl', [
      ...['cms', '-verify', '-cades', '-binary', '-inform', 'DER', '-in', at('ours.der')],
      ...['-content', content, '-CAfile', at('root.pem'), '-purpose', 'any', '-out', at('out')],
    ]).status
  }

  test('verifies what we sign', () => {
    expect(verify(sign(rsa), at('content'))).toBe(0)
    expect(readFileSync(at('out'))).toEqual(CONTENT)
    expect(verify(sign(rsa), at('root.pem'))).not.toBe(0)
  })

  test.each([
    ['detached', []],
    ['attached', ['-nodetach']],
  ])('signs what we verify, %s', async (_, options) => {
    openssl(
      ...['cms', '-sign', '-cades', '-binary', '-md', 'sha256', '-outform', 'DER', ...options],
      ...[
        '-in',
        at('content'),
        '-signer',
        at('signer.pem'),
        '-inkey',
        at('key.pem'),
        '-out',
        at('theirs.der'),
      ],
    )
    const theirs = readFileSync(at('theirs.der'))
    const now = { ...policy, at: new Date() }
    expect(await verifyCms(theirs, now)).toMatchObject({ status: 'VALID', signer: { iin: IIN } })
    const other = { ...now, content: Buffer.from('other') }
    expect(await verifyCms(theirs, other)).toMatchObject({ code: 'CONTENT_MISMATCH' })
  })
})
