import { applicationMessages } from '@/lib/i18n/application-page'
import { goOnLabel } from '@/lib/i18n/cabinet'
import { edsMessages } from '@/lib/i18n/eds'
import { ncaLayerMessages } from '@/lib/i18n/ncalayer'
import { signingMessages } from '@/lib/i18n/signing'
import { pdfText } from '@/test/pdf-text'
import { keyOfParent, standIn, withoutNcaLayer } from './keys'
import { expectLetters } from './mailbox'
import { applicationPath, expectSent } from './pages/application'
import { words } from './pages/form'
import { inspect } from './pages/inspection'
import { expectTitle, follow, open, press } from './pages/room'
import { openFromQueue, registerApplication } from './pages/work'
import { fullName, newFamily, sql } from './people'
import { expect, PHONE, test } from './test'

test.setTimeout(120_000)

const signAndSend = (language: 'kk' | 'ru') =>
  signingMessages[language].eds.signAndSend(applicationMessages[language].providers.school.to)

test.describe('ru, desktop', () => {
  test.use({ language: 'ru' })

  test('the statement is read, signed and sent in one press, and registered without a scan', async ({
    parent,
    family,
    offices,
    settle,
    colleague,
  }) => {
    const { page } = parent
    const offers = await standIn(page, () => keyOfParent(family))
    const number = await settle('ready', family, offices)
    await open(parent, applicationPath(number))

    await follow(parent, 'Подписать с помощью ЭЦП')
    await expectTitle(parent, 'Подписать заявление с помощью ЭЦП')
    const statement = page.getByRole('article')
    for (const said of [fullName(family), family.iin, fullName(family.child), family.child.iin, 'SHA-256:'])
      await expect(statement.getByText(said).first()).toBeVisible()
    await inspect(parent, `${applicationPath(number)}/sign`)

    await press(parent, 'Подписать и отправить в школу')
    await expectSent(parent)
    expect(offers.map(({ asked }) => [asked.format, asked.signerParams.iin, asked.locale])).toEqual([
      ['cms', family.iin, 'ru'],
    ])
    await expectLetters(family.email, [`Заявка № ${number} отправлена`])

    const file = page.getByRole('link', { name: 'ЭЦП под заявлением' })
    await expect(
      page.getByText(/^ӨМІРЗАҚОВА ГҮЛЖАҺАН ҒАНИҚЫЗЫ, сертификат открытого ключа № [0-9a-f]+, /),
    ).toBeVisible()
    const cms = await page.request.get((await file.getAttribute('href')) ?? '')
    expect(cms.headers()['content-disposition']).toContain('.cms')
    const pdf = await page.request.get(`/api/papers/statement/${number}`)
    expect(await pdfText(await pdf.body())).toContain(fullName(family.child))

    const clerk = await colleague(offices.school.clerk, 'ru')
    await openFromQueue(clerk, number)
    await expect(clerk.page.getByRole('link', { name: 'ЭЦП под заявлением' })).toBeVisible()
    await expect(clerk.page.getByText('Личность заявителя не подтверждена')).toBeHidden()
    await registerApplication(clerk)
  })

  test('whatever goes wrong is said with what to do, and nothing is lost', async ({
    parent,
    family,
    offices,
    settle,
  }) => {
    const { page } = parent
    const number = await settle('ready', family, offices)
    const t = ncaLayerMessages.ru
    const label = signAndSend('ru')
    const notice = (title: string) => page.getByRole('status').getByText(title)

    await test.step('NCALayer does not run', async () => {
      await withoutNcaLayer(page)
      await open(parent, `${applicationPath(number)}/sign`)
      await press(parent, label)
      await expect(notice(t.notRunning.title)).toBeVisible()
      for (const step of t.notRunning.steps) await expect(page.getByText(step)).toBeVisible()
    })

    await test.step('the browser was told not to let the page reach it', async () => {
      await page.evaluate(() => {
        navigator.permissions.query = async () => ({ state: 'denied' }) as PermissionStatus
      })
      await press(parent, label)
      await expect(notice(t.blocked.title)).toBeVisible()
    })

    let choose: () => ReturnType<typeof keyOfParent> | null = () => null
    await standIn(page, () => choose())
    await open(parent, `${applicationPath(number)}/sign`)

    await test.step('the window is closed', async () => {
      await press(parent, label)
      await expect(notice(t.cancelled.title)).toBeVisible()
    })

    await test.step('the key of somebody else', async () => {
      choose = () => keyOfParent(newFamily())
      await press(parent, label)
      const said = edsMessages.ru.failure('IIN_MISMATCH', { moment: null })
      await expect(page.getByText(said)).toBeVisible()
      await expect(notice(t.cancelled.title)).toBeHidden()
    })

    await test.step('a key that has run out', async () => {
      choose = () => keyOfParent(family, 'expired')
      await press(parent, label)
      await expect(page.getByText(/^Срок действия ключа истек \d\d\.\d\d\.\d{4}\./)).toBeVisible()
    })

    await test.step('the connection is lost as the signature is posted', async () => {
      choose = () => keyOfParent(family)
      const posted = (url: URL) => url.pathname.endsWith(`${applicationPath(number)}/sign`)
      await page.route(posted, (route) =>
        route.request().method() === 'POST' ? route.abort() : route.continue(),
      )
      await press(parent, label)
      await expect(notice(t.lost.title)).toBeVisible()
      await page.unroute(posted)
    })

    await test.step('the right key, after all', async () => {
      await press(parent, label)
      await expectSent(parent)
    })
  })
})

