import { accountMessages } from '@/lib/i18n/accounts'
import { pdfText } from '@/test/pdf-text'
import { expectLetters, linkIn } from './mailbox'
import { register } from './pages/account'
import { attachScan, expectStatus, readStatement } from './pages/application'
import { fillFromChild, fillParent, goOn, numberOf } from './pages/form'
import { inspect } from './pages/inspection'
import { placeOf } from './pages/places'
import { download, expectTitle, follow, open, press } from './pages/room'
import { approveOrder, openFromQueue, prepareOrder, registerApplication } from './pages/work'
import { checkCodeOf, expectKazakhLetters, expectValid } from './papers'
import { fullName, newFamily } from './people'
import { expect, test } from './test'

test.use({ language: 'ru' })
// Two dozen pages, three people and five papers.
test.setTimeout(180_000)

test('the seed, ru, desktop: from the home page to a notification that anyone can check', async ({
  reader,
  staff,
}) => {
  const { page } = reader
  const family = newFamily()
  const child = fullName(family.child)

  await test.step('the service is found and the account opened', async () => {
    await page.goto('/')
    await follow(reader, 'Подробнее: Обучение на дому')
    await expectTitle(reader, 'Обучение на дому')
    await expect(page.getByText('Для оформления данной государственной услуги Вам необходимо')).toBeVisible()
    await page
      .getByRole('main')
      .getByRole('link', { name: 'Подать заявку' })
      .filter({ visible: true })
      .last()
      .click()
    await expectTitle(reader, 'Вход')
    await follow(reader, 'Зарегистрироваться')
    await register(reader, family)
    await page.waitForURL('**/cabinet/services/home-schooling')
    await expect(page.getByText('Подтвердите адрес электронной почты')).toBeVisible()
  })

  await test.step('the address is confirmed by the link of the letter', async () => {
    const [letter] = await expectLetters(family.email, ['Подтвердите адрес электронной почты'])
    await page.goto(linkIn(letter))
    await press(reader, accountMessages.ru.confirm.submit)
    await expectTitle(reader, 'Адрес подтвержден')
  })

  await test.step('the form is filled step by step', async () => {
    await open(reader, '/cabinet/services')
    await follow(reader, /^Подать заявку\s?: Обучение на дому$/)
    await press(reader, 'Подать заявку')
    await expectTitle(reader, 'Сведения о родителе')
    await expect(page.getByRole('link', { name: 'Перейти в профиль' })).toBeVisible()
    await fillParent(reader, family)
    await goOn(reader)
    await fillFromChild(reader, family.child, placeOf('temirtau-5'))
    await expectTitle(reader, 'Заявка успешно создана!')
  })
  const number = numberOf(reader)

  await test.step('the statement is printed, signed, attached and sent', async () => {
    const statement = await readStatement(reader)
    for (const printed of [child, family.child.iin, fullName(family), family.address, `№ ${number}`])
      expect(statement).toContain(printed)
    await attachScan(reader)
    await press(reader, 'Отправить в школу')
    await expectTitle(reader, /^Школа проверяет документы/)
    await expectStatus(reader, number, 'sent')
  })

  const clerk = await staff('clerk@demo.bilimal.kz')
  await test.step('the clerk registers it and prepares the order', async () => {
    await openFromQueue(clerk, number)
    await expect(clerk.page.getByText(family.child.iin)).toBeVisible()
    await registerApplication(clerk)
    const receipt = await pdfText(await download(clerk, 'Расписка о приеме документов'))
    expect(receipt).toContain(fullName(family))
    await prepareOrder(clerk, '№ 118, 17.11.2026')
  })

  await test.step('the director signs the order on paper', async () => {
    const director = await staff('director@demo.bilimal.kz')
    await openFromQueue(director, number)
    const order = await pdfText(await approveOrder(director))
    for (const printed of [child, '№ 118, 17.11.2026']) expect(order).toContain(printed)
  })

  await test.step('one letter for each event, and nothing personal in any', async () => {
    const letters = await expectLetters(family.email, [
      'Подтвердите адрес электронной почты',
      `Заявка № ${number} отправлена`,
      `Заявка № ${number} зарегистрирована`,
      `Заявка № ${number} одобрена`,
    ])
    const personal = [family.familyName, family.iin, family.phone, family.child.familyName, family.child.iin]
    for (const { subject, text, html } of letters)
      for (const word of personal) expect(`${subject} ${text} ${html}`).not.toContain(word)
  })

  await test.step('the parent reads the answer; anyone checks the paper', async () => {
    await open(reader, `/cabinet/applications/${number}`)
    await expectTitle(reader, 'Заявка одобрена')
    const notification = await pdfText(await download(reader, 'Уведомление'))
    expect(notification).toContain(child)
    expect(notification).toContain(fullName(family))
    expect(notification).toContain('зачислен на надомное обучение')
    expect(notification).toMatch(/согласно Приказу № \d+ от/)
    expectKazakhLetters(notification)
    await expectValid(reader, checkCodeOf(notification))
  })

  await test.step('the pages of an approved application are fit for everyone', async () => {
    await inspect(reader, `/cabinet/applications/${number}`)
    await inspect(clerk, `/work/applications/${number}`)
    await inspect(clerk, '/work/journal')
  })
})
