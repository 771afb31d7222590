import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { toHex } from '@/lib/signatures/eds/der'
import type { Issued } from '@/lib/signatures/eds/issuing/authority'
import { answerOcsp } from '@/lib/signatures/eds/issuing/ocsp-responder'
import type { Subject } from '@/lib/signatures/eds/issuing/subject'
import { stampToken } from '@/lib/signatures/eds/issuing/time-stamp-authority'
import type { Algorithm } from '@/lib/signatures/eds/outcome'
import { type KeyKind, newAuthority, newPersonalKey } from '@/scripts/embedded/ncalayer-authority'
import { writeTrust } from '@/scripts/embedded/ncalayer-keys'

const DAY = 24 * 60 * 60 * 1000

export type TestEds = {
  /** A key of somebody, issued a month before; an organisation's needs a BIN. */
  key: (kind: KeyKind, subject: Partial<Subject>, algorithm?: Algorithm) => Issued
  /** From `at` on the responder says that this key was revoked. */
  revoke: (key: Issued, at: Date) => void
  /** The responder knows nothing of this key. */
  forget: (key: Issued) => void
  /** A time stamp of `at` over the value of a signature. */
  stamp: (signatureValue: Uint8Array) => Uint8Array
  /** Whether the responder answers at all. */
  setUp: (isUp: boolean) => void
}

/**
 * An authority of the test file's own, trusted by the app, with a responder whose answers hold for the two months
 * after `at`. Call it beside `testDatabase()`, before the code under test reads its settings.
 */
export async function testEds(at: Date): Promise<TestEds> {
  const before = new Date(at.getTime() - 30 * DAY)
  const authority = newAuthority(before)
  const folder = mkdtempSync(join(tmpdir(), 'eds-'))
  writeTrust(folder, { 'root.cer': authority.root.der, 'issuing.cer': authority.issuing.der })
  const revoked = new Map<string, Date>()
  const forgotten = new Set<string>()
  let isUp = true

  const statusOf = (serial: string) => {
    if (forgotten.has(serial)) return 'unknown'
    const revokedAt = revoked.get(serial)
    return revokedAt ? { revokedAt } : 'good'
  }
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part)
    if (!isUp) {
      response.writeHead(503).end()
      return
    }
    const { responder, issuing } = authority
    const nextUpdate = new Date(at.getTime() + 60 * DAY)
    response.writeHead(200, { 'content-type': 'application/ocsp-response' })
    response.end(
      answerOcsp(
        Buffer.concat(parts),
        responder,
        issuing.certificate,
        statusOf,
        new Date(at.getTime() - DAY),
        {
          nextUpdate,
        },
      ),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true })
    await new Promise((resolve) => server.close(resolve))
  })
  process.env.EDS_TRUST_DIR = folder
  process.env.EDS_TIME_STAMP = 'off'
  process.env.EDS_OCSP_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`

  return {
    key: (kind, subject, algorithm) =>
      newPersonalKey(authority, kind, { surname: 'ДЕМО', given: 'АДАМ', ...subject }, before, algorithm),
    revoke: (key, when) => revoked.set(toHex(key.certificate.serial), when),
    forget: (key) => forgotten.add(toHex(key.certificate.serial)),
    stamp: (value) => stampToken(value, authority.stamper, at),
    setUp: (value) => {
      isUp = value
    },
  }
}