test.describe('kk, 360 px', () => {
  test.use({ language: 'kk', ...PHONE })

  test('an edit voids the signature and says so; the new statement is signed', async ({
    parent,
    family,
    offices,
    settle,
  }) => {
    const { page } = parent
    await standIn(page, () => keyOfParent(family))
    const number = await settle('ready', family, offices, { locale: 'kk' })
    await open(parent, applicationPath(number))
    // On a phone paper comes first.
    const ways = page.getByRole('heading', { level: 3 })
    const tops = await ways.evaluateAll((all) =>
      all.map((each) => [each.textContent, each.getBoundingClientRect().top] as const),
    )
    const t = signingMessages.kk
    const topOf = (title: string) => tops.find(([text]) => text === title)?.[1] ?? Number.NaN
    expect(topOf(t.sign.paper)).toBeLessThan(topOf(t.sign.edsTitle))

    // Without a confirmed address nothing is sent yet.
    await sql('UPDATE account SET email_confirmed_at = NULL WHERE email = $1', [family.email])
    await follow(parent, t.sign.eds)
    await expectTitle(parent, t.eds.title)
    await expect(page.getByText(t.eds.unconfirmed)).toBeVisible()
    await press(parent, t.eds.sign)
    await expectTitle(parent, applicationMessages.kk.headline.signed)
    await expect(page.getByText(t.signed.title)).toBeVisible()
    await inspect(parent, applicationPath(number))

    await open(parent, `${applicationPath(number)}/edit/school?from=review`)
    await page.getByLabel(words(parent, 'school.grade')).selectOption('6')
    await press(parent, goOnLabel('kk', 'review'))
    await expect(page.getByText(t.replaced.title)).toBeVisible()
    await expect(page.getByText(t.signed.title)).toBeHidden()

    await sql('UPDATE account SET email_confirmed_at = now() WHERE email = $1', [family.email])
    await follow(parent, t.sign.eds)
    await press(parent, signAndSend('kk'))
    await expectSent(parent)
    await inspect(parent, applicationPath(number))
  })
})

test.describe('without script', () => {
  test.use({ language: 'kk', javaScriptEnabled: false })

  test('the page says what an EDS needs, and leads to the other ways', async ({
    parent,
    family,
    offices,
    settle,
  }) => {
    const { page } = parent
    const number = await settle('ready', family, offices, { locale: 'kk' })
    await open(parent, `${applicationPath(number)}/sign`)
    const t = signingMessages.kk
    await expect(page.getByText(t.eds.noScript)).toBeVisible()
    await expect(page.getByRole('main').getByRole('button')).toHaveCount(0)
    await follow(parent, t.eds.other)
    await expect(page.getByRole('heading', { name: t.sign.paper })).toBeVisible()
  })
})
