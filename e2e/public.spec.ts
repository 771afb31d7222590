import { LOCALES } from '@/lib/domain/text'
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
