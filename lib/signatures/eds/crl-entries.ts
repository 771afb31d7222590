import { EdsError } from './codes'
import { readElement, TAG } from './der'

/**
 * Where each entry of a revocation list begins, by the number of its certificate (`serialKey`). НУЦ РК's list is
 * 20 MB with over 400,000 entries: one pass that makes no objects finds their bounds, and what an entry says is read
 * when somebody asks for it.
 * @param list the content of `revokedCertificates`, RFC 5280, 5.1
 * @throws EdsError MALFORMED
 */
export function indexEntries(list: Uint8Array): ReadonlyMap<string, number> {
  const bytes = Buffer.from(list.buffer, list.byteOffset, list.length)
  const offsets = new Map<string, number>()
  let at = 0
  while (at < bytes.length) {
    const end = endOf(bytes, at, TAG.sequence)
    const serial = contentOf(bytes, at)
    const serialEnd = endOf(bytes, serial, TAG.integer)
    if (serialEnd > end) throw new EdsError('MALFORMED', 'a number ends after its entry')
    const key = keyOf(bytes, contentOf(bytes, serial), serialEnd)
    offsets.set(key, at)
    at = end
  }
  return offsets
}

/** The octets of a serial number as a key: half as long as its hexadecimal digits. */
export const serialKey = (serial: Uint8Array): string =>
  Buffer.from(serial.buffer, serial.byteOffset, serial.length).toString('latin1')

/** Without the leading zero that only says that the number is not negative. */
function keyOf(bytes: Buffer, start: number, end: number): string {
  return bytes.toString('latin1', bytes[start] === 0 && end - start > 1 ? start + 1 : start, end)
}

function endOf(bytes: Buffer, at: number, tag: number): number {
  const length = bytes[at + 1] ?? 0x80
  const end = at + 2 + length
  if (length < 0x80 && bytes[at] === tag && end <= bytes.length) return end
  // Long entries, and all that is wrong, are left to the strict reader.
  const element = readElement(bytes.subarray(at))
  if (element.tag !== tag) throw new EdsError('MALFORMED', `tag ${element.tag} where ${tag} is expected`)
  return at + element.bytes.length
}

function contentOf(bytes: Buffer, at: number): number {
  const length = bytes[at + 1] ?? 0
  return at + 2 + (length < 0x80 ? 0 : length & 0x7f)
}
