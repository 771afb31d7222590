import { EdsError } from './codes'
import { booleanOf, type Element, fieldsOf, octetsOf, oidOf, TAG } from './der'

export type Extension = { isCritical: boolean; value: Uint8Array }

/**
 * Extensions by OID, each once (RFC 5280, 4.2): a critical one that the reader does not understand makes the whole
 * unusable.
 * @throws EdsError MALFORMED
 */
export function readExtensions(
  extensions: readonly Element[],
  understood: ReadonlySet<string>,
): ReadonlyMap<string, Extension> {
  const found = new Map<string, Extension>()
  for (const extension of extensions) {
    const fields = fieldsOf(extension)
    const id = oidOf(fields.take(TAG.oid))
    const critical = fields.optional(TAG.boolean)
    const value = octetsOf(fields.take(TAG.octetString))
    fields.end()
    const isCritical = critical !== null && booleanOf(critical)
    if (found.has(id)) throw new EdsError('MALFORMED', `extension ${id} stands twice`)
    if (isCritical && !understood.has(id)) {
      throw new EdsError('MALFORMED', `critical extension ${id} is unknown`)
    }
    found.set(id, { isCritical, value })
  }
  return found
}
