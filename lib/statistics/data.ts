import 'server-only'
import { OPEN } from '@/lib/applications/provider/doubts'
import { organisationsReadBy } from '@/lib/applications/provider/queue-scope'
import { headedBy } from '@/lib/applications/provider/waiting'
import type { Actor } from '@/lib/domain/actor'
import { addDays, almatyInstant, type DateOnly, dateInAlmaty } from '@/lib/domain/dates'
import { DomainError } from '@/lib/domain/error'
import { type Days, daysOf, type PeriodShown, partsOf } from '@/lib/domain/statistic-period'
import type { Text } from '@/lib/domain/text'
import type { Tx } from '@/lib/platform/db'

/** What waits now, and what was answered in the period. */
export type Figures = {
  open: number
  overdue: number
  approved: number
  refused: number
  intakeRefused: number
  /** Working days of an answer; null while there is none. */
  medianDays: number | null
}

export type ServiceFigures = Figures & { slug: string }
export type OrganisationFigures = Figures & { id: string; name: Text }
/** The answers of a week, or of a month. */
export type PartFigures = Days & { approved: number; refused: number }

export type Statistics = {
  days: Days
  total: Figures
  services: ServiceFigures[]
  organisations: OrganisationFigures[]
  parts: PartFigures[]
}

/** The instants between which something belongs to these days; the second is no longer in them. */
export function instantsOf({ from, to }: Days): { start: Date; end: Date } {
  return { start: almatyInstant(from, '00:00'), end: almatyInstant(addDays(to, 1), '00:00') }
}

export type Place = { id: string; name: Text }

/**
 * The organisations whose statistics this person reads: their own, and the district of a department's methodist or head.
 * The head has its figures without reading its applications.
 */
export async function listPlaces(tx: Tx, actor: Actor): Promise<Place[]> {
  const read = await organisationsReadBy(tx, actor)
  const rows = await tx.organisation.findMany({
    where: { OR: [{ id: { in: read } }, { parentId: { in: headedBy(actor) } }] },
    orderBy: [{ shortNameKk: 'asc' }, { id: 'asc' }],
    select: { id: true, shortNameKk: true, shortNameRu: true },
  })
  return rows.map(({ id, shortNameKk: kk, shortNameRu: ru }) => ({ id, name: { kk, ru } }))
}

/** One of these, or all of them. @throws DomainError absent for one that is not among them */
export function placesChosen(places: readonly Place[], organisationId: string | null): readonly Place[] {
  if (organisationId === null) return places
  const chosen = places.filter(({ id }) => id === organisationId)
  if (chosen.length === 0) throw new DomainError('absent')
  return chosen
}

/** Of all that was sent to these organisations, whoever answered. */
export async function readStatistics(
  tx: Tx,
  places: readonly Place[],
  period: PeriodShown,
  now: Date,
): Promise<Statistics> {
  const today = dateInAlmaty(now)
  const days = daysOf(period, today)
  const parts = partsOf(period, days)
  const ids = places.map(({ id }) => id)
  const waiting = await countWaiting(tx, ids, today)
  const answered = await countAnswered(tx, ids, days, parts)
  const figures = (of: (row: Keyed) => boolean) => merge(waiting.filter(of), answered.filter(of))
  const slugs = new Set([...waiting, ...answered].flatMap(({ service }) => service ?? []))
  return {
    days,
    total: figures(({ service, organisation, part }) => !service && !organisation && part === null),
    services: [...slugs].map((slug) => ({ slug, ...figures(({ service }) => service === slug) })),
    organisations: places.map(({ id, name }) => ({
      id,
      name,
      ...figures(({ organisation }) => organisation === id),
    })),
    parts: parts.map((part, at) => {
      const { approved, refused, intakeRefused } = figures((row) => row.part === at)
      return { ...part, approved, refused: refused + intakeRefused }
    }),
  }
}

/** A sum over one service, one organisation or one part of the period; over all where each is null. */
type Keyed = { service: string | null; organisation: string | null; part: number | null }
type Waiting = Keyed & Pick<Figures, 'open' | 'overdue'>
type Answered = Keyed & Omit<Figures, 'open' | 'overdue'>

function merge([waiting]: readonly Waiting[], [answered]: readonly Answered[]): Figures {
  return {
    open: waiting?.open ?? 0,
    overdue: waiting?.overdue ?? 0,
    approved: answered?.approved ?? 0,
    refused: answered?.refused ?? 0,
    intakeRefused: answered?.intakeRefused ?? 0,
    medianDays: answered?.medianDays ?? null,
  }
}

/** Each organisation by its own index, however many others there are: OFFSET 0 keeps the planner from joining. */
function countWaiting(tx: Tx, ids: readonly string[], today: DateOnly): Promise<Waiting[]> {
  return tx.$queryRaw<Waiting[]>`
    SELECT a.service_slug AS service, a.organisation_id::text AS organisation, NULL::int AS part,
      count(*)::int AS open, (count(*) FILTER (WHERE a.due_at < ${today} AND a.status <> 'correction'))::int AS overdue
    FROM unnest(${[...ids]}::uuid[]) AS o (id) CROSS JOIN LATERAL (
      SELECT service_slug, organisation_id, status, due_at FROM application
      WHERE organisation_id = o.id AND status = ANY (${[...OPEN]}) OFFSET 0
    ) AS a
    GROUP BY GROUPING SETS ((), (a.service_slug), (a.organisation_id))`
}

/** What was revoked later had been approved; when it was answered stays as it was. */
async function countAnswered(
  tx: Tx,
  ids: readonly string[],
  days: Days,
  parts: readonly Days[],
): Promise<Answered[]> {
  const { start, end } = instantsOf(days)
  const starts = parts.map((part) => instantsOf(part).start)
  return tx.$queryRaw<Answered[]>`
    SELECT a.service_slug AS service, a.organisation_id::text AS organisation, a.part,
      (count(*) FILTER (WHERE a.status IN ('approved', 'revoked')))::int AS approved,
      (count(*) FILTER (WHERE a.status = 'refused'))::int AS refused,
      (count(*) FILTER (WHERE a.status = 'intake_refused'))::int AS "intakeRefused",
      percentile_disc(0.5) WITHIN GROUP (ORDER BY a.decided_days) AS "medianDays"
    FROM unnest(${[...ids]}::uuid[]) AS o (id) CROSS JOIN LATERAL (
      SELECT service_slug, organisation_id, status, decided_days,
        width_bucket(decided_at, ${starts}::timestamptz[]) - 1 AS part
      FROM application
      WHERE organisation_id = o.id AND decided_at >= ${start} AND decided_at < ${end} OFFSET 0
    ) AS a
    GROUP BY GROUPING SETS ((), (a.service_slug), (a.organisation_id), (a.part))`
}
