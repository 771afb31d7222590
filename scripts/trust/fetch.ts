import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Certificate, parseCertificate } from '@/lib/signatures/eds/certificate'
import { buildChain, requireValidAt } from '@/lib/signatures/eds/chain'
import { derOf, FINGERPRINTS } from '@/lib/signatures/eds/trust-directory'
import { trustStore } from '@/lib/signatures/eds/trust-store'

/** The authorities of НУЦ РК that issue today: each root, then what stands under it. */
export const AUTHORITIES = ['root_rsa_2020', 'nca_rsa_2022', 'root_gost_2022', 'nca_gost_2022'] as const

const addressOf = (name: string) => `https://pki.gov.kz/cert/${name}.cer`

export type World = {
  folder: string
  now: Date
  /** The octets at an address; rejects when there are none. */
  download: (url: string) => Promise<Uint8Array>
  /** What the operator types. */
  ask: (question: string) => Promise<string>
  say: (line: string) => void
}

/** A sentence for the operator; nothing was written. */
export class NotFetched extends Error {}

type Fetched = { file: string; bytes: Uint8Array; certificate: Certificate; sha256: string }

/**
 * Downloads the certificates, shows each and keeps those that the operator has compared with another source: whoever
 * could change what comes over the network could sign in anybody's name.
 * @throws NotFetched
 */
export async function fetchTrust({ folder, now, download, ask, say }: World): Promise<void> {
  const fetched: Fetched[] = []
  for (const name of AUTHORITIES) fetched.push(await fetchOne(name, download))
  checkChains(fetched, now)
  const confirmed: Fetched[] = []
  for (const one of fetched) {
    for (const line of description(one)) say(line)
    const answer = await ask('Is that what another source says? Type yes to trust it: ')
    if (answer.trim().toLowerCase() === 'yes') confirmed.push(one)
    else say(`${one.file} is left out.`)
  }
  keep(folder, confirmed)
  say(`${confirmed.length} of ${fetched.length} certificates are trusted now: ${folder}`)
}

async function fetchOne(name: string, download: World['download']): Promise<Fetched> {
  const file = `${name}.cer`
  const bytes = await download(addressOf(name)).catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error)
    throw new NotFetched(
      `${addressOf(name)} cannot be reached from here (${why}): run this where it can, and copy the folder over.`,
    )
  })
  try {
    const certificate = parseCertificate(derOf(bytes))
    return { file, bytes, certificate, sha256: createHash('sha256').update(bytes).digest('hex') }
  } catch {
    throw new NotFetched(`What stands at ${addressOf(name)} is no certificate.`)
  }
}

/** What does not even agree with itself need not be shown to anybody. */
function checkChains(fetched: readonly Fetched[], now: Date): void {
  for (const { file, certificate } of fetched) {
    try {
      const trust = trustStore(fetched.map((one) => one.certificate.der))
      buildChain(certificate, trust, now)
      requireValidAt(certificate, now)
    } catch (error) {
      throw new NotFetched(`${file} does not hold: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
}

function description({ file, certificate, sha256 }: Fetched): string[] {
  const day = (date: Date) => date.toISOString().slice(0, 10)
  const { subjectText, issuerText, validFrom, validTo } = certificate
  return [
    '',
    file,
    `  subject  ${subjectText}`,
    `  issuer   ${issuerText}`,
    `  valid    ${day(validFrom)} to ${day(validTo)}`,
    `  SHA-256  ${sha256}`,
  ]
}

/** Writes what was confirmed; what stands there of other authorities stays. */
function keep(folder: string, confirmed: readonly Fetched[]): void {
  mkdirSync(folder, { recursive: true })
  for (const { file, bytes } of confirmed) writeFileSync(join(folder, file), bytes)
  const sums = join(folder, FINGERPRINTS)
  const files = new Set(confirmed.map(({ file }) => file))
  const known = existsSync(sums) ? readFileSync(sums, 'utf8').split('\n') : []
  const others = known.filter((line) => line.trim() !== '' && !files.has(line.trim().slice(66)))
  const lines = [...others, ...confirmed.map(({ file, sha256 }) => `${sha256}  ${file}`)]
  writeFileSync(sums, lines.map((line) => `${line}\n`).join(''))
}
