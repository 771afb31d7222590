import 'server-only'
import { almatyInstant } from '@/lib/domain/dates'
import { readLines } from '@/lib/domain/read-view'
import { snapshotSchema } from '@/lib/domain/snapshot'
import type { Locale } from '@/lib/domain/text'
import type { Tx } from '@/lib/platform/db'
import { resultSchema } from '../data'
import { getServiceVersion } from '../service-versions'

/** Журнал выдачи: what went from hand to hand in the office, to whom, and who gave it out. */
export type IssueLog = {
  rows: {
    id: string
    at: Date
    applicationNumber: number
    subjectName: string
    /** What was noted, as a person reads it. */
    noted: Readonly<Record<Locale, string>>
    byName: string
  }[]
  next: string | null
}

type Page = { organisationId: string; year: number; after: string | null; size: number }

export async function listIssued(tx: Tx, { organisationId, year, after, size }: Page): Promise<IssueLog> {
  const events = await tx.historyEvent.findMany({
    where: {
      action: 'handOver',
      application: { organisationId },
      at: { gte: almatyInstant(`${year}-01-01`, '00:00'), lt: almatyInstant(`${year + 1}-01-01`, '00:00') },
    },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: size + 1,
    ...(after ? { cursor: { id: after }, skip: 1 } : {}),
    select: {
      id: true,
      at: true,
      actorName: true,
      application: {
        select: {
          number: true,
          serviceSlug: true,
          serviceVersion: true,
          result: true,
          currentRevision: { select: { snapshot: true } },
        },
      },
    },
  })
  const rows: IssueLog['rows'] = []
  for (const { id, at, actorName, application } of events.slice(0, size)) {
    const { number, serviceSlug, serviceVersion, result, currentRevision } = application
    const service = await getServiceVersion(tx, serviceSlug, serviceVersion)
    const values = resultSchema.parse(result).handedOver?.values ?? {}
    const read = (locale: Locale) =>
      (service.result.handOver?.fields ?? [])
        .flatMap((field) => readLines(field, values, locale, {}))
        .filter((line) => line.value !== '')
        .map((line) => `${line.label}: ${line.value}`)
        .join('; ')
    rows.push({
      id,
      at,
      applicationNumber: number,
      subjectName: currentRevision ? snapshotSchema.parse(currentRevision.snapshot).subject.name : '',
      noted: { kk: read('kk'), ru: read('ru') },
      byName: actorName,
    })
  }
  return { rows, next: events.length > size ? (rows.at(-1)?.id ?? null) : null }
}
