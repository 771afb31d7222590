import { signingMessages } from '@/lib/i18n/signing'
import { applicationPath, attachScan, expectStatus, readStatement, send } from './pages/application'
import { fillChild, goOn, SERVICE_PATH, start, words } from './pages/form'
import { expectTitle, follow, open, press } from './pages/room'
import { expect, PHONE, test } from './test'

test.describe('before sending', () => {
  test.use({ language: 'ru' })

  test('ru, desktop: an edit after printing voids the scan and says so', async ({
    parent,
    family,
    offices,
    settle,
  }) => {
    const { page } = parent
    const number = await settle('ready', family, offices)
    await open(parent, applicationPath(number))
    const first = await readStatement(parent)
    await attachScan(parent)
    await expect(page.getByRole('button', { name: 'Отправить в школу' })).toBeVisible()

    await page.getByText('Сведения о ребенке', { exact: true }).click()
    await follow(parent, /^Изменить\s?: Сведения о ребенке$/)
    await expect(page.getByText('готовое заявление перестанет действовать')).toBeVisible()
    await page.getByLabel(words(parent, 'child.birthCertificate')).fill('0555555')
    await press(parent, 'Сохранить и вернуться к просмотру')

    await expect(page.getByText(signingMessages.ru.replaced.text)).toBeVisible()
    await expect(page.getByRole('button', { name: 'Отправить в школу' })).toHaveCount(0)
    const second = await readStatement(parent)
    expect(second).toContain('0555555')
    expect(markOf(second)).not.toBe(markOf(first))
    await attachScan(parent)
    await send(parent)
    expect(numberIn(second)).toBe(number)
  })

  test('ru, desktop: a draft is offered again, and deleted after a question', async ({ parent, family }) => {
    const { page } = parent
    const number = await start(parent)
    await goOn(parent)
    await fillChild(parent, family.child)
    await press(parent, 'Сохранить и продолжить позже')
    await expectStatus(parent, number, 'draft')

    await open(parent, SERVICE_PATH)
    await expect(page.getByRole('link', { name: `Продолжить черновик № ${number}` })).toBeVisible()
    await follow(parent, /Удалить черновик/)
    await expectTitle(parent, `Удалить черновик заявки № ${number}?`)
    await press(parent, 'Удалить черновик')
    await expectTitle(parent, 'Заявки')
    await expect(page.getByText('Заявок пока нет')).toBeVisible()
    await open(parent, applicationPath(number))
    await expectTitle(parent, 'Такой страницы нет')
  })
})

test.describe('after sending', () => {
  test.use({ language: 'kk', ...PHONE })
  test('kk, 360 px: the parent withdraws the application, and the clerk has nothing left to decide', async ({
    parent,
    family,
    offices,
    settle,
    colleague,
  }) => {
    const number = await settle('sent', family, offices, { locale: 'kk' })
    await open(parent, applicationPath(number))
    await follow(parent, 'Өтінімді кері қайтарып алу')
    await expectTitle(parent, `№ ${number} өтінімді кері қайтарып аласыз ба?`)
    await press(parent, 'Өтінімді кері қайтарып алу')
    await expectTitle(parent, 'Сіз бұл өтінімді кері қайтарып алдыңыз')
    await expectStatus(parent, number, 'cancelled')

    const clerk = await colleague(offices.school.clerk, 'kk')
    await open(clerk, `/work/applications/${number}`)
    await expectTitle(clerk, 'Өтініш беруші өтінімді кері қайтарып алды')
    await expect(clerk.page.getByRole('link', { name: 'Тіркеу', exact: true })).toHaveCount(0)
  })
})

/** «Заявление № 44007 · ред. 2 · K7QM»: what the foot of each page of a statement says. */
function markOf(statement: string): string {
  return /ред\. \d+ · ([0-9A-Z]{4})/.exec(statement)?.[1] ?? ''
}

function numberIn(statement: string): number {
  return Number(/Заявление № (\d+)/.exec(statement)?.[1])
}
