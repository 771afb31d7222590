import { expect, it } from 'vitest'
import { asActor } from '@/lib/platform/db'
import { freeMeals } from '@/lib/services/free-meals'
import { testDatabase } from '@/test/database'
import { addOffice, addParent, fillDraftOf, type Offices, seedSchools, signDraft } from '@/test/school'
import { send } from '../parent/sending'
import { readReview } from './review'
import { hour } from './work.fixture'

await testDatabase()

it('a clerk reads the income per member, and the file of every row, called by its row', async () => {
  const { a, b } = await seedSchools()
  const offices: Offices = {
    school: a,
    sendingSchool: b,
    department: await addOffice('department'),
    akimat: await addOffice('akimat'),
  }
  const parent = await addParent()
  const choose = { 'category.category': 'lowIncome' }
  const number = await fillDraftOf(freeMeals, parent, offices, { choose })
  await signDraft(parent, number)
  await asActor(parent, (tx) => send(tx, parent, number, hour(1)))
  const { documents, income } = await asActor(a.clerk, (tx) => readReview(tx, a.clerk, number, 'ru', hour(2)))
  const incomes = documents
    .map(({ title }) => title)
    .filter((title) => title.startsWith('Документ о доходах'))
  expect(incomes).toEqual(Array(2).fill('Документ о доходах: Өмірзақова Әсемгүл Ғаниқызы'))
  expect(income).toMatchObject({ year: 2026, months: 11, members: 2, perMember: 1, isBelow: true })
})
