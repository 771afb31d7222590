import { dateInAlmaty } from '@/lib/domain/dates'
import { applicationMessages } from '@/lib/i18n/application-page'
import { cabinetMessages } from '@/lib/i18n/cabinet'
import { windowMessages, windowSentence } from '@/lib/i18n/windows'
import { firstGrade } from '@/lib/services/first-grade'
import { exampleOf } from './example'
import type { Offices } from './offices'
import { test } from './own-stack'
import { applicationPath, attachScan, expectSent, sendLabel } from './pages/application'
import { fillByDefinition } from './pages/definition'
import { start, startPath } from './pages/form'
import { expectTitle, follow, open, press } from './pages/room'
import { type Parent, sql } from './people'
import { expect, PHONE, type Reader } from './test'

// One service has one window, which these tests move to and fro.
test.describe.configure({ mode: 'serial' })

const SLUG = firstGrade.slug
const START = startPath(firstGrade)

const DAY = 24 * 60 * 60 * 1000
const inDays = (days: number) => new Date(Date.now() + days * DAY)

/** Leaves the service one window. */
async function setWindow(opensAt: Date, closesAt: Date): Promise<void> {
  await sql('DELETE FROM intake_window WHERE service_slug = $1', [SLUG])
  await sql(
    `INSERT INTO intake_window (service_slug, period_key, opens_at, closes_at)
     VALUES ($1, extract(year FROM now())::text, $2, $3)`,
    [SLUG, opensAt.toISOString(), closesAt.toISOString()],
  )
}

async function prepare(parent: Reader, family: Parent, offices: Offices): Promise<number> {
  const { answers, officeOf } = exampleOf(firstGrade, family, offices)
  const number = await start(parent, firstGrade)
  await fillByDefinition(parent, firstGrade, answers, officeOf)
  await expectTitle(parent, applicationMessages[parent.language].headline.created)
  await attachScan(parent)
  return number
}

test.describe('before', () => {
  test.use({ language: 'ru' })

  test('ru, desktop: filled and signed before the opening, sent by one press when it opens', async ({
    parent,
    family,
    offices,
  }) => {
    const { page } = parent
    // Nine in the morning in Almaty, as the rules have it.
    const opening = new Date(`${inDays(2).toISOString().slice(0, 10)}T04:00:00Z`)
    await setWindow(opening, inDays(100))
    const window = { periodKey: '', opensAt: opening, closesAt: inDays(100), answerBy: null }
    const said = windowSentence({ kind: 'before', window, closedOn: null }, 'ru') ?? ''
    expect(said).toContain('09:00')
    await open(parent, START)
    await expect(page.getByText(said)).toBeVisible()

    const number = await prepare(parent, family, offices)
    await open(parent, applicationPath(number))
    await expectTitle(parent, windowMessages.ru.ready)
    await expect(page.getByText(said).first()).toBeVisible()
    await expect(page.getByRole('button', { name: sendLabel(parent) })).toHaveCount(0)

    await setWindow(inDays(0), inDays(100))
    await follow(parent, windowMessages.ru.reload)
    await press(parent, sendLabel(parent))
    await expectSent(parent)
    await expect(page.getByText(applicationMessages.ru.queue.number(1))).toBeVisible()
  })
})

test.describe('after', () => {
  test.use({ language: 'kk', ...PHONE })

  test('kk, 360 px: a closed intake says when it closed, and what is left of a draft', async ({
    parent,
    family,
    offices,
    settle,
  }) => {
    const { page } = parent
    await setWindow(inDays(-30), inDays(1))
    const number = await settle('ready', family, offices, { service: firstGrade, locale: 'kk' })
    await open(parent, applicationPath(number))
    await attachScan(parent)
    const closing = inDays(-1)
    await setWindow(inDays(-30), closing)
    const said = windowSentence({ kind: 'closed', closedOn: dateInAlmaty(closing) }, 'kk') ?? ''
    expect(said).toMatch(/\d\d\.\d\d\.\d{4}/)

    await open(parent, applicationPath(number))
    await expectTitle(parent, windowMessages.kk.missed)
    await expect(page.getByText(said)).toBeVisible()
    await expect(page.getByRole('button', { name: sendLabel(parent) })).toHaveCount(0)
    await follow(parent, windowMessages.kk.toService)
    await open(parent, START)
    await expect(page.getByText(said)).toBeVisible()
    await expect(page.getByRole('button', { name: cabinetMessages.kk.apply })).toHaveCount(0)
  })
})
