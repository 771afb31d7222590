import { oid, printableString, sequence, setOf, utf8String } from '../der-write'
import { OID } from '../oids'

/** Whom a certificate names, the way НУЦ РК writes it; `iin` and `bin` are twelve digits. */
export type Subject = {
  surname: string
  given: string
  patronymic?: string
  /** Without it the certificate says nothing about whose key it is. */
  iin?: string
  organisation?: string
  bin?: string
}

/** CN, SN, serialNumber=IIN…, C, O, OU=BIN…, G; the last holds the patronymic. Names are in capitals. */
export function personName({ surname, given, patronymic, iin, organisation, bin }: Subject): Uint8Array {
  return nameOf([
    [OID.commonName, capitals(`${surname} ${given}`)],
    [OID.surname, capitals(surname)],
    [OID.serialNumber, iin && `IIN${iin}`],
    [OID.country, 'KZ'],
    [OID.organisation, organisation && capitals(organisation)],
    [OID.organisationalUnit, bin && `BIN${bin}`],
    [OID.givenName, patronymic && capitals(patronymic)],
  ])
}

export const authorityName = (name: string): Uint8Array =>
  nameOf([
    [OID.commonName, name],
    [OID.country, 'KZ'],
  ])

const capitals = (text: string) => text.toLocaleUpperCase('kk')

function nameOf(attributes: readonly (readonly [string, string | undefined])[]): Uint8Array {
  return sequence(
    ...attributes.flatMap(([attribute, value]) =>
      value === undefined ? [] : [setOf(sequence(oid(attribute), valueOfAttribute(attribute, value)))],
    ),
  )
}

const valueOfAttribute = (attribute: string, value: string) =>
  attribute === OID.serialNumber || attribute === OID.country ? printableString(value) : utf8String(value)
