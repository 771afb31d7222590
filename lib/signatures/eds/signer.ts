import type { Certificate } from './certificate'
import { EdsError } from './codes'
import { toHex } from './der'
import { OID } from './oids'
import { type Algorithm, ROLES, type Role, type Signer } from './outcome'

/** The extended key usage that says each role; the first two of a legal entity may sign for it. */
const ROLE_OIDS: Readonly<Record<Role, string>> = {
  person: OID.person,
  head: OID.head,
  signRight: OID.signRight,
  financeRight: OID.financeRight,
  personnel: OID.personnel,
  employee: OID.employee,
  informationSystem: OID.informationSystem,
}

/** Whose certificate it is, by the profile of НУЦ РК: `serialNumber=IIN…`, `OU=BIN…`, roles as key usages. */
export function signerOf(
  certificate: Certificate,
  times: Pick<Signer, 'claimedAt' | 'stampedAt'> = { claimedAt: null, stampedAt: null },
): Signer {
  const values = (type: string) => certificate.subjectAttributes.get(type) ?? []
  const { extendedKeyUsage, serial, issuerText, validFrom, validTo, der } = certificate
  return {
    fullName: [...values(OID.commonName).slice(0, 1), ...values(OID.givenName).slice(0, 1)].join(' '),
    iin: onlyNumber(values(OID.serialNumber), 'IIN'),
    bin: onlyNumber(values(OID.organisationalUnit), 'BIN'),
    organisation: values(OID.organisation)[0] ?? null,
    roles: ROLES.filter((role) => extendedKeyUsage.includes(ROLE_OIDS[role])),
    serial: toHex(serial),
    issuer: issuerText,
    validFrom,
    validTo,
    algorithm: algorithmName(certificate),
    certificate: der,
    ...times,
  }
}

/** «IIN» or «BIN» with twelve digits; two different ones say nothing. */
function onlyNumber(values: readonly string[], prefix: 'IIN' | 'BIN'): string | null {
  const found = values.flatMap((value) => new RegExp(`^${prefix}(\\d{12})$`).exec(value)?.[1] ?? [])
  return new Set(found).size === 1 ? (found[0] ?? null) : null
}

function algorithmName({ keyAlgorithm }: Certificate): Algorithm {
  if (keyAlgorithm === OID.rsa) return 'RSA'
  if (keyAlgorithm === OID.gostKey) return 'GOST-2015-512'
  throw new EdsError('UNSUPPORTED_ALGORITHM', `a key of ${keyAlgorithm}`)
}
