import { EdsError } from './codes'

/** Identifier octets. Constructed types have 0x20, context-specific ones 0x80. */
export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  enumerated: 0x0a,
  utf8: 0x0c,
  printable: 0x13,
  t61: 0x14,
  ia5: 0x16,
  utcTime: 0x17,
  generalizedTime: 0x18,
  bmp: 0x1e,
  sequence: 0x30,
  set: 0x31,
} as const

/** `[n]`, constructed unless told otherwise. */
export const context = (n: number, constructed = true): number => (constructed ? 0xa0 : 0x80) | n

/** One element: its tag, what is in it, and all its bytes with tag and length. */
export type Element = { tag: number; content: Uint8Array; bytes: Uint8Array }

const malformed = (what: string): never => {
  throw new EdsError('MALFORMED', what)
}

/** The element at the start of `bytes`; what follows it is not looked at. ITU-T X.690, 10.1: definite, shortest length. */
export function readElement(bytes: Uint8Array): Element {
  const [tag, first] = bytes
  if (tag === undefined || first === undefined) return malformed('an element is cut off')
  if ((tag & 0x1f) === 0x1f) return malformed('a tag has several octets')
  let length = first
  let start = 2
  if (first >= 0x80) {
    const octets = first & 0x7f
    if (octets === 0 || octets > 4) return malformed('a length is not definite')
    length = 0
    for (let i = 0; i < octets; i++)
      length = length * 256 + (bytes[2 + i] ?? malformed('a length is cut off'))
    start += octets
    if (length < 0x80 || (octets > 1 && bytes[2] === 0)) return malformed('a length is not the shortest')
  }
  const end = start + length
  if (end > bytes.length) return malformed('an element is cut off')
  return { tag, content: bytes.subarray(start, end), bytes: bytes.subarray(0, end) }
}

/** The only element of `bytes`. @throws EdsError TRAILING_BYTES when something follows it. */
export function parseElement(bytes: Uint8Array): Element {
  const element = readElement(bytes)
  if (element.bytes.length !== bytes.length) throw new EdsError('TRAILING_BYTES')
  return element
}

