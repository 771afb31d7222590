import {
  AUTH_USAGE,
  type Issued,
  issueAuthority,
  issueCertificate,
  newRoot,
} from '@/lib/signatures/eds/issuing/authority'
import type { Subject } from '@/lib/signatures/eds/issuing/subject'
import { OID } from '@/lib/signatures/eds/oids'
import type { Algorithm } from '@/lib/signatures/eds/outcome'

const DAY = 24 * 60 * 60 * 1000
const YEAR = 365 * DAY

/** An authority of this machine's own, so that nobody takes a signature of the demo for a real one. */
export type DemoAuthority = {
  root: Issued
  /** Issues the keys of people. */
  issuing: Issued
  /** Says whether a key was revoked. */
  responder: Issued
  /** Stamps signatures with the time. */
  stamper: Issued
}

/** What a key is for. The last two are a person's as well, and no good. */
export type KeyKind = 'person' | 'head' | 'signRight' | 'employee' | 'signIn' | 'revoked' | 'expired'

const PERSONAL = [OID.emailProtection, OID.person]
const USAGES: Readonly<Record<KeyKind, readonly string[]>> = {
  person: PERSONAL,
  head: [OID.emailProtection, OID.legalEntity, OID.head],
  signRight: [OID.emailProtection, OID.legalEntity, OID.signRight],
  employee: [OID.emailProtection, OID.legalEntity, OID.employee],
  signIn: [OID.clientAuth, OID.person],
  revoked: PERSONAL,
  expired: PERSONAL,
}

export function newAuthority(now: Date): DemoAuthority {
  const times = validity(now, 20 * YEAR)
  const root = newRoot({ ...times, name: 'ДЕМО НЕГІЗГІ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ (GOST) – НЕ НУЦ РК' })
  const issuing = issueAuthority(root, {
    ...times,
    name: 'ДЕМО КУӘЛАНДЫРУШЫ ОРТАЛЫҚ (GOST) – НЕ НУЦ РК',
    pathLength: 0,
  })
  const service = (subject: string, usage: string) =>
    issueCertificate(issuing, {
      ...times,
      subject,
      usages: [usage],
      isUsageCritical: true,
      keyUsage: ['digitalSignature', 'nonRepudiation'],
    })
  return {
    root,
    issuing,
    responder: service('ДЕМО OCSP – НЕ НУЦ РК', OID.ocspSigning),
    stamper: service('ДЕМО TSA – НЕ НУЦ РК', OID.timeStamping),
  }
}

/** A key for a year from now, as real ones are; an expired one ran out a month ago. */
export function newPersonalKey(
  { issuing }: DemoAuthority,
  kind: KeyKind,
  subject: Subject,
  now: Date,
  algorithm: Algorithm = 'GOST-2015-512',
): Issued {
  const from = kind === 'expired' ? new Date(now.getTime() - YEAR - 30 * DAY) : now
  return issueCertificate(issuing, {
    ...validity(from, YEAR),
    subject,
    algorithm,
    usages: USAGES[kind],
    ...(kind === 'signIn' ? { keyUsage: AUTH_USAGE } : {}),
  })
}

/** Certificates know whole seconds; a day back, for clocks that go slow. */
function validity(from: Date, length: number): { validFrom: Date; validTo: Date } {
  return { validFrom: new Date(from.getTime() - DAY), validTo: new Date(from.getTime() + length) }
}
