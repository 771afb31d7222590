import { LOCALES } from '@/lib/domain/text'
import { paperEntryMessages } from '@/lib/i18n/paper-entry'
import { homeSchooling } from '@/lib/services/home-schooling'
import { seededOffice } from './offices'
import { ACCOUNT_PATHS, ADMIN_PATHS, PUBLIC_PATHS } from './pages/addresses'
import { applicationPath, attachScan, send } from './pages/application'
import { SERVICE_PATH, start } from './pages/form'
import { inspect } from './pages/inspection'
import { open, press } from './pages/room'
import { settleParent } from './people'
import type { Stand } from './settled'
import { expect, type Reader, test } from './test'

// Dozens of pages.
test.setTimeout(240_000)

for (const language of LOCALES) {
  test.describe(language, () => {
    test.use({ language })

    test(`every page for anyone, ${language}, 360 and 1280 px`, async ({ reader }) => {
      for (const path of [...PUBLIC_PATHS, ...ACCOUNT_PATHS]) await inspect(reader, path)
      await inspect(reader, '/no-such-page', 404)
      await inspect(reader, '/services/no-such-service', 404)
    })

    test(`every page of a parent, ${language}, 360 and 1280 px`, async ({
      parent,
      family,
      offices,
      settle,
    }) => {
      await inspect(parent, '/cabinet/applications')
      const number = await start(parent)
      const edit = (step: string) => `${applicationPath(number)}/edit/${step}`
      for (const path of [
        edit('parent'),
        edit('child'),
        edit('school?check=yes'),
        edit('documents?check=yes'),
      ])
        await inspect(parent, path)
      await inspect(parent, SERVICE_PATH)
      await inspect(parent, applicationPath(number))
      await parent.page.goto(`/${language}${applicationPath(number)}/cancel`)
      await parent.page.getByRole('main').getByRole('button').click()
      await expect(parent.page).toHaveURL(/\/cabinet\/applications$/)

      const filled = await settle('ready', family, offices, { locale: language })
      const path = applicationPath(filled)
      for (const each of [path, `${path}/edit/child`, `${path}/edit/documents`, `${path}/cancel`])
        await inspect(parent, each)
      await open(parent, path)
      await attachScan(parent)
      await inspect(parent, path)
      await open(parent, path)
      await send(parent)
      for (const each of [path, `${path}/cancel`, '/cabinet/services', '/cabinet/services/free-meals'])
        await inspect(parent, each)
      for (const each of [
        '/cabinet/applications',
        '/cabinet/family',
        '/cabinet/family/new',
        '/cabinet/profile',
        '/cabinet/claim',
        '/cabinet/my-data',
        applicationPath(99_999_999),
      ])
        await inspect(parent, each)
    })

    test(`every page of an administrator, ${language}, 360 and 1280 px`, async ({ colleague }) => {
      const admin = await colleague('admin@demo.bilimal.kz', language)
      for (const each of ADMIN_PATHS) await inspect(admin, each, each.endsWith('no-such-page') ? 404 : 200)
    })

    test(`every page of a school, ${language}, 360 and 1280 px`, async ({ offices, settle, colleague }) => {
      const at = { ...offices, school: await seededOffice('temirtau-5', 'school') }
      const settled = async (to: Stand) => settle(to, await settleParent(language), at, { locale: language })
      const clerk = await colleague(at.school.clerk, language)
      const director = await colleague(at.school.director, language)
      const work = (number: number, step = '') => `/work/applications/${number}${step}`

      const owner = await settleParent(language)
      const sent = await settle('sent', owner, at, { locale: language })
      for (const each of [
        '/work',
        '/work?q=99999999',
        '/work?view=all&only=overdue.mine',
        '/work?view=sent&service=home-schooling&all=yes&done=assign&to=me&of=1',
        '/work/journal',
        '/work/journal?year=2020',
        work(sent),
        work(sent, '/register'),
        work(sent, '/refuse-intake'),
        '/work/batches',
        `/work/batches/new?action=register&numbers=${sent}`,
        `/work/batches/new?action=refuseIntake&numbers=${sent}.1`,
        '/work/statistics?period=year',
      ])
        await inspect(clerk, each)
      // Who looked just now is shown to whose application it is.
      await inspect(await colleague(owner.email, language), `/cabinet/my-data?application=${sent}`)
      const entry = await startEntry(clerk)
      for (const each of [
        '/work/paper',
        `${entry}/edit/parent?check=yes`,
        `${entry}/edit/school`,
        `${entry}/edit/documents`,
      ])
        await inspect(clerk, each)
      const registered = await settled('registered')
      for (const step of ['?done=register', '/register', '/prepare'])
        await inspect(clerk, work(registered, step))
      const number = await settled('on_signing')
      await inspect(clerk, work(number, '/sign'))
      for (const each of ['/work', '/work/signing', '/work/team', '/work/journal/settings', work(99_999_999)])
        await inspect(director, each)
      for (const step of ['', '/sign', '/take-back', '/refuse']) await inspect(director, work(number, step))
    })
  })
}

/** Opens a draft for somebody at the desk; its path. */
async function startEntry(clerk: Reader): Promise<string> {
  await open(clerk, '/work/paper')
  await clerk.page.getByLabel(homeSchooling.name[clerk.language], { exact: true }).check()
  await press(clerk, paperEntryMessages[clerk.language].start)
  await clerk.page.waitForURL(/\/work\/paper\/\d+\/edit\/\w+/)
  return /\/work\/paper\/\d+/.exec(clerk.page.url())?.[0] ?? ''
}
