import { decisionMessages } from '@/lib/i18n/decisions'
import { workMessages } from '@/lib/i18n/work'
import { expectLetters, lettersTo } from './mailbox'
import { applicationPath, attachScan, expectSent, expectStatus, sendLabel } from './pages/application'
import { goOn, numberOf, SERVICE_PATH, words } from './pages/form'
import { expectTitle, follow, open, press } from './pages/room'
import { openFromQueue } from './pages/work'
import type { Parent } from './people'
import { sql } from './people'
import { expect, test } from './test'

test.use({ language: 'ru' })

async function applicationsOf({ email }: Parent): Promise<{ number: number; status: string }[]> {
  const rows = await sql(
    `SELECT a.number, a.status FROM application a JOIN account o ON o.id = a.owner_id
     WHERE o.email = $1 ORDER BY a.number`,
    [email],
  )
  return rows.map((row) => ({ number: Number(row.number), status: String(row.status) }))
}

test('ru, desktop: a double click and a second tab open one draft', async ({ parent, family, context }) => {
  const second = await context.newPage()
  await open(parent, SERVICE_PATH)
  await second.goto(`/ru${SERVICE_PATH}`)
  await parent.page.getByRole('button', { name: 'Подать заявку' }).dblclick()
  await expectTitle(parent, words(parent, 'parent'))
  await press({ ...parent, page: second }, 'Подать заявку')
  await expectTitle({ ...parent, page: second }, words(parent, 'parent'))
  expect(numberOf({ ...parent, page: second })).toBe(numberOf(parent))
  expect(await applicationsOf(family)).toHaveLength(1)
})

test('ru, desktop: sending twice, F5 and the back button make one application with one letter', async ({
  parent,
  family,
  offices,
  settle,
  context,
}) => {
  const { page } = parent
  const number = await settle('ready', family, offices)
  await open(parent, applicationPath(number))
  await attachScan(parent)
  const button = page.getByRole('button', { name: sendLabel(parent) })
  await expect(button).toBeVisible()
  const tab = { ...parent, page: await context.newPage() }
  await open(tab, applicationPath(number))
  await expect(tab.page.getByRole('button', { name: sendLabel(tab) })).toBeVisible()

  await button.dblclick()
  await expectSent(parent)
  await test.step('the other tab, which still shows the button', async () => {
    await press(tab, sendLabel(tab))
    await expectSent(tab)
  })
  await test.step('F5', async () => {
    await page.reload()
    await expectSent(parent)
  })
  await test.step('back, and again forward through the form', async () => {
    await page.goBack()
    await page.reload()
    await open(parent, `${applicationPath(number)}/edit/child`)
    await expectSent(parent)
  })
  expect(await applicationsOf(family)).toEqual([{ number, status: 'sent' }])
  await expectLetters(family.email, [`Заявка № ${number} отправлена`])
})

test('ru, desktop: a second application for the same child is stopped with the number of the first', async ({
  parent,
  family,
  offices,
  settle,
}) => {
  const number = await settle('sent', family, offices)
  await open(parent, SERVICE_PATH)
  await press(parent, 'Подать заявку')
  await goOn(parent)
  await parent.page.getByLabel(words(parent, 'child.iin')).fill(family.child.iin)
  await goOn(parent)
  await expect(parent.page.getByText(`уже есть заявка № ${number}`)).toBeVisible()
})

test('ru, desktop: two clerks at once: one registers, the other reads who did; there is one receipt', async ({
  parent,
  family,
  offices,
  settle,
  colleague,
}) => {
  const number = await settle('sent', family, offices)
  const { school } = offices
  const [clerk, director] = [await colleague(school.clerk, 'ru'), await colleague(school.director, 'ru')]
  const { action } = decisionMessages.ru.steps.register
  for (const each of [clerk, director]) {
    await openFromQueue(each, number)
    await follow(each, action)
    await expect(each.page.getByRole('button', { name: action })).toBeVisible()
  }
  await Promise.all([press(clerk, action), press(director, action)])
  const won = (text: string | RegExp) =>
    Promise.all([clerk, director].map(({ page }) => page.getByText(text).count()))
  const { taken } = decisionMessages.ru
  const done = workMessages.ru.review.done.register
  for (const { page } of [clerk, director])
    await expect(page.getByText(taken).or(page.getByText(done)).first()).toBeVisible()
  expect((await won(done)).filter((count) => count > 0)).toHaveLength(1)
  expect((await won(taken)).filter((count) => count > 0)).toHaveLength(1)

  const receipts = await sql(
    `SELECT p.id FROM paper p JOIN application a ON a.id = p.application_id WHERE a.number = $1`,
    [number],
  )
  expect(receipts).toHaveLength(1)
  // The first was written without a browser, and leaves with the next.
  const expectBoth = () =>
    expect
      .poll(async () => (await lettersTo(family.email)).map(({ subject }) => subject).toSorted())
      .toEqual([`Заявка № ${number} зарегистрирована`, `Заявка № ${number} отправлена`])
  await expectBoth()
  await expectStatus(parent, number, 'registered')
  await test.step('F5 after deciding decides nothing more', async () => {
    for (const { page } of [clerk, director]) await page.reload()
    await expectBoth()
  })
})
