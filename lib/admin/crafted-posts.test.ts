import { beforeAll, expect, it, vi } from 'vitest'
import * as desk from '@/lib/applications/paper/actions'
import * as claims from '@/lib/applications/paper/claim-actions'
import * as answers from '@/lib/applications/parent/correction-actions'
import * as asked from '@/lib/applications/parent/talk-actions'
import * as batches from '@/lib/applications/provider/batch-actions'
import * as corrections from '@/lib/applications/provider/correction-actions'
import * as journals from '@/lib/applications/provider/journal-actions'
import * as queue from '@/lib/applications/provider/queue-actions'
import * as refusals from '@/lib/applications/provider/refusal-actions'
import * as talk from '@/lib/applications/provider/talk-actions'
import * as team from '@/lib/applications/provider/team-actions'
import { sentTo } from '@/lib/applications/provider/work.fixture'
import { readActor } from '@/lib/auth/session'
import type { Actor } from '@/lib/domain/actor'
import { type FormState, IDLE } from '@/lib/domain/form-state'
import { prisma } from '@/lib/platform/db'
import { testDatabase } from '@/test/database'
import { addPerson, type School, seedSchools } from '@/test/school'
import * as look from './audit/actions'
import * as calendar from './calendar/actions'
import * as organisations from './organisations/actions'
import * as people from './people/actions'
import * as services from './services/actions'
import * as texts from './texts/actions'

vi.mock('next/headers', () => ({
  headers: async () => new Headers({ origin: 'https://e.bilimal.kz', host: 'e.bilimal.kz' }),
}))
vi.mock('next/cache', () => ({ refresh: vi.fn() }))
vi.mock('next/server', () => ({ after: vi.fn() }))
vi.mock('@/lib/auth/carried', () => ({ carryValues: vi.fn() }))
vi.mock('@/lib/auth/next-auth', () => ({}))
vi.mock('@/lib/auth/session', () => ({ readActor: vi.fn() }))
vi.mock('@/lib/auth/delays', () => ({ mayTry: async () => true }))
vi.mock('@/lib/notifications/delivery', () => ({ drainSoon: vi.fn() }))

await testDatabase()

type Action = (previous: FormState, form: FormData) => Promise<FormState>
type Actions = Readonly<Record<string, Action>>

let school: School
let number: number
let parent: Actor
let admin: Actor

beforeAll(async () => {
  const { a, department } = await seedSchools()
  school = a
  ;({ number, parent } = await sentTo(a))
  admin = await addPerson([[department, 'admin']])
})

/** Every name by which these forms carry something. */
const NAMES = `number form.number talk.number form.items form.key form.action form.numbers form.step form.from
  form.stage form.version assign back organisation kind year term person order orderDate id slug period day bin
  standing sha256 move documentId slot from to code iin replaces template template-0 reason-0 note-0 message note
  email role locale familyName givenName patronymic reason ground explanation service language seen first prefix
  suffix seen.first seen.prefix seen.suffix state text-kk text-ru name-kk name-ru body-kk body-ru date closed-kk
  closed-ru opensOn opensAt closesOn closesAt answerBy assignee version ticked left step phone`
  .split(/\s+/)
  .filter(Boolean)

const GARBAGE: Readonly<Record<string, string>> = {
  nothing: '',
  'an inherited name': 'constructor',
  'the prototype': '__proto__',
  'a quotation mark': "'; DROP TABLE application; --",
  'a large number': '9'.repeat(40),
  'a negative number': '-1',
  'another script’s digits': '٤٤٠٠١',
  'what no database keeps': 'a\u0000b',
  'half a sign': 'a\ud800b',
  'a way out': '../../..',
  'an id of nobody': '00000000-0000-7000-8000-000000000000',
  'a book': 'а'.repeat(20_000),
}

const INTENTS = ['', 'preview', 'refresh', 'remove', 'end', 'callOff', 'reopen', 'back', 'register', 'assign']

/** A redirect is an answer too. */
async function press(action: Action, values: Readonly<Record<string, string>>): Promise<string> {
  const form = new FormData()
  for (const [name, value] of Object.entries({ _locale: 'ru', _confirmed: 'yes', ...values }))
    form.set(name, value)
  const state = await action(IDLE, form).catch((error: unknown) => {
    const digest = error instanceof Error && 'digest' in error ? String(error.digest) : ''
    if (!digest.startsWith('NEXT_REDIRECT')) throw error
    return { status: 'redirect' }
  })
  return state.status
}

const ROOMS: readonly [string, () => Actor, readonly Actions[]][] = [
  ['of the applicant', () => parent, [claims, answers, asked]],
  ['of a clerk', () => school.clerk, [desk, batches, corrections, queue, talk]],
  ['of a head', () => school.director, [journals, refusals, team]],
  ['of an administrator', () => admin, [look, calendar, organisations, people, services, texts]],
]

it.each(
  ROOMS.flatMap(([room, who, modules]) =>
    modules.flatMap((actions) =>
      Object.entries(actions).map(([name, action]) => [`${name} ${room}`, who, action] as const),
    ),
  ),
)('%s answers garbage with a plain word', async (_, who, action) => {
  vi.mocked(readActor).mockResolvedValue(who())
  const before = await prisma().account.count()
  for (const [what, value] of Object.entries(GARBAGE)) {
    const all = Object.fromEntries(NAMES.map((name) => [name, value]))
    const real = { number: String(number), 'form.number': String(number), 'talk.number': String(number) }
    const presses = [
      all,
      ...INTENTS.map((_intent) => ({ ...all, ...real, organisation: school.id, id: value, _intent })),
    ]
    for (const values of presses) expect(await press(action, values), what).not.toBe('unavailable')
  }
  expect(await prisma().account.count()).toBe(before)
})
