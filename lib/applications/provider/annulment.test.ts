import { beforeAll, describe, expect, it } from 'vitest'
import { checkPaper } from '@/lib/papers/check'
import { fetchPaper } from '@/lib/papers/stored'
import { asActor, prisma } from '@/lib/platform/db'
import { testDatabase } from '@/test/database'
import { testEds } from '@/test/eds'
import { pdfText } from '@/test/pdf-text'
import { attachFile, type School, seedSchools, TUESDAY } from '@/test/school'
import { annulledBy } from '../annulled'
import { getOwn, listHistory } from '../data'
import { annul } from './annulment'
import { approve } from './approval'
import { loadSent } from './intake'
import { provisional, slotOfSheet } from './result'
import { HEAD_IIN, schoolWithBin, signAll } from './signing.fixture'
import { decide, freshSchool, hour, onSigning } from './work.fixture'

await testDatabase()
const eds = await testEds(TUESDAY)
const code = (value: string) => expect.objectContaining({ code: value })
const REASON = { ground: 'annul-mistake', explanation: 'Класс указан неверно: должен быть шестой.' }
let a: School

beforeAll(async () => {
  ;({ a } = await seedSchools())
})

async function approvedOnPaper(school: School) {
  const life = await onSigning(school)
  const given = await asActor(school.director, async (tx) => {
    const { application } = await loadSent(tx, school.director, life.number)
    const given = await provisional(tx, school.id, application.service, hour(4))
    return { ...given, slot: slotOfSheet(application, given).key }
  })
  await attachFile(life.number, given.slot, school.clerk)
  await approve(school.director, life.number, given, hour(4))
  return life
}

const papersOf = (number: number) =>
  prisma().paper.findMany({
    where: { application: { number }, kind: { in: ['order', 'notification'] } },
    orderBy: { createdAt: 'asc' },
  })

describe('an annulment', () => {
  it('is a new order: the old number stays, both codes tell of each other, the parent reads why', async () => {
    const school = await freshSchool(a)
    const { parent, number } = await approvedOnPaper(school)
    await annul(school.director, number, REASON, hour(5))

    const own = await asActor(parent, (tx) => getOwn(tx, parent, number))
    expect(own.status).toBe('revoked')
    // The same may be applied for, and held, again; what is annulled is not annulled twice.
    expect(await prisma().application.findUniqueOrThrow({ where: { number } })).toMatchObject({
      holdKey: null,
      dueAt: null,
    })
    await expect(annul(school.director, number, REASON, hour(5))).rejects.toEqual(code('conflict'))
    const history = await asActor(parent, (tx) => listHistory(tx, own.id))
    expect(annulledBy(own, history)).toEqual({
      ground: { kk: 'Құжатта қате жіберілген', ru: 'В документе допущена ошибка' },
      explanation: REASON.explanation,
      order: '2',
      date: '2026-11-24',
    })
    const papers = await papersOf(number)
    const order = papers.find((paper) => paper.kind === 'order' && paper.number === '1')
    const letter = papers.find(({ kind }) => kind === 'notification')
    const annulment = papers.find((paper) => paper.kind === 'order' && paper.number === '2')
    expect(annulment).toMatchObject({ ordinal: 2, revokedAt: null })
    for (const old of [order, letter])
      expect(old).toMatchObject({ revokedAt: hour(5), replacedById: annulment?.id })

    const told = await checkPaper(order?.code ?? '', '1')
    expect(told).toMatchObject({
      paper: { revoked: true, replacedBy: { code: annulment?.code, number: '2', issuedOn: '2026-11-24' } },
    })
    const telling = await checkPaper(annulment?.code ?? '', '1')
    expect(telling).toMatchObject({
      paper: { revoked: false, annuls: expect.arrayContaining([expect.objectContaining({ number: '1' })]) },
    })
    expect(telling).toMatchObject({ paper: { annuls: { length: 2 } } })
    expect(
      await prisma().outbox.count({ where: { recipientId: parent.userId, event: 'application_revoked' } }),
    ).toBe(1)
    const text = await pdfText(await fetchPaper(annulment?.sha256 ?? ''))
    for (const said of [
      'Бұйрықтың күшін жою туралы',
      'Об аннулировании приказа',
      'приказ № 1 от 24.11.2026',
      REASON.explanation,
      'ПРИКАЗЫВАЮ',
      '24 февраля 2027 года',
    ])
      expect(text).toContain(said)
  })

  it('is the director alone, for a ground of the list, and where orders may be on paper', async () => {
    const school = await freshSchool(a)
    const { number } = await approvedOnPaper(school)
    await expect(annul(school.clerk, number, REASON, hour(5))).rejects.toEqual(code('forbidden'))
    const other = { ...REASON, ground: 'documents-false' }
    await expect(annul(school.director, number, other, hour(5))).rejects.toEqual(code('invalid'))
    await prisma().organisation.update({ where: { id: school.id }, data: { paperOrders: false } })
    await expect(annul(school.director, number, REASON, hour(5))).rejects.toEqual(code('forbidden'))
  })

  it('of two directors is given by one, and leaves no gap', async () => {
    const school = await freshSchool(a)
    const { number } = await approvedOnPaper(school)
    const ended = await Promise.allSettled(
      [1, 2, 3].map(() => annul(school.director, number, REASON, hour(5))),
    )
    expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const orders = await prisma().paper.findMany({ where: { organisationId: school.id, kind: 'order' } })
    expect(orders.map(({ ordinal }) => ordinal).sort()).toEqual([1, 2])
  })

  it('is signed by EDS with the QR codes of its XML', async () => {
    const school = await schoolWithBin(a)
    await prisma().organisation.update({ where: { id: school.id }, data: { paperOrders: true } })
    const { number } = await approvedOnPaper(school)
    const key = eds.key('head', { iin: HEAD_IIN, bin: school.bin, organisation: 'Мектеп' })
    expect(await signAll(school.director, [{ number, reason: REASON }], key)).toEqual([
      { number, status: 'done' },
    ])
    const annulment = (await papersOf(number)).find((paper) => paper.kind === 'order' && paper.number === '2')
    expect(annulment).toMatchObject({ signedAs: 'eds', signerName: 'ДЕМО АДАМ' })
    const text = await pdfText(await fetchPaper(annulment?.sha256 ?? ''))
    expect(text).toContain('Штрих-коды содержат')
    expect(await decide(school.director, number, 'revoke', hour(5))).toMatchObject({
      step: 'taken',
      event: { action: 'revoke' },
    })
    // Twice is as good as never: there is nothing left to annul.
    expect(await signAll(school.director, [{ number, reason: REASON }], key)).toEqual([
      { number, status: 'taken' },
    ])
  })
})
