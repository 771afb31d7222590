import { workMessages } from '@/lib/i18n/work'
import { pdfText } from '@/test/pdf-text'
import { applicationPath, expectStatus } from './pages/application'
import { attach, SCAN } from './pages/files'
import { download, expectTitle, follow, open, press } from './pages/room'
import { openFromQueue, registerApplication } from './pages/work'
import { expect, PHONE, test } from './test'

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
