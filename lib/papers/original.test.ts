import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { mayTry } from '@/lib/auth/delays'
import { IDLE } from '@/lib/domain/form-state'
import { originalMessages } from '@/lib/i18n/verify-original'
import { prisma } from '@/lib/platform/db'
import { testDatabase } from '@/test/database'
import { testEds } from '@/test/eds'
import { type School, seedSchools, TUESDAY } from '@/test/school'
import { getOriginal } from './actions'
import { type IssuedPaper, issue, OFFICE, signIssued, signPayload, someApplication } from './issued.fixture'
import { listOriginal, openOriginal, unlockOriginal } from './original'

const jar = new Map<string, string>()
vi.mock('next/headers', () => ({
  headers: async () =>
    new Headers({ origin: 'https://e.bilimal.kz', host: 'e.bilimal.kz', 'x-forwarded-for': '10.1.1.1' }),
  cookies: async () => ({
    get: (name: string) => (jar.has(name) ? { value: jar.get(name) } : undefined),
    set: (name: string, value: string) => void jar.set(name, value),
  }),
}))
vi.mock('@/lib/auth/next-auth', () => ({}))
vi.mock('@/lib/auth/session', () => ({ readActor: async () => null }))
vi.mock('@/lib/notifications/delivery', () => ({ drainSoon: () => {} }))

const database = await testDatabase()
const eds = await testEds(TUESDAY)
const BORN = '2015-05-20'
let school: School
let application: Awaited<ReturnType<typeof someApplication>>
let paper: IssuedPaper

beforeAll(async () => {
  school = (await seedSchools()).a
})
beforeEach(async () => {
  jar.clear()
  await database.sql('TRUNCATE outbox, audit_event')
  application = await someApplication(school)
  paper = await issue(application, school)
})

const unlock = (birthDate: string, code = paper.code, caller = '10.0.0.1') =>
  unlockOriginal({ code, birthDate }, caller)
const letters = () => prisma().outbox.findMany({ where: { event: 'paper_original_taken' } })
const deeds = async () => (await prisma().auditEvent.findMany()).map((e) => `${e.action} ${e.subject}`)

describe('the birth date', () => {
  it('opens the original, and the applicant is told', async () => {
    expect(await unlock(BORN)).toEqual({ status: 'open' })
    expect(await letters()).toMatchObject([
      { recipientId: application.parent.userId, locale: 'kk', payload: { number: application.number } },
    ])
    expect(await deeds()).toEqual([`paper.original paper:${paper.code}`])
  })

  it('is asked for five times an hour, from wherever, and the fifth right answer still counts', async () => {
    for (const left of [4, 3, 2, 1])
      expect(await unlock('2015-05-21', paper.code, `10.0.1.${left}`)).toEqual({
        status: 'wrong',
        triesLeft: left,
      })
    expect(await unlock(BORN)).toEqual({ status: 'open' })
    expect(await unlock(BORN)).toEqual({ status: 'tooMany' })
    expect(await letters()).toHaveLength(1)
    const other = await issue(application, school)
    expect(await unlock(BORN, other.code)).toEqual({ status: 'open' })
  })

  it('is asked for so often a day that no year of dates is gone through in a week', async () => {
    for (let i = 0; i < 15; i += 1) await mayTry('originalOfCodeInDay', paper.code)
    expect(await unlock(BORN)).toEqual({ status: 'tooMany' })
    expect(await letters()).toEqual([])
  })

  it('does not come round the limit by many tries at once', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, (_, n) => unlock(`2015-06-${10 + n}`)))
    expect(answers.filter(({ status }) => status === 'wrong')).toHaveLength(5)
    expect(answers.filter(({ status }) => status === 'tooMany')).toHaveLength(7)
  })

  it('of a code that nobody was given reads as wrong, with the same count', async () => {
    expect(await unlock(BORN, '0000000000000000')).toEqual({ status: 'wrong', triesLeft: 4 })
    expect(await letters()).toEqual([])
    expect(await deeds()).toEqual(['paper.originalRefused paper:unknown'])
  })

  it('is asked for of a revoked and of a superseded paper as well', async () => {
    await prisma().paper.update({ where: { id: paper.id }, data: { revokedAt: TUESDAY } })
    expect(await unlock(BORN)).toEqual({ status: 'open' })
  })
})

describe('the form', () => {
  async function press(birth: string, code = paper.code) {
    const form = new FormData()
    const [day = '', month = '', year = ''] = birth.split('.')
    const fields = { _locale: 'ru', code, 'birth-day': day, 'birth-month': month, 'birth-year': year }
    for (const [name, value] of Object.entries(fields)) form.set(name, value)
    return getOriginal(IDLE, form).catch((error: unknown) => {
      const digest = error instanceof Error && 'digest' in error ? String(error.digest) : ''
      if (!digest.startsWith('NEXT_REDIRECT')) throw error
      return digest.split(';')[2] ?? ''
    })
  }

  it('leads back to the page, where this browser alone finds the files', async () => {
    expect(await press('20.5.2015')).toBe(`/ru/verify?code=${paper.code}#original`)
    expect([...jar.keys()]).toEqual(['original'])
  })

  it('says how many tries are left; what is no date is no try', async () => {
    expect(await press('31.2.2015')).toMatchObject({ status: 'invalid', errors: [{ field: 'birth' }] })
    expect(await press('1.2.2015')).toMatchObject({
      errors: [{ field: 'birth', message: originalMessages.ru.wrong(4) }],
      values: { 'birth-day': '1' },
    })
    for (const day of [2, 3, 4, 5]) await press(`${day}.2.2015`)
    expect(await press('20.5.2015')).toMatchObject({
      status: 'refused',
      message: originalMessages.ru.tooMany,
    })
    expect(jar.size).toBe(0)
  })
})

describe('the files', () => {
  it('are the very bytes that were issued, and each signature', async () => {
    const head = eds.key('head', OFFICE)
    const signed = await issue(application, school, 'eds')
    const given = [signed.pdf, await signIssued(signed, head), await signPayload(signed, head)]
    const parts = await listOriginal(signed.code)
    expect(parts.map(({ format, bytes }) => [format, bytes])).toEqual([
      ['pdf', given[0]?.length],
      ['cms', given[1]?.length],
      ['xml', given[2]?.length],
    ])
    for (const [at, { part, format }] of parts.entries()) {
      const file = await openOriginal(signed.code, part)
      expect(Buffer.from(file.bytes)).toEqual(given[at])
      expect(file.name.ru).toMatch(new RegExp(`^Приказ № \\d+\\.${format}$`))
    }
  })

  it('of another paper are not among them', async () => {
    const other = await issue(application, school, 'eds')
    await signIssued(other, eds.key('head', OFFICE))
    const [, foreign] = await listOriginal(other.code)
    await expect(openOriginal(paper.code, foreign?.part ?? '')).rejects.toThrow('absent')
    await expect(openOriginal('0000000000000000', 'pdf')).rejects.toThrow('absent')
  })
})
