import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/domain/actor'
import { asActor, prisma, type Tx } from '@/lib/platform/db'
import { testDatabase } from '@/test/database'
import { addParent, newChild, type School, seedSchools, TUESDAY } from '@/test/school'
import { findChild, getChild, getPaper, listChildren, listPapers } from './data'
import {
  addChild,
  changeChild,
  changeValidity,
  keepChild,
  keepPaper,
  removeChild,
  removePaper,
} from './mutations'
import type { ToldChild } from './schema'

await testDatabase()
let school: School

beforeAll(async () => {
  school = (await seedSchools()).a
})

const code = (value: string) => expect.objectContaining({ code: value })
const child = (more: Partial<ToldChild> = {}): ToldChild => ({ ...newChild(), sex: 'male', ...more })
const file = () => ({
  fileName: 'ДКК.pdf',
  mediaType: 'application/pdf',
  bytes: 9,
  sha256: randomUUID(),
})

const keep = (actor: Actor, told: ToldChild, now = TUESDAY) =>
  asActor(actor, (tx) => keepChild(tx, actor, told, now))
const childrenOf = (actor: Actor) => asActor(actor, (tx) => listChildren(tx, actor))

describe('a child', () => {
  it('is kept once however many applications tell of it at the same moment', async () => {
    const parent = await addParent()
    const told = child()
    const ids = await Promise.all(Array.from({ length: 10 }, () => keep(parent, told)))
    expect(new Set(ids).size).toBe(1)
    expect(await childrenOf(parent)).toHaveLength(1)
  })

  it('belongs to each account by itself', async () => {
    const [one, two] = [await addParent(), await addParent()]
    const told = child()
    expect(await keep(one, told)).not.toBe(await keep(two, told))
  })

  it('is as it was told last; what an application does not ask stays', async () => {
    const parent = await addParent()
    const told = child({ schoolId: school.id, grade: '5', birthCertificate: '123' })
    await keep(parent, told)
    const { schoolId: _, grade: __, birthCertificate: ___, ...plain } = told
    await keep(parent, { ...plain, familyName: 'Серіков' })
    const [kept] = await childrenOf(parent)
    expect(kept).toMatchObject({ familyName: 'Серіков', grade: '5', birthCertificate: '123' })
    expect(kept?.school?.id).toBe(school.id)
  })

  it('has no class of a school year gone by', async () => {
    const parent = await addParent()
    const { iin, ...rest } = child({ grade: '5' })
    await keep(parent, { iin, ...rest }, new Date('2026-05-31T18:59:59Z'))
    const gradeAfter = async (now: string) => {
      const { grade: _, ...plain } = rest
      await keep(parent, { iin, ...plain }, new Date(now))
      return (await asActor(parent, (tx) => findChild(tx, parent, iin)))?.grade
    }
    expect(await gradeAfter('2026-05-31T18:59:59Z')).toBe('5')
    expect(await gradeAfter('2026-05-31T19:00:00Z')).toBe('')
  })

  it('is added and changed by hand, never twice', async () => {
    const parent = await addParent()
    const [one, two] = [child(), child()]
    const id = await asActor(parent, (tx) => addChild(tx, parent, one, TUESDAY))
    await asActor(parent, (tx) => addChild(tx, parent, two, TUESDAY))
    await expect(asActor(parent, (tx) => addChild(tx, parent, one, TUESDAY))).rejects.toEqual(
      code('duplicate'),
    )
    const change = (told: ToldChild) => asActor(parent, (tx) => changeChild(tx, parent, id, told, TUESDAY))
    await expect(change({ ...one, iin: two.iin })).rejects.toEqual(code('duplicate'))
    await change({ ...one, givenName: 'Айбек' })
    expect((await asActor(parent, (tx) => getChild(tx, parent, id))).givenName).toBe('Айбек')
  })
})

describe('a paper', () => {
  const keepFor = (actor: Actor, childId: string | null, sha = file(), validUntil: string | null = null) =>
    asActor(actor, (tx) =>
      keepPaper(tx, actor, { childId, kind: 'birthCertificate', file: sha, validUntil }, TUESDAY),
    )

  it('is one of its kind for each child and one of the parent’s own; the newest stays', async () => {
    const parent = await addParent()
    const childId = await keep(parent, child())
    const newest = file()
    await Promise.all(Array.from({ length: 5 }, () => keepFor(parent, childId)))
    await keepFor(parent, null)
    await keepFor(parent, childId, newest)
    const papers = await asActor(parent, (tx) => listPapers(tx, parent))
    expect(papers).toHaveLength(2)
    expect(papers.find((paper) => paper.childId === childId)?.sha256).toBe(newest.sha256)
  })

  it('needs its date where its kind runs out, and has none where it does not', async () => {
    const parent = await addParent()
    const childId = await keep(parent, child())
    const opinion = (validUntil: string | null) =>
      asActor(parent, (tx) =>
        keepPaper(tx, parent, { childId, kind: 'medicalOpinion', file: file(), validUntil }, TUESDAY),
      )
    await expect(opinion(null)).rejects.toEqual(code('invalid'))
    const id = await opinion('2027-05-31')
    await asActor(parent, (tx) => changeValidity(tx, parent, id, '2027-08-31'))
    expect((await asActor(parent, (tx) => getPaper(tx, parent, id))).validUntil).toBe('2027-08-31')
    await expect(asActor(parent, (tx) => changeValidity(tx, parent, id, null))).rejects.toEqual(
      code('invalid'),
    )
    const certificate = await keepFor(parent, childId, file(), '2027-05-31')
    expect((await asActor(parent, (tx) => getPaper(tx, parent, certificate))).validUntil).toBeNull()
  })

  it('goes with its child or by itself', async () => {
    const parent = await addParent()
    const childId = await keep(parent, child())
    const other = await keep(parent, child())
    const [one, two] = [await keepFor(parent, childId), await keepFor(parent, other)]
    await asActor(parent, (tx) => removeChild(tx, parent, childId))
    await expect(asActor(parent, (tx) => getPaper(tx, parent, one))).rejects.toEqual(code('absent'))
    await asActor(parent, (tx) => removePaper(tx, parent, two))
    expect(await asActor(parent, (tx) => listPapers(tx, parent))).toEqual([])
    expect((await childrenOf(parent)).map(({ id }) => id)).toEqual([other])
  })
})

describe('another account', () => {
  it('finds a foreign child and paper absent, as those that never were', async () => {
    const [parent, stranger] = [await addParent(), await addParent()]
    const told = child()
    const childId = await keep(parent, told)
    const paperId = await asActor(parent, (tx) =>
      keepPaper(tx, parent, { childId, kind: 'photo', file: file(), validUntil: null }, TUESDAY),
    )
    for (const id of [childId, paperId, randomUUID(), 'nothing']) {
      const works: ((tx: Tx) => Promise<unknown>)[] = [
        (tx) => getChild(tx, stranger, id),
        (tx) => changeChild(tx, stranger, id, told, TUESDAY),
        (tx) => removeChild(tx, stranger, id),
        (tx) => getPaper(tx, stranger, id),
        (tx) => changeValidity(tx, stranger, id, null),
        (tx) => removePaper(tx, stranger, id),
        (tx) =>
          keepPaper(tx, stranger, { childId: id, kind: 'photo', file: file(), validUntil: null }, TUESDAY),
      ]
      for (const work of works) await expect(asActor(stranger, work)).rejects.toEqual(code('absent'))
    }
    expect(await childrenOf(parent)).toHaveLength(1)
    expect(await prisma().familyPaper.count({ where: { id: paperId, childId } })).toBe(1)
  })
})
