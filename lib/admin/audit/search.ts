import 'server-only'
import { parseEmail } from '@/lib/accounts/schema'
import { addDays, almatyInstant, type DateOnly, isDateOnly } from '@/lib/domain/dates'
import { foldForSearch, fullName } from '@/lib/domain/person-name'
import type { Text } from '@/lib/domain/text'
import type { Tx } from '@/lib/platform/db'
import { serviceBySlug } from '@/lib/services'
import type { Prisma } from '@/prisma/generated/client'

const PAGE = 50

export type AuditQuery = {
  person: string
  number: string
  action: string
  from: DateOnly
  to: DateOnly
  after: string
}

/** Whom or what an entry names, as far as it is known. */
export type Named = { text: string | Text } | { number: number } | { gone: true } | { stranger: true } | null
export type AuditRow = { id: string; at: Date; who: Named; action: string; about: Named; detail: string }
export type AuditList = {
  rows: AuditRow[]
  next: string | null
  empty: 'none' | 'noPerson' | 'noNumber' | null
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const nothing = (empty: AuditList['empty']): AuditList => ({ rows: [], next: null, empty })

/** What was done, the newest first, from before the entry that the page before ended with. */
export async function searchAudit(tx: Tx, query: AuditQuery): Promise<AuditList> {
  const where: Prisma.AuditEventWhereInput[] = []
  if (query.person) {
    const ids = await findPeople(tx, query.person)
    if (ids.length === 0) return nothing('noPerson')
    where.push({ OR: [{ actorId: { in: ids } }, { subject: { in: ids.map((id) => `account:${id}`) } }] })
  }
  if (query.number) {
    const number = /^[1-9]\d{0,8}$/.test(query.number) ? Number(query.number) : 0
    const application = await tx.application.findUnique({ where: { number }, select: { id: true } })
    if (!application) return nothing('noNumber')
    where.push({ subject: application.id })
  }
  if (query.action) where.push({ action: query.action })
  if (isDateOnly(query.from)) where.push({ at: { gte: almatyInstant(query.from, '00:00') } })
  if (isDateOnly(query.to)) where.push({ at: { lt: almatyInstant(addDays(query.to, 1), '00:00') } })
  const last = UUID.test(query.after)
    ? await tx.auditEvent.findUnique({ where: { id: query.after }, select: { at: true, id: true } })
    : null
  if (last) where.push({ OR: [{ at: { lt: last.at } }, { at: last.at, id: { lt: last.id } }] })
  const found = await tx.auditEvent.findMany({
    where: { AND: where },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: PAGE + 1,
    select: { id: true, at: true, actorId: true, action: true, subject: true, detail: true },
  })
  const rows = found.slice(0, PAGE)
  const names = await namesOf(tx, rows)
  return {
    rows: rows.map(({ id, at, actorId, action, subject, detail }) => ({
      id,
      at,
      action,
      who: actorId === null ? nobodys(action) : names(`account:${actorId}`),
      // Who did something to themself is named once.
      about: subject === `account:${actorId}` ? null : names(subject),
      detail: told(detail),
    })),
    next: found.length > PAGE ? (rows.at(-1)?.id ?? null) : null,
    empty: rows.length === 0 ? 'none' : null,
  }
}

/** By a whole address whoever has it; by a name members of staff only, of whom there are not many. */
async function findPeople(tx: Tx, person: string): Promise<string[]> {
  const email = parseEmail(person)
  if (email) {
    const accounts = await tx.account.findMany({ where: { email }, take: 50, select: { id: true } })
    return accounts.map(({ id }) => id)
  }
  const wanted = `%${foldForSearch(person).replace(/[\\%_]/g, '\\$&')}%`
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT a.id FROM account a
    WHERE a.id IN (SELECT account_id FROM membership)
      AND translate(lower(concat_ws(' ', a.family_name, a.given_name, a.patronymic)), 'әғқңөұүһіё', 'агкноуухие')
        LIKE ${wanted}
    LIMIT 50`
  return rows.map(({ id }) => id)
}

/** What is done without signing in; all else that nobody did the platform did by itself. */
const BY_STRANGERS: readonly string[] = [
  'signInFailed',
  'resetRequested',
  'paper.check',
  'paper.original',
  'paper.originalRefused',
  'signature.inspect',
]

const nobodys = (action: string): Named => (BY_STRANGERS.includes(action) ? { stranger: true } : null)

type Row = { actorId: string | null; subject: string }

/** Names for all that a page of entries mentions, in five questions. */
async function namesOf(tx: Tx, rows: readonly Row[]): Promise<(subject: string) => Named> {
  const subjects = [
    ...rows.map(({ subject }) => subject),
    ...rows.map(({ actorId }) => `account:${actorId}`),
  ].filter((subject) => UUID.test(subject.slice(subject.indexOf(':') + 1)))
  const idsOf = (prefix: string) => [
    ...new Set(subjects.filter((s) => s.startsWith(prefix)).map((s) => s.slice(prefix.length))),
  ]
  const accounts = await tx.account.findMany({
    where: { id: { in: idsOf('account:') } },
    select: { id: true, familyName: true, givenName: true, patronymic: true, email: true },
  })
  const organisations = await tx.organisation.findMany({
    where: { id: { in: idsOf('organisation:') } },
    select: { id: true, shortNameKk: true, shortNameRu: true },
  })
  const applications = await tx.application.findMany({
    where: { id: { in: [...new Set(subjects.filter((s) => UUID.test(s)))] } },
    select: { id: true, number: true },
  })
  const texts = await tx.textTemplate.findMany({
    where: { id: { in: idsOf('text:') } },
    select: { id: true, nameKk: true, nameRu: true },
  })
  const known = new Map<string, Named>([
    ...accounts.map((one): [string, Named] => [
      `account:${one.id}`,
      { text: [fullName(one), one.email].filter(Boolean).join(', ') },
    ]),
    ...organisations.map((one): [string, Named] => [
      `organisation:${one.id}`,
      { text: { kk: one.shortNameKk, ru: one.shortNameRu } },
    ]),
    ...texts.map((one): [string, Named] => [`text:${one.id}`, { text: { kk: one.nameKk, ru: one.nameRu } }]),
    ...applications.map((one): [string, Named] => [one.id, { number: one.number }]),
  ])
  return (subject) => known.get(subject) ?? unnamed(subject)
}

/** What has no row, or lost it. */
function unnamed(subject: string): Named {
  const [kind, name = ''] = subject.split(':')
  const service = kind === 'service' ? serviceBySlug(name) : null
  if (service) return { text: service.name }
  if (kind === 'account') return { gone: true }
  const isNameless = ['calendar', 'deadlines'].includes(kind ?? '') || UUID.test(name || subject)
  return isNameless ? null : { text: name || subject }
}

/** Codes and ids, as they were written down. */
function told(detail: unknown): string {
  if (typeof detail !== 'object' || detail === null) return ''
  return Object.entries(detail)
    .filter(([, value]) => value !== null && value !== '' && !UUID.test(String(value)))
    .map(([name, value]) => `${name}: ${String(value)}`)
    .join(', ')
}
