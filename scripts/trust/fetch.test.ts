import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { type AuthorityOptions, issueAuthority, newRoot } from '@/lib/signatures/eds/issuing/authority'
import { readTrustDirectory } from '@/lib/signatures/eds/trust-directory'
import { AUTHORITIES, fetchTrust, NotFetched } from './fetch'

const NOW = new Date('2026-08-20T05:00:00Z')
const years = (from: string, to: string) => ({ validFrom: new Date(from), validTo: new Date(to) })
const VALID: Omit<AuthorityOptions, 'name'> = { ...years('2022-01-01', '2040-01-01'), algorithm: 'RSA' }

const rsa = newRoot({ ...VALID, name: 'НЕГІЗГІ КО (RSA)' })
const gost = newRoot({ ...VALID, name: 'НЕГІЗГІ КО (GOST)' })
const published: Record<string, Uint8Array> = {
  root_rsa_2020: rsa.der,
  nca_rsa_2022: issueAuthority(rsa, { ...VALID, name: 'ҰКО (RSA)' }).der,
  root_gost_2022: gost.der,
  nca_gost_2022: issueAuthority(gost, { ...VALID, name: 'ҰКО (GOST)' }).der,
}

async function run(
  answer: (about: string) => string,
  changed: Record<string, Uint8Array> = {},
  folder = empty(),
) {
  const lines: string[] = []
  let file = ''
  await fetchTrust({
    folder,
    now: NOW,
    download: async (url) => {
      const name = /^https:\/\/pki\.gov\.kz\/cert\/(\w+)\.cer$/.exec(url)?.[1] ?? ''
      const bytes = changed[name] ?? published[name]
      if (!bytes?.length) throw new Error('fetch failed')
      return bytes
    },
    say: (line) => {
      lines.push(line)
      file = /^\w+\.cer$/.test(line) ? line : file
    },
    ask: async () => answer(file),
  })
  return { folder, lines: lines.join('\n') }
}

const empty = () => mkdtempSync(join(tmpdir(), 'trust-'))

test('what the operator confirms is trusted from then on', async () => {
  const { folder, lines } = await run(() => ' Yes\n')
  const { roots, intermediates } = readTrustDirectory(folder)
  expect([roots.length, intermediates.length]).toEqual([2, 2])
  expect(lines).toContain('root_rsa_2020.cer\n  subject  CN=НЕГІЗГІ КО (RSA), C=KZ')
  expect(lines).toContain('valid    2022-01-01 to 2040-01-01')
  for (const line of readFileSync(join(folder, 'SHA256SUMS'), 'utf8').trim().split('\n')) {
    expect(lines).toContain(`SHA-256  ${line.slice(0, 64)}`)
  }
  expect(lines).toContain('4 of 4')
})

test('what is not confirmed by the whole word is not written', async () => {
  const { folder } = await run((file) => (file.includes('rsa') ? 'yes' : 'y'))
  expect(readdirSync(folder).sort()).toEqual(['SHA256SUMS', 'nca_rsa_2022.cer', 'root_rsa_2020.cer'])
  expect(readTrustDirectory(folder).roots).toHaveLength(1)
})

test('a second time renews its own lines and leaves those of others', async () => {
  const { folder } = await run(() => 'yes')
  const sums = join(folder, 'SHA256SUMS')
  const before = readFileSync(sums, 'utf8')
  const other = `${'0'.repeat(64)}  another.cer\n`
  writeFileSync(sums, other + before)
  await run(() => 'yes', {}, folder)
  expect(readFileSync(sums, 'utf8')).toBe(other + before)
})

test.each([
  [
    'nothing can be reached',
    { nca_gost_2022: new Uint8Array() },
    /nca_gost_2022\.cer cannot be reached from here/,
  ],
  ['a page stands there', { root_gost_2022: Buffer.from('<html>') }, /root_gost_2022\.cer is no certificate/],
  [
    'another root signed',
    { root_rsa_2020: newRoot({ ...VALID, name: 'НЕГІЗГІ КО (RSA)' }).der },
    /nca_rsa_2022\.cer does not hold/,
  ],
  [
    'it has expired',
    { root_rsa_2020: newRoot({ ...VALID, ...years('2010-01-01', '2020-01-01'), name: 'X' }).der },
    /root_rsa_2020\.cer does not hold/,
  ],
  [
    'it is no authority',
    { nca_rsa_2022: issueAuthority(rsa, { ...VALID, name: 'X', isCa: false }).der },
    /does not hold/,
  ],
])('nobody is asked and nothing written where %s', async (_, changed, sentence) => {
  const folder = join(empty(), 'trust')
  const asked: string[] = []
  const attempt = run((file) => String(asked.push(file)), changed, folder)
  await expect(attempt).rejects.toThrow(NotFetched)
  await expect(attempt).rejects.toThrow(sentence)
  expect(asked).toEqual([])
  expect(existsSync(folder)).toBe(false)
})

test('without a terminal nobody can confirm', () => {
  const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/fetch-trust.ts'], {
    cwd: resolve(import.meta.dirname, '../..'),
    input: 'yes\nyes\nyes\nyes\n',
    encoding: 'utf8',
  })
  expect(stderr).toContain('run this in a terminal')
  expect(status).toBe(2)
  expect(AUTHORITIES).toHaveLength(4)
})
