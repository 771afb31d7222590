import { expect, test } from 'vitest'
import { sized, sizedTimeout } from '../../../test/size'
import { certificateOf, parseSignedData } from './cms'
import { context, type Element, Fields, fieldsOf, parseElement, TAG } from './der'
import { signCms } from './issuing/sign-cms'
import type { CmsPolicy } from './policy'
import { AT, personKey, trust } from './services.fixture'
import { verifyCms } from './verify-cms'

/** Each bit of each octet in the long run; one bit of each otherwise. */
const BITS = [0, 1, 2, 3, 4, 5, 6, 7].slice(0, sized(8))

const CONTENT = Buffer.from('%PDF-1.7')
const policy: CmsPolicy = {
  content: CONTENT,
  signer: { kind: 'person', iin: 'any' },
  trust,
  revocation: { mode: 'off' },
  at: AT,
  signedWithin: 'any',
  timeStamp: 'optional',
}

const cms = signCms(CONTENT, personKey(), { signingTime: AT })
const holds = async (given: Uint8Array) => (await verifyCms(given, policy)).status !== 'INVALID'

type Region = { name: string; from: number; to: number }

/** What nothing depends on: no signature covers it, and nobody reads it. */
const HARMLESS = [
  'version of the message',
  'digests named for all signers together',
  'version of the signer',
  'parameters of the digest',
  'parameters of the signature',
]

test(`no flipped bit passes in certificate, attributes or signature (${BITS.length} of each octet)`, {
  timeout: sizedTimeout,
}, async () => {
  expect(await holds(cms)).toBe(true)
  const regions = regionsOf(cms)
  const passed = new Set<string>()
  for (let at = 0; at < cms.length; at++) {
    const name = regions.find(({ from, to }) => from <= at && at < to)?.name ?? `octet ${at}`
    for (const bit of BITS) {
      const flipped = Uint8Array.from(cms)
      // Another bit from octet to octet, so that the short run meets them all.
      flipped[at] = (flipped[at] ?? 0) ^ (1 << ((bit + at) % 8))
      if (await holds(flipped)) passed.add(name)
    }
  }
  expect([...passed]).toEqual(HARMLESS)
})

/** Where the parts of a message with one signer stand; lengths and tags around them have no name. */
function regionsOf(message: Uint8Array): Region[] {
  const region = (name: string, bytes: Uint8Array): Region => {
    const from = bytes.byteOffset - message.byteOffset
    return { name, from, to: from + bytes.length }
  }
  const parsed = parseSignedData(message)
  const [info] = parsed.signers
  if (!info) throw new Error('nobody signed')
  const data = dataOf(message)
  const version = data.take(TAG.integer)
  const digests = data.take(TAG.set)
  data.take(TAG.sequence)
  data.take(context(0))
  const signer = fieldsOf(new Fields(data.take(TAG.set).content).any())
  const signerVersion = signer.take(TAG.integer)
  signer.any()
  const digest = signer.take(TAG.sequence)
  const attributes = signer.take(context(0))
  const signature = signer.take(TAG.sequence)
  return [
    region('version of the message', version.content),
    region('digests named for all signers together', digests.content),
    region('certificate', certificateOf(parsed, info).der),
    region('version of the signer', signerVersion.content),
    region('parameters of the digest', parametersOf(digest)),
    region('attributes', attributes.content),
    region('parameters of the signature', parametersOf(signature)),
    region('signature', info.signature),
  ]
}

function dataOf(message: Uint8Array): Fields {
  const info = fieldsOf(parseElement(message))
  info.take(TAG.oid)
  return fieldsOf(parseElement(info.take(context(0)).content))
}

/** What follows the identifier of an algorithm. */
function parametersOf(algorithm: Element): Uint8Array {
  return algorithm.content.subarray(new Fields(algorithm.content).take(TAG.oid).bytes.length)
}
