import 'server-only'
import { loadWork, type WorkPage } from '@/lib/applications/provider/loaders'
import { type Loaded, load } from '@/lib/auth/loading'
import { isPeriodShown, type PeriodShown } from '@/lib/domain/statistic-period'
import type { Locale } from '@/lib/domain/text'
import { now } from '@/lib/platform/clock'
import { asActor, asSystem } from '@/lib/platform/db'
import { listPlaces, type Place, placesChosen, readStatistics, type Statistics } from './data'
import { personalRole } from './export'
import { type RefusedService, topGrounds } from './grounds'
import { type PublicStatistics, readPublicStatistics } from './public'

export type StatisticsPage = Statistics & {
  period: PeriodShown
  /** All that may be chosen from; null: none is, so that all are shown. */
  places: readonly Place[]
  chosen: string | null
  refusals: RefusedService[]
  /** Names and IINs may be had of at least one of those shown. */
  mayHaveNames: boolean
}

type Query = Readonly<Record<string, string | string[] | undefined>>

export function loadStatistics(
  locale: Locale,
  path: string,
  query: Query,
): Promise<WorkPage<StatisticsPage>> {
  return loadWork(locale, path, (actor) =>
    asActor(actor, async (tx) => {
      const period = isPeriodShown(query.period) ? query.period : 'month'
      const chosen = typeof query.organisation === 'string' && query.organisation ? query.organisation : null
      const places = await listPlaces(tx, actor)
      const shown = placesChosen(places, chosen)
      const statistics = await readStatistics(tx, shown, period, now())
      return {
        ...statistics,
        period,
        places,
        chosen,
        refusals: await topGrounds(
          tx,
          shown.map(({ id }) => id),
          statistics.days,
        ),
        mayHaveNames: shown.some(({ id }) => personalRole(actor, id) !== null),
      }
    }),
  )
}

/** For everybody; null before the first night. */
export function loadPublicStatistics(): Promise<Loaded<PublicStatistics | null>> {
  return load(() => asSystem('public statistics', readPublicStatistics))
}
