import { expect } from '@playwright/test'
import { commonMessages } from '@/lib/i18n/common'
import { decisionMessages } from '@/lib/i18n/decisions'
import { documentMessages } from '@/lib/i18n/documents'
import { workMessages } from '@/lib/i18n/work'
import { homeSchooling } from '@/lib/services/home-schooling'
import { pdfText } from '@/test/pdf-text'
import type { Reader } from '../test'
import { attach, SCAN } from './files'
import { download, follow, open, press } from './room'

/** Finds an application in the queue by its number and opens it. */
export async function openFromQueue(reader: Reader, number: number): Promise<void> {
  const { page, language } = reader
  const t = workMessages[language].queue
  await open(reader, '/work')
  await page.getByLabel(t.searchLabel).fill(String(number))
  await press(reader, commonMessages[language].search)
  await follow(reader, new RegExp(t.numbered(number)))
  await page.waitForURL(new RegExp(`/work/applications/${number}`))
}

type Done = keyof typeof workMessages.ru.review.done

/** The sentence that tells what has just been decided. */
export async function expectDone({ page, language }: Reader, action: Done): Promise<void> {
  await expect(page.getByText(workMessages[language].review.done[action])).toBeVisible()
}

export async function registerApplication(reader: Reader): Promise<void> {
  const { action } = decisionMessages[reader.language].steps.register
  await follow(reader, action)
  await press(reader, action)
  await expectDone(reader, 'register')
}

export async function refuseIntake(reader: Reader, ground: string, explanation: string): Promise<void> {
  const t = decisionMessages[reader.language]
  await follow(reader, t.steps['refuse-intake'].action)
  await reader.page.getByLabel(ground).check()
  await reader.page.getByLabel(t.explanation).fill(explanation)
  await press(reader, t.steps['refuse-intake'].action)
  await expectDone(reader, 'refuseIntake')
}

export async function prepareOrder(reader: Reader, basis: string): Promise<void> {
  const t = decisionMessages[reader.language].steps.prepare
  const label = homeSchooling.result.fields.find((field) => field.key === 'basis')?.label[reader.language]
  await follow(reader, t.action)
  await reader.page.getByLabel(label ?? 'basis').fill(basis)
  await press(reader, t.submit)
  await expectDone(reader, 'prepareResult')
}

/** The director prints the order, signs it, attaches the sheet and approves; answers the text of the sheet. */
export async function approveOrder(reader: Reader): Promise<string> {
  const t = decisionMessages[reader.language].steps.sign
  const { signedOrder } = documentMessages[reader.language]
  const [onSheet = ''] = t.sheet(0, '').split('№')
  await follow(reader, t.action)
  const sheet = await pdfText(await download(reader, t.download))
  await attach(reader, new RegExp(`^${signedOrder}`), SCAN)
  await reader.page.getByLabel(new RegExp(`^${onSheet}`)).check()
  await press(reader, t.approve)
  await expectDone(reader, 'approve')
  return sheet
}
