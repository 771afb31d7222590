import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/domain/actor'
import { dateInAlmaty } from '@/lib/domain/dates'
import { findChild, listPapers } from '@/lib/family/data'
import { asActor, prisma } from '@/lib/platform/db'
import { testDatabase } from '@/test/database'
import {
  addParent,
  attachFile,
  fillDraft,
  newChild,
  type School,
  seedSchools,
  signDraft,
  TUESDAY,
} from '@/test/school'
import { getOwn } from '../data'
import { listDocuments } from '../documents'
import { addPaper, addToFamily, pdfFile, told } from './family.fixture'
import { keepAttached, listOffers, takePaper } from './kept-papers'

await testDatabase()
let school: School

beforeAll(async () => {
  school = (await seedSchools()).a
})

const TODAY = dateInAlmaty(TUESDAY)
const code = (value: string) => expect.objectContaining({ code: value })

/** A draft of a kept child, without the file of one slot. */
async function draftWithout(slot: string) {
  const parent = await addParent()
  const child = newChild()
  const childId = await addToFamily(parent, told(child))
  const number = await fillDraft(parent, school.id, child)
  await prisma().applicationDocument.deleteMany({ where: { application: { number }, slot } })
  return { parent, childId, number }
}

const offersOf = (parent: Actor, number: number) =>
  asActor(parent, (tx) => listOffers(tx, parent, number, TUESDAY))
const take = (parent: Actor, number: number, slot: string, paperId: string) =>
  asActor(parent, (tx) => takePaper(tx, parent, { number, slot, paperId }, TUESDAY))
const keep = (parent: Actor, number: number, slot: string, documentId: string, validUntil: string | null) =>
  asActor(parent, (tx) => keepAttached(tx, parent, { number, slot, documentId, validUntil }, TUESDAY))
const fileIn = async (parent: Actor, number: number, slot: string) =>
  asActor(parent, async (tx) => {
    const { id } = await getOwn(tx, parent, number)
    return (await listDocuments(tx, id)).find((document) => document.slot === slot)
  })

describe('a kept paper', () => {
  it('is offered on its last day and satisfies the document with one press', async () => {
    const { parent, childId, number } = await draftWithout('medicalOpinion')
    const file = pdfFile()
    const paperId = await addPaper(parent, childId, 'medicalOpinion', TODAY, file)
    expect((await offersOf(parent, number)).get('medicalOpinion')).toMatchObject({
      do: 'take',
      paper: { id: paperId, fileName: file.fileName, validUntil: TODAY },
    })
    await take(parent, number, 'medicalOpinion', paperId)
    await take(parent, number, 'medicalOpinion', paperId)
    const attached = await fileIn(parent, number, 'medicalOpinion')
    expect(attached).toMatchObject({ sha256: file.sha256, bytes: file.bytes })
    const [kept] = await asActor(parent, (tx) => listPapers(tx, parent))
    expect(kept?.documentId).not.toBe(attached?.documentId)
    expect((await offersOf(parent, number)).get('medicalOpinion')).toMatchObject({ do: 'nothing' })
    await signDraft(parent, number)
  })

  it('that has run out is not offered, and cannot be taken', async () => {
    const { parent, childId, number } = await draftWithout('medicalOpinion')
    const paperId = await addPaper(parent, childId, 'medicalOpinion', '2026-11-23')
    expect((await offersOf(parent, number)).get('medicalOpinion')).toMatchObject({
      do: 'renew',
      paper: { validUntil: '2026-11-23' },
    })
    await expect(take(parent, number, 'medicalOpinion', paperId)).rejects.toEqual(code('conflict'))
    expect(await fileIn(parent, number, 'medicalOpinion')).toBeUndefined()
  })

  it('of another child, another kind or another family is not for this slot', async () => {
    const { parent, childId, number } = await draftWithout('birthCertificate')
    const brother = await addToFamily(parent, told())
    const stranger = await addParent()
    const wrong = [
      await addPaper(parent, brother, 'birthCertificate'),
      await addPaper(parent, childId, 'photo'),
    ]
    expect((await offersOf(parent, number)).get('birthCertificate')).toBeUndefined()
    for (const id of wrong)
      await expect(take(parent, number, 'birthCertificate', id)).rejects.toEqual(code('conflict'))
    const foreign = await addPaper(stranger, await addToFamily(stranger, told()), 'birthCertificate')
    for (const id of [foreign, 'nothing'])
      await expect(take(parent, number, 'birthCertificate', id)).rejects.toEqual(code('absent'))
    const own = await addPaper(parent, childId, 'birthCertificate')
    await expect(take(stranger, number, 'birthCertificate', own)).rejects.toEqual(code('absent'))
  })

  it('that does not fit the slot is not offered', async () => {
    const { parent, childId, number } = await draftWithout('birthCertificate')
    const heic = { ...pdfFile(), mediaType: 'image/heic' }
    const paperId = await addPaper(parent, childId, 'birthCertificate', null, heic)
    expect((await offersOf(parent, number)).get('birthCertificate')).toBeUndefined()
    await expect(take(parent, number, 'birthCertificate', paperId)).rejects.toEqual(code('conflict'))
  })

  it('voids a ready statement like any other file, and comes into no sent application', async () => {
    const { parent, childId, number } = await draftWithout('nothing')
    const paperId = await addPaper(parent, childId, 'birthCertificate')
    await signDraft(parent, number)
    await take(parent, number, 'birthCertificate', paperId)
    expect((await asActor(parent, (tx) => getOwn(tx, parent, number))).revision).toBeNull()
    await prisma().application.update({ where: { number }, data: { status: 'sent' } })
    await expect(take(parent, number, 'birthCertificate', paperId)).rejects.toEqual(code('conflict'))
  })
})

