import { familyMessages } from '@/lib/i18n/family'
import { workMessages } from '@/lib/i18n/work'
import { homeSchooling } from '@/lib/services/home-schooling'
import { pdfText } from '@/test/pdf-text'
import { expectLetters } from './mailbox'
import { applicationPath, expectStatus } from './pages/application'
import { attach, PHOTO, SCAN } from './pages/files'
import { numberOf } from './pages/form'
import { download, expectTitle, follow, open, press } from './pages/room'
import { openFromQueue, refuseIntake, registerApplication } from './pages/work'
import { expect, PHONE, test } from './test'

test.describe('refused at intake', () => {
  test.use({ language: 'ru' })
  test('ru, desktop: the parent reads why and what to do, and applies again', async ({
    parent,
    family,
    offices,
    settle,
    colleague,
  }) => {
    const [ground] = homeSchooling.intakeGrounds
    const why = 'На снимке заключения не видна печать комиссии.'
    const number = await settle('sent', family, offices)
    const clerk = await colleague(offices.school.clerk, 'ru')
    await openFromQueue(clerk, number)
    await test.step('another school sees nothing of it', async () => {
      const document = await clerk.page.getByRole('link', { name: PHOTO.name }).first().getAttribute('href')
      const stranger = await colleague(offices.sendingSchool.clerk, 'ru')
      await open(stranger, `/work/applications/${number}`)
      await expectTitle(stranger, 'Такой страницы нет')
      expect((await stranger.page.request.get(document ?? '')).status()).toBe(404)
      expect((await clerk.page.request.get(document ?? '')).status()).toBe(200)
    })
    await refuseIntake(clerk, ground?.text.ru ?? '', why)

    await expectLetters(family.email, [
      `Заявка № ${number} отправлена`,
      `В приеме заявки № ${number} отказано`,
    ])
    await open(parent, applicationPath(number))
    await expectTitle(parent, 'В приеме документов отказано')
    for (const said of [ground?.text.ru, ground?.source.ru, why, ground?.nextStep.ru])
      await expect(parent.page.getByText(said ?? '').first()).toBeVisible()
    const paper = await pdfText(await download(parent, 'Отказ в приеме заявления'))
    expect(paper).toContain(why)

    await press(parent, familyMessages.ru.copy.again)
    await expectTitle(parent, 'Заявка успешно создана!')
    expect(numberOf(parent)).toBeGreaterThan(number)
    await expectStatus(parent, number, 'intake_refused')
  })
})

test.describe('signed at the school', () => {
  test.use({ language: 'kk', ...PHONE })
  test('kk, 360 px: nothing to print; the clerk attaches the scan at the visit and only then registers', async ({
    parent,
    family,
    offices,
    settle,
    colleague,
  }) => {
    const { page } = parent
    const number = await settle('ready', family, offices, { locale: 'kk' })
    await open(parent, applicationPath(number))
    await press(parent, 'Өзім барып, мектепте қол қоямын')
    await expect(page.getByText('Таңдалды: өтінішке мектепте қол қоясыз.')).toBeVisible()
    await press(parent, 'Өтінімді мектепке жіберу')
    await expectTitle(parent, 'Өтінім жіберілді. Енді өтінішке мектепте қол қойыңыз')

    const clerk = await colleague(offices.school.clerk, 'kk')
    await openFromQueue(clerk, number)
    await expect(clerk.page.getByText(workMessages.kk.review.atSchool, { exact: true })).toBeVisible()
    await follow(clerk, 'Тіркеу')
    await expect(clerk.page.getByRole('button', { name: 'Тіркеу' })).toHaveCount(0)
    expect(await pdfText(await download(clerk, 'Өтінішті басып шығару'))).toContain(family.child.iin)
    await attach(clerk, 'Қол қойылған өтініш', SCAN)
    await open(clerk, `/work/applications/${number}`)
    await registerApplication(clerk)
    await expectStatus(parent, number, 'registered')
  })
})
