import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'
import type { Locale } from '@/lib/domain/text'
import { type Offices, settleOffices } from './offices'
import { comeIn } from './pages/account'
import { type Parent, settleParent } from './people'
import { type Settle, startSettling } from './settled'

/** Whoever sits before a screen: a page, the language they read and whether scripts run. */
export type Reader = { page: Page; language: Locale; script: boolean }

type Options = { language: Locale }
type Fixtures = {
  /** Nobody yet: a fresh browser. */
  reader: Reader
  /** A parent with a child, known to the app and to nobody else. */
  family: Parent
  /** That parent, signed in. */
  parent: Reader
  /** Another browser for somebody of the demo: a clerk, a director. */
  staff: (email: string) => Promise<Reader>
}

type WorkerFixtures = {
  /** Organisations of this worker's own, with their people. */
  offices: Offices
  /** Somebody of them, who signs in once for all journeys of the worker. */
  colleague: (email: string, language: Locale) => Promise<Reader>
  /** Applications that have gone some way before the journey begins. */
  settle: Settle
}

const DESK = { viewport: { width: 1280, height: 720 }, javaScriptEnabled: true }

export const test = base.extend<Options & Fixtures, WorkerFixtures>({
  language: ['ru', { option: true }],
  actionTimeout: 15_000,
  locale: ({ language }, use) => use(`${language}-KZ`),
  reader: ({ page, language, javaScriptEnabled }, use) =>
    use({ page, language, script: javaScriptEnabled ?? true }),
  family: async ({ language }, use) => use(await settleParent(language)),
  parent: async ({ reader, family }, use) => {
    await comeIn(reader, family.email)
    await use(reader)
  },
  staff: async ({ browser, language }, use) => {
    const contexts: BrowserContext[] = []
    await use(async (email) => {
      const context = await browser.newContext()
      contexts.push(context)
      const reader = { page: await context.newPage(), language, script: true }
      await comeIn(reader, email)
      return reader
    })
    for (const context of contexts) await context.close()
  },
  offices: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
    async ({}, use) => use(await settleOffices()),
    { scope: 'worker' },
  ],
  settle: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
    async ({}, use) => {
      const { settle, stop } = startSettling()
      await use(settle)
      stop()
    },
    { scope: 'worker' },
  ],
  colleague: [
    async ({ browser }, use) => {
      const pages = new Map<string, Page>()
      await use(async (email, language) => {
        const known = pages.get(email)
        if (known) return { page: known, language, script: true }
        // Whichever journey asks first: a context of its own would be made as that one's is.
        const page = await (await browser.newContext(DESK)).newPage()
        const reader = { page, language, script: true }
        await comeIn(reader, email)
        pages.set(email, page)
        return reader
      })
      for (const page of pages.values()) await page.context().close()
    },
    { scope: 'worker' },
  ],
})

export { expect }

export const PHONE = { viewport: { width: 360, height: 740 } }
