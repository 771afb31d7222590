import { LOCALES } from '@/lib/domain/text'
import { batchMessages } from '@/lib/i18n/batches'
import { correctionMessages } from '@/lib/i18n/corrections'
import { decisionMessages } from '@/lib/i18n/decisions'
import { pdfViewerMessages } from '@/lib/i18n/pdf-viewer'
import { queueMessages } from '@/lib/i18n/queue'
import { workMessages } from '@/lib/i18n/work'
import { settleAlike } from './alike'
import { settleOffices } from './offices'
import { expectClean } from './pages/inspection'
import { enter, hasFocus, tabTo } from './pages/keyboard'
import { untilLive } from './pages/live'
import { expectTitle, open } from './pages/room'
import { expectDone } from './pages/work'
import { settleParent, sql } from './people'
import { expect, type Reader, test } from './test'

test.setTimeout(180_000)

/** How many are registered at once, returned, refused, and left for the afternoon. */
const [REGISTERED, RETURNED, REFUSED, LEFT] = [15, 2, 1, 2]
const COUNT = REGISTERED + RETURNED + REFUSED + LEFT

for (const language of LOCALES) {
  test.describe(language, () => {
    test.use({ language })
    test(`a clerk's morning, ${language}, by the keyboard alone`, async ({ settle, colleague }) => {
      const offices = await settleOffices()
      // What is looked into and answered comes first; the rest is like it.
      const apart: number[] = []
      for (let n = 0; n < COUNT - REGISTERED; n++)
        apart.push(await settle('sent', await settleParent(language), offices, { locale: language }))
      await settleAlike(apart[0] ?? 0, offices.school, REGISTERED)
      const clerk = await colleague(offices.school.clerk, language)
      await registerTheRest(clerk, apart.length)
      for (const [n, number] of apart.slice(0, RETURNED).entries()) await sendBack(clerk, number, n === 0)
      for (const number of apart.slice(RETURNED, RETURNED + REFUSED)) await refuse(clerk, number)
      await findAndTake(clerk, apart.slice(RETURNED + REFUSED))
      await expectStands(offices.school.id, {
        registered: REGISTERED,
        correction: RETURNED,
        intake_refused: REFUSED,
        sent: LEFT,
      })
      await expectCounters(clerk, [
        ['sent', LEFT],
        ['registered', REGISTERED],
      ])
    })
  })
}

/** All of the page are ticked, the first ones given up again, the rest registered with one press. */
async function registerTheRest(clerk: Reader, apart: number): Promise<void> {
  const { page, language } = clerk
  const t = queueMessages[language]
  const batch = batchMessages[language]
  await open(clerk, '/work?view=sent')
  const all = page.getByRole('link', { name: t.tickAll })
  await untilLive(all)
  await enter(clerk, all)
  const ticked = page.getByText(`${t.ticked}: ${COUNT}`)
  await expect(ticked).toBeVisible()
  await page.keyboard.press('ArrowDown')
  for (let n = 0; n < apart; n++) {
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowDown')
  }
  await expect(page.getByText(`${t.ticked}: ${COUNT - apart}`)).toBeVisible()
  await expectClean(clerk)
  for (let n = apart; n < COUNT; n++) await page.keyboard.press('ArrowDown')
  const register = page.getByRole('button', { name: batch.action.register })
  expect(await hasFocus(register)).toBe(true)
  await page.keyboard.press('Enter')
  await expectTitle(clerk, batch.plan.title.register(COUNT - apart))
  await enter(clerk, page.getByRole('main').getByRole('button', { name: batch.action.register }))
  await expect(page.getByText(batch.page.progress(COUNT - apart, COUNT - apart))).toBeVisible({
    timeout: 30_000,
  })
  await expectClean(clerk)
  await enter(clerk, page.getByRole('main').getByRole('link', { name: batch.queue }))
  await expectTitle(clerk, workMessages[language].queue.title)
}

/** From the queue, by the row's own link. */
async function openRow(clerk: Reader, number: number): Promise<void> {
  const { page, language } = clerk
  const { numbered, title } = workMessages[language].queue
  await open(clerk, '/work?view=sent')
  await expectTitle(clerk, title)
  await enter(clerk, page.getByRole('main').getByRole('link', { name: numbered(number) }))
  await page.waitForURL(new RegExp(`/work/applications/${number}$`))
}

