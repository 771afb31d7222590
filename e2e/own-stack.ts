import { type Stack, stackEnvironment, startStack } from '@/test/stack'
import { test as base } from './test'

/** A stack of a worker's own, with the parts that run in it now: what happens to it nobody else notices. */
export type Own = Stack & Pick<Stack['parts'], 'database' | 'store'>

export const test = base.extend<object, { own: Own }>({
  own: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
    async ({}, use) => {
      const stack = await startStack()
      // From here on the worker's letters and rows are those of its own stack.
      Object.assign(process.env, stackEnvironment(stack))
      await use({ ...stack, database: stack.parts.database, store: stack.parts.store })
      await stack.stop()
    },
    { scope: 'worker', auto: true, timeout: 120_000 },
  ],
  baseURL: ({ own }, use) => use(own.url),
})
