import { EdsError } from './codes'

/** A signature is some kilobytes; with a document attached some megabytes. */
export const MOST_BYTES = 5 * 1024 * 1024

const PEM = /^\s*-----BEGIN (CMS|PKCS7)-----([\sA-Za-z0-9+/=]+)-----END \1-----\s*$/
/** Without its spaces: a pattern that lets them stand anywhere takes hours for a megabyte of them. */
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/

/**
 * The DER of a CMS that came as DER, PEM (as NCALayer gives it) or base64.
 * @throws EdsError TOO_LARGE, MALFORMED
 */
export function decodeCms(given: Uint8Array): Uint8Array {
  if (given.length > MOST_BYTES) throw new EdsError('TOO_LARGE')
  // DER begins with SEQUENCE, which no PEM or base64 of one does: that of 0x30 0x8… begins with «M».
  if (given[0] === 0x30 && (given[1] ?? 0) >= 0x80) return given
  const text = Buffer.from(given).toString('latin1')
  const body = (PEM.exec(text)?.[2] ?? text).replace(/\s/g, '')
  if (!BASE64.test(body)) throw new EdsError('MALFORMED', 'neither DER nor PEM nor base64')
  return Buffer.from(body, 'base64')
}
