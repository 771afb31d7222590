import { type Answers, documentTitle, neededDocuments } from '@/lib/domain/answers'
import { dateInAlmaty } from '@/lib/domain/dates'
import type { Field } from '@/lib/domain/fields'
import { formatNumber } from '@/lib/domain/read-view'
import { applicationMessages } from '@/lib/i18n/application-page'
import { cabinetMessages } from '@/lib/i18n/cabinet'
import { commonMessages } from '@/lib/i18n/common'
import { incomeMessages } from '@/lib/i18n/income'
import { familyIncomeStep } from '@/lib/services/family-income'
import { freeMeals } from '@/lib/services/free-meals'
import { exampleOf } from './example'
import { type Offices, seededOffice } from './offices'
import { applicationPath, attachScan, send } from './pages/application'
import { fillRow, fillSteps, rowOf } from './pages/definition'
import { attach, attached, documentPlace, OPINION, PHOTO } from './pages/files'
import { goOn, numberOf, start } from './pages/form'
import { inspect } from './pages/inspection'
import { expectTitle, follow, open, press } from './pages/room'
import { openFromQueue } from './pages/work'
import type { Parent } from './people'
import { expect, PHONE, type Reader, test } from './test'

const [MEMBERS] = familyIncomeStep.fields
const STEP = familyIncomeStep.key

const mother = { name: 'Серік Әсем', relation: 'mother', source: 'salary', income: '1200000' }
const child = { name: 'Серік Әлішер', relation: 'child', source: 'none', income: '0' }
const father = { name: 'Серік Болат', relation: 'father', source: 'business', income: '300000' }

/** «(300 000 ₸ + 0 ₸) ÷ 11 мес. ÷ 2 чел. =» */
function formula({ language }: Reader, ...incomes: number[]): string {
  const t = incomeMessages[language]
  const sum = incomes.map((income) => formatNumber(String(income), '₸')).join(' + ')
  const month = Number(dateInAlmaty(new Date()).slice(5, 7))
  return `(${sum}) ÷ ${t.months(month)} ÷ ${t.members(incomes.length)} =`
}

/** What a member of the family has to prove the income with. */
function proofOf({ language }: Reader, answers: Answers, field: Field, name: string): string {
  const values = { [field.key]: 'aaaa', 'members.aaaa.name': name, 'members.aaaa.source': 'salary' }
  const [slot] = neededDocuments(freeMeals, { ...answers, [STEP]: values }).filter((d) => d.of === name)
  return slot ? documentTitle(slot)[language] : ''
}

/** The way to the family's incomes; answers what the other steps say. */
async function reachIncomes(parent: Reader, family: Parent, offices: Offices): Promise<Answers> {
  const choose = {
    'child.bornElsewhere': 'no',
    'school.reviewer': 'department',
    'school.grade': '5',
    'category.category': 'lowIncome',
  }
  const { answers, officeOf } = exampleOf(freeMeals, family, offices, choose)
  await start(parent, freeMeals)
  await fillSteps(parent, freeMeals, answers, officeOf, STEP)
  return answers
}

async function tellIncomes(parent: Reader, family: Parent, offices: Offices): Promise<void> {
  const { page, language } = parent
  const t = cabinetMessages[language].form
  const common = commonMessages[language]
  if (!MEMBERS) throw new Error('the step of incomes has no rows')
  const answers = await reachIncomes(parent, family, offices)
  const row = (n: number) => rowOf(parent, MEMBERS, n)
  const pressAt = (label: string, n: number) =>
    press(parent, new RegExp(`^${label}\\s?: ${MEMBERS.label[language]} ${n}$`))
  const named = (n: number, { name }: { name: string }) =>
    expect(row(n).getByRole('textbox').first()).toHaveValue(name)
  const proof = ({ name }: { name: string }) => proofOf(parent, answers, MEMBERS, name)

  await test.step('rows are added and moved, and keep what is typed', async () => {
    await fillRow(parent, MEMBERS, 1, mother)
    await fillRow(parent, MEMBERS, 2, child)
    await press(parent, MEMBERS.rows?.add[language] ?? '')
    await expect(row(3)).toBeFocused()
    await fillRow(parent, MEMBERS, 3, father)
    await pressAt(t.rowUp, 3)
    await named(2, father)
    await named(3, child)
    await goOn(parent)
  })

  await test.step('each income has its own paper, which stays with its row', async () => {
    await expectTitle(parent, t.documents)
    await attach(parent, proof(mother), PHOTO)
    await attach(parent, proof(father), OPINION)
    const number = numberOf(parent)
    const kept = attached(parent, proof(father), OPINION)
    const href = (await kept.getAttribute('href')) ?? ''
    await open(parent, `${applicationPath(number)}/edit/${STEP}`)
    await expect(page.getByText(formula(parent, 1_200_000, 300_000, 0))).toBeVisible()
    await pressAt(common.remove, 1)
    await named(1, father)
    await expect(row(3)).toHaveCount(0)
    await goOn(parent)
    await expectTitle(parent, t.documents)
    await expect(kept).toHaveAttribute('href', href)
    await expect(documentPlace(parent, proof(mother))).toHaveCount(0)
    await press(parent, t.submit)
  })

  await test.step('the review shows the reckoning, and a change made from there comes back to it', async () => {
    await expectTitle(parent, applicationMessages[language].headline.created)
    await expect(page.getByText(formula(parent, 300_000, 0))).toBeVisible()
    const title = familyIncomeStep.title[language]
    await page.getByText(title, { exact: true }).click()
    await follow(parent, new RegExp(`^${common.change}\\s?: ${title}$`))
    await fillRow(parent, MEMBERS, 1, { ...father, income: '400000' })
    await press(parent, t.toReview)
    await expectTitle(parent, applicationMessages[language].headline.created)
    await expect(page.getByText(formula(parent, 400_000, 0))).toBeVisible()
  })
}

test.describe('with script', () => {
  test.use({ language: 'ru' })

  test('ru, desktop: a family tells its incomes to the education department, whose clerk sees the reckoning', async ({
    parent,
    family,
    offices,
    colleague,
  }) => {
    const department = await seededOffice('temirtau-department', 'department')
    await tellIncomes(parent, family, { ...offices, department })
    const number = numberOf(parent)
    for (const path of [`/edit/${STEP}`, '/edit/documents', ''])
      await inspect(parent, applicationPath(number) + path)
    await open(parent, applicationPath(number))
    await attachScan(parent)
    await send(parent, 'department')
    const clerk = await colleague(department.clerk, 'ru')
    await openFromQueue(clerk, number)
    await expect(clerk.page.getByText(formula(clerk, 400_000, 0))).toBeVisible()
    await expect(clerk.page.getByText(incomeMessages.ru.decides.department)).toBeVisible()
    await inspect(clerk, `/work/applications/${number}`)
  })
})

test.describe('without script', () => {
  test.use({ language: 'kk', javaScriptEnabled: false, ...PHONE })

  test('kk, 360 px, without script: a family tells its incomes', ({ parent, family, offices }) =>
    tellIncomes(parent, family, offices))
})
