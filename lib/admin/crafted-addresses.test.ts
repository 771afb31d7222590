import { beforeAll, expect, it, vi } from 'vitest'
import * as desk from '@/lib/applications/paper/loaders'
import * as cabinet from '@/lib/applications/parent/loaders'
import * as batches from '@/lib/applications/provider/batch-loaders'
import * as work from '@/lib/applications/provider/loaders'
import { sentTo } from '@/lib/applications/provider/work.fixture'
import { requireActor } from '@/lib/auth/session'
import type { Actor } from '@/lib/domain/actor'
import type { AddressQuery } from '@/lib/domain/address-query'
import * as family from '@/lib/family/loaders'
import { loadStatistics } from '@/lib/statistics/loaders'
import { testDatabase } from '@/test/database'
import { addPerson, type School, seedSchools } from '@/test/school'
import * as audit from './audit/loaders'
import * as calendar from './calendar/loaders'
import * as organisations from './organisations/loaders'
import * as people from './people/loaders'
import * as services from './services/loaders'
import * as texts from './texts/loaders'

vi.mock('@/lib/auth/carried', () => ({ carriedValues: async () => ({}) }))
vi.mock('@/lib/auth/session', () => ({ requireActor: vi.fn(), actorIfAny: vi.fn(async () => null) }))

await testDatabase()

let school: School
let number: string
let parent: Actor
let admin: Actor

beforeAll(async () => {
  const { a, department } = await seedSchools()
  school = a
  const sent = await sentTo(a)
  number = String(sent.number)
  parent = sent.parent
  admin = await addPerson([[department, 'admin']])
})

const GARBAGE: Readonly<Record<string, string>> = {
  'what no database keeps': 'a\u0000b',
  'that alone': '\u0000',
  'a quotation mark': "'; DROP TABLE application; --",
  'an inherited name': 'constructor',
  'a large number': '9'.repeat(40),
  'a number beyond the column': '2147483648',
  'a negative number': '-1',
  'half a number': '2026.5',
  'an id of nobody': '00000000-0000-7000-8000-000000000000',
  'a book': 'а'.repeat(20_000),
}

type Load = (value: string, query: AddressQuery) => Promise<{ status: string }>

/** What each page reads of its address, one after the other and all at once. */
const PAGES: readonly [string, () => Actor, readonly string[], Load][] = [
  [
    '/work',
    clerk,
    ['view', 'q', 'service', 'only', 'after', 'before'],
    (_, q) => work.loadQueue('ru', '', q),
  ],
  [
    '/work/journal',
    clerk,
    ['kind', 'year', 'after', 'organisation'],
    (_, q) => work.loadJournal('ru', '', q),
  ],
  [
    '/work/journal/settings',
    head,
    ['kind', 'year', 'organisation'],
    (_, q) => work.loadJournalSettings('ru', '', q),
  ],
  [
    '/work/places',
    clerk,
    ['service', 'period', 'language', 'after', 'organisation'],
    (_, q) => work.loadPlaces('ru', '', q),
  ],
  ['/work/team', head, ['organisation'], (_, q) => work.loadTeam('ru', '', q)],
  ['/work/statistics', clerk, ['period', 'organisation'], (_, q) => loadStatistics('ru', '', q)],
  [
    '/work/batches/new',
    clerk,
    ['numbers', 'action'],
    (_, q) => batches.loadBatchPlan('ru', '', { action: 'register', ...q }),
  ],
  ['/work/batches/[id]', clerk, [], (value) => batches.loadBatch('ru', '', value)],
  ['/work/applications/[number]', clerk, [], (value) => work.loadReview('ru', value)],
  ['/work/applications/[number]/[step]', clerk, [], (value) => work.loadDecision('ru', number, value)],
  ['/work/paper/[number]', clerk, [], (value) => desk.loadEntry('ru', value)],
  ['/work/paper/[number]/edit/[step]', clerk, [], (value) => desk.loadEntryForm('ru', number, value, null)],
  ['/cabinet/applications', () => parent, ['before'], (_, q) => cabinet.loadList('ru', q.before)],
  ['/cabinet/applications/[number]', () => parent, [], (value) => cabinet.loadApplication('ru', value)],
  ['/cabinet/…/edit/[step]', () => parent, [], (value) => cabinet.loadStep('ru', number, value, null)],
  [
    '/cabinet/my-data',
    () => parent,
    [],
    (value) => cabinet.loadMyData('ru', { application: null, after: value }),
  ],
  [
    '/cabinet/my-data of one',
    () => parent,
    [],
    (value) => cabinet.loadMyData('ru', { application: value, after: null }),
  ],
  ['/cabinet/family/[child]', () => parent, [], (value) => family.loadChild('ru', value)],
  ['/cabinet/services/[slug]', () => parent, [], (value) => cabinet.loadStart('ru', value)],
  [
    '/admin/audit',
    () => admin,
    ['action', 'after', 'from', 'from-day', 'from-month', 'from-year', 'person', 'number'],
    (_, q) => audit.loadAudit('ru', '', q),
  ],
  ['/admin/applications', () => admin, ['number'], (_, q) => audit.loadLook('ru', '', q)],
  ['/admin/calendar', () => admin, ['year'], (_, q) => calendar.loadCalendar('ru', '', q)],
  ['/admin/calendar/[date]', () => admin, [], (value) => calendar.loadDay('ru', value)],
  [
    '/admin/organisations',
    () => admin,
    ['q', 'after'],
    (_, q) => organisations.loadOrganisations('ru', '', q),
  ],
  ['/admin/organisations/[bin]', () => admin, [], (value) => organisations.loadOrganisation('ru', value)],
  ['/admin/organisations/import', () => admin, ['file'], (_, q) => organisations.loadImport('ru', '', q)],
  ['/admin/people', () => admin, ['q', 'after'], (_, q) => people.loadPeople('ru', '', q)],
  ['/admin/people/[id]', () => admin, [], (value) => people.loadPerson('ru', value)],
  ['/admin/people/invite', () => admin, ['organisation'], (_, q) => people.loadInviting('ru', '', q)],
  ['/admin/services/[slug]', () => admin, [], (value) => services.loadService('ru', value)],
  [
    '/admin/services/[slug]/[period]',
    () => admin,
    [],
    (value) => services.loadWindow('ru', 'first-grade', value),
  ],
  ['/admin/texts', () => admin, ['kind'], (_, q) => texts.loadTexts('ru', '', q)],
  ['/admin/texts/[id]', () => admin, [], (value) => texts.loadText('ru', '', value, {})],
]

function clerk(): Actor {
  return school.clerk
}

function head(): Actor {
  return school.director
}

it.each(PAGES)('%s leaves out what makes no sense, or is absent', async (_, who, names, load) => {
  vi.mocked(requireActor).mockResolvedValue(who())
  for (const [what, value] of Object.entries(GARBAGE)) {
    const all = Object.fromEntries(names.map((name) => [name, value]))
    for (const query of [all, ...names.map((name) => ({ [name]: value }))]) {
      const { status } = await load(value, query)
      expect(['ready', 'absent'], `${what} in ${Object.keys(query)}`).toContain(status)
    }
  }
})
