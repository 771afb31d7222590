import { beforeAll, describe, expect, it } from 'vitest'
import { startDraft } from '@/lib/applications/parent/starting'
import { sentTo } from '@/lib/applications/provider/work.fixture'
import type { Actor } from '@/lib/domain/actor'
import { asActor, prisma, type Tx } from '@/lib/platform/db'
import { testDatabase } from '@/test/database'
import { addPerson, type School, seedSchools, TUESDAY } from '@/test/school'
import { openLook, readLook } from './look'
import { type AuditQuery, searchAudit } from './search'

await testDatabase()
let school: School
let admin: Actor

beforeAll(async () => {
  const seeded = await seedSchools()
  school = seeded.a
  admin = await addPerson([[seeded.department, 'admin']])
})

const code = (value: string) => expect.objectContaining({ code: value })
const keep = <T>(work: (tx: Tx) => Promise<T>) => asActor(admin, work)

describe('an application', () => {
  const REASON = 'Родитель пишет, что файл не открывается'
  const look = (number: number, now = TUESDAY) => keep((tx) => readLook(tx, admin, number, 'ru', now))
  const open = (number: number, reason: string) =>
    keep((tx) => openLook(tx, admin, { number, reason }, TUESDAY))

  it('is closed to an administrator without a reason, which the applicant is shown', async () => {
    const { number, child } = await sentTo(school)
    expect(await look(number)).toBeNull()
    await expect(open(number, 'просто')).rejects.toEqual(code('invalid'))
    expect(await look(number)).toBeNull()
    await open(number, REASON)
    const shown = { number, subjectName: expect.stringContaining(child.givenName) }
    expect(await look(number)).toMatchObject(shown)
    const read = await prisma().accessEvent.findFirst({ where: { application: { number }, role: 'admin' } })
    expect(read).toMatchObject({ readerId: admin.userId, what: 'application', reason: REASON })
    expect(await look(number, new Date(TUESDAY.getTime() + 31 * 60_000))).toBeNull()
  })

  it('is opened by one administrator’s reason to nobody else, and a draft to nobody', async () => {
    const { number, parent } = await sentTo(school)
    await open(number, REASON)
    const other = await addPerson([[school.id, 'admin']])
    expect(await asActor(other, (tx) => readLook(tx, other, number, 'ru', TUESDAY))).toBeNull()
    const draft = await asActor(parent, (tx) => startDraft(tx, parent, 'camp', 'ru', TUESDAY))
    await expect(open(draft.number, REASON)).rejects.toEqual(code('absent'))
  })
})

describe('the audit', () => {
  const NONE: AuditQuery = { person: '', number: '', action: '', from: '', to: '', after: '' }
  const search = (asked: Partial<AuditQuery>) => keep((tx) => searchAudit(tx, { ...NONE, ...asked }))

  it('is searched by person, application, action and days, and holds no word of an application', async () => {
    const { number, parent, child } = await sentTo(school)
    const own = await search({ person: parent.email })
    expect(own.rows.map(({ action }) => action)).toContain('application.send')
    const of = await search({ number: String(number), action: 'application.send' })
    expect(of.rows).toMatchObject([{ about: { number } }])
    expect(JSON.stringify([own, of])).not.toContain(child.givenName)
    expect((await search({ person: parent.email, action: 'signIn' })).empty).toBe('none')
    expect((await search({ person: 'nobody@example.kz' })).empty).toBe('noPerson')
    expect((await search({ number: '99999999' })).empty).toBe('noNumber')
    expect((await search({ from: '2100-01-01' })).empty).toBe('none')
  })

  it('tells a visitor whom nobody knows from the platform itself', async () => {
    const subject = 'paper:VTYA-0001'
    const nobody = { subject, actorId: null, at: TUESDAY }
    await prisma().auditEvent.createMany({
      data: ['signInFailed', 'application.delegate'].map((action) => ({ ...nobody, action })),
    })
    const whoDid = async (action: string) =>
      (await search({ action })).rows.find(({ about }) => JSON.stringify(about)?.includes('VTYA-0001'))?.who
    expect(await whoDid('signInFailed')).toEqual({ stranger: true })
    expect(await whoDid('application.delegate')).toBeNull()
  })

  it('goes on from page to page without a gap, though many entries are of one moment', async () => {
    const data = Array.from({ length: 120 }, (_, n) => ({
      at: new Date(Date.UTC(2020, 0, 1, 0, 0, Math.floor(n / 60))),
      action: 'page.test',
      subject: `n:${n}`,
    }))
    await prisma().auditEvent.createMany({ data })
    const seen: string[] = []
    for (let after: string | null = ''; after !== null; ) {
      const page: Awaited<ReturnType<typeof search>> = await search({ action: 'page.test', after })
      seen.push(...page.rows.map(({ id }) => id))
      after = page.next
    }
    expect(seen).toHaveLength(120)
    expect(new Set(seen).size).toBe(120)
  })
})
