import { LOCALES } from '@/lib/domain/text'
import { commonMessages } from '@/lib/i18n/common'
import { fitMessages } from '@/lib/i18n/fit-check'
import { publicMessages } from '@/lib/i18n/public'
import { transfer } from '@/lib/services/transfer'
import { PUBLIC_PATHS } from './pages/addresses'
import { expect, test } from './test'

const ADDRESSES = [
  ...LOCALES.flatMap((locale) => PUBLIC_PATHS.map((path) => `/${locale}${path}`)),
  '/kk/no-such-page',
]

test('every public page runs no script and takes at most two requests', async ({ page }) => {
  for (const address of ADDRESSES) {
    await test.step(address, async () => {
      const requests: string[] = []
      page.removeAllListeners('request')
      page.on('request', (request) => requests.push(request.url()))
      const answer = await page.goto(address)
      expect(answer?.headers()['content-security-policy']).toContain("script-src 'none'")
      expect(answer?.headers()['set-cookie']).toBeUndefined()
      expect(await answer?.text()).not.toContain('<script')
      expect(requests.filter((url) => !url.startsWith('data:')).length).toBeLessThanOrEqual(2)
    })
  }
})

test('«подойдет ли мне» answers without a script, and never stands in the way', async ({ page }) => {
  const { fit = [], slug } = transfer
  await page.goto(`/ru/services/${slug}`)
  for (const { question, unmet, unmetBy } of fit) {
    const asked = page.getByRole('group', { name: question.ru })
    const { yes, no } = commonMessages.ru
    await expect(asked.getByText(unmet.ru)).toBeHidden()
    await asked.getByLabel(unmetBy === 'yes' ? yes : no, { exact: true }).check()
    await expect(asked.getByText(unmet.ru)).toBeVisible()
    await asked.getByLabel(unmetBy === 'yes' ? no : yes, { exact: true }).check()
    await expect(asked.getByText(unmet.ru)).toBeHidden()
    await expect(asked.getByText(fitMessages.ru.met)).toBeVisible()
  }
  await expect(
    page.getByRole('main').getByRole('link', { name: publicMessages.ru.apply }).first(),
  ).toBeEnabled()
})
