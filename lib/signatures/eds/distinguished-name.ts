import { childrenOf, type Element, fieldsOf, oidOf, TAG, textOf } from './der'
import { OID } from './oids'

/** The distinguished names of X.501, in certificates. */
function* attributePairs(name: Element): Generator<[type: string, value: string]> {
  for (const set of childrenOf(name)) {
    for (const pair of childrenOf(set, TAG.set)) {
      const fields = fieldsOf(pair)
      const type = oidOf(fields.take(TAG.oid))
      const value = textOf(fields.any())
      fields.end()
      yield [type, value]
    }
  }
}

/** The values of each attribute, by OID. */
export function attributesOf(name: Element): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, string[]>()
  for (const [type, value] of attributePairs(name)) {
    const known = values.get(type)
    if (known) known.push(value)
    else values.set(type, [value])
  }
  return values
}

const SHORT: ReadonlyMap<string, string> = new Map([
  [OID.commonName, 'CN'],
  [OID.organisation, 'O'],
  [OID.organisationalUnit, 'OU'],
  [OID.country, 'C'],
])

/** «CN=…, C=KZ», for people. */
export function nameText(name: Element): string {
  return [...attributePairs(name)].map(([type, value]) => `${SHORT.get(type) ?? type}=${value}`).join(', ')
}
