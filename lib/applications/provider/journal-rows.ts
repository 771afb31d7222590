import 'server-only'
import { type DateOnly, formatDate } from '@/lib/domain/dates'
import { type Register, resultPaper } from '@/lib/domain/paper-kind'
import { snapshotSchema } from '@/lib/domain/snapshot'
import type { Locale, Text } from '@/lib/domain/text'
import { annulmentTexts } from '@/lib/i18n/annulment'
import { paperTexts } from '@/lib/i18n/papers'
import type { Tx } from '@/lib/platform/db'
import type { Prisma } from '@/prisma/generated/client'
import { getServiceVersion } from '../service-versions'

/** One line of a journal. */
export type JournalRow = {
  paperId: string
  ordinal: number
  number: string
  issuedOn: DateOnly
  subjectName: string
  /** What the paper is about. */
  content: Text
  signerName: string
  applicationId: string
  applicationNumber: number
  isRevoked: boolean
  annulledBy: { number: string; date: DateOnly } | null
}

/** A printed journal is bound in volumes; one of these takes some seconds to set. */
export const VOLUME = 500

export type Book = { organisationId: string; kind: Register; year: number }

const SELECT = {
  id: true,
  ordinal: true,
  number: true,
  issuedOn: true,
  signerName: true,
  revokedAt: true,
  replacedBy: { select: { number: true, issuedOn: true } },
  replaces: {
    where: { revokedAt: { not: null }, kind: { not: 'notification' } },
    select: { number: true, issuedOn: true },
  },
  application: {
    select: {
      id: true,
      number: true,
      serviceSlug: true,
      serviceVersion: true,
      currentRevision: { select: { snapshot: true } },
    },
  },
} as const satisfies Prisma.PaperSelect

type Row = Prisma.PaperGetPayload<{ select: typeof SELECT }>

/** Lines of a book: `after` a number upwards, or `before` one downwards, so many of them. */
export async function listJournalRows(
  tx: Tx,
  { organisationId, kind, year }: Book,
  page: { after: number; take: number } | { before: number | null; take: number },
): Promise<JournalRow[]> {
  const isUp = 'after' in page
  const ordinal = isUp ? { gt: page.after } : { lt: page.before ?? undefined, not: null }
  const rows = await tx.paper.findMany({
    where: { organisationId, kind, journalYear: year, ordinal },
    orderBy: { ordinal: isUp ? 'asc' : 'desc' },
    take: page.take,
    select: SELECT,
  })
  const lines: JournalRow[] = []
  for (const row of rows) lines.push(await lineOf(tx, kind, row))
  return lines
}

async function lineOf(tx: Tx, kind: Register, row: Row): Promise<JournalRow> {
  const { id, ordinal, application, revokedAt, replacedBy, replaces: _, ...paper } = row
  const { currentRevision } = application
  return {
    ...paper,
    paperId: id,
    ordinal: ordinal ?? 0,
    subjectName: currentRevision ? snapshotSchema.parse(currentRevision.snapshot).subject.name : '',
    content: await contentOf(tx, kind, row),
    applicationId: application.id,
    applicationNumber: application.number,
    isRevoked: revokedAt !== null,
    annulledBy: revokedAt && replacedBy ? { number: replacedBy.number, date: replacedBy.issuedOn } : null,
  }
}

async function contentOf(tx: Tx, kind: Register, { application, replaces }: Row): Promise<Text> {
  const service = await getServiceVersion(tx, application.serviceSlug, application.serviceVersion)
  const [annulled] = replaces
  const both = (say: (locale: Locale) => string): Text => ({ kk: say('kk'), ru: say('ru') })
  if (annulled)
    return both((locale) => {
      const t = annulmentTexts[locale]
      const which = t.numbered(annulled.number, formatDate(annulled.issuedOn, locale, 'short'))
      return `${t.titles[resultPaper(service.result.kind)]}: ${which}`
    })
  if (kind === 'refusal') return both((locale) => `${paperTexts.anyRefusal[locale]}: ${service.name[locale]}`)
  return service.result.paper.title
}
