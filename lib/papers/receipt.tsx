import { type DateOnly, formatDate } from '@/lib/domain/dates'
import type { Text } from '@/lib/domain/text'
import { paperTexts as t } from '@/lib/i18n/papers'
import type { Check, Issuer } from './paper'
import { CheckBlock } from './parts/check-block'
import { Facts, Item, Section } from './parts/columns'
import { each } from './parts/each'
import { Ending, partLast } from './parts/ending'
import { Letterhead } from './parts/letterhead'
import { renderOnePage } from './parts/sheet'
import { Signatory } from './parts/signatory'
import { footerOf, Title } from './parts/title'

export type ReceiptPaper = {
  /** Number of the application and «Р»: «44007-Р». */
  number: string
  issuer: Issuer
  date: DateOnly
  applicantName: string
  subjectName: string
  service: Text
  documents: readonly Text[]
  acceptedBy: string
  answerDue: DateOnly
  check: Check
}

/** Расписка / қолхат: the documents were accepted, and when the answer comes. */
export function renderReceipt(p: ReceiptPaper): Promise<Uint8Array> {
  const documents = p.documents.map(({ kk, ru }, i) => ({ kk: `${i + 1}. ${kk}`, ru: `${i + 1}. ${ru}` }))
  const { before, last } = partLast(documents)
  return renderOnePage(
    {
      title: `${t.receipt.kk} / ${t.receipt.ru} № ${p.number}`,
      author: p.issuer.name.kk,
      language: 'kk',
      date: p.date,
      footer: footerOf(t.receiptShort, p.number, p.check),
    },
    (body) => (
      <>
        <Letterhead issuer={p.issuer} />
        <Title kind={t.receipt} number={p.number} date={p.date} />
        <Facts
          rows={[
            { label: t.applicant, value: p.applicantName },
            { label: t.subject, value: p.subjectName },
            {
              label: t.answerDue,
              value: `${formatDate(p.answerDue, 'kk', 'long')} / ${formatDate(p.answerDue, 'ru', 'long')}`,
            },
          ]}
        />
        <Section heading={t.service} texts={[p.service]} style={body} />
        <Section heading={t.receiptDocuments} texts={before} style={body} />
        <Ending>
          {each(last, (document) => (
            <Item text={document} style={body} />
          ))}
          <Signatory signer={{ post: t.acceptedBy, name: p.acceptedBy }} style={body} />
          <CheckBlock check={p.check} force={t.unsigned} />
        </Ending>
      </>
    ),
  )
}
