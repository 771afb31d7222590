import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { cleanKey } from '@/lib/documents/keep'
import { listPapers } from '@/lib/family/data'
import { keepPaper, removePaper } from '@/lib/family/mutations'
import { paperKey } from '@/lib/papers/mutations'
import { asActor, prisma } from '@/lib/platform/db'
import { listObjects, objectExists, putObject } from '@/lib/platform/storage'
import { testDatabase } from '@/test/database'
import { ownBucket } from '@/test/own-bucket'
import { addParent, fillDraft, type School, seedSchools, signDraft, TUESDAY } from '@/test/school'
import { getOwn } from './data'
import { openDocument } from './documents'
import { sweep } from './nightly'
import { deleteDraft } from './parent/drafts'

vi.mock('@/lib/platform/storage', async (original) => {
  const real = await original<typeof import('@/lib/platform/storage')>()
  return { ...real, listObjects: vi.fn(real.listObjects) }
})

await testDatabase()
await ownBucket()
let school: School

beforeAll(async () => {
  school = (await seedSchools()).a
})

const tomorrow = () => new Date(Date.now() + 25 * 60 * 60 * 1000)

describe('the nightly job', () => {
  it('takes what is left over and nothing that is in use or under way', async () => {
    const parent = await addParent()
    const number = await fillDraft(parent, school.id)
    await signDraft(parent, number)
    const { revision } = await asActor(parent, (tx) => getOwn(tx, parent, number))
    const statement = paperKey(revision?.statementSha256 ?? '')
    const used = await prisma().applicationDocument.findFirstOrThrow({
      where: { application: { number } },
      select: { document: { select: { sha256: true } } },
    })
    const kept = cleanKey(used.document.sha256)
    const left = ['quarantine/one/file.pdf', cleanKey('left-over'), paperKey('left-over')]
    for (const key of [kept, ...left]) await putObject(key, new Uint8Array([1]), 'application/pdf')

    await sweep(new Date())
    for (const key of [kept, statement, ...left]) expect(await objectExists(key), key).toBe(true)
    await sweep(tomorrow())
    for (const key of [kept, statement]) expect(await objectExists(key), key).toBe(true)
    for (const key of left) expect(await objectExists(key), key).toBe(false)
  })

  it('takes sheets that a head has prepared and never signed, a day later', async () => {
    const parent = await addParent()
    const number = await fillDraft(parent, school.id)
    const { id } = await prisma().application.findUniqueOrThrow({ where: { number }, select: { id: true } })
    const hashes = { paperSha256: 'prepared-paper', letterSha256: 'prepared-letter' }
    const keys = Object.values(hashes).map(paperKey)
    for (const key of keys) await putObject(key, new Uint8Array([1]), 'application/pdf')
    const sheet = { applicationId: id, actorId: school.director.userId, number: 1, date: '2026-11-24' }
    const rest = { signedXml: '<paper/>', paperBytes: 1, letterBytes: 1, applicationUpdatedAt: new Date() }
    // Of a session that began tonight; its papers may be those of a former one.
    await prisma().preparedSheet.create({ data: { ...sheet, ...rest, ...hashes, createdAt: tomorrow() } })
    await sweep(tomorrow())
    for (const key of keys) expect(await objectExists(key), key).toBe(true)
    await prisma().preparedSheet.updateMany({ where: { applicationId: id }, data: { createdAt: new Date() } })
    await sweep(tomorrow())
    expect(await prisma().preparedSheet.count({ where: { applicationId: id } })).toBe(0)
    for (const key of keys) expect(await objectExists(key), key).toBe(false)
  })

  it('takes the files of a deleted draft', async () => {
    const parent = await addParent()
    const number = await fillDraft(parent, school.id)
    const rows = await prisma().applicationDocument.findMany({ where: { application: { number } } })
    await asActor(parent, (tx) => deleteDraft(tx, parent, number))
    await sweep(tomorrow())
    const ids = rows.map((row) => row.documentId)
    expect(ids.length).toBeGreaterThan(0)
    expect(await prisma().document.count({ where: { id: { in: ids } } })).toBe(0)
  })

  it('keeps the file of a family paper for its owner, until it leaves the family', async () => {
    const [parent, stranger] = [await addParent(), await addParent()]
    const sha256 = randomUUID()
    const key = cleanKey(sha256)
    await putObject(key, new Uint8Array([1]), 'application/pdf')
    const file = { fileName: 'Құжат.pdf', mediaType: 'application/pdf', bytes: 1, sha256 }
    const paper = { childId: null, kind: 'socialAid', file, validUntil: '2020-01-01' } as const
    const paperId = await asActor(parent, (tx) => keepPaper(tx, parent, paper, new Date()))
    const [kept] = await asActor(parent, (tx) => listPapers(tx, parent))
    const documentId = kept?.documentId ?? ''

    await sweep(tomorrow())
    expect(await objectExists(key)).toBe(true)
    expect(await openDocument(parent, documentId, TUESDAY)).toContain(sha256)
    await expect(openDocument(stranger, documentId, TUESDAY)).rejects.toMatchObject({ code: 'absent' })
    await expect(openDocument(school.clerk, documentId, TUESDAY)).rejects.toMatchObject({ code: 'absent' })
    await asActor(parent, (tx) => removePaper(tx, parent, paperId))
    await expect(openDocument(parent, documentId, TUESDAY)).rejects.toMatchObject({ code: 'absent' })
    await sweep(tomorrow())
    expect(await objectExists(key)).toBe(false)
  })

  it('leaves what was written anew after it was listed', async () => {
    const key = cleanKey('a-file-sent-again')
    await putObject(key, new Uint8Array([1]), 'application/pdf')
    vi.mocked(listObjects).mockImplementation(async function* (prefix) {
      yield [key].filter((k) => k.startsWith(prefix))
    })
    expect((await sweep(new Date())).objects).toBe(0)
    expect(await objectExists(key)).toBe(true)
  })
})
