import { expect, type Locator } from '@playwright/test'
import {
  type Answers,
  documentTitle,
  holds,
  neededDocuments,
  visibleFields,
  visibleSteps,
} from '@/lib/domain/answers'
import type { Field } from '@/lib/domain/fields'
import { readRows } from '@/lib/domain/rows'
import type { ServiceDefinition, Step } from '@/lib/domain/service'
import { cabinetMessages } from '@/lib/i18n/cabinet'
import { commonMessages } from '@/lib/i18n/common'
import type { Reader } from '../test'
import { attach, PHOTO } from './files'
import { fillDate, goOn } from './form'
import { choosePlace, type Place } from './places'
import { expectTitle, press } from './room'

/** Finds the organisation of an id that stands among the answers. */
export type PlaceOf = (id: string) => Place

/** Fills any service's form from its definition and whole answers, and ends on the page of the ready application. */
export async function fillByDefinition(
  reader: Reader,
  service: ServiceDefinition,
  answers: Answers,
  placeOf: PlaceOf,
): Promise<void> {
  await fillSteps(reader, service, answers, placeOf)
  const t = cabinetMessages[reader.language].form
  await expectTitle(reader, t.documents)
  for (const document of neededDocuments(service, answers))
    if (document.required) await attach(reader, documentTitle(document)[reader.language], PHOTO)
  await press(reader, t.submit)
}

/** From the step that is open to the documents, or to the step that is asked for. */
export async function fillSteps(
  reader: Reader,
  service: ServiceDefinition,
  answers: Answers,
  placeOf: PlaceOf,
  until?: string,
): Promise<void> {
  // What is known beforehand, such as for whom it is, need not be asked.
  const started = /\/edit\/(\w+)/.exec(reader.page.url())?.[1]
  const steps = visibleSteps(service, answers)
  for (const step of steps.slice(steps.findIndex(({ key }) => key === started))) {
    await expectTitle(reader, step.title[reader.language])
    if (step.key === until) return
    await fillStep(reader, step, answers, placeOf)
    await goOn(reader)
    await hearAdvice(reader, step, answers)
  }
}

export async function fillStep(
  reader: Reader,
  step: Step,
  answers: Answers,
  placeOf: PlaceOf,
): Promise<void> {
  const values = answers[step.key] ?? {}
  // One that hangs on a question beside it is on the page, though not to be seen.
  const isAsked = ({ showWhen }: Field) =>
    showWhen?.field.startsWith(`${step.key}.`) || holds(showWhen, answers)
  const places = step.fields.filter((field) => field.kind === 'organisation' && isAsked(field))
  for (const field of visibleFields(step, answers)) {
    if (field.profile) continue
    const heading = places.length > 1 ? field.label[reader.language] : undefined
    if (field.kind === 'organisation')
      await choosePlace(reader, placeOf(values[field.key] ?? ''), labelOf(reader, field), heading)
    else await fillField(reader, field, values)
  }
}

/** Advice is said once, and the second press goes on. */
async function hearAdvice(reader: Reader, { advice = [] }: Step, answers: Answers): Promise<void> {
  const said = advice.filter(({ when }) => holds(when, answers))
  for (const { text } of said)
    await expect(reader.page.getByRole('status').getByText(text[reader.language])).toBeVisible()
  if (said.length > 0) await goOn(reader)
}

type Values = Readonly<Record<string, string>>

/** The provider's forms have no organisations; what stands in a field already is typed over. */
export async function fillFields(reader: Reader, fields: readonly Field[], values: Values): Promise<void> {
  for (const field of fields) await fillField(reader, field, values)
}

function fillField(reader: Reader, field: Field, values: Values): Promise<void> {
  if (field.kind === 'rows') return fillRows(reader, field, values)
  return fillControl(reader, reader.page.getByRole('main'), field, values[field.key] ?? '')
}

async function fillRows(reader: Reader, field: Field, values: Values): Promise<void> {
  for (const [at, { values: cells }] of readRows(field, values).entries()) {
    if (at >= (field.rows?.min ?? 0)) await press(reader, field.rows?.add[reader.language] ?? '')
    await fillRow(reader, field, at + 1, cells)
  }
}

/** One row of a repeatable block, by its place in it. */
export const rowOf = ({ page, language }: Reader, field: Field, n: number) =>
  page.getByRole('group', { name: `${field.label[language]} ${n}`, exact: true })

export async function fillRow(reader: Reader, field: Field, n: number, cells: Values): Promise<void> {
  for (const column of field.rows?.columns ?? [])
    await fillControl(reader, rowOf(reader, field, n), column, cells[column.key] ?? '')
}

async function fillControl(reader: Reader, within: Locator, field: Field, value: string): Promise<void> {
  const { language } = reader
  const name = labelOf(reader, field)
  if (field.kind === 'date') return fillDate(reader, name, value, within)
  if (field.kind !== 'choice') return within.getByLabel(name).fill(value)
  const option = field.options?.find((o) => o.value === value)?.label[language] ?? value
  const [list, buttons] = [within.getByRole('combobox', { name }), within.getByRole('group', { name })]
  await expect(list.or(buttons)).toBeVisible()
  if (await list.isVisible()) await list.selectOption({ label: option })
  else await buttons.getByLabel(option, { exact: true }).check()
}

/** The whole label, with «необязательно» where the page may add it. */
function labelOf({ language }: Reader, field: Field): RegExp {
  const said = field.label[language].replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
  return new RegExp(String.raw`^${said}( \(${commonMessages[language].optional}\))?$`)
}
