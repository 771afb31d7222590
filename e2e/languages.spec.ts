import { signIn, signOut } from './pages/account'
import { attach, documentPlace, PHOTO } from './pages/files'
import { chooseSchool, documentTitle, fillChild, fillDate, goOn, start, words } from './pages/form'
import { placeOf } from './pages/places'
import { expectTitle, open } from './pages/room'
import { expect, type Reader, test } from './test'

test.use({ language: 'ru' })

/** KZ and RU of a page with a form are its buttons, of another page its links. */
async function switchLanguage(reader: Reader): Promise<Reader> {
  const { page, language } = reader
  const name = language === 'ru' ? 'Қазақша' : 'Русский'
  const other = language === 'ru' ? 'kk' : 'ru'
  await page
    .getByRole('banner')
    .getByRole('button', { name })
    .or(page.getByRole('banner').getByRole('link', { name }))
    .click()
  await page.waitForURL(new RegExp(`/${other}/`))
  return { ...reader, language: other }
}

test('ru then kk, desktop: the language is changed in the middle of a step, and nothing is lost', async ({
  parent,
  family,
}) => {
  const { page } = parent
  const number = await start(parent)
  await goOn(parent)
  await fillChild(parent, family.child)
  await goOn(parent)
  await chooseSchool(parent, placeOf('temirtau-5'))
  await goOn(parent)
  await expect(page.locator('#error-summary')).toBeFocused()
  await open(parent, `/cabinet/applications/${number}/edit/documents`)
  await attach(parent, documentTitle(parent, 'birthCertificate'), PHOTO)
  await attach(parent, documentTitle(parent, 'medicalOpinion'), PHOTO)

  // Half a date and a class: not enough for «Далее», enough to be kept.
  await open(parent, `/cabinet/applications/${number}/edit/school`)
  await page.getByLabel(words(parent, 'school.grade')).selectOption('7')
  await fillDate(parent, words(parent, 'school.from'), '--12')
  const kazakh = await switchLanguage(parent)
  await expectTitle(kazakh, words(kazakh, 'school'))
  await expect(page.locator('html')).toHaveAttribute('lang', 'kk')
  const from = page.getByRole('group', { name: words(kazakh, 'school.from') })
  await expect(from.getByLabel('Күні', { exact: true })).toHaveValue('12')
  await expect(page.getByLabel(words(kazakh, 'school.grade'))).toHaveValue('7')
  await expect(page.getByText(/^Мекенжайы: /)).toBeVisible()

  await open(kazakh, `/cabinet/applications/${number}/edit/documents`)
  for (const key of ['birthCertificate', 'medicalOpinion'])
    await expect(
      documentPlace(kazakh, documentTitle(kazakh, key)).getByRole('link', { name: PHOTO.name }),
    ).toBeVisible()
  await switchLanguage(kazakh)
  for (const key of ['birthCertificate', 'medicalOpinion'])
    await expect(
      documentPlace(parent, documentTitle(parent, key)).getByRole('link', { name: PHOTO.name }),
    ).toBeVisible()

  await test.step('the draft outlives a logout and is resumed in the other language', async () => {
    await signOut(parent)
    await signIn(kazakh, family.email)
    await open(kazakh, '/cabinet/applications')
    await page.getByRole('link', { name: 'Толтыруды жалғастыру' }).click()
    await expectTitle(kazakh, words(kazakh, 'school'))
    await open(kazakh, `/cabinet/applications/${number}/edit/child`)
    await expect(page.getByLabel(words(kazakh, 'child.familyName'))).toHaveValue(family.child.familyName)
  })
})

test('ru then kk, desktop: a half-typed registration keeps its answers', async ({ reader }) => {
  const { page } = reader
  await open(reader, '/register')
  await page.getByLabel('Фамилия').fill('Һүсәйінова')
  await page.getByLabel('Ваш адрес электронной почты').fill('half')
  await switchLanguage(reader)
  await expect(page.getByLabel('Тегі', { exact: true })).toHaveValue('Һүсәйінова')
  await expect(page.getByLabel('Электрондық пошта мекенжайыңыз')).toHaveValue('half')
})
