import 'server-only'
import { addDays, almatyInstant, type DateOnly, dateInAlmaty } from '@/lib/domain/dates'
import { type IntakeWindow, type WindowState, windowState } from '@/lib/domain/intake-window'
import type { ServiceDefinition } from '@/lib/domain/service'
import type { Tx } from '@/lib/platform/db'
import { SERVICES } from '@/lib/services'

const SELECT = { periodKey: true, opensAt: true, closesAt: true, answerBy: true } as const

/** Whether a service takes applications now, and when it will or did. */
export async function getWindowState(tx: Tx, slug: string, now: Date): Promise<WindowState> {
  return windowState(await tx.intakeWindow.findMany({ where: { serviceSlug: slug }, select: SELECT }), now)
}

/** The same of the whole catalogue, by slug; a service that is not there is always open. */
export async function listWindowStates(tx: Tx, now: Date): Promise<ReadonlyMap<string, WindowState>> {
  const rows = await tx.intakeWindow.findMany({ select: { ...SELECT, serviceSlug: true } })
  const slugs = [...new Set(rows.map((row) => row.serviceSlug))]
  return new Map(
    slugs.map((slug) => [
      slug,
      windowState(
        rows.flatMap(({ serviceSlug, ...row }) => (serviceSlug === slug ? row : [])),
        now,
      ),
    ]),
  )
}

/** The window of an application's own period; null where its service has none. */
export function findWindow(
  tx: Tx,
  application: { serviceSlug: string; periodKey: string },
): Promise<IntakeWindow | null> {
  const { serviceSlug, periodKey } = application
  return tx.intakeWindow.findUnique({
    where: { serviceSlug_periodKey: { serviceSlug, periodKey } },
    select: SELECT,
  })
}

/** The same of one application: whether it may be sent, which only the window of its own period decides. */
export async function getOwnWindow(
  tx: Tx,
  { service, periodKey }: { service: Pick<ServiceDefinition, 'slug'>; periodKey: string },
  now: Date,
): Promise<WindowState> {
  const own = await findWindow(tx, { serviceSlug: service.slug, periodKey })
  return windowState(own ? [own] : [], now)
}

/** The usual window of a year, until an administrator says otherwise. */
function usualWindow(service: ServiceDefinition, year: number): IntakeWindow | null {
  const { usualWindow: usual, answerBy } = service
  if (!usual) return null
  const day = (monthDay: string): DateOnly => `${year}-${monthDay}`
  return {
    periodKey: String(year),
    opensAt: almatyInstant(day(usual.opens), usual.at),
    closesAt: almatyInstant(addDays(day(usual.closes), 1), '00:00'),
    answerBy: answerBy ? day(answerBy) : null,
  }
}

/**
 * On deploy and each night: this year's and the next year's windows stand, by the definitions; those that
 * are there already are left as they are.
 */
export async function foreseeWindows(
  tx: Tx,
  now: Date,
  services: readonly ServiceDefinition[] = SERVICES,
): Promise<void> {
  const year = Number(dateInAlmaty(now).slice(0, 4))
  const data = services.flatMap((service) =>
    [year, year + 1].flatMap((y) => {
      const window = usualWindow(service, y)
      return window ? [{ serviceSlug: service.slug, ...window }] : []
    }),
  )
  await tx.intakeWindow.createMany({ data, skipDuplicates: true })
}
