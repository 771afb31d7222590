import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/domain/actor'
import type { Status } from '@/lib/domain/status'
import { asActor, prisma } from '@/lib/platform/db'
import { testDatabase } from '@/test/database'
import { addParent, attachFile, fillDraft, newChild, type School, seedSchools, TUESDAY } from '@/test/school'
import { getOwn } from '../data'
import { listDocuments } from '../documents'
import { copyApplication, getCopyOffer } from './copying'
import { addPaper, addToFamily, pdfFile, told } from './family.fixture'
import { startDraft } from './starting'

await testDatabase()
let school: School

beforeAll(async () => {
  school = (await seedSchools()).a
})

const code = (value: string) => expect.objectContaining({ code: value })
const read = (parent: Actor, number: number) => asActor(parent, (tx) => getOwn(tx, parent, number))
const filesOf = async (parent: Actor, number: number) =>
  asActor(parent, async (tx) => listDocuments(tx, (await getOwn(tx, parent, number)).id))
const copy = (parent: Actor, number: number, to: Parameters<typeof copyApplication>[3]) =>
  asActor(parent, (tx) => copyApplication(tx, parent, number, to, 'ru', TUESDAY))

/** An application in this state, as if it had been worked. */
async function made(status: Status, child = newChild()) {
  const parent = await addParent()
  const number = await fillDraft(parent, school.id, child)
  await attachFile(number, 'signedStatement', parent)
  await prisma().application.update({ where: { number }, data: { status } })
  return { parent, number, child }
}

describe('the same once more', () => {
  it.each(['intake_refused', 'refused', 'cancelled', 'revoked'] as const)(
    'after %s has all answers and files, and no signature',
    async (status) => {
      const { parent, number, child } = await made(status)
      const again = await copy(parent, number, 'same')
      expect(again.isNew).toBe(true)
      const [from, to] = [await read(parent, number), await read(parent, again.number)]
      expect(to).toMatchObject({
        status: 'draft',
        revision: null,
        subjectKey: child.iin,
        organisationId: school.id,
      })
      const { patronymic: _, birthCertificate: __, ...typed } = child
      expect(to.answers).toMatchObject({ child: typed, school: from.answers.school })
      const files = await filesOf(parent, again.number)
      expect(files.map(({ slot }) => slot).sort()).toEqual(['birthCertificate', 'medicalOpinion'])
      const originals = await filesOf(parent, number)
      for (const file of files) {
        const original = originals.find(({ slot }) => slot === file.slot)
        expect(file.sha256).toBe(original?.sha256)
        expect(file.documentId).not.toBe(original?.documentId)
      }
      expect(await copy(parent, number, 'same')).toEqual({ number: again.number, isNew: false })
    },
  )

  it('leaves out a paper that has run out meanwhile', async () => {
    const { parent, number, child } = await made('intake_refused')
    const file = (await filesOf(parent, number)).find(({ slot }) => slot === 'medicalOpinion')
    const id = await addToFamily(parent, told({ iin: child.iin }))
    await addPaper(parent, id, 'medicalOpinion', '2026-11-23', { ...pdfFile(), sha256: file?.sha256 ?? '' })
    const again = await copy(parent, number, 'same')
    expect((await filesOf(parent, again.number)).map(({ slot }) => slot)).toEqual(['birthCertificate'])
  })

  it.each(['draft', 'sent', 'registered', 'approved'] as const)('is not for %s', async (status) => {
    const { parent, number } = await made(status)
    await expect(copy(parent, number, 'same')).rejects.toEqual(code('conflict'))
  })
})

