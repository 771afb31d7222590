import { expect } from '@playwright/test'
import { type ResultPaper, resultPaper } from '@/lib/domain/paper-kind'
import type { ServiceDefinition, Stage } from '@/lib/domain/service'
import { commonMessages } from '@/lib/i18n/common'
import { decisionMessages } from '@/lib/i18n/decisions'
import { workMessages } from '@/lib/i18n/work'
import { homeSchooling } from '@/lib/services/home-schooling'
import type { Reader } from '../test'
import { fillFields } from './definition'
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

/** `inArea`: the clerk's word on living in the service area, where places are given by turn. */
export async function registerApplication(reader: Reader, inArea?: boolean): Promise<void> {
  const { action, area } = decisionMessages[reader.language].steps.register
  const { yes, no } = commonMessages[reader.language]
  await follow(reader, action)
  if (inArea !== undefined)
    await reader.page
      .getByRole('group', { name: area })
      .getByLabel(inArea ? yes : no, { exact: true })
      .check()
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

type Values = Readonly<Record<string, string>>

export async function completeStage(reader: Reader, stage: Stage, values: Values): Promise<void> {
  await follow(reader, stage.title[reader.language])
  await fillFields(reader, stage.fields, values)
  await press(reader, decisionMessages[reader.language].steps.stage.submit)
  await expectDone(reader, 'completeStage')
}

export async function prepareResult(
  reader: Reader,
  { result }: ServiceDefinition,
  values: Values,
): Promise<void> {
  const t = decisionMessages[reader.language].steps.prepare
  await follow(reader, t.action(resultPaper(result.kind)))
  await fillFields(reader, result.fields, values)
  await press(reader, t.submit)
  await expectDone(reader, 'prepareResult')
}

export async function prepareOrder(reader: Reader, basis: string): Promise<void> {
  const t = decisionMessages[reader.language].steps.prepare
  const label = homeSchooling.result.fields.find((field) => field.key === 'basis')?.label[reader.language]
  await follow(reader, t.action('order'))
  await reader.page.getByLabel(label ?? 'basis').fill(basis)
  await press(reader, t.submit)
  await expectDone(reader, 'prepareResult')
}

/** The director prints the paper, signs it, attaches the sheet and approves; answers the sheet. */
export async function approveResult(reader: Reader, paper: ResultPaper): Promise<Buffer> {
  const t = decisionMessages[reader.language].steps.sign
  const [scanOf = ''] = t.scanOf(paper, '', '').split('№')
  const [onSheet = ''] = t.sheet('', '').split('№')
  await follow(reader, t.action(paper))
  const sheet = await download(reader, t.download)
  await attach(reader, new RegExp(`^${scanOf}`), SCAN)
  await reader.page.getByLabel(new RegExp(`^${onSheet}`)).check()
  await press(reader, t.approve)
  await expectDone(reader, 'approve')
  return sheet
}

export const approveOrder = (reader: Reader) => approveResult(reader, 'order')

/** A paper of the office goes into the hands of whoever signs for it. */
export async function handOver(reader: Reader, { result }: ServiceDefinition, values: Values): Promise<void> {
  await follow(reader, result.handOver?.title[reader.language] ?? '')
  await fillFields(reader, result.handOver?.fields ?? [], values)
  await press(reader, decisionMessages[reader.language].steps['hand-over'].submit)
  await expectDone(reader, 'handOver')
}