describe('an attached file', () => {
  it('is kept with its date, also in place of an older one', async () => {
    const { parent, childId, number } = await draftWithout('nothing')
    const file = await fileIn(parent, number, 'medicalOpinion')
    const documentId = file?.documentId ?? ''
    const offer = async () => (await offersOf(parent, number)).get('medicalOpinion')
    expect(await offer()).toEqual({ do: 'keep', documentId, asksDate: true, replaces: false })
    await addPaper(parent, childId, 'medicalOpinion', '2026-01-01')
    expect(await offer()).toEqual({ do: 'keep', documentId, asksDate: true, replaces: true })
    await expect(keep(parent, number, 'medicalOpinion', documentId, null)).rejects.toEqual(code('invalid'))
    await keep(parent, number, 'medicalOpinion', documentId, '2027-05-31')
    const papers = await asActor(parent, (tx) => listPapers(tx, parent))
    expect(papers).toMatchObject([{ childId, validUntil: '2027-05-31', sha256: file?.sha256 }])
  })

  it('of another slot, another application or no family paper is not kept', async () => {
    const { parent, number } = await draftWithout('nothing')
    const stranger = await addParent()
    const certificate = (await fileIn(parent, number, 'birthCertificate'))?.documentId ?? ''
    const scan = await attachFile(number, 'signedStatement', parent)
    await expect(keep(parent, number, 'medicalOpinion', certificate, '2027-05-31')).rejects.toEqual(
      code('conflict'),
    )
    await expect(keep(parent, number, 'signedStatement', scan, null)).rejects.toEqual(code('conflict'))
    await expect(keep(stranger, number, 'birthCertificate', certificate, null)).rejects.toEqual(
      code('absent'),
    )
    expect(await asActor(parent, (tx) => listPapers(tx, parent))).toEqual([])
  })

  it('is not asked about while the child is not known', async () => {
    const { parent, number } = await draftWithout('nothing')
    await prisma().familyChild.deleteMany({ where: { accountId: parent.userId } })
    expect((await offersOf(parent, number)).size).toBe(0)
    const kept = await asActor(parent, (tx) => findChild(tx, parent, ''))
    expect(kept).toBeNull()
  })
})
