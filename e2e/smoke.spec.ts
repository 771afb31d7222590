import { LOCALES } from '@/lib/domain/text'
import { ACCOUNT_PATHS, PUBLIC_PATHS } from './pages/addresses'
import { applicationPath, attachScan, send } from './pages/application'
import { fillApplication, SERVICE_PATH, start } from './pages/form'
import { inspect } from './pages/inspection'
import { open } from './pages/room'
import { openFromQueue, prepareOrder, registerApplication } from './pages/work'
import { expect, test } from './test'

// Dozens of pages, each looked at twice by axe.
test.setTimeout(240_000)

for (const language of LOCALES) {
  test.describe(language, () => {
    test.use({ language })

    test(`every page for anyone, ${language}, 360 and 1280 px`, async ({ reader }) => {
      for (const path of [...PUBLIC_PATHS, ...ACCOUNT_PATHS]) await inspect(reader, path)
      await inspect(reader, '/no-such-page', 404)
      await inspect(reader, '/services/no-such-service', 404)
    })

    test(`every page of a parent, ${language}, 360 and 1280 px`, async ({ parent, family }) => {
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

      const filled = await fillApplication(parent, family)
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
        applicationPath(99_999_999),
      ])
        await inspect(parent, each)
    })

    test(`every page of a school, ${language}, 360 and 1280 px`, async ({ parent, family, staff }) => {
      const number = await fillApplication(parent, family)
      await attachScan(parent)
      await send(parent)
      const clerk = await staff('clerk@demo.bilimal.kz')
      const director = await staff('director@demo.bilimal.kz')
      const path = `/work/applications/${number}`
      for (const each of [
        '/work',
        '/work?q=99999999',
        '/work?view=all',
        '/work/journal',
        '/work/journal?year=2020',
      ])
        await inspect(clerk, each)
      for (const each of [path, `${path}/register`, `${path}/refuse-intake`]) await inspect(clerk, each)
      await openFromQueue(clerk, number)
      await registerApplication(clerk)
      for (const each of [`${path}?done=register`, `${path}/register`, `${path}/prepare`])
        await inspect(clerk, each)
      await openFromQueue(clerk, number)
      await prepareOrder(clerk, '№ 118, 17.11.2026')
      await inspect(clerk, `${path}/sign`)
      for (const each of [
        '/work',
        '/work/signing',
        path,
        `${path}/sign`,
        `${path}/take-back`,
        `${path}/refuse`,
      ])
        await inspect(director, each)
      await inspect(director, '/work/applications/99999999')
    })
  })
}
