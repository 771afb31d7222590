import { strToU8, unzipSync, zipSync } from 'fflate'
import { EdsError } from './eds/codes'
import { parseStrictXml } from './eds/strict-xml'

/** The form in which eGov prints a signed XML on paper, so that its checkers read ours: zipped, in pieces of a QR. */
const NAMESPACE = 'http://barcodes.pdf.shep.nitec.kz/'
/** A full piece makes 1183 characters, which is one QR code of version 25 at level L. */
const PIECE_BYTES = 650
const ENTRY = 'one'

/** A signed notice fills four or five; whoever brings more brings something else. */
const MOST = { pieces: 64, unpackedBytes: 1024 * 1024, ratio: 100 }

/** Zips hold a local time; the same paper must give the same codes on every server and at every moment. */
const ZIP_TIME = new Date(1980, 0, 1)

/**
 * The texts of the QR codes that together hold the signed XML, each for a code of its own, in any order.
 * @throws EdsError TOO_LARGE when no paper could hold them
 */
export function qrSet(signedXml: string, requestNumber: number, createdAt: Date): string[] {
  const zip = zipSync({ [ENTRY]: [strToU8(signedXml), { level: 9, mtime: ZIP_TIME }] })
  const amount = Math.ceil(zip.length / PIECE_BYTES)
  if (amount > MOST.pieces) throw new EdsError('TOO_LARGE', `${amount} codes`)
  return Array.from({ length: amount }, (_, i) => {
    const data = Buffer.from(zip.subarray(i * PIECE_BYTES, (i + 1) * PIECE_BYTES)).toString('base64')
    return (
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><BarcodeElement xmlns="${NAMESPACE}">` +
      `<creationDate>${inKazakhstan(createdAt)}</creationDate><elementData>${data}</elementData>` +
      `<elementNumber>${i + 1}</elementNumber><elementsAmount>${amount}</elementsAmount>` +
      `<FavorID>${String(requestNumber).padStart(14, '0')}</FavorID></BarcodeElement>`
    )
  })
}

/** All of Kazakhstan keeps UTC+5 since 1 March 2024. */
function inKazakhstan(moment: Date): string {
  return new Date(moment.getTime() + 5 * 3600 * 1000).toISOString().replace('Z', '+05:00')
}

/**
 * The signed XML out of the texts of its QR codes, in any order, some perhaps read twice. Says nothing of the
 * signature.
 * @throws EdsError MALFORMED when a piece is missing or from another set, or when it is no such zip
 */
export function readQrSet(texts: readonly string[]): string {
  if (texts.length > MOST.pieces * 2) return malformed('too many codes')
  const pieces = texts.map(readPiece)
  const [first] = pieces
  if (!first) return malformed('no code')
  const byNumber = new Map(pieces.map((piece) => [piece.number, piece]))
  for (const piece of pieces) {
    if (piece.amount !== first.amount || piece.request !== first.request) malformed('codes of two papers')
    if (byNumber.get(piece.number)?.data !== piece.data) malformed('two codes of one number')
  }
  if (byNumber.size !== first.amount) return malformed(`${byNumber.size} codes of ${first.amount}`)
  const inOrder = [...byNumber.values()].toSorted((a, b) => a.number - b.number)
  return unzip(Buffer.concat(inOrder.map(({ data }) => Buffer.from(data, 'base64'))))
}

type Piece = { number: number; amount: number; request: string; data: string }

function readPiece(text: string): Piece {
  const root = parseStrictXml(text.trim())
  if (root.localName !== 'BarcodeElement' || root.namespaceURI !== NAMESPACE) return malformed(root.tagName)
  const value = (name: string, form: RegExp): string => {
    const [found, another] = Array.from(root.getElementsByTagNameNS(NAMESPACE, name))
    const content = found?.textContent?.trim() ?? ''
    return !another && form.test(content) ? content : malformed(name)
  }
  const amount = Number(value('elementsAmount', /^[1-9]\d?$/))
  const number = Number(value('elementNumber', /^[1-9]\d?$/))
  if (amount > MOST.pieces || number > amount) malformed('elementNumber')
  return {
    amount,
    number,
    request: value('FavorID', /^\d{1,20}$/),
    data: value('elementData', /^[A-Za-z0-9+/]{1,4000}={0,2}$/),
  }
}

function unzip(zip: Uint8Array): string {
  let entries = 0
  try {
    const files = unzipSync(zip, {
      filter: ({ originalSize }) => {
        if (++entries > 1 || originalSize > MOST.unpackedBytes || originalSize > zip.length * MOST.ratio) {
          malformed('the zip is not of one small file')
        }
        return true
      },
    })
    const [file] = Object.values(files)
    return file ? new TextDecoder('utf-8', { fatal: true }).decode(file) : malformed('an empty zip')
  } catch (error) {
    if (error instanceof EdsError) throw error
    return malformed(String(error))
  }
}

function malformed(what: string): never {
  throw new EdsError('MALFORMED', `QR set: ${what}`)
}
