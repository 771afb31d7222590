import 'server-only'
import { addDays, almatyInstant, type DateOnly, dateInAlmaty } from '@/lib/domain/dates'
import type { Days } from '@/lib/domain/statistic-period'
import type { Text } from '@/lib/domain/text'
import { asSystem, type Tx } from '@/lib/platform/db'
import { SERVICES } from '@/lib/services'
import { instantsOf } from './data'

/** The whole days before today. */
const DAYS = 30
/** Of fewer answers a median says little, and might tell of a single family. */
export const LEAST_ANSWERS = 5

type Answered = {
  service: string
  approved: number
  refused: number
  onTime: number
  medianDays: number | null
}

/** Each night: how the last thirty days went, service by service. */
export async function countPublicStatistics(now: Date): Promise<number> {
  const today = dateInAlmaty(now)
  const days = { from: addDays(today, -DAYS), to: addDays(today, -1) }
  await asSystem('statistics', async (tx) => {
    const sent = new Map((await countSent(tx, days)).map(({ service, count }) => [service, count]))
    const answered = new Map((await countAnswered(tx, days)).map((row) => [row.service, row]))
    for (const { slug: serviceSlug } of SERVICES) {
      const { approved = 0, refused = 0, onTime = 0, medianDays = null } = answered.get(serviceSlug) ?? {}
      const data = {
        ...days,
        sent: sent.get(serviceSlug) ?? 0,
        approved,
        refused,
        onTime,
        medianDays,
        countedAt: now,
      }
      await tx.serviceStatistic.upsert({
        where: { serviceSlug },
        create: { serviceSlug, ...data },
        update: data,
        select: { serviceSlug: true },
      })
    }
  })
  return SERVICES.length
}

/** From the history: its index knows the days. Sent again after a correction is another action there. */
function countSent(tx: Tx, days: Days): Promise<{ service: string; count: number }[]> {
  const { start, end } = instantsOf(days)
  return tx.$queryRaw`
    SELECT a.service_slug AS service, count(*)::int AS count
    FROM history_event AS h JOIN application AS a ON a.id = h.application_id
    WHERE h.action = 'send' AND h.at >= ${start} AND h.at < ${end}
    GROUP BY a.service_slug`
}

/**
 * Day by day, so that an answer is held against its last day without the database knowing of time zones; and each day
 * by the index, for a join would hold every application against every day.
 */
function countAnswered(tx: Tx, days: Days): Promise<Answered[]> {
  const each = Array.from({ length: DAYS }, (_, at) => addDays(days.from, at))
  const starts = each.map((day) => almatyInstant(day, '00:00'))
  const ends = each.map((day) => almatyInstant(addDays(day, 1), '00:00'))
  return tx.$queryRaw`
    SELECT a.service_slug AS service,
      (count(*) FILTER (WHERE a.status IN ('approved', 'revoked')))::int AS approved,
      (count(*) FILTER (WHERE a.status IN ('refused', 'intake_refused')))::int AS refused,
      (count(*) FILTER (
        WHERE d.day <= CASE WHEN a.status = 'intake_refused' THEN a.intake_due ELSE a.answer_due END
      ))::int AS "onTime",
      CASE WHEN count(a.decided_days) >= ${LEAST_ANSWERS}
        THEN percentile_disc(0.5) WITHIN GROUP (ORDER BY a.decided_days) END AS "medianDays"
    FROM unnest(${each}::text[], ${starts}::timestamptz[], ${ends}::timestamptz[]) AS d (day, start, stop)
      CROSS JOIN LATERAL (
        SELECT service_slug, status, intake_due, answer_due, decided_days FROM application
        WHERE decided_at >= d.start AND decided_at < d.stop OFFSET 0
      ) AS a
    GROUP BY a.service_slug`
}

export type PublicRow = {
  slug: string
  name: Text
  /** Working days by the rules, or the day of the year by which every answer is given. */
  norm: { days: number } | { by: string }
  sent: number
  answered: number
  medianDays: number | null
  /** Whole percent of the answers; null of too few. */
  onTime: number | null
}

export type PublicStatistics = { from: DateOnly; to: DateOnly; countedAt: Date; rows: PublicRow[] }

/** What everybody may see; null before the first night. */
export async function readPublicStatistics(tx: Tx): Promise<PublicStatistics | null> {
  const counted = await tx.serviceStatistic.findMany()
  const [any] = counted
  if (!any) return null
  const rows = SERVICES.flatMap(({ slug, name, term, answerBy }) => {
    const row = counted.find(({ serviceSlug }) => serviceSlug === slug)
    if (!row) return []
    const answered = row.approved + row.refused
    return [
      {
        slug,
        name,
        norm: answerBy ? { by: answerBy } : { days: term },
        sent: row.sent,
        answered,
        medianDays: row.medianDays,
        onTime: answered < LEAST_ANSWERS ? null : Math.floor((100 * row.onTime) / answered),
      },
    ]
  })
  return { from: any.from, to: any.to, countedAt: any.countedAt, rows }
}
