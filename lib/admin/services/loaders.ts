import 'server-only'
import type { Locale } from '@/lib/domain/text'
import { now } from '@/lib/platform/clock'
import { type AdminPage, loadAdmin } from '../loading'
import {
  type AdminService,
  getService,
  getWindow,
  listServices,
  type ServicePage,
  type WindowPage,
} from './data'

export function loadServices(locale: Locale): Promise<AdminPage<AdminService[]>> {
  return loadAdmin(locale, '/admin/services', (tx) => listServices(tx, now()))
}

export function loadService(locale: Locale, slug: string): Promise<AdminPage<ServicePage>> {
  return loadAdmin(locale, `/admin/services/${slug}`, (tx) => getService(tx, slug, now()))
}

export function loadWindow(locale: Locale, slug: string, period: string): Promise<AdminPage<WindowPage>> {
  return loadAdmin(locale, `/admin/services/${slug}/${period}`, (tx) => getWindow(tx, slug, period))
}
