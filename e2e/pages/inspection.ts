import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import type { Locale } from '@/lib/domain/text'
import type { Reader } from '../test'

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const WIDTHS = [360, 1280]

/** At which width axe looks at a page: between the two languages every page is seen at both. */
const AXE_AT: Readonly<Record<Locale, number>> = { kk: 360, ru: 1280 }

/** What the browser complains of: errors of scripts, and whatever the content security policy refuses. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    // The page itself may be a 404; what else failed to load is found among the answers.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      complaints.push(message.text())
  })
  page.on('response', (answer) => {
    const isPage = answer.request().isNavigationRequest()
    if (!isPage && answer.status() >= 400) complaints.push(`${answer.status()} ${answer.url()}`)
  })
  return complaints
}

const inspected = new WeakMap<Page, string[]>()

async function violations(page: Page): Promise<string[]> {
  const axe = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .setLegacyMode()
    .withTags(WCAG)
    .analyze()
  return axe.violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(' ')}`)
}

/** WCAG 2.2 AA of the page as it stands, with what was done to it. */
export async function expectClean({ page }: Reader): Promise<void> {
  expect(await violations(page)).toEqual([])
}

/** One page at both widths: status, language, one title, WCAG 2.2 AA, nothing wider than the screen, no complaints. */
export async function inspect({ page, language }: Reader, path: string, status = 200): Promise<void> {
  const complaints = inspected.get(page) ?? complaintsOf(page)
  inspected.set(page, complaints)
  await test.step(path || '/', async () => {
    complaints.length = 0
    const answer = await page.goto(`/${language}${path}`)
    expect(answer?.status()).toBe(status)
    await expect(page.locator('html')).toHaveAttribute('lang', status === 404 ? 'kk' : language)
    expect(await page.title()).toMatch(/\S/)
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 })
      if (width === AXE_AT[language]) expect(await violations(page)).toEqual([])
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(wider, `sideways scroll at ${width} px`).toBeLessThanOrEqual(0)
    }
    expect(complaints).toEqual([])
  })
}
