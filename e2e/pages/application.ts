import { expect } from '@playwright/test'
import type { ProviderKind } from '@/lib/domain/provider-kind'
import { STATUS_LABELS, type Status } from '@/lib/domain/status'
import { applicationMessages } from '@/lib/i18n/application-page'
import { cabinetMessages } from '@/lib/i18n/cabinet'
import { documentMessages } from '@/lib/i18n/documents'
import { signingMessages } from '@/lib/i18n/signing'
import { pdfText } from '@/test/pdf-text'
import type { Parent } from '../people'
import type { Reader } from '../test'
import { attach, SCAN } from './files'
import { fillApplication } from './form'
import { download, expectTitle, open, press } from './room'

export const applicationPath = (number: number) => `/cabinet/applications/${number}`

/** The statement as printed: its text layer. */
export async function readStatement(reader: Reader): Promise<string> {
  return pdfText(await download(reader, signingMessages[reader.language].sign.download))
}

export function attachScan(reader: Reader): Promise<void> {
  return attach(reader, documentMessages[reader.language].signedStatement, SCAN)
}

export const sendLabel = ({ language }: Reader, kind: ProviderKind = 'school') =>
  signingMessages[language].send.action(applicationMessages[language].providers[kind].to)

/** «Отправить в школу». */
export async function send(reader: Reader, kind: ProviderKind = 'school'): Promise<void> {
  await press(reader, sendLabel(reader, kind))
  await expectSent(reader, kind)
}

export function expectSent(reader: Reader, kind: ProviderKind = 'school'): Promise<void> {
  const { headline, providers } = applicationMessages[reader.language]
  const [said = ''] = headline.sent(providers[kind].who, '\0').split('\0')
  return expectTitle(reader, new RegExp(`^${said}`))
}

/** From an empty draft to a sent application, signed on paper; answers its number. */
export async function sendApplication(reader: Reader, family: Parent): Promise<number> {
  const number = await fillApplication(reader, family)
  await attachScan(reader)
  await send(reader)
  return number
}

/** One card of «Заявки». */
export const card = ({ page }: Reader, number: number) =>
  page.getByRole('article').filter({ hasText: String(number) })

export async function expectStatus(reader: Reader, number: number, status: Status): Promise<void> {
  await open(reader, '/cabinet/applications')
  await expectTitle(reader, cabinetMessages[reader.language].list.title)
  await expect(card(reader, number).getByText(STATUS_LABELS[status][reader.language])).toBeVisible()
}
