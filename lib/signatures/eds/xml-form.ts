import { EdsError } from './codes'

/**
 * Bounds for what a signed paper needs a hundredth of: parsers and canonicalisers recurse into depth, and take a
 * time that grows with the square of the attributes.
 */
const MOST = { depth: 64, attributes: 64, elements: 5_000, attributesOfAll: 10_000 }

const SPACE = '[ \\t\\r\\n]'
const PART = '[\\p{L}_][\\p{L}\\p{M}\\p{N}_.-]*'
const NAME = `${PART}(?::${PART})?`

const DECLARATION = new RegExp(
  `^<\\?xml${SPACE}+version${SPACE}*=${SPACE}*(?:"1\\.0"|'1\\.0')` +
    `(?:${SPACE}+encoding${SPACE}*=${SPACE}*(?:"[Uu][Tt][Ff]-8"|'[Uu][Tt][Ff]-8'))?` +
    `(?:${SPACE}+standalone${SPACE}*=${SPACE}*(?:"(?:yes|no)"|'(?:yes|no)'))?${SPACE}*\\?>`,
)
const TAG = new RegExp(`<(/?)(${NAME})`, 'uy')
const ATTRIBUTE = new RegExp(`${SPACE}+(${NAME})${SPACE}*=${SPACE}*(?:"([^"<]*)"|'([^'<]*)')`, 'uy')
const TAG_END = new RegExp(`${SPACE}*(/?)>`, 'uy')
const TEXT = /[^<]*/y
const ONLY_SPACE = new RegExp(`^${SPACE}*$`)

/** `&` begins one of the five entities that need no document type, or a character's number. */
const STRAY_AMPERSAND = /&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\dA-Fa-f]{1,6});)/
/** Control characters; halves of a character; and line ends that XML 1.0 does not know but the parser does. */
export const FORBIDDEN_CHARACTER = /[^\P{Cc}\t\n\r]|\p{Cs}|[\u2028\ufffe\uffff]/u
/** Names that begin so are XML's own. The canonicaliser leaves out every attribute whose name begins with «xmlns». */
const RESERVED = /^xml/i
const KNOWN_RESERVED = new RegExp(`^(?:xmlns|xmlns:(?!xml(?:ns)?$)${PART}|xml:(?:lang|space|id))$`, 'u')

/**
 * Reads an XML tag by tag before any parser sees it, and lets through only what no two parsers read differently.
 * @throws EdsError XML_DTD, NOT_WHOLE_DOCUMENT of a comment, MALFORMED
 */
export function checkXmlForm(xml: string): void {
  refuseMarkup(xml)
  const declaration = DECLARATION.exec(xml)?.[0] ?? ''
  if (xml.indexOf('<?', declaration.length) >= 0) malformed('a processing instruction')
  if (FORBIDDEN_CHARACTER.test(xml)) malformed('a character that XML does not know')
  if (STRAY_AMPERSAND.test(xml)) malformed('a reference to an entity')

  const reader = new Reader(xml, declaration.length)
  const open: string[] = []
  let elements = 0
  let attributes = 0
  do {
    if (!ONLY_SPACE.test(reader.take(TEXT)?.[0] ?? ''))
      if (open.length === 0) malformed('text outside the root')
    const [, isEnd, name = ''] = reader.take(TAG) ?? malformed('a tag')
    if (isEnd) {
      if (reader.take(TAG_END)?.[1] !== '' || open.pop() !== name) malformed(`the end of ${name}`)
      continue
    }
    if (++elements > MOST.elements || open.length >= MOST.depth) malformed('too many elements')
    attributes += readAttributes(reader)
    if (attributes > MOST.attributesOfAll) malformed('too many attributes')
    const [, isClosed] = reader.take(TAG_END) ?? malformed(`the tag of ${name}`)
    if (!isClosed) open.push(name)
  } while (open.length > 0)
  if (!ONLY_SPACE.test(reader.rest)) malformed('something after the root')
}

function refuseMarkup(xml: string): void {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) throw new EdsError('XML_DTD')
  if (xml.includes('<!--')) throw new EdsError('NOT_WHOLE_DOCUMENT', 'no signature covers a comment')
  if (xml.includes('<!')) malformed('a CDATA section')
  if (xml.includes(']]>')) malformed('the end of a CDATA section')
}

/** How many there are. */
function readAttributes(reader: Reader): number {
  const names = new Set<string>()
  for (let found = reader.take(ATTRIBUTE); found; found = reader.take(ATTRIBUTE)) {
    const name = found[1] ?? ''
    if (names.has(name)) malformed(`${name} stands twice`)
    if (RESERVED.test(name) && !KNOWN_RESERVED.test(name)) malformed(`the name ${name}`)
    if (names.add(name).size > MOST.attributes) malformed('too many attributes')
  }
  return names.size
}

/** Takes one token after another from a text, without cutting it. */
class Reader {
  readonly #text: string
  #at: number
  constructor(text: string, at: number) {
    this.#text = text
    this.#at = at
  }
  get rest(): string {
    return this.#text.slice(this.#at)
  }
  take(token: RegExp): RegExpExecArray | null {
    token.lastIndex = this.#at
    const found = token.exec(this.#text)
    if (found) this.#at = token.lastIndex
    return found
  }
}

function malformed(what: string): never {
  throw new EdsError('MALFORMED', `XML: ${what}`)
}
