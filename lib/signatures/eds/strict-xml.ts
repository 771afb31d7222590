import { DOMParser } from '@xmldom/xmldom'
import { C14nCanonicalization } from 'xml-crypto'
import { EdsError } from './codes'
import { MOST_BYTES } from './decode'
import { checkXmlForm, FORBIDDEN_CHARACTER } from './xml-form'

/**
 * The root element of an XML that says the same to every reader: XML 1.0 in Unicode, of elements, attributes and
 * text alone. No document type, comment, processing instruction or CDATA section, all namespaces declared.
 * @throws EdsError TOO_LARGE, XML_DTD, NOT_WHOLE_DOCUMENT of a comment (no signature covers it), MALFORMED
 */
export function parseStrictXml(xml: string): Element {
  if (xml.length > MOST_BYTES || Buffer.byteLength(xml) > MOST_BYTES) throw new EdsError('TOO_LARGE')
  checkXmlForm(xml)
  const root = parse(xml)
  checkNames(root)
  if (FORBIDDEN_CHARACTER.test(root.textContent ?? ''))
    throw new EdsError('MALFORMED', 'a reference to no character')
  return root
}

/** What is signed of an XML: its canonical form, http://www.w3.org/TR/2001/REC-xml-c14n-20010315. */
export const canonicalXml = (xml: string): string => canonicalForm(parseStrictXml(xml))

/** The canonical form of a root element. */
export const canonicalForm = (root: Element): string => new CodePointCanonicalization().process(root, {})

/** The canonical form of a part: it repeats the namespaces, and XML's own attributes, that hold around it. */
export function canonicalFormWithin(ancestors: readonly Element[], part: Element): string {
  const apex = part.cloneNode(true)
  if (!isElement(apex)) throw new Error('a copy of an element is no element')
  for (const ancestor of ancestors) {
    for (const { name, value, namespaceURI } of Array.from(ancestor.attributes)) {
      const isInherited = name === 'xmlns' || name.startsWith('xmlns:') || name.startsWith('xml:')
      if (isInherited && !apex.hasAttribute(name)) apex.setAttributeNS(namespaceURI, name, value)
    }
  }
  return canonicalForm(apex)
}

/** Canonical XML sorts prefixes by code point; the library by the rules of the server's language. */
class CodePointCanonicalization extends C14nCanonicalization {
  override nsCompare(a: { prefix: string }, b: { prefix: string }): number {
    return a.prefix < b.prefix ? -1 : a.prefix > b.prefix ? 1 : 0
  }
}

function parse(xml: string): Element {
  const refuse = (message: unknown) => {
    throw new EdsError('MALFORMED', String(message))
  }
  try {
    const parser = new DOMParser({ errorHandler: { warning: refuse, error: refuse, fatalError: refuse } })
    const document = parser.parseFromString(xml, 'text/xml')
    if (document.doctype) throw new EdsError('XML_DTD')
    return document.documentElement
  } catch (error) {
    if (error instanceof EdsError) throw error
    throw new EdsError('MALFORMED', String(error))
  }
}

/** The library writes namespaces into the canonical form as they are: one with a quote in it could pass for two. */
const PLAIN_NAMESPACE = /^[^\s"'<>&]*$/

function checkNames(element: Element): void {
  if (element.prefix && !isNamespace(element.namespaceURI)) malformedName(element.tagName)
  for (const { name, prefix, value, namespaceURI } of Array.from(element.attributes)) {
    const isDeclaration = name === 'xmlns' || prefix === 'xmlns'
    if (isDeclaration && !(PLAIN_NAMESPACE.test(value) && (value || name === 'xmlns'))) malformedName(name)
    if (prefix && !isNamespace(namespaceURI)) malformedName(name)
    if (FORBIDDEN_CHARACTER.test(value)) malformedName(name)
  }
  for (const child of Array.from(element.childNodes)) if (isElement(child)) checkNames(child)
}

export const isElement = (node: Node): node is Element => node.nodeType === 1

/** The parser answers for some prefixes with what every JavaScript object has. */
const isNamespace = (given: unknown) => typeof given === 'string' && given !== ''

function malformedName(name: string): never {
  throw new EdsError('MALFORMED', `the name or namespace of ${name}`)
}
