import 'server-only'
import { documentTitle, neededDocuments } from '@/lib/domain/answers'
import { correctableFields } from '@/lib/domain/corrected-answers'
import { answerTarget, documentTarget, STATEMENT } from '@/lib/domain/correction'
import { CORRECTION_REASONS, type CorrectionKind, reasonsFor } from '@/lib/domain/correction-reasons'
import { type DateOnly, formatDate } from '@/lib/domain/dates'
import { organisationNames } from '@/lib/domain/snapshot'
import { fillTemplate } from '@/lib/domain/template'
import type { Locale } from '@/lib/domain/text'
import { correctionMessages } from '@/lib/i18n/corrections'
import type { Tx } from '@/lib/platform/db'
import { type Meanwhile, readMeanwhile } from '../pauses'
import { readPath } from '../shown-correction'
import { listTemplates } from '../templates'
import { readCorrectionDays } from './correction'
import type { Sent } from './intake'

/** One thing that may be asked for again, and what may be said about it. */
export type Correctable = {
  target: string
  label: string
  /** What stands there now; of a document its file. */
  value: string
  reasons: { value: string; label: string }[]
}

export type CorrectionForm = {
  sections: { title: string; things: Correctable[] }[]
  answerBy: DateOnly
  meanwhile: Meanwhile
  /** Words to start from, in the language of the applicant. */
  templates: { id: string; name: string; body: string }[]
  applicantLocale: Locale
}

export async function readCorrectionForm(
  tx: Tx,
  sent: Sent,
  locale: Locale,
  now: Date,
): Promise<CorrectionForm> {
  const { application, snapshot, revision } = sent
  const { service, number, locale: applicantLocale } = application
  const t = correctionMessages[locale]
  const reasons = (kind: CorrectionKind) =>
    reasonsFor(kind).map((value) => ({ value, label: CORRECTION_REASONS[value].text[locale] }))
  const names = organisationNames(snapshot)
  const { answers } = snapshot
  const documents = neededDocuments(service, answers).map((needed): Correctable => {
    const file = snapshot.attachments.find(({ slot }) => slot === needed.key)
    const label = documentTitle(needed)[locale]
    return {
      target: documentTarget(needed.key),
      label,
      value: file?.fileName ?? t.ask.none,
      reasons: reasons('document').filter(
        ({ value }) => (value === 'notAttached') === !file || value === 'other',
      ),
    }
  })
  const statement: Correctable[] =
    revision.signedBy === 'scan'
      ? [{ target: STATEMENT, label: t.statement, value: revision.mark, reasons: reasons('statement') }]
      : []
  const { answerBy } = await readCorrectionDays(tx, sent, now)
  const values = {
    number: String(number),
    service: service.name[applicantLocale],
    date: formatDate(answerBy, applicantLocale, 'long'),
  }
  return {
    sections: [
      { title: t.ask.documents, things: [...documents, ...statement] },
      ...correctableFields(service, answers).map(({ step, fields }) => ({
        title: step.title[locale],
        things: fields.map(
          ({ key, label }): Correctable => ({
            target: answerTarget(`${step.key}.${key}`),
            label: label[locale],
            value: readPath(service, answers, `${step.key}.${key}`, locale, names),
            reasons: reasons('answer'),
          }),
        ),
      })),
    ],
    answerBy,
    meanwhile: await readMeanwhile(tx, application, application.status === 'registered'),
    templates: (await listTemplates(tx, 'correction')).map(({ id, name, body }) => ({
      id,
      name: name[locale],
      body: fillTemplate(body[applicantLocale], values),
    })),
    applicantLocale,
  }
}
