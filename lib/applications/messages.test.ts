import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/domain/actor'
import { asActor, prisma } from '@/lib/platform/db'
import { testDatabase } from '@/test/database'
import { addParent, addPerson, fillDraft, type School, seedSchools } from '@/test/school'
import { getForStaff, getOwn } from './data'
import { listMessages, listUnread, MESSAGE_LENGTH, markRead } from './messages'
import { writeToProvider } from './parent/writing'
import { addNote, listNotes } from './provider/notes'
import { hour, sentTo } from './provider/work.fixture'
import { openTalk, writeToApplicant } from './provider/writing'

await testDatabase()
let a: School
let b: School
let department: string

beforeAll(async () => {
  ;({ a, b, department } = await seedSchools())
})

const code = (value: string) => expect.objectContaining({ code: value })
const letters = async (actor: Actor) =>
  (
    await prisma().outbox.findMany({
      where: { recipientId: actor.userId, event: { in: ['message_received', 'staff_message'] } },
      orderBy: { id: 'asc' },
      select: { payload: true },
    })
  ).map(({ payload }) => payload)
const staffReads = (school: School, number: number, now = hour(9)) =>
  asActor(school.clerk, async (tx) =>
    openTalk(tx, school.clerk, await getForStaff(tx, school.clerk, number), now),
  )
const parentReads = (parent: Actor, number: number) =>
  asActor(parent, async (tx) => {
    const messages = await listMessages(tx, (await getOwn(tx, parent, number)).id, 'applicant')
    await markRead(tx, messages, hour(9))
    return messages
  })

describe('a talk', () => {
  it('goes there and back, with one letter for what was not opened yet', async () => {
    const { parent, number } = await sentTo(a)
    await writeToApplicant(a.clerk, number, '  Принесите оригинал.\r\nКабинет 3. ', hour(2))
    await writeToApplicant(a.clerk, number, 'До пятницы.', hour(3))
    expect(await letters(parent)).toEqual([{ number }])
    const first = await parentReads(parent, number)
    expect(first).toMatchObject([
      { side: 'staff', body: 'Принесите оригинал.\nКабинет 3.', isNew: true, authorName: a.clerk.name },
      { side: 'staff', body: 'До пятницы.', isNew: true },
    ])
    expect((await parentReads(parent, number)).some(({ isNew }) => isNew)).toBe(false)
    await writeToProvider(parent, number, 'Хорошо', hour(4))
    const { id } = await asActor(parent, (tx) => getOwn(tx, parent, number))
    expect(await asActor(a.clerk, (tx) => listUnread(tx, [id], 'staff'))).toEqual(new Set([id]))
    expect(await asActor(a.clerk, (tx) => listUnread(tx, [id], 'applicant'))).toEqual(new Set())
    expect(await staffReads(a, number)).toMatchObject([
      {},
      {},
      { body: 'Хорошо', isNew: true, side: 'applicant' },
    ])
    expect(await asActor(a.clerk, (tx) => listUnread(tx, [id], 'staff'))).toEqual(new Set())
    expect(await letters(a.clerk)).toContainEqual({ number })
    await writeToApplicant(a.clerk, number, 'Спасибо', hour(5))
    expect(await letters(parent)).toHaveLength(2)
  })

  it('of two messages at once one writes the letter', async () => {
    const { parent, number } = await sentTo(a)
    await Promise.all([1, 2, 3].map((n) => writeToApplicant(a.clerk, number, `Письмо ${n}`, hour(2))))
    expect(await letters(parent)).toHaveLength(1)
  })

  it('takes no empty message, no book, and none about a draft', async () => {
    const { parent, number } = await sentTo(a)
    for (const body of ['', ' \n ', 'а'.repeat(MESSAGE_LENGTH + 1)])
      await expect(writeToProvider(parent, number, body, hour(2))).rejects.toEqual(code('invalid'))
    const draft = await fillDraft(parent, a.id)
    await expect(writeToProvider(parent, draft, 'Здравствуйте', hour(2))).rejects.toEqual(code('conflict'))
    await expect(writeToApplicant(a.clerk, draft, 'Здравствуйте', hour(2))).rejects.toEqual(code('absent'))
  })

  it('is not for strangers, nor for who only watches or is concerned', async () => {
    const { parent, number } = await sentTo(a)
    await writeToProvider(parent, number, 'Здравствуйте', hour(2))
    const methodist = await addPerson([[department, 'methodist']])
    const kin = await addPerson([[a.id, 'clerk']], { iin: parent.iin })
    const write = (actor: Actor) => writeToApplicant(actor, number, 'Здравствуйте', hour(3))
    await expect(write(b.clerk)).rejects.toEqual(code('absent'))
    await expect(write(methodist)).rejects.toEqual(code('forbidden'))
    await expect(write(kin)).rejects.toEqual(code('forbidden'))
    await expect(writeToProvider(await addParent(), number, 'Здравствуйте', hour(3))).rejects.toEqual(
      code('absent'),
    )
    const seen = (actor: Actor) =>
      asActor(actor, async (tx) => openTalk(tx, actor, await getForStaff(tx, actor, number), hour(3)))
    expect(await seen(methodist)).toBe(null)
    // Their look has opened nothing.
    expect(await staffReads(a, number)).toMatchObject([{ isNew: true }])
  })

  it('reaches nobody who has no cabinet', async () => {
    const { parent, number } = await sentTo(a)
    await prisma().account.update({ where: { id: parent.userId }, data: { isPaper: true } })
    await expect(writeToApplicant(a.clerk, number, 'Здравствуйте', hour(2))).rejects.toEqual(code('conflict'))
  })
})