/** Reads what is inside a constructed element, in order, each once. */
export class Fields {
  #rest: Uint8Array
  constructor(content: Uint8Array) {
    this.#rest = content
  }
  get isDone(): boolean {
    return this.#rest.length === 0
  }
  /** The tag that comes next; null at the end. */
  get nextTag(): number | null {
    return this.#rest[0] ?? null
  }
  any(): Element {
    const element = readElement(this.#rest)
    this.#rest = this.#rest.subarray(element.bytes.length)
    return element
  }
  take(tag: number): Element {
    const element = this.any()
    return element.tag === tag ? element : malformed(`tag ${element.tag} where ${tag} is expected`)
  }
  optional(tag: number): Element | null {
    return this.nextTag === tag ? this.any() : null
  }
  /** Nothing may be left. */
  end(): void {
    if (!this.isDone) malformed('more fields than expected')
  }
}

/** The fields of a constructed element that must have this tag. */
export function fieldsOf(element: Element, tag: number = TAG.sequence): Fields {
  if (element.tag !== tag) malformed(`tag ${element.tag} where ${tag} is expected`)
  return new Fields(element.content)
}

export function childrenOf(element: Element, tag: number = TAG.sequence): Element[] {
  const fields = fieldsOf(element, tag)
  const children: Element[] = []
  while (!fields.isDone) children.push(fields.any())
  return children
}

function contentOf(element: Element, tag: number): Uint8Array {
  return element.tag === tag ? element.content : malformed(`tag ${element.tag} where ${tag} is expected`)
}

/** Dotted form. */
export function oidOf(element: Element): string {
  const content = contentOf(element, TAG.oid)
  if (content.length === 0 || content.length > 32) return malformed('an object identifier')
  const arcs: number[] = []
  let arc = 0
  let isOpen = false
  for (const octet of content) {
    if (!isOpen && octet === 0x80) return malformed('an arc is not the shortest')
    arc = arc * 128 + (octet & 0x7f)
    if (!Number.isSafeInteger(arc)) return malformed('an arc is too large')
    isOpen = octet >= 0x80
    if (isOpen) continue
    if (arcs.length === 0) {
      const root = Math.min(Math.floor(arc / 40), 2)
      arcs.push(root, arc - root * 40)
    } else arcs.push(arc)
    arc = 0
  }
  return isOpen ? malformed('an object identifier is cut off') : arcs.join('.')
}

/** Of a number that is not negative, its octets without a leading zero, as in serial numbers. */
export function integerOf(element: Element, tag: number = TAG.integer): Uint8Array {
  const content = contentOf(element, tag)
  const [first, second] = content
  if (first === undefined || first >= 0x80) return malformed('an integer')
  if (first === 0 && second !== undefined) {
    return second >= 0x80 ? content.subarray(1) : malformed('an integer is not the shortest')
  }
  return content
}

/** Of a small number: a version, a reason. */
export function smallIntegerOf(element: Element, tag: number = TAG.integer): number {
  const octets = integerOf(element, tag)
  if (octets.length > 4) return malformed('an integer is too large')
  return octets.reduce((number, octet) => number * 256 + octet, 0)
}

export function booleanOf(element: Element): boolean {
  const [octet, more] = contentOf(element, TAG.boolean)
  if (more !== undefined || (octet !== 0 && octet !== 0xff)) return malformed('a boolean')
  return octet === 0xff
}

export const octetsOf = (element: Element): Uint8Array => contentOf(element, TAG.octetString)

/** A bit string of whole octets: a key, a signature. */
export function bitsOf(element: Element): Uint8Array {
  const content = contentOf(element, TAG.bitString)
  return content[0] === 0 ? content.subarray(1) : malformed('a bit string is not of whole octets')
}

/** Whether bit `n` of a named bit list is set, counted from the first. */
export function hasBit(element: Element, n: number): boolean {
  const content = contentOf(element, TAG.bitString)
  const unused = content[0]
  if (unused === undefined || unused > 7) return malformed('a bit string')
  return ((content[1 + (n >> 3)] ?? 0) & (0x80 >> (n & 7))) !== 0
}

const utf8 = new TextDecoder('utf-8', { fatal: true })
const latin = new TextDecoder('latin1')
const utf16 = new TextDecoder('utf-16be', { fatal: true })

export function textOf(element: Element): string {
  try {
    switch (element.tag) {
      case TAG.utf8:
        return utf8.decode(element.content)
      case TAG.bmp:
        return utf16.decode(element.content)
      case TAG.printable:
      case TAG.ia5:
      case TAG.t61:
        return latin.decode(element.content)
    }
  } catch {
    return malformed('a text')
  }
  return malformed(`tag ${element.tag} is not a text`)
}

/** UTCTime and GeneralizedTime in universal time; RFC 5280, 4.1.2.5: years of two digits below 50 are after 2000. */
export function timeOf(element: Element): Date {
  const text = latin.decode(element.content)
  const isShort = element.tag === TAG.utcTime
  if (!isShort && element.tag !== TAG.generalizedTime) return malformed(`tag ${element.tag} is not a time`)
  const found = (
    isShort
      ? /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)()Z$/
      : /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\.\d{1,9})?Z$/
  ).exec(text)
  if (!found) return malformed('a time')
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found.slice(1, 7).map(Number)
  const fullYear = isShort ? year + (year < 50 ? 2000 : 1900) : year
  const milliseconds = Math.floor(Number(`0${found[7] ?? ''}`) * 1000)
  const time = new Date(Date.UTC(fullYear, month - 1, day, hour, minute, second, milliseconds))
  const isReal = time.getUTCMonth() === month - 1 && time.getUTCDate() === day && hour < 24 && minute < 60
  return isReal && second < 60 ? time : malformed('a time that does not exist')
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((octet, i) => octet === b[i])
}

export const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
