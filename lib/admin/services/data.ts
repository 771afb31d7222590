import 'server-only'
import { getWindowState, listWindowStates, toWindow } from '@/lib/applications/windows'
import { DomainError } from '@/lib/domain/error'
import type { IntakeWindow, WindowState } from '@/lib/domain/intake-window'
import type { ServiceDefinition } from '@/lib/domain/service'
import type { Text } from '@/lib/domain/text'
import type { Tx } from '@/lib/platform/db'
import { SERVICES, serviceBySlug } from '@/lib/services'

export type AdminService = { service: ServiceDefinition; window: WindowState }

export async function listServices(tx: Tx, now: Date): Promise<AdminService[]> {
  const windows = await listWindowStates(tx, now)
  return SERVICES.map((service) => ({ service, window: windows.get(service.slug) ?? { kind: 'always' } }))
}

/** @throws DomainError absent. */
export function knownService(slug: string): ServiceDefinition {
  const service = serviceBySlug(slug)
  if (!service) throw new DomainError('absent')
  return service
}

export type ServicePage = AdminService & {
  switched: { isOff: boolean; text: Text }
  windows: IntakeWindow[]
}

export async function getService(tx: Tx, slug: string, now: Date): Promise<ServicePage> {
  const service = knownService(slug)
  const row = await tx.serviceSwitch.findUnique({ where: { serviceSlug: slug } })
  return {
    service,
    window: await getWindowState(tx, slug, now),
    switched: { isOff: row?.isOff ?? false, text: { kk: row?.textKk ?? '', ru: row?.textRu ?? '' } },
    windows: await listWindows(tx, slug),
  }
}

/** Of one service, the newest first. */
export async function listWindows(tx: Tx, slug: string): Promise<IntakeWindow[]> {
  const rows = await tx.intakeWindow.findMany({
    where: { serviceSlug: slug },
    orderBy: { periodKey: 'desc' },
    select: {
      periodKey: true,
      opensAt: true,
      closesAt: true,
      answerBy: true,
      closedKk: true,
      closedRu: true,
    },
  })
  return rows.map(toWindow)
}

/** The window of one year to be changed; null for a new one. */
export type WindowPage = { service: ServiceDefinition; window: IntakeWindow | null }

export async function getWindow(tx: Tx, slug: string, period: string): Promise<WindowPage> {
  const service = knownService(slug)
  // What is taken all the year has no windows to keep.
  if (!service.usualWindow) throw new DomainError('absent')
  if (period === 'new') return { service, window: null }
  const window = (await listWindows(tx, slug)).find(({ periodKey }) => periodKey === period)
  if (!window) throw new DomainError('absent')
  return { service, window }
}
