import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type TrustStore, trustStore } from './trust-store'

/** The operator's word on each file, in the format of sha256sum: `<64 hex digits>  <file>`. */
export const FINGERPRINTS = 'SHA256SUMS'

/**
 * The trust store of a folder: certificates (`.cer`, `.crt`, `.pem`; DER or PEM), each with its SHA-256 in
 * SHA256SUMS. An empty folder trusts nobody.
 * @throws Error that names the file whose fingerprint is missing or not the one that was confirmed
 */
export function readTrustDirectory(folder: string): TrustStore {
  if (!existsSync(folder)) return { roots: [], intermediates: [] }
  const confirmed = readFingerprints(join(folder, FINGERPRINTS))
  const names = readdirSync(folder)
    .filter((name) => /\.(cer|crt|pem)$/i.test(name))
    .sort()
  const missing = [...confirmed.keys()].find((name) => !names.includes(name))
  if (missing) throw new Error(`${join(folder, missing)} stands in ${FINGERPRINTS} and is not there`)
  return trustStore(
    names.map((name) => {
      const file = join(folder, name)
      const bytes = readFileSync(file)
      const wanted = confirmed.get(name)
      if (!wanted) throw new Error(`${file} has no line in ${FINGERPRINTS}: nobody confirmed it`)
      if (createHash('sha256').update(bytes).digest('hex') !== wanted) {
        throw new Error(`${file} is not the file whose fingerprint was confirmed in ${FINGERPRINTS}`)
      }
      return derOf(bytes)
    }),
  )
}

function readFingerprints(file: string): ReadonlyMap<string, string> {
  if (!existsSync(file)) return new Map()
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
  return new Map(
    lines.map((line) => {
      const found = /^([0-9a-f]{64}) [ *](\S+)$/.exec(line.trim())
      if (!found?.[1] || !found[2]) throw new Error(`${file} has a line that is no fingerprint: ${line}`)
      return [found[2], found[1]]
    }),
  )
}

/** A certificate file is DER, or PEM around it. */
export function derOf(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1')
  const found = /-----BEGIN CERTIFICATE-----([\sA-Za-z0-9+/=]+)-----END CERTIFICATE-----/.exec(text)
  return found?.[1] ? Buffer.from(found[1], 'base64') : bytes
}
