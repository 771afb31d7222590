import 'server-only'
import { getServiceVersion } from '@/lib/applications/service-versions'
import type { Days } from '@/lib/domain/statistic-period'
import type { Text } from '@/lib/domain/text'
import type { Tx } from '@/lib/platform/db'
import { instantsOf } from './data'

export type TopGround = { code: string; text: Text; count: number }
/** Of one service: how many were refused, and by which grounds, the most frequent first. */
export type RefusedService = { slug: string; name: Text; refused: number; grounds: TopGround[] }

/** What a form, a list of documents or an explanation would have to say better: enough to see it at a glance. */
const SHOWN = 5

type Counted = { slug: string; code: string; version: number; count: number }

/** Why applications to these organisations were refused in these days, service by service, the most refused first. */
export async function topGrounds(
  tx: Tx,
  organisationIds: readonly string[],
  days: Days,
): Promise<RefusedService[]> {
  const { start, end } = instantsOf(days)
  // Each organisation by its own index, however many others there are.
  const rows = await tx.$queryRaw<Counted[]>`
    SELECT a.service_slug AS slug, a.ground_code AS code, max(a.service_version)::int AS version, count(*)::int AS count
    FROM unnest(${[...organisationIds]}::uuid[]) AS o (id) CROSS JOIN LATERAL (
      SELECT service_slug, service_version, ground_code FROM application
      WHERE organisation_id = o.id AND decided_at >= ${start} AND decided_at < ${end}
        AND status IN ('refused', 'intake_refused') AND ground_code IS NOT NULL OFFSET 0
    ) AS a
    GROUP BY a.service_slug, a.ground_code
    ORDER BY count DESC, code`
  const services = await Promise.all(
    [...new Set(rows.map(({ slug }) => slug))].map((slug) => serviceOf(tx, slug, rows)),
  )
  return services.sort((a, b) => b.refused - a.refused)
}

/** A ground reads as in the newest version that it was refused by: an older one may have lost it since. */
async function serviceOf(tx: Tx, slug: string, rows: readonly Counted[]): Promise<RefusedService> {
  const own = rows.filter((row) => row.slug === slug)
  const { name } = await getServiceVersion(tx, slug, Math.max(...own.map(({ version }) => version)))
  const grounds: TopGround[] = []
  for (const { code, version, count } of own.slice(0, SHOWN)) {
    const service = await getServiceVersion(tx, slug, version)
    const ground = [...service.intakeGrounds, ...service.grounds].find((g) => g.code === code)
    grounds.push({ code, text: ground?.text ?? { kk: code, ru: code }, count })
  }
  return { slug, name, refused: own.reduce((sum, { count }) => sum + count, 0), grounds }
}
