import 'server-only'
import { type AddressQuery, one } from '@/lib/domain/address-query'
import { readField } from '@/lib/domain/check-field'
import { isDateOnly } from '@/lib/domain/dates'
import type { Locale } from '@/lib/domain/text'
import { now } from '@/lib/platform/clock'
import { type AdminPage, loadAdmin } from '../loading'
import { type Look, readLook } from './look'
import { type AuditList, type AuditQuery, searchAudit } from './search'

export type AuditPage = { asked: AuditQuery; list: AuditList }

/** What an address asks for; three inputs make one date. */
function asked(query: AddressQuery): AuditQuery {
  const date = (key: string) => {
    const told = readField({ key, kind: 'date', label: { kk: '', ru: '' } }, (name) => one(query, name))
    return isDateOnly(told) ? told : ''
  }
  return {
    person: one(query, 'person').trim(),
    number: one(query, 'number').trim(),
    action: one(query, 'action'),
    from: date('from'),
    to: date('to'),
    after: one(query, 'after'),
  }
}

export function loadAudit(locale: Locale, path: string, query: AddressQuery): Promise<AdminPage<AuditPage>> {
  const wanted = asked(query)
  return loadAdmin(locale, path, async (tx) => ({ asked: wanted, list: await searchAudit(tx, wanted) }))
}

export type LookPage = { number: string; look: Look | null }

export function loadLook(locale: Locale, path: string, query: AddressQuery): Promise<AdminPage<LookPage>> {
  const number = one(query, 'number')
  const isNumber = /^[1-9]\d{0,8}$/.test(number)
  return loadAdmin(locale, path, async (tx, actor) => ({
    number: isNumber ? number : '',
    look: isNumber ? await readLook(tx, actor, Number(number), locale, now()) : null,
  }))
}
