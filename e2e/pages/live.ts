import { expect, type Locator } from '@playwright/test'

/** Until React has taken an element over, a script does not hear of its changes. */
export async function untilLive(element: Locator): Promise<void> {
  await expect
    .poll(() => element.evaluate((node) => Object.keys(node).some((key) => key.startsWith('__reactProps$'))))
    .toBe(true)
}
