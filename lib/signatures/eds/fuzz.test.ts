import { expect, test } from 'vitest'
import { sized, sizedTimeout } from '../../../test/size'
import { parseCertificate } from './certificate'
import { EdsError } from './codes'
import { readCrl } from './crl'
import { answerOcsp } from './issuing/ocsp-responder'
import { pem } from './issuing/pem'
import { issueRevocationList } from './issuing/revocation-list'
import { signCms } from './issuing/sign-cms'
import { signXml } from './issuing/sign-xml'
import { stampToken } from './issuing/time-stamp-authority'
import { readOcspResponse } from './ocsp'
import { buildOcspRequest } from './ocsp-request'
import { OID } from './oids'
import type { Policy } from './policy'
import { AT, authority, personKey, serviceKey, trust } from './services.fixture'
import { readTimeStamp } from './time-stamp'
import { verifyCms } from './verify-cms'
import { verifyXml } from './verify-xml'

const ROUNDS = sized(100_000)

/** Of the processor, so that a busy machine does not count; the least of some tries, so that a pause does not. */
const MOST_MS = 100
const TRIES = 5

const CONTENT = Buffer.from('%PDF-1.7')
const XML =
  '<?xml version="1.0" encoding="UTF-8"?><ns2:a xmlns:ns2="urn:a" b="1"><c d="Ә &amp; Ө">Қ</c><c/></ns2:a>'
const policy: Policy = {
  signer: { kind: 'any', iin: 'any', bin: 'any' },
  trust,
  revocation: { mode: 'off' },
  at: AT,
  signedWithin: 'any',
  timeStamp: 'archive',
}

/** Something that comes from outside: what is well-formed, and who reads it. Only EdsErrors may be thrown. */
type Target = { name: string; seed: Uint8Array; read: (input: Uint8Array) => unknown }

function targets(): Target[] {
  const gost = personKey()
  const rsa = personKey({ algorithm: 'RSA' })
  const stamper = serviceKey(authority, {
    usages: [OID.timeStamping],
    isUsageCritical: true,
    keyUsage: ['digitalSignature'],
  })
  const stamp = (value: Uint8Array) => stampToken(value, stamper, AT)
  const readCms = (input: Uint8Array) => verifyCms(input, { ...policy, content: CONTENT })
  const readXml = (input: Uint8Array) =>
    verifyXml(Buffer.from(input).toString('utf8'), { ...policy, content: 'any' })
  const cms = signCms(CONTENT, gost, { signingTime: AT })
  const { certificate } = gost
  const nonce = Buffer.alloc(16, 7)
  const issuer = authority.certificate
  const revoked = { serial: certificate.serial, revokedAt: AT, reason: 1 }
  const request = buildOcspRequest(certificate, issuer, nonce)
  return [
    { name: 'CMS, GOST', seed: cms, read: readCms },
    { name: 'CMS, RSA', seed: signCms(CONTENT, rsa, { signingTime: AT, isAttached: true }), read: readCms },
    { name: 'CMS with a time stamp', seed: signCms(CONTENT, rsa, { signingTime: AT, stamp }), read: readCms },
    { name: 'CMS as PEM', seed: Buffer.from(pem('CMS', cms)), read: readCms },
    { name: 'XML, GOST', seed: Buffer.from(signXml(XML, gost)), read: readXml },
    { name: 'XML, RSA', seed: Buffer.from(signXml(XML, rsa)), read: readXml },
    { name: 'certificate', seed: gost.der, read: parseCertificate },
    { name: 'time stamp', seed: stamp(CONTENT), read: (input) => readTimeStamp(input, CONTENT, trust) },
    {
      name: 'OCSP response',
      seed: answerOcsp(request, authority, issuer, () => 'good', AT),
      read: (input) => readOcspResponse(input, { certificate, issuer, nonce, trust, at: AT }),
    },
    {
      name: 'revocation list',
      seed: issueRevocationList(authority, { thisUpdate: AT, nextUpdate: AT, number: 7, entries: [revoked] }),
      read: readCrl,
    },
  ]
}

test(`${ROUNDS} changed inputs: no crash, none over ${MOST_MS} ms`, { timeout: sizedTimeout }, async () => {
  const all = targets()
  const random = randomNumbers(20260820)
  let slowest = { name: '', took: 0 }
  for (let round = 0; round < ROUNDS; round++) {
    const { name, seed, read } = all[round % all.length] ?? fail('no targets')
    const other = all[random(all.length)]?.seed ?? seed
    let input = seed
    for (let changes = 1 + random(4); changes > 0; changes--) input = changed(input, other, random)
    const took = await milliseconds(name, read, input)
    if (took > slowest.took) slowest = { name, took }
  }
  console.log(`slowest: ${slowest.name}, ${slowest.took.toFixed(1)} ms`)
  expect(slowest.took).toBeGreaterThan(0)
})

async function milliseconds(name: string, read: Target['read'], input: Uint8Array): Promise<number> {
  let least = Number.POSITIVE_INFINITY
  for (let tries = 0; tries < TRIES && least > MOST_MS; tries++) {
    const before = process.cpuUsage()
    try {
      await read(input)
    } catch (error) {
      if (!(error instanceof EdsError))
        throw new Error(`${name} ${base64(input)}: ${error}`, { cause: error })
    }
    const { user, system } = process.cpuUsage(before)
    least = Math.min(least, (user + system) / 1000)
  }
  if (least > MOST_MS) throw new Error(`${name} ${base64(input)} took ${least} ms`)
  return least
}

const base64 = (input: Uint8Array) => Buffer.from(input).toString('base64')

function fail(message: string): never {
  throw new Error(message)
}

/** Numbers below a bound, the same ones in each run: xorshift of 32 bits. */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
}

/** Octets that mean something to a reader of DER or XML. */
const TELLING = [0x00, 0x01, 0x30, 0x31, 0x7f, 0x80, 0x81, 0x82, 0x84, 0xa0, 0xff, 0x22, 0x26, 0x3c, 0x3e]

/** One change, such as a broken copy, a careless programme or a forger makes. */
function changed(input: Uint8Array, other: Uint8Array, random: (below: number) => number): Uint8Array {
  const at = random(input.length + 1)
  const some = 1 + random(1 << random(8))
  const [before, after] = [input.subarray(0, at), input.subarray(at)]
  const copy = Uint8Array.from(input)
  switch (random(8)) {
    case 0:
      copy[at] = (copy[at] ?? 0) ^ (1 << random(8))
      return copy
    case 1:
      copy[at] = TELLING[random(TELLING.length)] ?? 0
      return copy
    case 2:
      copy[at] = (copy[at] ?? 0) + (random(2) === 0 ? 1 : 255)
      return copy
    case 3:
      return before
    case 4:
      return Buffer.concat([before, after.subarray(some)])
    case 5:
      return Buffer.concat([before, after.subarray(0, some), after])
    case 6:
      return Buffer.concat([before, Buffer.alloc(some, TELLING[random(TELLING.length)])])
    default: {
      const from = random(other.length)
      return Buffer.concat([before, other.subarray(from, from + some), after])
    }
  }
}
