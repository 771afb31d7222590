import { beforeAll, expect, it } from 'vitest'
import type { Actor } from '@/lib/domain/actor'
import { readQueueQuery } from '@/lib/domain/queue-query'
import { asActor, prisma } from '@/lib/platform/db'
import { freeMeals } from '@/lib/services/free-meals'
import { transfer } from '@/lib/services/transfer'
import { testDatabase } from '@/test/database'
import {
  addOffice,
  addParent,
  fillDraftOf,
  type Office,
  type Offices,
  seedSchools,
  signDraft,
} from '@/test/school'
import { send } from '../parent/sending'
import { register } from './intake'
import { listQueue } from './queue'
import { readReview } from './review'
import { completeStage } from './stage'
import { hour } from './work.fixture'

await testDatabase()

let offices: Offices

beforeAll(async () => {
  const { a, b } = await seedSchools()
  offices = {
    school: a,
    sendingSchool: b,
    department: await addOffice('department'),
    akimat: await addOffice('akimat'),
  }
})

it('a clerk reads the income per member, and the file of every row, called by its row', async () => {
  const { clerk } = offices.school
  const parent = await addParent()
  const choose = { 'category.category': 'lowIncome' }
  const number = await fillDraftOf(freeMeals, parent, offices, { choose })
  await signDraft(parent, number)
  await asActor(parent, (tx) => send(tx, parent, number, hour(1)))
  const { documents, income } = await asActor(clerk, (tx) => readReview(tx, clerk, number, 'ru', hour(2)))
  const incomes = documents
    .map(({ title }) => title)
    .filter((title) => title.startsWith('Документ о доходах'))
  expect(incomes).toEqual(Array(2).fill('Документ о доходах: Өмірзақова Әсемгүл Ғаниқызы'))
  expect(income).toMatchObject({ year: 2026, months: 11, members: 2, perMember: 1, isBelow: true })
})

it('of two schools each reads whose turn it is, in the queue and on the application', async () => {
  const parent = await addParent()
  const number = await fillDraftOf(transfer, parent, offices)
  await signDraft(parent, number)
  await asActor(parent, (tx) => send(tx, parent, number, hour(1)))
  const names = await Promise.all([offices.school, offices.sendingSchool].map(nameOf))
  const [receiving, sending] = names
  const readAs = async (clerk: Actor) => {
    const review = await asActor(clerk, (tx) => readReview(tx, clerk, number, 'ru', hour(3)))
    const query = readQueueQuery({ q: String(number) })
    const { rows } = await asActor(clerk, (tx) => listQueue(tx, clerk, query, hour(3)))
    expect(rows.map(({ turn, stage }) => ({ turn, stage }))).toEqual([
      { turn: review.turn, stage: review.stage },
    ])
    return [review.turn?.ru, review.stage?.ru]
  }
  // The head of the receiving school may refuse at any time, and yet it is not their turn.
  const read = async ({ clerk, director }: Office) => {
    const seen = await readAs(clerk)
    expect(await readAs(director)).toEqual(seen)
    return seen
  }
  const both = async () => [await read(offices.school), await read(offices.sendingSchool)]

  expect(await read(offices.school)).toEqual([undefined, undefined])
  await expect(readAs(offices.sendingSchool.clerk)).rejects.toMatchObject({ code: 'absent' })
  await register(offices.school.clerk, number, hour(2))
  const [place, release] = transfer.stages?.map((stage) => stage.title.ru) ?? []
  expect(await both()).toEqual([
    [undefined, place],
    [receiving, place],
  ])
  const typed = { className: '5 «Б»', language: 'kk', note: '' }
  expect(await completeStage(offices.school.clerk, number, { stage: 'place', typed }, hour(3))).toEqual([])
  expect(await both()).toEqual([
    [sending, release],
    [undefined, release],
  ])
})

async function nameOf({ id }: Office): Promise<string> {
  return (await prisma().organisation.findUniqueOrThrow({ where: { id } })).shortNameRu
}
