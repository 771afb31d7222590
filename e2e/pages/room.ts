import { expect } from '@playwright/test'
import type { Reader } from '../test'

/** Opens an address of the reader's language. */
export async function open({ page, language }: Reader, path: string): Promise<void> {
  await page.goto(`/${language}${path}`)
}

/** The page's only title says where the reader is. */
export async function expectTitle({ page }: Reader, title: string | RegExp): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
}

/** Presses a button of the page's body. */
export async function press({ page }: Reader, name: string | RegExp): Promise<void> {
  await page.getByRole('main').getByRole('button', { name }).click()
}

/** Follows a link of the page's body. */
export async function follow({ page }: Reader, name: string | RegExp): Promise<void> {
  await page.getByRole('main').getByRole('link', { name }).click()
}

/** The bytes behind a link, fetched as whoever is signed in. */
export async function download({ page }: Reader, name: string | RegExp): Promise<Buffer> {
  const href = await page.getByRole('main').getByRole('link', { name }).getAttribute('href')
  const answer = await page.request.get(href ?? '')
  expect(answer.status()).toBe(200)
  expect(answer.headers()['content-type']).toBe('application/pdf')
  return answer.body()
}
