import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { placesPath } from '@/components/work/places-path'
import { later, openIntake, readyDrafts, setSeats } from '@/lib/applications/enrolment.fixture'
import { send } from '@/lib/applications/parent/sending'
import { decidePlace } from '@/lib/applications/provider/place-actions'
import { type PlacesPage, readPlaces } from '@/lib/applications/provider/places-page'
import { readActor } from '@/lib/auth/session'
import { type FormState, IDLE } from '@/lib/domain/form-state'
import type { Locale } from '@/lib/domain/text'
import { formMessages } from '@/lib/i18n/forms'
import { drainSoon } from '@/lib/notifications/delivery'
import { asActor, prisma } from '@/lib/platform/db'
import { testDatabase } from '@/test/database'
import { type School, seedSchools } from '@/test/school'
import { PlacesTable } from './places-table'
import { Seats } from './seats'

vi.mock('next/headers', () => ({
  headers: async () => new Headers({ origin: 'https://e.bilimal.kz', host: 'e.bilimal.kz' }),
}))
vi.mock('@/lib/auth/carried', () => ({ carryValues: vi.fn() }))
vi.mock('@/lib/auth/next-auth', () => ({}))
vi.mock('@/lib/auth/session', () => ({ readActor: vi.fn() }))
vi.mock('@/lib/notifications/delivery', () => ({ drainSoon: vi.fn() }))

await testDatabase()
let school: School
let numbers: number[]

beforeAll(async () => {
  school = (await seedSchools()).a
  await openIntake()
  const drafts = await readyDrafts(3, school)
  for (const [at, { parent, number }] of drafts.entries())
    await asActor(parent, (tx) => send(tx, parent, number, later(at)))
  numbers = drafts.map(({ number }) => number)
})

beforeEach(async () => {
  await setSeats(school, 1)
  await prisma().application.updateMany({
    where: { number: { in: numbers } },
    data: { status: 'registered', registeredAt: later(1000), inArea: null },
  })
  vi.mocked(readActor).mockReset().mockResolvedValue(school.clerk)
  vi.mocked(drainSoon).mockReset()
})

async function read(): Promise<PlacesPage> {
  const page = await asActor(school.clerk, (tx) => readPlaces(tx, school.clerk, { after: 0 }))
  if (!page) throw new Error('no queue')
  return page
}

/** Where the press leads, or what it answers. */
async function press(decision: string, back = ''): Promise<string | FormState> {
  const form = new FormData()
  for (const [name, value] of Object.entries({ _locale: 'ru', back, decision })) form.set(name, value)
  return decidePlace(IDLE, form).catch((error: unknown) => {
    const digest = error instanceof Error && 'digest' in error ? String(error.digest) : ''
    if (!digest.startsWith('NEXT_REDIRECT')) throw error
    return digest.split(';')[2] ?? ''
  })
}

describe('the page', () => {
  const show = (locale: Locale, places: PlacesPage) =>
    renderToStaticMarkup(
      <>
        <Seats locale={locale} places={places} />
        <PlacesTable locale={locale} places={places} form="places" />
      </>,
    )

  it('tells seats, order, numbers with their moments, the area and the turn', async () => {
    await prisma().application.updateMany({ where: { number: numbers[2] }, data: { inArea: true } })
    const html = show('ru', await read())
    const text = html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
    expect(text).toContain('Мест: 1. Занято: 0. Свободно: 1.')
    expect(text.indexOf(`Заявка № ${numbers[2]}`)).toBeLessThan(text.indexOf(`Заявка № ${numbers[0]}`))
    expect(text).toContain('№ 3 01.04.2027 09:00:00.002')
    expect(text).toMatch(/Живет Ответ родителя: Да .* Место есть/)
    expect(text).toMatch(/Не сверено Пока считается с другой территории\. .* 1-я в очереди на место/)
    expect(show('kk', await read())).toContain('Қызмет көрсету аумағы')
  })

  it('has buttons for what may be decided, all of one form', async () => {
    const html = show('ru', await read())
    const buttons = html.match(/<button[^>]*>/g) ?? []
    for (const button of buttons)
      expect(button).toMatch(/form="places".* name="decision"|name="decision".* form="places"/)
    const of = (number: number | undefined) =>
      buttons
        .map((button) => /value="(\w+):(\d+)"/.exec(button))
        .flatMap((found) => (found?.[2] === String(number) ? (found[1] ?? '') : []))
    expect(of(numbers[0])).toEqual(['inArea', 'notInArea'])
    expect(of(numbers[1])).toEqual(['inArea', 'notInArea', 'waiting'])
  })
})

describe('a press', () => {
  it('does what its button says and comes back to the same queue', async () => {
    const { queue } = await read()
    const path = placesPath(queue, 20)
    const [, back] = path.split('?')
    const led = await press(`inArea:${numbers[1]}`, `${back}&evil=1`)
    expect(led).toBe(`/ru${path}&done=inArea&of=${numbers[1]}`)
    const row = await prisma().application.findUniqueOrThrow({ where: { number: numbers[1] } })
    expect(row).toMatchObject({ inArea: true, status: 'registered' })
    await press(`waiting:${numbers[0]}`)
    expect(await prisma().application.findUniqueOrThrow({ where: { number: numbers[0] } })).toMatchObject({
      status: 'waiting',
    })
    expect(drainSoon).toHaveBeenCalledTimes(2)
  })

  it('is answered in words when it cannot be done, or is none of ours', async () => {
    await prisma().application.update({ where: { number: numbers[0] }, data: { inArea: true } })
    await prisma().application.update({ where: { number: numbers[1] }, data: { status: 'waiting' } })
    const { codes } = formMessages.ru
    const refused = (message: string) => expect.objectContaining({ message })
    expect(await press(`callUp:${numbers[1]}`)).toEqual(refused(codes.full))
    expect(await press(`callUp:${numbers[0]}`)).toEqual(refused(codes.conflict))
    expect(await press(`erase:${numbers[0]}`)).toEqual(refused(codes.invalid))
    expect(await press('toString:1')).toEqual(refused(codes.invalid))
    expect(await press('callUp:')).toEqual(refused(codes.absent))
    vi.mocked(readActor).mockResolvedValue(null)
    expect(await press(`inArea:${numbers[0]}`)).toMatchObject({ status: 'signedOut' })
  })
})
