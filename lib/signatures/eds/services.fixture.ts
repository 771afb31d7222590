import { type CertificateOptions, issueAuthority, issueCertificate, newRoot } from './issuing/authority'
import { OID } from './oids'
import { trustStore } from './trust-store'

/** An authority with its services, for tests; each test file has its own. */
export const AT = new Date('2026-11-22T05:00:00Z')
export const later = (minutes: number) => new Date(AT.getTime() + minutes * 60_000)

const VALID = { validFrom: new Date('2026-01-01'), validTo: new Date('2027-01-01') }

export const root = newRoot({ ...VALID, name: 'НЕГІЗГІ' })
export const authority = issueAuthority(root, { ...VALID, name: 'ОРТАЛЫҚ' })
export const neighbour = issueAuthority(root, { ...VALID, name: 'КӨРШІ' })
export const stranger = newRoot({ ...VALID, name: 'НЕГІЗГІ' })
export const trust = trustStore([root, authority, neighbour].map(({ der }) => der))

/** A key of the services of an authority. */
export const serviceKey = (issuer = authority, options: Partial<CertificateOptions> = {}) =>
  issueCertificate(issuer, { ...VALID, subject: 'ҚЫЗМЕТ', usages: [], ...options })

export const personKey = (options: Partial<CertificateOptions> = {}) =>
  issueCertificate(authority, {
    ...VALID,
    subject: { surname: 'Демо', given: 'Адам', iin: '850101300018' },
    usages: [OID.emailProtection, OID.person],
    ...options,
  })
