/**
 * How long signatures take: `npm run bench:eds`. Prints each figure beside its target, of this run on this machine,
 * and fails none: a busy machine is no fault of the code.
 */
import { fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { gostEngine } from 'node-gost-crypto'
import { gostPublicKey, gostSign, gostVerify } from '../lib/signatures/eds/gost3410'
import { issueAuthority, issueCertificate, newRoot } from '../lib/signatures/eds/issuing/authority'
import { signCms } from '../lib/signatures/eds/issuing/sign-cms'
import { signXml } from '../lib/signatures/eds/issuing/sign-xml'
import { stampToken } from '../lib/signatures/eds/issuing/time-stamp-authority'
import { OID } from '../lib/signatures/eds/oids'
import type { Algorithm, Outcome } from '../lib/signatures/eds/outcome'
import type { Policy } from '../lib/signatures/eds/policy'
import { streebog512 } from '../lib/signatures/eds/streebog'
import { readTimeStamp } from '../lib/signatures/eds/time-stamp'
import { trustStore } from '../lib/signatures/eds/trust-store'
import { verifyCms } from '../lib/signatures/eds/verify-cms'
import { verifyXml } from '../lib/signatures/eds/verify-xml'

const MB = 1e6
const AT = new Date()
const VALID = { validFrom: new Date(AT.getTime() - 3_600_000), validTo: new Date(AT.getTime() + 3_600_000) }
/** As large as a statement, the PDF that a parent signs. */
const STATEMENT = randomBytes(50_000)
const XML = `<notification>${'<line>Хабарлама</line>'.repeat(20)}</notification>`

/** What the other process needs to verify a CMS the first time in its life. */
type Sample = { cms: string; authorities: string[]; content: string }

function policyOf(authorities: readonly Uint8Array[]): Policy {
  return {
    signer: { kind: 'person', iin: 'any' },
    trust: trustStore(authorities),
    revocation: { mode: 'off' },
    at: AT,
    signedWithin: 'any',
    timeStamp: 'optional',
  }
}

async function measureCold({ cms, authorities, content }: Sample): Promise<number> {
  const bytes = (text: string) => Buffer.from(text, 'base64')
  const policy = policyOf(authorities.map(bytes))
  const start = performance.now()
  requireValid(await verifyCms(bytes(cms), { ...policy, content: bytes(content) }))
  return performance.now() - start
}

function coldInAnotherProcess(sample: Sample): Promise<number> {
  const child = fork(import.meta.filename, ['cold'])
  return new Promise((resolve, reject) => {
    child.once('message', (milliseconds) => resolve(Number(milliseconds)))
    child.once('exit', (code) => reject(new Error(`the other process ended with ${code}`)))
    child.send(sample)
  })
}

function requireValid(outcome: Outcome): void {
  if (outcome.status !== 'VALID') throw new Error(`${outcome.code} where a valid signature was measured`)
}

/** The middle of many runs, in milliseconds, after as many to warm up. */
async function warm(work: () => unknown, runs = 40): Promise<number> {
  const times: number[] = []
  for (let run = 0; run < 2 * runs; run++) {
    const start = performance.now()
    await work()
    if (run >= runs) times.push(performance.now() - start)
  }
  return times.sort((a, b) => a - b)[runs >> 1] ?? Number.NaN
}

function print(name: string, figure: number, unit: 'ms' | 'MB/s', target?: number): void {
  const line = `${name.padEnd(58)} ${figure.toFixed(2).padStart(8)} ${unit}`
  console.log(target === undefined ? line : `${line.padEnd(74)} ${beside(figure, unit, target)}`)
}

function beside(figure: number, unit: 'ms' | 'MB/s', target: number): string {
  const isMet = unit === 'ms' ? figure <= target : figure >= target
  return `target ${unit === 'ms' ? '≤' : '≥'} ${target}${isMet ? '' : '   MISSED'}`
}

async function benchStreebog(): Promise<void> {
  const theirs = gostEngine.getGostDigest({ name: 'GOST R 34.11', version: 2012, length: 512 })
  for (const size of [1, 5]) {
    const data = randomBytes(size * MB)
    const speed = async (work: () => unknown, runs: number) => size / ((await warm(work, runs)) / 1000)
    print(`Streebog-512 of ${size} MB`, await speed(() => streebog512(data), 5), 'MB/s', 10)
    print('  the same by node-gost-crypto', await speed(() => theirs.digest(data), 1), 'MB/s')
  }
}

async function benchGost(): Promise<void> {
  const key = randomBytes(64)
  const publicKey = gostPublicKey(key)
  const digest = streebog512(STATEMENT)
  const signature = gostSign(key, digest)
  print('GOST R 34.10-2012 verify', await warm(() => gostVerify(publicKey, digest, signature)), 'ms', 15)
  print('GOST R 34.10-2012 sign (demo and tests)', await warm(() => gostSign(key, digest)), 'ms')
}

async function benchSignatures(algorithm: Algorithm, targets: { cms: number }): Promise<void> {
  const root = newRoot({ ...VALID, algorithm, name: 'BENCH ROOT' })
  const authority = issueAuthority(root, { ...VALID, algorithm, name: 'BENCH' })
  const signer = issueCertificate(authority, {
    ...VALID,
    algorithm,
    subject: { surname: 'Тестов', given: 'Тест', iin: '900101300017' },
    usages: [OID.emailProtection, OID.person],
  })
  const clock = issueCertificate(authority, {
    ...VALID,
    algorithm,
    subject: 'BENCH TSA',
    usages: [OID.timeStamping],
    isUsageCritical: true,
    keyUsage: ['digitalSignature', 'nonRepudiation'],
  })
  const policy = policyOf([root.der, authority.der])
  const cms = signCms(STATEMENT, signer, { signingTime: AT })
  const xml = signXml(XML, signer)
  const token = stampToken(STATEMENT, clock, AT)

  const cold = await coldInAnotherProcess({
    cms: Buffer.from(cms).toString('base64'),
    authorities: [root.der, authority.der].map((der) => Buffer.from(der).toString('base64')),
    content: STATEMENT.toString('base64'),
  })
  print(`${algorithm}: CMS over 50 kB, chain of two, first of a process`, cold, 'ms')
  const verify = async () => requireValid(await verifyCms(cms, { ...policy, content: STATEMENT }))
  print(`${algorithm}: CMS over 50 kB, chain of two`, await warm(verify), 'ms', targets.cms)
  const verifyTheXml = async () => requireValid(await verifyXml(xml, { ...policy, content: XML }))
  print(`${algorithm}: XML, chain of two`, await warm(verifyTheXml), 'ms')
  print(
    `${algorithm}: time stamp, chain of two`,
    await warm(() => readTimeStamp(token, STATEMENT, policy.trust)),
    'ms',
  )
}

async function bench(): Promise<void> {
  await benchStreebog()
  await benchGost()
  await benchSignatures('GOST-2015-512', { cms: 20 })
  await benchSignatures('RSA', { cms: 1 })
}

if (process.argv[2] === 'cold') {
  process.once('message', async (sample) => {
    process.send?.(await measureCold(sample as Sample))
    process.disconnect()
  })
} else await bench()