describe('internal notes', () => {
  const SECRET = 'Не показывать родителю'

  it('are read by who works the application, and by nobody else', async () => {
    const { parent, number } = await sentTo(a)
    await addNote(a.clerk, number, SECRET, hour(2))
    const notesOf = (actor: Actor) =>
      asActor(actor, async (tx) => listNotes(tx, actor, await getForStaff(tx, actor, number)))
    expect(await notesOf(a.director)).toMatchObject([{ body: SECRET, authorName: a.clerk.name }])
    expect(await notesOf(await addPerson([[department, 'methodist']]))).toBe(null)
    await expect(notesOf(b.clerk)).rejects.toEqual(code('absent'))
    await expect(addNote(b.clerk, number, SECRET, hour(2))).rejects.toEqual(code('absent'))
    await expect(addNote(parent, number, SECRET, hour(2))).rejects.toEqual(code('absent'))
    expect(await letters(parent)).toEqual([])
  })

  it('stand in no talk, and count as no new message', async () => {
    const { parent, number } = await sentTo(a)
    await addNote(a.clerk, number, SECRET, hour(2))
    const { id } = await asActor(parent, (tx) => getOwn(tx, parent, number))
    expect(await parentReads(parent, number)).toEqual([])
    for (const side of ['applicant', 'staff'] as const)
      expect(await asActor(a.clerk, (tx) => listUnread(tx, [id], side))).toEqual(new Set())
    const [note] = await prisma().message.findMany({ where: { applicationId: id } })
    expect(note?.readAt).toBe(null)
  })

  it('are asked for in one file, which no file of the applicant can import', () => {
    const files = ['lib', 'app', 'components'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((path) => /(?<!\.test)\.tsx?$/.test(path))
        .map((path) => join(folder, path)),
    )
    const holding = (pattern: RegExp) => files.filter((path) => pattern.test(readFileSync(path, 'utf8')))
    // Whoever reads messages without saying of which side would read the notes too.
    expect(holding(/\.message\.(find|count|update|group|aggregate)/).sort()).toEqual([
      'lib/applications/messages.ts',
      'lib/applications/provider/notes.ts',
    ])
    expect(holding(/side: 'note'/)).toEqual(['lib/applications/provider/notes.ts'])
    for (const path of holding(/provider\/notes'|from '\.\/notes'/)) expect(path).toMatch(/provider|work/)
    expect(holding(/messages: \{\s*(select|include|where)|messages: true/)).toEqual([])
  })
})
