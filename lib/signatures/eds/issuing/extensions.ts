import { context } from '../der'
import { bitString, boolean, element, integer, octetString, oid, sequence } from '../der-write'
import { OID } from '../oids'

const KEY_USAGES = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'crlSign',
] as const
export type KeyUsage = (typeof KEY_USAGES)[number]

/** One extension of a certificate; RFC 5280, 4.2. */
export function extension(name: string, value: Uint8Array, isCritical = false): Uint8Array {
  return sequence(oid(name), ...(isCritical ? [boolean(true)] : []), octetString(value))
}

export function keyUsage(names: readonly KeyUsage[]): Uint8Array {
  const octet = names.reduce((bits, name) => bits | (0x80 >> KEY_USAGES.indexOf(name)), 0)
  // A named bit list ends with its last bit that is set; ITU-T X.690, 11.2.2.
  const unused = octet === 0 ? 0 : 31 - Math.clz32(octet & -octet)
  return extension(
    OID.keyUsage,
    bitString(octet === 0 ? new Uint8Array() : Uint8Array.of(octet), unused),
    true,
  )
}

/** `pathLength`: how many authorities may stand below this one; null for any number. */
export function basicConstraints(isCa: boolean, pathLength: number | null): Uint8Array {
  const fields = [...(isCa ? [boolean(true)] : []), ...(pathLength === null ? [] : [integer(pathLength)])]
  return extension(OID.basicConstraints, sequence(...fields), true)
}

export const extendedKeyUsage = (oids: readonly string[], isCritical: boolean): Uint8Array =>
  extension(OID.extendedKeyUsage, sequence(...oids.map(oid)), isCritical)

export const subjectKeyId = (id: Uint8Array): Uint8Array =>
  extension(OID.subjectKeyIdentifier, octetString(id))

export const authorityKeyId = (id: Uint8Array): Uint8Array =>
  extension(OID.authorityKeyIdentifier, sequence(element(context(0, false), id)))

/** Where the authority answers by OCSP. */
export const ocspAddress = (url: string): Uint8Array =>
  extension(OID.authorityInfoAccess, sequence(sequence(oid(OID.ocsp), address(url))))

export const crlAddress = (url: string): Uint8Array =>
  extension(
    OID.crlDistributionPoints,
    sequence(sequence(element(context(0), element(context(0), address(url))))),
  )

/** A GeneralName that is an address. */
const address = (url: string) => element(context(6, false), Buffer.from(url, 'latin1'))

/** The policy of НУЦ РК since 2022, and that the key lay in a file; root.gov.kz/oid. */
export const certificatePolicy: Uint8Array = extension(
  OID.certificatePolicies,
  sequence(sequence(oid('1.2.398.3.3.2'))),
)
export const keyStoreType: Uint8Array = extension('1.2.398.3.3.5', sequence(oid('1.2.398.3.3.5.1.1')))
