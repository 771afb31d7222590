import type { Browser } from '@playwright/test'
import { cabinetMessages } from '@/lib/i18n/cabinet'
import { commonMessages } from '@/lib/i18n/common'
import { documentMessages } from '@/lib/i18n/documents'
import { formMessages } from '@/lib/i18n/forms'
import { homeSchooling } from '@/lib/services/home-schooling'
import { DEMO_PASSWORD } from '@/prisma/seed/people'
import { type Own, test } from './own-stack'
import { signIn } from './pages/account'
import { applicationPath, attachScan, readStatement, send } from './pages/application'
import { documentPlace, offer, PHOTO } from './pages/files'
import { attachDocuments, documentTitle, fillChild, fillSchool, goOn, start, words } from './pages/form'
import { placeOf } from './pages/places'
import { expectTitle, open, press } from './pages/room'
import { newFamily } from './people'
import { expect, PHONE, type Reader } from './test'

test.describe.configure({ mode: 'serial' })
test.setTimeout(120_000)

/** The page says that it cannot be shown, and under which number the log has it. */
async function expectUnavailable(reader: Reader): Promise<void> {
  const t = commonMessages[reader.language].unavailable
  await expectTitle(reader, t.title)
  await expect(reader.page.getByText(t.code)).toContainText(/[0-9a-f-]{8,}/)
}

/** The form says that it could not save, with the number of the failure. */
async function expectNotSaved({ page, language }: Reader): Promise<void> {
  const t = formMessages[language]
  await expect(page.getByText(t.codes.unavailable)).toContainText(/[0-9a-f-]{8,}/)
}

async function expectHealth(own: Own, status: number, parts: Record<string, unknown>): Promise<void> {
  const answer = await fetch(`${own.url}/api/health/ready`)
  expect(answer.status).toBe(status)
  expect(await answer.json()).toMatchObject(parts)
  expect((await fetch(`${own.url}/api/health/live`)).status).toBe(200)
}

type Stage = { reader: Reader; own: Own; browser: Browser }

async function outlastDatabase({ reader, own, browser }: Stage, email: string, who?: 'other'): Promise<void> {
  const { page, language } = reader
  const { child } = newFamily()
  await signIn(reader, email)
  const number = await start(reader, homeSchooling, who)
  await open(reader, `${applicationPath(number)}/edit/child`)
  await fillChild(reader, child)

  await own.database.stop()
  await expectHealth(own, 503, { database: 'down', storage: 'up' })
  await test.step('a step cannot be saved; what was typed stays', async () => {
    await goOn(reader)
    await expectNotSaved(reader)
    // Without a script the page is drawn anew: what was typed is kept in it unseen.
    if (reader.script)
      await expect(page.getByLabel(words(reader, 'child.familyName'))).toHaveValue(child.familyName)
  })
  const other = { ...reader, page: await page.context().newPage() }
  await test.step('every page says so', async () => {
    for (const path of [
      '/cabinet/applications',
      applicationPath(number),
      '/work',
      '/verify?code=K7QM-3X9R-2DTB-5WZA',
    ]) {
      await open(other, path)
      await expectUnavailable(other)
    }
    const paper = await page.request.get(`/api/papers/statement/${number}`)
    expect(paper.status()).toBe(503)
    expect(await paper.text()).toMatch(/<code>\S+<\/code>/)
  })
  await test.step('nobody can sign in; the public pages stay', async () => {
    const context = await browser.newContext()
    const stranger = { ...reader, page: await context.newPage() }
    await open(stranger, '/login')
    await stranger.page.getByLabel(formMessages[language].email).fill(email)
    await stranger.page.getByLabel(formMessages[language].password).fill(DEMO_PASSWORD)
    await stranger.page.getByRole('main').getByRole('button').click()
    await expectNotSaved(stranger)
    await open(stranger, '/services/home-schooling')
    await expect(stranger.page.getByRole('heading', { level: 1 })).toBeVisible()
    await context.close()
  })

  own.database = await own.parts.startDatabase()
  await expect.poll(async () => (await fetch(`${own.url}/api/health/ready`)).status).toBe(200)
  await test.step('the same form saves, once', async () => {
    await press(reader, reader.script ? commonMessages[language].next : formMessages[language].tryAgain)
    await expectTitle(reader, words(reader, 'school'))
    await open(reader, `${applicationPath(number)}/edit/child`)
    await expect(page.getByLabel(words(reader, 'child.familyName'))).toHaveValue(child.familyName)
    await open(reader, '/cabinet/applications')
    await expect(page.getByRole('article').filter({ hasText: String(number) })).toHaveCount(1)
  })
}

test.describe('with script', () => {
  test.use({ language: 'kk', ...PHONE })
  test('kk, 360 px: the database stops and comes back; nothing typed is lost', ({ reader, own, browser }) =>
    outlastDatabase({ reader, own, browser }, 'parent@demo.bilimal.kz', 'other'))
})

test.describe('without script', () => {
  test.use({ language: 'ru', javaScriptEnabled: false })
  test('ru, desktop, without script: the database stops and comes back; nothing typed is lost', ({
    reader,
    own,
    browser,
  }) => outlastDatabase({ reader, own, browser }, 'parent2@demo.bilimal.kz'))
})

test.describe('the store', () => {
  test.use({ language: 'ru' })
  test('ru, desktop: the store stops and comes back; nothing is half written', async ({ reader, own }) => {
    const { page } = reader
    const t = cabinetMessages.ru.form
    await signIn(reader, 'parent@demo.bilimal.kz')
    const number = await start(reader, homeSchooling, 'other')
    await goOn(reader)
    await fillChild(reader, newFamily().child)
    await goOn(reader)
    await fillSchool(reader, placeOf('temirtau-5'))
    await goOn(reader)
    await expectTitle(reader, t.documents)

    await test.step('a file does not arrive, and the page says what to do', async () => {
      await own.store.stop()
      await expectHealth(own, 503, { database: 'up', storage: 'down' })
      const title = documentTitle(reader, 'birthCertificate')
      await offer(reader, title, PHOTO)
      const { missing } = documentMessages.ru.faults
      await expect(documentPlace(reader, title).getByText(missing({ size: '', formats: '' }))).toBeVisible()
      own.store = await own.parts.startStore()
      await expectHealth(own, 200, { storage: 'up' })
      await attachDocuments(reader)
    })

    await test.step('a statement is not made by halves', async () => {
      await own.store.stop()
      await press(reader, t.submit)
      await expectNotSaved(reader)
      const other = { ...reader, page: await page.context().newPage() }
      await open(other, applicationPath(number))
      await expectTitle(other, 'Заявка заполнена не до конца')
      own.store = await own.parts.startStore()
      await press(reader, formMessages.ru.tryAgain)
      await expectTitle(reader, 'Заявка успешно создана!')
    })

    await test.step('a paper that cannot be read is a page with a number', async () => {
      await own.store.stop()
      const paper = await page.request.get(`/api/papers/statement/${number}`)
      expect(paper.status()).toBe(503)
      expect(await paper.text()).toMatch(/<code>\S+<\/code>/)
      own.store = await own.parts.startStore()
      expect(await readStatement(reader)).toContain(`№ ${number}`)
      await attachScan(reader)
      await send(reader)
    })
  })
})
