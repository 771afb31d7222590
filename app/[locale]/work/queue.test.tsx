import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, expect, it, vi } from 'vitest'
import { QueueFlags, QueueSearch, QueueViews } from '@/components/work/queue-filters'
import { QueueTable } from '@/components/work/queue-table'
import { assignApplication } from '@/lib/applications/provider/queue-actions'
import { readQueuePage } from '@/lib/applications/provider/queue-view'
import { hour, sentTo } from '@/lib/applications/provider/work.fixture'
import { readActor } from '@/lib/auth/session'
import type { Actor } from '@/lib/domain/actor'
import { type FormState, IDLE } from '@/lib/domain/form-state'
import { readQueueQuery } from '@/lib/domain/queue-query'
import type { Locale } from '@/lib/domain/text'
import { formMessages } from '@/lib/i18n/forms'
import { queueMessages } from '@/lib/i18n/queue'
import { asActor } from '@/lib/platform/db'
import { testDatabase } from '@/test/database'
import { addPerson, type School, seedSchools } from '@/test/school'

vi.mock('next/headers', () => ({
  headers: async () => new Headers({ origin: 'https://e.bilimal.kz', host: 'e.bilimal.kz' }),
}))
vi.mock('@/lib/auth/carried', () => ({ carryValues: vi.fn() }))
vi.mock('@/lib/auth/next-auth', () => ({}))
vi.mock('@/lib/auth/session', () => ({ readActor: vi.fn() }))
vi.mock('@/lib/notifications/delivery', () => ({ drainSoon: vi.fn() }))

await testDatabase()
let school: School
let methodist: Actor
let number: number

beforeAll(async () => {
  const seeded = await seedSchools()
  school = seeded.a
  methodist = await addPerson([[seeded.department, 'methodist']])
  number = (await sentTo(school)).number
  vi.mocked(readActor).mockResolvedValue(school.clerk)
})

async function show(actor: Actor, address: Record<string, string>, locale: Locale = 'ru'): Promise<string> {
  const queue = await asActor(actor, (tx) => readQueuePage(tx, actor, readQueueQuery(address), hour(2)))
  return renderToStaticMarkup(
    <>
      <QueueSearch locale={locale} queue={queue} />
      <QueueViews locale={locale} queue={queue} />
      <QueueFlags locale={locale} queue={queue} />
      <QueueTable
        id="rows"
        locale={locale}
        queue={queue}
        forms={{ batch: 'b', assign: 'g' }}
        allTicked={false}
      />
    </>,
  )
}

/** Where the press leads, or what it answers. */
async function press(values: Record<string, string>): Promise<string | FormState> {
  const form = new FormData()
  for (const [name, value] of Object.entries({ _locale: 'ru', ...values })) form.set(name, value)
  return assignApplication(IDLE, form).catch((error: unknown) => {
    const digest = error instanceof Error && 'digest' in error ? String(error.digest) : ''
    if (!digest.startsWith('NEXT_REDIRECT')) throw error
    return digest.split(';')[2] ?? ''
  })
}

it('keeps what the queue is narrowed to in every link, and leaves a place behind that belongs to another part', async () => {
  const html = await show(school.clerk, { view: 'sent', q: 'Алиев', only: 'mine', after: '2026-11-25_1' })
  const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'))
  const search = '%D0%90%D0%BB%D0%B8%D0%B5%D0%B2'
  expect(links).toContain(`/ru/work?view=registered&q=${search}&only=mine`)
  expect(links).toContain(`/ru/work?view=sent&q=${search}&only=mine.overdue`)
  expect(links).toContain(`/ru/work?view=sent&q=${search}`)
  expect(html).toMatch(/<input type="hidden" name="only" value="mine"\/>/)
  expect(html).not.toContain('2026-11-25_1')
})

it('gives boxes and buttons to who works the row, and to a methodist only the row', async () => {
  const html = await show(school.clerk, {})
  expect(html).toMatch(new RegExp(`<input[^>]*form="b"[^>]*name="number"[^>]*value="${number}"`))
  const buttons = html.match(/<button[^>]*name="assign"[^>]*>/g) ?? []
  expect(buttons.map((button) => /form="g" value="([^"]*)"/.exec(button)?.[1])).toEqual([
    `${number}:me:`,
    `${number}:${school.director.userId}:`,
  ])
  const watched = await show(methodist, {}, 'kk')
  expect(watched).toContain(`/kk/work/applications/${number}`)
  expect(watched).not.toMatch(/<button[^>]*name="assign"|type="checkbox"/)
})

it('a press comes back to the same part of the queue, or to the application, and says what was done', async () => {
  const back = 'view=sent&only=overdue&evil=1&done=x'
  expect(await press({ assign: `${number}:me:`, back })).toBe(
    `/ru/work?view=sent&only=overdue&done=assign&to=me&of=${number}`,
  )
  const held = school.clerk.userId
  const refused = (message: string) => expect.objectContaining({ message })
  expect(await press({ assign: `${number}:me:` })).toEqual(refused(queueMessages.ru.late))
  expect(await press({ assign: `${number}:${methodist.userId}:${held}` })).toEqual(
    refused(queueMessages.ru.mayNot),
  )
  for (const crafted of [`${number}:nobody:`, `${number}:me:somebody`, `${number}`])
    expect(await press({ assign: crafted })).toEqual(refused(formMessages.ru.codes.invalid))
  expect(await press({ assign: ':me:' })).toEqual(refused(formMessages.ru.codes.absent))
  expect(await press({ assign: `${number}:${school.director.userId}:${held}` })).toBe(
    `/ru/work/applications/${number}?done=assign&to=other`,
  )
})
