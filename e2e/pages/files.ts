import { expect } from '@playwright/test'
import { documentMessages } from '@/lib/i18n/documents'
import { jpeg, pdf } from '@/test/sample-files'
import type { Reader } from '../test'
import { untilLive } from './live'

export type SampleFile = { name: string; mimeType: string; buffer: Buffer }

export const PHOTO: SampleFile = { name: 'Туу туралы куәлік.jpg', mimeType: 'image/jpeg', buffer: jpeg }
export const SCAN: SampleFile = { name: 'заявление.pdf', mimeType: 'application/pdf', buffer: pdf }
export const OPINION: SampleFile = { name: 'ВКК № 118.pdf', mimeType: 'application/pdf', buffer: pdf }

/** The place of one document, by its name. */
export const documentPlace = ({ page }: Reader, title: string | RegExp) =>
  page.getByRole('region', typeof title === 'string' ? { name: title, exact: true } : { name: title })

/** Chooses a file and lets it be sent: a script sends it at once, without one there is a button. */
export async function offer(reader: Reader, title: string | RegExp, file: SampleFile): Promise<void> {
  const t = documentMessages[reader.language]
  const place = documentPlace(reader, title)
  const replace = place.getByText(t.replace, { exact: true })
  const input = place.getByLabel(new RegExp(`^(${t.choose}|${t.chooseNew})$`))
  if (!(await input.isVisible()) && (await replace.isVisible())) await replace.click()
  await expect(input).toBeEnabled()
  if (reader.script) await untilLive(input)
  await input.setInputFiles(file)
  if (!reader.script) await place.getByRole('button', { name: t.upload }).click()
}

/**
 * The attached file of a place. A browser without script leaves it to the store to tell a file's name, which the
 * embedded one does not: then the document is called what it is.
 */
export function attached(reader: Reader, title: string | RegExp, file: SampleFile) {
  return documentPlace(reader, title).getByRole('link', reader.script ? { name: file.name } : {})
}

/** Attaches a file and sees it attached. */
export async function attach(reader: Reader, title: string | RegExp, file: SampleFile): Promise<void> {
  await offer(reader, title, file)
  await expect(attached(reader, title, file)).toBeVisible()
}