/** Asks for one document again; before the first time looks at the statement beside the answers. */
async function sendBack(clerk: Reader, number: number, looks: boolean): Promise<void> {
  const { page, language } = clerk
  const t = correctionMessages[language].ask
  await openRow(clerk, number)
  if (looks) await lookAtStatement(clerk)
  await enter(clerk, page.getByRole('navigation').getByRole('link', { name: t.action }))
  await expectTitle(clerk, t.title)
  const document = page.getByRole('group', { name: t.documents }).getByRole('checkbox').first()
  await tabTo(clerk, document)
  await page.keyboard.press('Space')
  await enter(clerk, page.getByRole('button', { name: t.next }))
  await page.waitForURL(/item=/)
  const reason = page.getByRole('radio').first()
  await untilLive(reason)
  await tabTo(clerk, reason)
  await page.keyboard.press('Space')
  await enter(clerk, page.getByRole('button', { name: t.submit }))
  await expectDone(clerk, 'requestCorrection')
}

async function lookAtStatement(clerk: Reader): Promise<void> {
  const { page, language } = clerk
  const t = pdfViewerMessages[language]
  const fetched = () =>
    page.evaluate(() =>
      performance.getEntriesByType('resource').some(({ name }) => name.includes('pdf.worker')),
    )
  const show = page.getByRole('button', { name: t.show }).first()
  await untilLive(show)
  expect(await fetched()).toBe(false)
  await enter(clerk, show)
  const larger = page.getByRole('button', { name: t.larger }).first()
  await expect(larger).toBeVisible({ timeout: 20_000 })
  expect(await fetched()).toBe(true)
  await enter(clerk, larger)
  await expect(page.getByText('125 %')).toBeVisible()
  await expect(page.locator('canvas')).toBeVisible()
  await expectClean(clerk)
}

async function refuse(clerk: Reader, number: number): Promise<void> {
  const { page, language } = clerk
  const t = decisionMessages[language]
  await openRow(clerk, number)
  await enter(
    clerk,
    page.getByRole('navigation').getByRole('link', { name: t.steps['refuse-intake'].action }),
  )
  await expectTitle(clerk, t.steps['refuse-intake'].title)
  const ground = page.getByRole('radio').first()
  await untilLive(ground)
  await tabTo(clerk, ground)
  await page.keyboard.press('Space')
  await tabTo(clerk, page.getByLabel(t.explanation))
  await page.keyboard.type('Заключение комиссии не приложено.')
  await enter(clerk, page.getByRole('button', { name: t.steps['refuse-intake'].action }))
  await expectDone(clerk, 'refuseIntake')
}

/** Is found by its number; is taken, and found again among what is the reader's own. */
async function findAndTake(clerk: Reader, numbers: readonly number[]): Promise<void> {
  const { page, language } = clerk
  const t = queueMessages[language]
  const { queue } = workMessages[language]
  for (const number of numbers) {
    await open(clerk, '/work')
    await tabTo(clerk, page.getByRole('searchbox', { name: queue.searchLabel }))
    await page.keyboard.type(String(number))
    await page.keyboard.press('Enter')
    await page.waitForURL(/q=/)
    await enter(clerk, page.getByRole('button', { name: new RegExp(`^${t.take}.*${t.about(number)}$`) }))
    await expect(page.getByText(t.assigned.me(number))).toBeVisible()
  }
  await open(clerk, '/work')
  await enter(clerk, page.getByRole('link', { name: t.flags.mine }))
  await page.waitForURL(/only=mine/)
  await expectClean(clerk)
  for (const number of numbers)
    await expect(page.getByRole('link', { name: queue.numbered(number) })).toBeVisible()
}

async function expectStands(organisationId: string, wanted: Readonly<Record<string, number>>): Promise<void> {
  const rows = await sql(
    'SELECT status, count(*)::int AS n FROM application WHERE organisation_id = $1 GROUP BY status',
    [organisationId],
  )
  expect(Object.fromEntries(rows.map(({ status, n }) => [status, n]))).toEqual(wanted)
}

async function expectCounters(clerk: Reader, counts: readonly [string, number][]): Promise<void> {
  const { page, language } = clerk
  await open(clerk, '/work')
  for (const [status, count] of counts)
    await expect(page.locator(`a[href="/${language}/work?view=${status}"] strong`)).toHaveText(String(count))
}
