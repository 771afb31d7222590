import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { toHex } from '@/lib/signatures/eds/der'
import { type Issued, issuedFrom } from '@/lib/signatures/eds/issuing/authority'
import type { SigningKey } from '@/lib/signatures/eds/issuing/keys'
import type { Subject } from '@/lib/signatures/eds/issuing/subject'
import { FINGERPRINTS } from '@/lib/signatures/eds/trust-directory'
import { type DemoAuthority, type KeyKind, newAuthority, newPersonalKey } from './ncalayer-authority'
import type { KeyHolder } from './ncalayer-people'

export type DemoKey = { id: string; kind: KeyKind; issued: Issued }

export type DemoKeys = {
  authority: DemoAuthority
  /** The folder whose certificates the app is to trust. */
  trust: string
  all: () => readonly DemoKey[]
  /** Makes somebody a key, in place of one with the same id. */
  issue: (id: string, kind: KeyKind, subject: Subject) => DemoKey
  revoke: (serial: string) => void
  /** When the key of this number was revoked; null for all others, known here or not. */
  revokedAt: (serial: string) => Date | null
}

type KeptKey = { certificate: string; key: SigningKey }
type Kept = {
  authority: Record<keyof DemoAuthority, KeptKey>
  keys: (KeptKey & { id: string; kind: KeyKind })[]
  revoked: Record<string, string>
}

/** The keys of a data folder, made when they are asked for first and anew when they have run out. */
export function openKeys(folder: string, holders: readonly KeyHolder[], now: () => Date): DemoKeys {
  const file = join(folder, 'keys.json')
  const trust = join(folder, 'trust')
  mkdirSync(trust, { recursive: true, mode: 0o700 })
  const known = existsSync(file) ? read(file) : null
  const authority = known?.authority ?? newAuthority(now())
  let keys = known?.keys ?? []
  const revoked = new Map(known?.revoked)

  const put = (id: string, kind: KeyKind, issued: Issued): DemoKey => {
    const key = { id, kind, issued }
    keys = [...keys.filter((other) => other.id !== id), key]
    if (kind === 'revoked') revoked.set(toHex(issued.certificate.serial), now())
    return key
  }
  for (const { id, kind, subject, algorithm } of holders) {
    const key = keys.find((each) => each.id === id)
    if (key && (kind === 'expired' || key.issued.certificate.validTo > now())) continue
    put(id, kind, newPersonalKey(authority, kind, subject, now(), algorithm))
  }
  const save = () => write(file, { authority, keys, revoked })
  save()
  writeTrust(trust, { 'demo-root.cer': authority.root.der, 'demo-issuing.cer': authority.issuing.der })

  return {
    authority,
    trust,
    all: () => keys,
    issue(id, kind, subject) {
      const key = put(id, kind, newPersonalKey(authority, kind, subject, now()))
      save()
      return key
    },
    revoke(serial) {
      revoked.set(serial, now())
      save()
    },
    revokedAt: (serial) => revoked.get(serial) ?? null,
  }
}

/** What a folder holds, for programs beside the stand-in; what they make themselves they keep themselves. */
export const readKeys = (folder: string): Pick<Content, 'authority' | 'keys'> =>
  read(join(folder, 'keys.json'))

type Content = { authority: DemoAuthority; keys: readonly DemoKey[]; revoked: ReadonlyMap<string, Date> }

function read(file: string): Content {
  const { authority, keys, revoked } = JSON.parse(readFileSync(file, 'utf8')) as Kept
  return {
    authority: {
      root: restored(authority.root),
      issuing: restored(authority.issuing),
      responder: restored(authority.responder),
      stamper: restored(authority.stamper),
    },
    keys: keys.map(({ id, kind, ...key }) => ({ id, kind, issued: restored(key) })),
    revoked: new Map(Object.entries(revoked).map(([serial, at]) => [serial, new Date(at)])),
  }
}

const restored = ({ certificate, key }: KeptKey) => issuedFrom(Buffer.from(certificate, 'base64'), key)

const keptKey = ({ der, key }: Issued): KeptKey => ({ certificate: Buffer.from(der).toString('base64'), key })

function write(file: string, { authority, keys, revoked }: Content): void {
  const kept: Kept = {
    authority: {
      root: keptKey(authority.root),
      issuing: keptKey(authority.issuing),
      responder: keptKey(authority.responder),
      stamper: keptKey(authority.stamper),
    },
    keys: keys.map(({ id, kind, issued }) => ({ id, kind, ...keptKey(issued) })),
    revoked: Object.fromEntries([...revoked].map(([serial, at]) => [serial, at.toISOString()])),
  }
  // Whole or not at all: a kill in between must not cost the keys.
  writeFileSync(`${file}.new`, JSON.stringify(kept), { mode: 0o600 })
  renameSync(`${file}.new`, file)
}

/** A folder of certificates that the app is to trust, with their fingerprints. */
export function writeTrust(folder: string, files: Readonly<Record<string, Uint8Array>>): void {
  const lines = Object.entries(files).map(([name, der]) => {
    writeFileSync(join(folder, name), der)
    return `${createHash('sha256').update(der).digest('hex')}  ${name}\n`
  })
  writeFileSync(join(folder, FINGERPRINTS), lines.join(''))
}