describe('the same for another child', () => {
  it('has all but what is the child’s: its step, its class, its papers', async () => {
    const { parent, number } = await made('sent')
    const { number: next, isNew } = await copy(parent, number, 'other')
    expect(isNew).toBe(true)
    const draft = await read(parent, next)
    expect(draft).toMatchObject({ subjectKey: null, organisationId: school.id })
    expect(draft.answers.school).toEqual({ organisation: school.id, from: '2026-12-01', to: '2027-05-25' })
    expect(draft.answers.child).toBeUndefined()
    expect(await filesOf(parent, next)).toEqual([])
  })

  it('of the family has that child’s data and papers', async () => {
    const { parent, number } = await made('approved')
    const child = told({ grade: '7' })
    const id = await addToFamily(parent, child)
    await addPaper(parent, id, 'birthCertificate')
    const { number: next } = await copy(parent, number, { child: id })
    const draft = await read(parent, next)
    expect(draft).toMatchObject({
      subjectKey: child.iin,
      answers: { school: { grade: '7', from: '2026-12-01' } },
    })
    expect((await filesOf(parent, next)).map(({ slot }) => slot)).toEqual(['birthCertificate'])
  })

  it('takes the place of an empty draft, and leaves one that was begun', async () => {
    const { parent, number } = await made('sent')
    const blank = await asActor(parent, (tx) => startDraft(tx, parent, 'home-schooling', 'ru', TUESDAY))
    const first = await copy(parent, number, 'other')
    expect(first.isNew).toBe(true)
    expect(first.number).not.toBe(blank.number)
    expect(await prisma().application.count({ where: { number: blank.number } })).toBe(0)
    expect(await copy(parent, number, 'other')).toEqual({ number: first.number, isNew: false })
    expect((await read(parent, first.number)).answers.school?.from).toBe('2026-12-01')
  })

  it('is one draft however often it is pressed', async () => {
    const { parent, number } = await made('sent')
    const id = await addToFamily(parent, told())
    const presses = await Promise.all(Array.from({ length: 6 }, () => copy(parent, number, { child: id })))
    expect(new Set(presses.map((press) => press.number)).size).toBe(1)
  })

  it('is absent to others, and for a foreign child', async () => {
    const { parent, number } = await made('sent')
    const stranger = await addParent()
    const foreign = await addToFamily(stranger, told())
    await expect(copy(stranger, number, 'other')).rejects.toEqual(code('absent'))
    await expect(copy(parent, number, { child: foreign })).rejects.toEqual(code('absent'))
    await expect(copy(parent, 999_999, 'other')).rejects.toEqual(code('absent'))
  })
})

describe('the offer', () => {
  it('names the other children, and the same once more only where it is of use', async () => {
    const { parent, number, child } = await made('sent')
    await addToFamily(parent, told({ iin: child.iin }))
    const brother = await addToFamily(parent, told({ givenName: 'Айбек' }))
    const offer = async () => {
      const application = await read(parent, number)
      return asActor(parent, (tx) => getCopyOffer(tx, parent, application, TUESDAY))
    }
    expect(await offer()).toEqual({ again: null, children: [{ id: brother, name: 'Әлиев Айбек' }] })
    await prisma().application.update({ where: { number }, data: { status: 'refused' } })
    expect(await offer()).toMatchObject({ again: { kind: 'ready' } })
    await prisma().application.update({ where: { number }, data: { status: 'draft' } })
    expect(await offer()).toBeNull()
  })

  it('says what stands in the way of the same once more: a live one, or an intake that is over', async () => {
    const { parent, number } = await made('intake_refused')
    const again = async () => {
      const application = await read(parent, number)
      return (await asActor(parent, (tx) => getCopyOffer(tx, parent, application, TUESDAY)))?.again
    }
    expect(await again()).toEqual({ kind: 'ready' })
    const { number: next } = await copy(parent, number, 'same')
    expect(await again()).toEqual({ kind: 'live', number: next })
    const switchOff = { serviceSlug: 'home-schooling', isOff: true, textKk: 'Жабық', textRu: 'Закрыто' }
    await prisma().serviceSwitch.create({ data: switchOff })
    expect(await again()).toMatchObject({ kind: 'shut', window: { kind: 'off' } })
    await prisma().serviceSwitch.deleteMany()
  })
})
