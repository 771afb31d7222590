import 'server-only'
import { DomainError } from '@/lib/domain/error'
import { resultPaper } from '@/lib/domain/paper-kind'
import { paperValues } from '@/lib/domain/paper-values'
import { fillText } from '@/lib/domain/placeholders'
import type { Text } from '@/lib/domain/text'
import { headPost } from '@/lib/i18n/papers'
import { renderCertificate } from '@/lib/papers/certificate'
import { checkAddress } from '@/lib/papers/mutations'
import { renderNotification } from '@/lib/papers/notification'
import { renderOrder } from '@/lib/papers/order'
import { stageValues } from '../data'
import type { Sent } from './intake'
import type { Provisional } from './result'

export type ResultText = {
  title: Text
  /** Only an order has one. */
  preamble: Text | null
  points: Text[]
}

/** What the paper says: on the sheet, and on the page before it is printed. */
export function resultText(sent: Sent, given: Provisional): ResultText {
  const { paper } = sent.application.service.result
  const { values } = filled(sent, given)
  return {
    title: fillText(paper.title, values),
    preamble: paper.preamble ? fillText(paper.preamble, values) : null,
    points: paper.body.map((point) => fillText(point, values)),
  }
}

function filled({ application, snapshot }: Sent, given: Provisional) {
  const { result, service, number } = application
  if (!result) throw new DomainError('conflict')
  const order = { number: String(given.number), date: given.date }
  const values = paperValues(service, snapshot, {
    number,
    result: result.values,
    stages: stageValues(application),
    order,
  })
  return { order, values, codes: result.codes }
}

/** The paper as it is printed for the head's hand, and as it is kept: the same bytes. */
export function renderResult(sent: Sent, given: Provisional): Promise<Uint8Array> {
  const { application, organisation } = sent
  const { order, codes } = filled(sent, given)
  const { title, preamble, points } = resultText(sent, given)
  const common = {
    ...order,
    title,
    place: organisation.districtName,
    issuer: organisation,
    signedAs: 'paper' as const,
    applicationNumber: application.number,
    check: { url: checkAddress(codes.paper), code: codes.paper },
  }
  const kind = resultPaper(application.service.result.kind)
  if (kind !== 'order') {
    const signer = { post: headPost(organisation.kind), name: organisation.headName }
    return renderCertificate({ ...common, kind, body: points, signer })
  }
  if (!preamble) throw new Error(`the order of ${application.service.slug} has no preamble`)
  return renderOrder({ ...common, preamble, points, headName: organisation.headName })
}

/** The letter that goes with an order; null where the service has none. */
export async function renderLetter(sent: Sent, given: Provisional): Promise<Uint8Array | null> {
  const { application, snapshot, organisation } = sent
  const { order, values, codes } = filled(sent, given)
  const { notification } = application.service.result
  if (!notification) return null
  return renderNotification({
    issuer: organisation,
    addressee: { name: snapshot.applicant.name, address: snapshot.applicant.address },
    date: given.date,
    title: fillText(notification.title, values),
    body: notification.body.map((paragraph) => fillText(paragraph, values)),
    invitation: fillText(notification.invitation, values),
    order,
    signedAs: 'paper',
    check: { url: checkAddress(codes.notification), code: codes.notification },
  })
}
