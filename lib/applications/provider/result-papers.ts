import 'server-only'
import { DomainError } from '@/lib/domain/error'
import { resultPaper } from '@/lib/domain/paper-kind'
import { paperValues } from '@/lib/domain/paper-values'
import { fillText, placeholdersOf } from '@/lib/domain/placeholders'
import type { Text } from '@/lib/domain/text'
import { renderCertificate } from '@/lib/papers/certificate'
import { checkAddress } from '@/lib/papers/mutations'
import { renderNotification } from '@/lib/papers/notification'
import { renderOrder } from '@/lib/papers/order'
import type { SignedAs, Signer } from '@/lib/papers/paper'
import { payloadXml } from '@/lib/papers/payload'
import { stageValues } from '../data'
import type { Sent } from './intake'
import type { Given } from './result'

/** Who signs and how; of an EDS with the texts of the codes that hold the signed XML. */
export type Signing = { signedAs: SignedAs; signer: Signer; codes?: readonly string[] }

export type ResultText = {
  title: Text
  /** Only an order has one. */
  preamble: Text | null
  points: Text[]
  /** The letter that goes with an order; null where the service has none. */
  letter: { title: Text; body: Text[]; invitation: Text } | null
}

/** What the papers say: on the sheets, and on the page before they are signed. */
export function resultText(sent: Sent, given: Given): ResultText {
  const { paper, notification } = sent.application.service.result
  const { values } = filled(sent, given)
  const fill = (text: Text) => fillText(text, values)
  return {
    title: fill(paper.title),
    preamble: paper.preamble ? fill(paper.preamble) : null,
    points: paper.body.map(fill),
    letter: notification
      ? {
          title: fill(notification.title),
          body: notification.body.map(fill),
          invitation: fill(notification.invitation),
        }
      : null,
  }
}

function filled({ application, snapshot }: Sent, given: Given) {
  const { result, service, number } = application
  if (!result) throw new DomainError('conflict')
  const order = { number: given.label, date: given.date }
  const values = paperValues(service, snapshot, {
    number,
    result: result.values,
    stages: stageValues(application),
    order,
  })
  return { order, values, codes: result.codes }
}

/** The paper as it is signed, by hand or by EDS, and as it is kept: the same bytes. */
export function renderResult(sent: Sent, given: Given, signing: Signing): Promise<Uint8Array> {
  const { application, organisation } = sent
  const { signedAs, signer, codes: qrCodes } = signing
  const { order, codes } = filled(sent, given)
  const { title, preamble, points } = resultText(sent, given)
  const common = {
    ...order,
    title,
    place: organisation.districtName,
    issuer: organisation,
    signedAs,
    signer,
    applicationNumber: application.number,
    check: { url: checkAddress(codes.paper), code: codes.paper },
  }
  const kind = resultPaper(application.service.result.kind)
  if (kind !== 'order') {
    return renderCertificate({ ...common, kind, body: points, codes: qrCodes })
  }
  if (!preamble) throw new Error(`the order of ${application.service.slug} has no preamble`)
  return renderOrder({ ...common, preamble, points })
}

/** The letter that goes with an order; null where the service has none. */
export async function renderLetter(sent: Sent, given: Given, signing: Signing): Promise<Uint8Array | null> {
  const { snapshot, organisation } = sent
  const { letter } = resultText(sent, given)
  if (!letter) return null
  const { order, codes } = filled(sent, given)
  return renderNotification({
    ...letter,
    ...signing,
    issuer: organisation,
    addressee: { name: snapshot.applicant.name, address: snapshot.applicant.address },
    date: given.date,
    order,
    check: { url: checkAddress(codes.notification), code: codes.notification },
  })
}

/** The XML that the head signs: of the letter where there is one, else of the paper itself. */
export function resultPayload(sent: Sent, given: Given): string {
  const { application, snapshot, organisation } = sent
  const { number, service } = application
  const { order, values, codes } = filled(sent, given)
  const { kind, fields, notification, paper } = service.result
  const register = resultPaper(kind)
  const said = notification
    ? [notification.title, ...notification.body, notification.invitation]
    : [paper.title, ...paper.body]
  const namesIin = said.some((text) => placeholdersOf(text).includes('subject.iin'))
  return payloadXml({
    kind: notification ? 'notification' : register,
    decision: { kind: register, ...order },
    issuer: { bin: organisation.bin, name: organisation.name },
    application: { number, service: service.slug, name: service.name },
    applicant: initialsOf(snapshot.applicant.name),
    subject: { name: snapshot.subject.name, iin: namesIin ? snapshot.subject.iin : null },
    values: fields.flatMap(({ key }) => {
      const value = values[`result.${key}`]
      return value?.ru ? [{ key, value }] : []
    }),
    reason: null,
    code: notification ? codes.notification : codes.paper,
  })
}

/** «Ә. Г. Қ.», of a name in one line. */
export function initialsOf(name: string): string {
  return name.replace(/(\S)\S*/gu, '$1.')
}
