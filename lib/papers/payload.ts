import { DOMImplementation, XMLSerializer } from '@xmldom/xmldom'
import type { DateOnly } from '@/lib/domain/dates'
import type { PaperKind, Register } from '@/lib/domain/paper-kind'
import { LOCALES, type Text } from '@/lib/domain/text'

const NAMESPACE = 'urn:kz:e-bilimal:paper:1'

/** What a paper decides, for machines: whoever reads its QR codes has the head's signature over these facts. */
export type Payload = {
  kind: PaperKind
  /** Of the signed decision: of a letter, the order that it tells of. */
  decision: { kind: Register; number: string; date: DateOnly }
  /** Of an order on annulment: the paper that loses its force. */
  annuls?: { kind: Register; number: string; date: DateOnly }
  issuer: { bin: string; name: Text }
  application: { number: number; service: string; name: Text }
  /** Initials. */
  applicant: string
  /** `iin` only where the paper itself prints it. */
  subject: { name: string; iin: string | null }
  /** What the provider filled in, by key. */
  values: readonly { key: string; value: Text }[]
  /** Of a refusal: the code of its ground, and why. */
  reason: { ground: string; explanation: string } | null
  /** The check code of the paper that carries it. */
  code: string
}

/** The XML that the head signs. The same facts give the same text, character for character. */
export function payloadXml(payload: Payload): string {
  const { kind, decision, annuls, issuer, application, applicant, subject, values, reason, code } = payload
  const document = new DOMImplementation().createDocument(NAMESPACE, 'paper', null)

  function put(
    parent: Element,
    name: string,
    text: string | null,
    attributes: Record<string, string> = {},
  ): Element {
    const element = document.createElementNS(NAMESPACE, name)
    fill(element, attributes)
    if (text !== null) element.appendChild(document.createTextNode(clean(text)))
    parent.appendChild(element)
    return element
  }
  /** In both languages, or once where they say the same. */
  function putText(parent: Element, name: string, text: Text, attributes: Record<string, string> = {}): void {
    if (text.kk === text.ru) put(parent, name, text.kk, attributes)
    else for (const lang of LOCALES) put(parent, name, text[lang], { ...attributes, 'xml:lang': lang })
  }

  const root = document.documentElement
  fill(root, { kind, code })
  put(root, 'decision', null, decision)
  if (annuls) put(root, 'annuls', null, annuls)
  putText(put(root, 'issuer', null, { bin: issuer.bin }), 'name', issuer.name)
  const about = put(root, 'application', null, {
    number: String(application.number),
    service: application.service,
  })
  putText(about, 'name', application.name)
  put(root, 'applicant', applicant)
  put(root, 'subject', subject.name, subject.iin === null ? {} : { iin: subject.iin })
  for (const { key, value } of values) putText(root, 'value', value, { key })
  if (reason) put(root, 'reason', reason.explanation, { ground: reason.ground })
  return `<?xml version="1.0" encoding="UTF-8"?>${new XMLSerializer().serializeToString(document)}`
}

function fill(element: Element, attributes: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, clean(value))
}

/** Composed letters, single spaces and nothing that XML does not know: parsers that repair text repair none of it. */
function clean(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\ufffe\uffff]/gu, '')
    .trim()
}
