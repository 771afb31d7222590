import { join } from 'node:path'
import { dateInAlmaty } from '@/lib/domain/dates'
import { decisionMessages } from '@/lib/i18n/decisions'
import { edsMessages } from '@/lib/i18n/eds'
import { headSigningMessages } from '@/lib/i18n/head-signing'
import { ncaLayerMessages } from '@/lib/i18n/ncalayer'
import { homeSchooling } from '@/lib/services/home-schooling'
import { readTrustDirectory } from '@/lib/signatures/eds/trust-directory'
import { readSignedXml, verifyXml } from '@/lib/signatures/eds/verify-xml'
import { readQrSet } from '@/lib/signatures/qr-set'
import { pdfText } from '@/test/pdf-text'
import { settleAlike } from './alike'
import { keyOfDirector, standIn } from './keys'
import { type Office, type Offices, seededOffice } from './offices'
import { signIn } from './pages/account'
import { inspect } from './pages/inspection'
import { expectTitle, follow, open, press } from './pages/room'
import { expectDone } from './pages/work'
import { checkCodeOf, expectValid } from './papers'
import { type Parent, sql } from './people'
import { readPrintedCodes } from './printed-codes'
import type { Settle } from './settled'
import { expect, PHONE, type Reader, test } from './test'

test.setTimeout(180_000)

/** Prepared results of an office of this worker's, made after one that went the whole way to the signature. */
async function prepared(settle: Settle, family: Parent, offices: Offices, office: Office, count: number) {
  const school = await seededOffice('temirtau-5', 'school')
  return settleAlike(await settle('on_signing', family, { ...offices, school }), office, count)
}

const numbersOf = async ({ id }: Office, kind: string) => {
  const rows = await sql('SELECT number FROM paper WHERE organisation_id = $1 AND kind = $2', [id, kind])
  return rows.map(({ number }) => Number(number)).sort((a, b) => a - b)
}

const rowOf = ({ page }: Reader, number: number) =>
  page
    .getByRole('listitem')
    .filter({ has: page.getByRole('link', { name: headSigningMessages.ru.open }) })
    .filter({ hasText: `№ ${number}` })

