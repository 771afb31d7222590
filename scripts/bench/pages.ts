import { listQueue } from '@/lib/applications/provider/queue'
import { readRegister } from '@/lib/applications/provider/registers'
import { readReview } from '@/lib/applications/provider/review'
import { listWaiting } from '@/lib/applications/provider/waiting'
import type { Actor } from '@/lib/domain/actor'
import { type QueueQuery, readQueueQuery } from '@/lib/domain/queue-query'
import type { Tx } from '@/lib/platform/db'
import { listPlaces, readStatistics } from '@/lib/statistics/data'
import { topGrounds } from '@/lib/statistics/grounds'
import type { Office } from './office'

/** What a page reads, by the very functions that the page calls. */
export type Page = {
  name: string
  by: (office: Office) => Actor
  read: (tx: Tx, office: Office) => Promise<unknown>
}

const clerk = ({ clerk: actor }: Office) => actor
const director = ({ director: actor }: Office) => actor
const methodist = ({ methodist: actor }: Office) => actor

type Address = (office: Office) => Record<string, string>

function queue(name: string, by: Page['by'], address: Address): Page {
  return {
    name,
    by,
    read: (tx, office) => listQueue(tx, by(office), readQueueQuery(address(office)), office.now),
  }
}

/** What stands behind «Далее». */
function secondPage(name: string, by: Page['by'], first: QueueQuery): Page {
  return {
    name,
    by,
    async read(tx, office) {
      const { next } = await listQueue(tx, by(office), first, office.now)
      return listQueue(tx, by(office), { ...first, at: next }, office.now)
    },
  }
}

function statistics(name: string, by: Page['by']): Page {
  return {
    name,
    by,
    async read(tx, office) {
      const places = await listPlaces(tx, by(office))
      const { days } = await readStatistics(tx, places, 'year', office.now)
      return topGrounds(
        tx,
        places.map(({ id }) => id),
        days,
      )
    },
  }
}

const readers = [
  ['clerk', clerk],
  ['methodist', methodist],
] as const

export const PAGES: readonly Page[] = [
  ...readers.flatMap(([who, by]) => [
    queue(`queue, ${who}`, by, () => ({})),
    queue(`queue, ${who}: all`, by, () => ({ view: 'all' })),
    secondPage(`queue, ${who}: two pages of all`, by, readQueueQuery({ view: 'all' })),
    queue(`queue, ${who}: approved free meals`, by, () => ({ view: 'approved', service: 'free-meals' })),
    queue(`queue, ${who}: overdue`, by, () => ({ only: 'overdue' })),
    queue(`queue, ${who}: due today`, by, () => ({ only: 'today' })),
    queue(`queue, ${who}: mine`, by, () => ({ only: 'mine' })),
    queue(`queue, ${who}: duplicates`, by, () => ({ only: 'duplicate' })),
    queue(`search, ${who}: number`, by, ({ number }) => ({ q: String(number) })),
    queue(`search, ${who}: name`, by, ({ subject }) => ({ q: subject.name })),
    queue(`search, ${who}: IIN`, by, ({ subject }) => ({ q: subject.iin })),
    queue(`search, ${who}: nobody`, by, () => ({ q: 'Ешкім Жоқпаев' })),
    statistics(`statistics, ${who}`, by),
  ]),
  { name: 'review, clerk', by: clerk, read: (tx, o) => readReview(tx, o.clerk, o.number, 'ru', o.now) },
  ...['order', 'certificate'].map(
    (kind): Page => ({
      name: `journal, director: ${kind}s`,
      by: director,
      read: (tx, o) =>
        readRegister(
          tx,
          o.director,
          { organisation: null, kind, year: null, after: null },
          o.now.getFullYear(),
        ),
    }),
  ),
  { name: 'signing, director', by: director, read: (tx, o) => listWaiting(tx, o.director, 'ru', o.now) },
]
