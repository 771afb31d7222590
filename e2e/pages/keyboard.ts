import { expect, type Locator } from '@playwright/test'
import type { Reader } from '../test'

const MOST = 200

/** Goes on with Tab until this has the focus, as whoever has no mouse does; the focus is then seen, and not covered. */
export async function tabTo({ page }: Reader, target: Locator): Promise<void> {
  await expect(target).toBeVisible()
  for (let presses = 0; presses < MOST; presses++) {
    if (await hasFocus(target)) return expectSeen(target)
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not lead to ${target}`)
}

/** Comes to a link or button with Tab, and presses Enter. */
export async function enter(reader: Reader, target: Locator): Promise<void> {
  await tabTo(reader, target)
  await reader.page.keyboard.press('Enter')
}

export function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluate((node) => node === document.activeElement)
}

async function expectSeen(target: Locator): Promise<void> {
  const seen = await target.evaluate((node) => {
    const { left, top, width, height } = node.getBoundingClientRect()
    const there = document.elementFromPoint(left + width / 2, top + height / 2)
    return {
      // Of a line that is broken in two the middle may belong to neither.
      isUncovered: there !== null && (node.contains(there) || there.contains(node)),
      outline: getComputedStyle(node).outlineStyle,
    }
  })
  expect(seen, `${target}`).toEqual({ isUncovered: true, outline: 'solid' })
}