test.describe('ru, desktop', () => {
  test.use({ language: 'ru' })

  test('twelve orders, of which one is cancelled on the way; then a letter’s codes are read from its print', async ({
    reader,
    family,
    settle,
    offices,
    colleague,
  }) => {
    const { school } = offices
    const t = headSigningMessages.ru
    const numbers = await prepared(settle, family, offices, school, 12)
    const director = await colleague(school.director, 'ru')
    const { page } = director
    const key = keyOfDirector(school)
    const offers = await standIn(page, () => key)

    await inspect(director, '/work/signing')
    await page.setViewportSize({ width: 1280, height: 800 })
    await expectTitle(director, t.title)
    await expect(page.getByText(t.waiting(12))).toBeVisible()
    await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(12)
    const first = rowOf(director, numbers[0] ?? 0)
    await first.getByText(t.filled).click()
    await expect(first.getByText('№ 118 basis').first()).toBeVisible()

    const cancelled = numbers[4] ?? 0
    let finished = 0
    await page.route('**/api/signing', async (route) => {
      const { step } = route.request().postDataJSON()
      if (step === 'finish' && ++finished === 1)
        await sql(
          `UPDATE application SET status = 'cancelled', updated_at = now() + interval '1 second' WHERE number = $1`,
          [cancelled],
        )
      await route.continue()
    })
    await press(director, t.course.sign.replace('{n}', '12'))
    await expect(page.getByText(t.course.ended.replace('{made}', '4').replace('{of}', '12'))).toBeVisible({
      timeout: 90_000,
    })
    for (const [i, number] of numbers.entries()) {
      const { done, gone, again } = t.course.rows
      const row = rowOf(director, number)
      await expect(row.getByText(i < 4 ? done : i === 4 ? gone : again, { exact: true })).toBeVisible()
    }
    await expect(rowOf(director, cancelled).getByText(t.taken)).toBeVisible()
    expect(offers.map(({ asked }) => asked.format)).toEqual(['xml', 'cms'])
    expect(offers.map(({ asked }) => asked.signerParams.bin)).toEqual([school.bin, school.bin])

    await press(director, t.course.signRest.replace('{n}', '7'))
    await expect(page.getByText(t.course.ended.replace('{made}', '7').replace('{of}', '7'))).toBeVisible({
      timeout: 90_000,
    })
    expect(offers.map(({ asked }) => asked.format)).toEqual(['xml', 'cms', 'xml', 'cms'])
    const gapless = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]
    expect(await numbersOf(school, 'order')).toEqual(gapless)
    expect(await numbersOf(school, 'notification')).toEqual(gapless)

    await open(director, '/work/signing')
    await expect(page.getByText(t.empty)).toBeVisible()

    const [letter] = await sql(
      `SELECT paper.id, code FROM paper JOIN application ON application.id = application_id
       WHERE application.number = $1 AND kind = 'notification'`,
      [numbers[0]],
    )
    const answer = await page.request.get(`/api/papers/${letter?.id}`)
    const pdf = await answer.body()
    const printed = await pdfText(pdf)
    expect(printed).toContain('Тілеуова'.toUpperCase())
    const signedXml = readQrSet(await readPrintedCodes(await page.context().newPage(), pdf))
    const outcome = await verifyXml(signedXml, {
      signer: { kind: 'organisation', iin: school.directorIin, bin: school.bin, roles: ['head'] },
      trust: readTrustDirectory(join(process.env.E2E_KEYS_FOLDER ?? '', 'trust')),
      revocation: { mode: 'off' },
      at: new Date(),
      signedWithin: 'any',
      timeStamp: 'optional',
      content: 'any',
    })
    expect(outcome.status).toBe('VALID')
    const facts = readSignedXml(signedXml)
    expect(facts).toContain(`code="${letter?.code}"`)
    expect(facts).toContain(`date="${dateInAlmaty(new Date())}"`)
    expect(facts).toContain(`application number="${numbers[0]}"`)
    await expectValid(reader, checkCodeOf(printed))
  })

  test('whatever goes wrong signs nothing and says what to do', async ({
    family,
    settle,
    offices,
    colleague,
  }) => {
    const { sendingSchool: school } = offices
    const t = headSigningMessages.ru
    const [number = 0] = await prepared(settle, family, offices, school, 2)
    const director = await colleague(school.director, 'ru')
    const { page } = director
    let chosen = (_: number): ReturnType<typeof keyOfDirector> | null => null
    const offers = await standIn(page, () => chosen(offers.length))

    await test.step('no key is chosen', async () => {
      await open(director, '/work/signing')
      await page.getByRole('checkbox').last().uncheck()
      await press(director, t.course.sign.replace('{n}', '1'))
      await expect(page.getByText(ncaLayerMessages.ru.cancelled.title)).toBeVisible()
    })
    await test.step('nor at the second time', async () => {
      chosen = (nth) => (nth === 2 ? keyOfDirector(school) : null)
      await press(director, t.course.sign.replace('{n}', '1'))
      await expect(page.getByText(ncaLayerMessages.ru.cancelled.title)).toBeVisible()
      expect(offers).toHaveLength(3)
    })
    await test.step('the key of an employee', async () => {
      chosen = () => keyOfDirector(school, 'employee')
      await press(director, t.course.sign.replace('{n}', '1'))
      const said = edsMessages.ru.failure('ROLE_NOT_ALLOWED', { moment: null, reader: 'head' })
      await expect(page.getByText(said).first()).toBeVisible()
    })
    expect(await numbersOf(school, 'order')).toEqual([])

    await test.step('the right key, on the page of the one document', async () => {
      const key = keyOfDirector(school)
      chosen = () => key
      await inspect(director, `/work/applications/${number}/sign`)
      await press(director, t.course.signOne)
      await expectDone(director, 'approve')
      await expect(page.getByRole('link', { name: /Приказ/ }).first()).toBeVisible()
      await inspect(director, `/work/applications/${number}`)
    })
    expect(await numbersOf(school, 'order')).toEqual([1])
  })

  test('a refusal is read once more and signed', async ({ family, settle, offices, colleague }) => {
    const { department: office } = offices
    const { steps, explanation, ground } = decisionMessages.ru
    const [law] = homeSchooling.grounds
    const why = 'Заключение выдано на другого ребенка: фамилия и дата рождения не совпадают.'
    const [number = 0] = await prepared(settle, family, offices, office, 1)
    const director = await colleague(office.director, 'ru')
    const { page } = director
    const key = keyOfDirector(office)
    await standIn(page, () => key)
    await inspect(director, `/work/applications/${number}/refuse`)
    await press(director, steps.refuse.byEds)
    await expect(page.getByText(decisionMessages.ru.groundRequired).first()).toBeVisible()
    await page
      .getByRole('group', { name: ground })
      .getByLabel(law?.text.ru ?? '')
      .check()
    await page.getByLabel(explanation).fill(why)
    await press(director, steps.refuse.byEds)
    await expect(page.getByRole('heading', { name: steps.refuse.toSign })).toBeVisible()
    for (const said of [law?.text.ru, law?.source.ru, why])
      await expect(page.getByText(said ?? '').first()).toBeVisible()
    expect(page.url()).not.toContain(encodeURIComponent('Заключение'))
    await press(director, headSigningMessages.ru.course.signOne)
    await expectDone(director, 'refuse')
    expect(await numbersOf(office, 'refusal')).toEqual([1])
  })
})

test.describe('kk, 360 px, without a script', () => {
  test.use({ language: 'kk', ...PHONE, javaScriptEnabled: false })

  test('the page says what signing needs, and leads to the paper way', async ({
    family,
    settle,
    offices,
    browser,
  }) => {
    const t = headSigningMessages.kk
    const { akimat } = offices
    const [number = 0] = await prepared(settle, family, offices, akimat, 1)
    const context = await browser.newContext({ ...PHONE, javaScriptEnabled: false })
    const director: Reader = { page: await context.newPage(), language: 'kk', script: false }
    await signIn(director, akimat.director)
    await open(director, '/work/signing')
    await expectTitle(director, t.title)
    await expect(director.page.getByText(t.waiting(1))).toBeVisible()
    await expect(director.page.getByText(t.noScript)).toBeVisible()
    await expect(director.page.getByRole('checkbox')).toBeHidden()
    await follow(director, t.sheet)
    await expect(director.page).toHaveURL(new RegExp(`/applications/${number}/sign$`))
    await expect(director.page.getByRole('heading', { name: t.paperWay })).toBeVisible()
    await context.close()
  })
})
