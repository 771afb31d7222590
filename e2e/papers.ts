import { expect } from '@playwright/test'
import { verifyMessages } from '@/lib/i18n/verify'
import { open } from './pages/room'
import type { Reader } from './test'

/** Letters that fonts without them print as garbage, silently. */
export const KAZAKH_LETTERS = 'ӘҒҚҢӨҰҮҺІ'

export function expectKazakhLetters(text: string): void {
  expect([...KAZAKH_LETTERS].filter((letter) => !text.toUpperCase().includes(letter))).toEqual([])
}

/** The check code printed on a paper. */
export function checkCodeOf(text: string): string {
  // A narrow column may break it after a dash.
  const code = /[0-9A-Z]{4}(?:-\s?[0-9A-Z]{4}){3}/.exec(text)?.[0]
  if (!code) throw new Error('the paper has no check code')
  return code.replaceAll(/\s/g, '')
}

/** Anyone may ask by the code: the paper is real and in force. */
export async function expectValid(reader: Reader, code: string): Promise<void> {
  const { page, language } = reader
  const t = verifyMessages[language]
  await open(reader, '/verify')
  await page.getByLabel(t.code).fill(code)
  await page.getByRole('button', { name: t.check, exact: true }).click()
  await expect(page.getByText(t.valid, { exact: true })).toBeVisible()
}
