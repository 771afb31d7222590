import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { hasSamples, samplePath } from '../../../test/eds-samples'
import { verifyFile } from './cli'
import { answerOcsp } from './issuing/ocsp-responder'
import { pem } from './issuing/pem'
import { signCms } from './issuing/sign-cms'
import { signXml } from './issuing/sign-xml'
import { OID } from './oids'
import { AT, authority, personKey, root, serviceKey } from './services.fixture'

const folder = mkdtempSync(join(tmpdir(), 'eds-cli-'))
afterAll(() => rmSync(folder, { recursive: true }))

function file(name: string, content: Uint8Array | string): string {
  const path = join(folder, name)
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, content)
  return path
}

const IIN = '850101300018'
const BIN = '990140000018'
const PDF = Buffer.from('%PDF-1.7')
const XML = '<notice><n>Ә</n></notice>'
const key = personKey()
const office = (role: string) =>
  personKey({
    subject: { surname: 'Демо', given: 'Адам', iin: IIN, organisation: 'Мектеп', bin: BIN },
    usages: [OID.emailProtection, OID.legalEntity, role],
  })

const trust = join(folder, 'trust')
file('trust/root.cer', root.der)
file('trust/issuing.crt', pem('CERTIFICATE', authority.der))
file('trust/issuing.cer', authority.der)
file('trust/list.crl', '')
file('trust/notes.txt', 'not a certificate')

const content = file('statement.pdf', PDF)
const signature = signCms(PDF, key, { signingTime: AT })
const detached = file('statement.p7s', signature)
const head = file('head.p7s', signCms(PDF, office(OID.head), { signingTime: AT }))
const attached = file('attached.cms', signCms(PDF, key, { signingTime: AT, isAttached: true }))
const xml = file('notice.XML', signXml(XML, key))

type Options = Partial<Record<'trust' | 'at' | 'iin' | 'bin' | 'role' | 'revocation' | 'content', string>>
const PERSON: Options = {
  trust,
  at: AT.toISOString(),
  iin: IIN,
  bin: 'none',
  role: 'person',
  revocation: 'off',
}
const written = (options: Options) => Object.entries(options).flatMap(([name, value]) => [`--${name}`, value])

/** `code exit`, as in «OK 0». */
async function said(path: string, options: Options = {}, ocsp?: string): Promise<string> {
  const { exitCode, stdout } = await verifyFile([path, ...written({ ...PERSON, ...options })], ocsp)
  return stdout ? `${JSON.parse(stdout).code} ${exitCode}` : `usage ${exitCode}`
}

test('one line of JSON: status, code and signer', async () => {
  const { exitCode, stdout, stderr } = await verifyFile([detached, ...written({ ...PERSON, content })])
  expect([exitCode, stderr]).toEqual([0, ''])
  expect(stdout).toMatch(/^\{.*\}\n$/)
  const { status, code, signer, ...rest } = JSON.parse(stdout)
  expect([status, code, rest]).toEqual(['VALID', 'OK', {}])
  expect(signer).toMatchObject({
    fullName: 'ДЕМО АДАМ',
    iin: IIN,
    bin: null,
    roles: ['person'],
    algorithm: 'GOST-2015-512',
    claimedAt: AT.toISOString(),
    stampedAt: null,
  })
  expect(signer).not.toHaveProperty('certificate')
})

describe('what is given', () => {
  test.each([
    ['DER', signature],
    ['PEM', pem('CMS', signature)],
    ['base64', Buffer.from(signature).toString('base64')],
  ])('CMS as %s', async (name, bytes) => {
    expect(await said(file(`${name}.sig`, bytes), { content })).toBe('OK 0')
  })

  test('XML by the end of its name; what it says, or what it carries', async () => {
    expect(await said(xml)).toBe('OK 0')
    expect(await said(xml, { content: file('same.xml', `<?xml version="1.0"?>\n${XML}`) })).toBe('OK 0')
    expect(await said(xml, { content: file('other.xml', '<notice/>') })).toBe('CONTENT_MISMATCH 1')
    expect(await said(file('notice.cms', signXml(XML, key)))).toBe('MALFORMED 1')
  })

  test('content beside the signature, or in it', async () => {
    expect(await said(attached)).toBe('OK 0')
    expect(await said(attached, { content })).toBe('OK 0')
    expect(await said(attached, { content: detached })).toBe('CONTENT_MISMATCH 1')
    expect(await said(detached)).toBe('CONTENT_MISMATCH 1')
  })
})

test.each<[string, Options, string]>([
  [detached, { iin: 'any' }, 'OK 0'],
  [detached, { role: 'any' }, 'OK 0'],
  [detached, { iin: '850101300019' }, 'IIN_MISMATCH 1'],
  [detached, { bin: BIN }, 'BIN_MISMATCH 1'],
  [detached, { bin: BIN, role: 'any' }, 'BIN_MISMATCH 1'],
  [detached, { bin: BIN, role: 'head' }, 'ROLE_NOT_ALLOWED 1'],
  [head, { bin: BIN, role: 'head' }, 'OK 0'],
  [head, { bin: BIN, role: 'any' }, 'OK 0'],
  [head, { bin: BIN, role: 'signRight' }, 'ROLE_NOT_ALLOWED 1'],
  [head, { bin: '990140000019', role: 'head' }, 'BIN_MISMATCH 1'],
  [head, { bin: 'none', role: 'head' }, 'BIN_MISMATCH 1'],
  [head, { bin: 'none', role: 'any' }, 'BIN_MISMATCH 1'],
  [head, { role: 'person' }, 'ROLE_NOT_ALLOWED 1'],
  [detached, { at: '2026-11-22' }, 'SIGNING_TIME_IN_FUTURE 1'],
  [detached, { at: '2026-11-22T05:00' }, 'OK 0'],
  [detached, { at: '2026-11-22T10:00:00+05:00' }, 'OK 0'],
  [detached, { at: '2027-02-01' }, 'CERT_EXPIRED 1'],
])('%s with %j: %s', async (path, options, expected) => {
  expect(await said(path, { content, ...options })).toBe(expected)
})

