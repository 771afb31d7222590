import 'server-only'
import { toStatus } from '@/lib/applications/data'
import { OPEN } from '@/lib/applications/provider/doubts'
import { getServiceVersion } from '@/lib/applications/service-versions'
import { audit } from '@/lib/audit/mutations'
import { recordReads } from '@/lib/audit/reads'
import type { Actor, Role } from '@/lib/domain/actor'
import { type DateOnly, dateInAlmaty, formatDate } from '@/lib/domain/dates'
import { DomainError } from '@/lib/domain/error'
import type { ServiceDefinition } from '@/lib/domain/service'
import { type Days, daysOf, type PeriodShown } from '@/lib/domain/statistic-period'
import { STATUS_LABELS } from '@/lib/domain/status'
import type { Locale } from '@/lib/domain/text'
import { statisticsMessages } from '@/lib/i18n/statistics'
import { asActor, type Tx } from '@/lib/platform/db'
import type { Cell, Table } from '@/lib/platform/spreadsheet'
import { Prisma } from '@/prisma/generated/client'
import { instantsOf, listPlaces, type Place, placesChosen } from './data'

const PAGE = 500

export type ExportQuery = {
  period: PeriodShown
  organisationId: string | null
  /** With names and IINs: of one's own organisation alone. */
  isPersonal: boolean
}

/** By which membership somebody reads the names in the applications of this organisation; null: they may not. */
export function personalRole(
  actor: Actor,
  organisationId: string,
): Extract<Role, 'clerk' | 'director'> | null {
  const roles = actor.memberships.filter((m) => m.organisationId === organisationId).map(({ role }) => role)
  if (roles.includes('director')) return 'director'
  return roles.includes('clerk') ? 'clerk' : null
}

/**
 * What the page of statistics counts, application by application. The rows are read page by page as they are taken
 * away; those with names are noted as read in the same transaction.
 */
export async function exportApplications(
  actor: Actor,
  { period, organisationId, isPersonal }: ExportQuery,
  locale: Locale,
  now: Date,
): Promise<Table & { days: Days }> {
  const days = daysOf(period, dateInAlmaty(now))
  const places = await asActor(actor, async (tx) => {
    const chosen = placesChosen(await listPlaces(tx, actor), organisationId)
    const allowed = isPersonal ? chosen.filter(({ id }) => personalRole(actor, id) !== null) : chosen
    if (allowed.length === 0) throw new DomainError('absent')
    await audit(tx, {
      actorId: actor.userId,
      action: 'statistics.export',
      subject: organisationId ?? actor.userId,
      detail: { period, isPersonal },
    })
    return allowed
  })
  const t = statisticsMessages[locale].export
  const { subject, subjectIin, applicant, applicantIin, ...plain } = t.columns
  const titles = [
    ...Object.values(plain),
    ...(isPersonal ? [subject, subjectIin, applicant, applicantIin] : []),
  ]
  return {
    days,
    sheet: t.sheet,
    columns: titles.map((title) => ({ title, width: title === plain.ground ? 48 : 20 })),
    rows: rowsOf(actor, places, { days, isPersonal, locale, now }),
  }
}

type How = { days: Days; isPersonal: boolean; locale: Locale; now: Date }

async function* rowsOf(actor: Actor, places: readonly Place[], how: How): AsyncGenerator<Cell[]> {
  for (const place of places)
    for (let after = 0; ; ) {
      const page = await asActor(actor, (tx) => readPage(tx, actor, place, after, how))
      yield* page.cells
      if (page.next === null) break
      after = page.next
    }
}

type Row = {
  id: string
  number: number
  slug: string
  version: number
  status: string
  sentAt: Date | null
  registeredAt: Date | null
  answerDue: DateOnly | null
  decidedAt: Date | null
  decidedDays: number | null
  ground: string | null
  subject: string | null
  subjectIin: string | null
  applicant: string | null
  applicantIin: string | null
}

/** The organisation's rows by its own index; OFFSET 0 keeps the planner from walking the whole table by number. */
async function readPage(
  tx: Tx,
  actor: Actor,
  place: Place,
  after: number,
  { days, isPersonal, locale, now }: How,
): Promise<{ cells: Cell[][]; next: number | null }> {
  const { start, end } = instantsOf(days)
  const names = isPersonal
    ? Prisma.sql`r.snapshot -> 'subject' ->> 'name' AS subject, r.snapshot -> 'subject' ->> 'iin' AS "subjectIin",
        r.snapshot -> 'applicant' ->> 'name' AS applicant, r.snapshot -> 'applicant' ->> 'iin' AS "applicantIin"`
    : Prisma.sql`NULL AS subject`
  const joined = isPersonal
    ? Prisma.sql`LEFT JOIN revision AS r ON r.id = a.current_revision_id`
    : Prisma.empty
  const rows = await tx.$queryRaw<Row[]>`
    SELECT a.id, a.number, a.service_slug AS slug, a.service_version AS version, a.status, a.sent_at AS "sentAt",
      a.registered_at AS "registeredAt", a.answer_due AS "answerDue", a.decided_at AS "decidedAt",
      a.decided_days AS "decidedDays", a.ground_code AS ground, ${names}
    FROM (
      SELECT * FROM application
      WHERE organisation_id = ${place.id}::uuid
        AND (status = ANY (${[...OPEN]}) OR (decided_at >= ${start} AND decided_at < ${end}))
      OFFSET 0
    ) AS a ${joined}
    WHERE a.number > ${after} ORDER BY a.number LIMIT ${PAGE}`
  const role = isPersonal && personalRole(actor, place.id)
  if (role) {
    const read = { reader: actor, organisationId: place.id, role, what: 'export', now } as const
    await recordReads(
      tx,
      rows.map(({ id }) => id),
      read,
    )
  }
  const cells: Cell[][] = []
  for (const row of rows) {
    const service = await getServiceVersion(tx, row.slug, row.version)
    const personal = [row.subject, row.subjectIin, row.applicant, row.applicantIin]
    cells.push([...plainCells(row, place, service, locale), ...(isPersonal ? personal : [])])
  }
  return { cells, next: rows.length < PAGE ? null : (rows.at(-1)?.number ?? null) }
}

function plainCells(row: Row, place: Place, service: ServiceDefinition, locale: Locale): Cell[] {
  const day = (date: DateOnly | null) => date && formatDate(date, locale, 'short')
  const dayOf = (at: Date | null) => at && day(dateInAlmaty(at))
  const grounds = [...service.intakeGrounds, ...service.grounds]
  return [
    row.number,
    service.name[locale],
    place.name[locale],
    STATUS_LABELS[toStatus(row.status)][locale],
    dayOf(row.sentAt),
    dayOf(row.registeredAt),
    day(row.answerDue),
    dayOf(row.decidedAt),
    row.decidedDays,
    row.ground && (grounds.find(({ code }) => code === row.ground)?.text[locale] ?? row.ground),
  ]
}
