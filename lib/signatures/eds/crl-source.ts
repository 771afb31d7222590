import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { digest } from './algorithms'
import type { Certificate } from './certificate'
import { EdsError } from './codes'
import { type Crl, goesWith, readCrl, revokedAt, verifyCrl, withDelta } from './crl'
import { sameBytes } from './der'
import { integer, NULL, octetString, oid, sequence, time } from './der-write'
import { OID } from './oids'
import type { RevocationSource } from './policy'

/** A file as it was last read. `list` is null when it is no revocation list. */
type Kept = { version: string; list: Crl | null; verdict: { issuer: Certificate; holds: boolean } | null }

const TOLERANCE_MS = 5 * 60 * 1000

/**
 * The lists (`*.crl`, DER, complete ones and deltas) that the operator keeps in a folder, for when OCSP cannot be
 * reached. A file is read again when it changes. One that is unreadable, out of date or not signed by the issuer is
 * as good as none: the answer is `unavailable`. The evidence names the lists and does not hold them.
 */
export function crlSource(folder: string): RevocationSource {
  const kept = new Map<string, Kept>()
  return async (certificate, issuer, _trust, at) => {
    const files = await filesOf(folder, kept)
    const { base, delta } = currentLists(
      files.flatMap((file) => signedList(file, issuer) ?? []),
      at,
    )
    if (!base) return { status: 'unavailable', why: `${folder} has no current list of ${issuer.subjectText}` }
    try {
      const revoked = revokedAt(delta ? withDelta(base, delta) : base, certificate.serial)
      const evidence = crlReferences(delta ? [base, delta] : [base])
      return revoked
        ? { status: 'revoked', at: revoked, evidence }
        : { status: 'good', checkedAt: at, evidence }
    } catch (error) {
      if (error instanceof EdsError) return { status: 'untrusted', why: error.message }
      throw error
    }
  }
}

/** The newest complete list of now, and the newest delta that goes with it. */
function currentLists(lists: readonly Crl[], at: Date): { base: Crl | undefined; delta: Crl | undefined } {
  const current = lists
    .filter(({ thisUpdate }) => thisUpdate.getTime() <= at.getTime() + TOLERANCE_MS)
    .filter(({ nextUpdate }) => nextUpdate.getTime() >= at.getTime() - TOLERANCE_MS)
    .toSorted((a, b) => b.thisUpdate.getTime() - a.thisUpdate.getTime())
  const base = current.find(({ baseNumber }) => baseNumber === null)
  return { base, delta: base && current.find((list) => goesWith(list, base)) }
}

async function filesOf(folder: string, kept: Map<string, Kept>): Promise<readonly Kept[]> {
  const names = await readdir(folder).catch(() => [])
  const paths = names.filter((name) => /\.crl$/i.test(name)).map((name) => join(folder, name))
  const files = await Promise.all(paths.map((path) => refreshed(path, kept)))
  return files.filter((file) => file !== null)
}

/** null: the file has gone, as when a new one is being put in its place. */
async function refreshed(path: string, kept: Map<string, Kept>): Promise<Kept | null> {
  const known = kept.get(path)
  try {
    const { mtimeMs, size } = await stat(path)
    const version = `${mtimeMs} ${size}`
    if (known?.version === version) return known
    const file = { version, list: readOrNull(await readFile(path)), verdict: null }
    kept.set(path, file)
    return file
  } catch {
    return null
  }
}

function readOrNull(der: Uint8Array): Crl | null {
  try {
    return readCrl(der)
  } catch (error) {
    if (error instanceof EdsError) return null
    throw error
  }
}

/** A list of 20 MB takes seconds to verify by GOST, so each is verified once. */
function signedList(file: Kept, issuer: Certificate): Crl | null {
  const { list } = file
  if (!list || !sameBytes(list.issuer, issuer.subject)) return null
  if (!file.verdict || !sameBytes(file.verdict.issuer.der, issuer.der)) {
    file.verdict = { issuer, holds: holds(list, issuer) }
  }
  return file.verdict.holds ? list : null
}

function holds(list: Crl, issuer: Certificate): boolean {
  try {
    verifyCrl(list, issuer)
    return true
  } catch (error) {
    if (error instanceof EdsError) return false
    throw error
  }
}

/** CRLListID of RFC 5126, 6.2.2: which lists were looked into, by SHA-256, issuer, time and number. */
function crlReferences(lists: readonly Crl[]): Uint8Array {
  const references = lists.map(({ der, issuer, thisUpdate, number }) =>
    sequence(
      sequence(sequence(oid(OID.sha256), NULL), octetString(digest(OID.sha256, der))),
      sequence(issuer, time(thisUpdate), ...(number === null ? [] : [integer(octetsOf(number))])),
    ),
  )
  return sequence(sequence(...references))
}

function octetsOf(number: bigint): Uint8Array {
  const digits = number.toString(16)
  return Buffer.from(digits.padStart(digits.length + (digits.length % 2), '0'), 'hex')
}