describe('whom to trust', () => {
  const sums = (name: string, line: string) => {
    file(`${name}/root.cer`, root.der)
    file(`${name}/issuing.cer`, authority.der)
    file(`${name}/SHA256SUMS`, line)
    return { content, trust: join(folder, name) }
  }
  const line = (name: string, der: Uint8Array) =>
    `${createHash('sha256').update(der).digest('hex')}  ${name}.cer\n`

  test('where fingerprints stand, they count', async () => {
    const both = line('root', root.der) + line('issuing', authority.der)
    expect(await said(detached, sums('confirmed', both))).toBe('OK 0')
    expect(await said(detached, sums('unconfirmed', line('root', root.der)))).toBe('usage 2')
    expect(await said(detached, sums('changed', both.replaceAll(/^./gm, '0')))).toBe('usage 2')
  })

  test('nobody, in a folder without certificates', async () => {
    mkdirSync(join(folder, 'nobody'))
    expect(await said(detached, { content, trust: join(folder, 'nobody') })).toBe('UNTRUSTED_CHAIN 1')
  })
})

describe('wrong usage', () => {
  const all = written({ ...PERSON, content })
  test.each([
    ['nothing', []],
    ['two files', [detached, detached, ...all]],
    ['a file that is not there', [join(folder, 'none'), ...all]],
    ['an option that nobody knows', [detached, ...all, '--quiet']],
    ['content that is not there', [detached, ...all, '--content', join(folder, 'none')]],
    ['an option without its value', [detached, ...all, '--iin']],
    ...(['trust', 'at', 'iin', 'bin', 'role', 'revocation'] as const).map((name): [string, string[]] => [
      `no --${name}`,
      [detached, ...written(Object.fromEntries(Object.entries(PERSON).filter(([each]) => each !== name)))],
    ]),
    ...(
      [
        ['iin', '123'],
        ['iin', 'none'],
        ['bin', 'any'],
        ['bin', ''],
        ['role', 'employee'],
        ['revocation', 'never'],
        ['at', 'yesterday'],
        ['at', '2026-13-01'],
        ['trust', detached],
        ['trust', join(folder, 'none')],
      ] as const
    ).map(([name, value]): [string, string[]] => [
      `--${name} ${value}`,
      [detached, ...written({ ...PERSON, content, [name]: value })],
    ]),
  ])('%s', async (_, args) => {
    const { exitCode, stdout, stderr } = await verifyFile(args)
    expect([exitCode, stdout]).toEqual([2, ''])
    expect(stderr).not.toBe('')
  })
})

test('revocation is asked about where the operator says', async () => {
  const responder = serviceKey(authority, { usages: [OID.ocspSigning], keyUsage: ['digitalSignature'] })
  let status: 'good' | { revokedAt: Date } = 'good'
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part)
    response.writeHead(200, { 'content-type': 'application/ocsp-response' })
    response.end(answerOcsp(Buffer.concat(parts), responder, authority.certificate, () => status, AT))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  try {
    expect(await said(detached, { content, revocation: 'required' }, url)).toBe('OK 0')
    status = { revokedAt: AT }
    expect(await said(detached, { content, revocation: 'soft' }, url)).toBe('CERT_REVOKED 1')
  } finally {
    await new Promise((done) => server.close(done))
  }
  expect(await said(detached, { content, revocation: 'soft' }, url)).toBe('REVOCATION_UNAVAILABLE 0')
  expect(await said(detached, { content, revocation: 'required' }, url)).toBe('REVOCATION_UNAVAILABLE 1')
})

describe('as a command', () => {
  const command = (args: readonly string[]) =>
    spawnSync(process.execPath, ['--import', 'tsx', 'scripts/eds-verify.ts', ...args], {
      cwd: resolve(import.meta.dirname, '../../..'),
      encoding: 'utf8',
      env: { ...process.env, EDS_OCSP_URL: 'http://127.0.0.1:1/' },
    })

  test('valid, pending, invalid and wrong usage have their exit codes and one line each', () => {
    const status = (options: Options) => {
      const { status: exit, stdout } = command([detached, ...written({ ...PERSON, ...options })])
      expect(stdout.split('\n')).toHaveLength(2)
      return [exit, JSON.parse(stdout).status]
    }
    expect(status({ content })).toEqual([0, 'VALID'])
    expect(status({ content, revocation: 'soft' })).toEqual([0, 'VALID_REVOCATION_PENDING'])
    expect(status({ content: xml })).toEqual([1, 'INVALID'])
    const wrong = command([detached])
    expect([wrong.status, wrong.stdout]).toEqual([2, ''])
    expect(wrong.stderr).toContain('--iin is missing.')
    expect(wrong.stderr).toContain('--revocation off|soft|required')
  })
})

describe.skipIf(!hasSamples)('genuine files', () => {
  test('by the test authorities that lie beside them, DER and PEM and lists mixed', async () => {
    const options = { trust: samplePath('test-roots'), at: '2021-10-01T00:00:00Z', iin: '123456789011' }
    expect(await said(samplePath('ncanode/xml_signed_valid_string.xml'), options)).toBe('OK 0')
    expect(await said(samplePath('ncanode/xml_signed_string.xml'), options)).toBe('NOT_WHOLE_DOCUMENT 1')
    expect(await said(samplePath('ncanode/signed_cms.b64'), options)).toBe('ONE_SIGNER_EXPECTED 1')
  })
})
