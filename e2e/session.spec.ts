import { formMessages } from '@/lib/i18n/forms'
import { expectStatus } from './pages/application'
import { fillChild, goOn, start, words } from './pages/form'
import { expectTitle, open, press } from './pages/room'
import type { Parent } from './people'
import { sql } from './people'
import { expect, PHONE, type Reader, test } from './test'

/** All sessions of a person end, as if an administrator had ended them. */
async function endSessions({ email }: Parent): Promise<void> {
  await sql('DELETE FROM session WHERE account_id = (SELECT id FROM account WHERE email = $1)', [email])
}

async function typeAcrossSessions(parent: Reader, family: Parent): Promise<void> {
  const { page, language } = parent
  const t = formMessages[language]
  const number = await start(parent)
  await goOn(parent)
  await fillChild(parent, family.child)
  await endSessions(family)
  await goOn(parent)

  await expect(page.getByText(t.signedOut)).toBeVisible()
  await expect(page.getByLabel(words(parent, 'child.familyName'))).toHaveValue(family.child.familyName)
  const login = page.getByLabel(t.email)
  const typed = page.getByLabel(words(parent, 'child.familyName'))
  expect((await login.boundingBox())?.y).toBeLessThan((await typed.boundingBox())?.y ?? 0)

  await test.step('a wrong password keeps everything', async () => {
    await login.fill(family.email)
    await page.getByLabel(t.password).fill('not-that-one')
    await goOn(parent)
    await expect(page.getByText(t.wrongPassword)).toBeVisible()
    await expect(typed).toHaveValue(family.child.familyName)
  })

  await login.fill(family.email)
  await page.getByLabel(t.password).fill(family.password)
  await goOn(parent)
  await expectTitle(parent, words(parent, 'school'))
  await open(parent, `/cabinet/applications/${number}/edit/child`)
  await expect(page.getByLabel(words(parent, 'child.iin'))).toHaveValue(family.child.iin)
  await expectStatus(parent, number, 'draft')
}

test.describe('the session goes while a step is typed', () => {
  test.describe('with script', () => {
    test.use({ language: 'kk', ...PHONE })
    test('kk, 360 px: the same page, answers kept; one press signs in and saves', ({ parent, family }) =>
      typeAcrossSessions(parent, family))
  })

  test.describe('without script', () => {
    test.use({ language: 'ru', javaScriptEnabled: false })
    test('ru, desktop: the same page, answers kept; one press signs in and saves', ({ parent, family }) =>
      typeAcrossSessions(parent, family))
  })
})

test.describe('the session goes before a press of one button', () => {
  test.use({ language: 'ru', javaScriptEnabled: false })
  test('ru, desktop, without script: signing in goes on with what was pressed', async ({
    parent,
    family,
  }) => {
    const { page } = parent
    const t = formMessages.ru
    await open(parent, '/cabinet/services/home-schooling')
    await endSessions(family)
    await press(parent, 'Подать заявку')
    await expect(page.getByText(t.signedOut)).toBeVisible()
    await page.getByLabel(t.email).fill(family.email)
    await page.getByLabel(t.password).fill(family.password)
    await press(parent, t.signInAndSave)
    await expectTitle(parent, words(parent, 'parent'))
  })
})
