import 'server-only'
import { addDays, almatyInstant, type DateOnly, dateInAlmaty } from '@/lib/domain/dates'
import { type IntakeWindow, type WindowState, windowState } from '@/lib/domain/intake-window'
import type { ServiceDefinition } from '@/lib/domain/service'
import type { Tx } from '@/lib/platform/db'
import { SERVICES, serviceBySlug } from '@/lib/services'

const SELECT = {
  periodKey: true,
  opensAt: true,
  closesAt: true,
  answerBy: true,
  closedKk: true,
  closedRu: true,
} as const

type Row = Pick<IntakeWindow, 'periodKey' | 'opensAt' | 'closesAt' | 'answerBy'> & {
  closedKk: string
  closedRu: string
}

export function toWindow({ closedKk, closedRu, ...row }: Row): IntakeWindow {
  return { ...row, closedText: closedKk ? { kk: closedKk, ru: closedRu } : null }
}

type Intake = Pick<ServiceDefinition, 'slug' | 'usualWindow'>

/** What an administrator has switched off, with what people are told meanwhile. */
async function offState(tx: Tx, slug: string): Promise<WindowState | null> {
  const off = await tx.serviceSwitch.findFirst({
    where: { serviceSlug: slug, isOff: true },
    select: { textKk: true, textRu: true },
  })
  return off && { kind: 'off', text: { kk: off.textKk, ru: off.textRu } }
}

/** Whether a service takes applications now, and when it will or did. */
export async function getWindowState(tx: Tx, slug: string, now: Date): Promise<WindowState> {
  const off = await offState(tx, slug)
  if (off) return off
  const rows = await tx.intakeWindow.findMany({ where: { serviceSlug: slug }, select: SELECT })
  return windowState(rows.map(toWindow), now, serviceBySlug(slug)?.usualWindow !== undefined)
}

/** The same of the whole catalogue, by slug. */
export async function listWindowStates(tx: Tx, now: Date): Promise<ReadonlyMap<string, WindowState>> {
  const rows = await tx.intakeWindow.findMany({ select: { ...SELECT, serviceSlug: true } })
  const switches = await tx.serviceSwitch.findMany({ where: { isOff: true } })
  return new Map(
    SERVICES.map(({ slug, usualWindow }): [string, WindowState] => {
      const off = switches.find((row) => row.serviceSlug === slug)
      if (off) return [slug, { kind: 'off', text: { kk: off.textKk, ru: off.textRu } }]
      const own = rows.flatMap(({ serviceSlug, ...row }) => (serviceSlug === slug ? toWindow(row) : []))
      return [slug, windowState(own, now, usualWindow !== undefined)]
    }),
  )
}

/** The window of an application's own period; null where its service has none. */
export async function findWindow(
  tx: Tx,
  application: { serviceSlug: string; periodKey: string },
): Promise<IntakeWindow | null> {
  const { serviceSlug, periodKey } = application
  const row = await tx.intakeWindow.findUnique({
    where: { serviceSlug_periodKey: { serviceSlug, periodKey } },
    select: SELECT,
  })
  return row && toWindow(row)
}

/** The same of one application: whether it may be sent, which only the window of its own period decides. */
export async function getOwnWindow(
  tx: Tx,
  { service, periodKey }: { service: Intake; periodKey: string },
  now: Date,
): Promise<WindowState> {
  const off = await offState(tx, service.slug)
  if (off) return off
  const own = await findWindow(tx, { serviceSlug: service.slug, periodKey })
  return windowState(own ? [own] : [], now, service.usualWindow !== undefined)
}

/** The usual window of a year, until an administrator says otherwise. */
function usualWindow(service: ServiceDefinition, year: number): Omit<IntakeWindow, 'closedText'> | null {
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
 * are there already, those that were called off too, are left as they are.
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
