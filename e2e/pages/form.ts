import type { Locator } from '@playwright/test'
import type { DateOnly } from '@/lib/domain/dates'
import type { ServiceDefinition } from '@/lib/domain/service'
import { cabinetMessages } from '@/lib/i18n/cabinet'
import { commonMessages } from '@/lib/i18n/common'
import { familyMessages } from '@/lib/i18n/family'
import { homeSchooling } from '@/lib/services/home-schooling'
import type { Child, Parent } from '../people'
import type { Reader } from '../test'
import { attach, OPINION, PHOTO } from './files'
import { choosePlace, type Place, placeOf } from './places'
import { expectTitle, open, press } from './room'

export const SERVICE_PATH = `/cabinet/services/${homeSchooling.slug}`

/** The label of a question, or the title of a step («child»). */
export function words({ language }: Reader, path: string): string {
  const [stepKey, key] = path.split('.')
  const step = homeSchooling.steps.find((s) => s.key === stepKey)
  const found = key ? step?.fields.find((f) => f.key === key)?.label : step?.title
  if (!found) throw new Error(`there is no ${path}`)
  return found[language]
}

export function documentTitle({ language }: Reader, key: string): string {
  return homeSchooling.documents.find((document) => document.key === key)?.title[language] ?? key
}

/** «Далее». */
export const goOn = (reader: Reader) => press(reader, commonMessages[reader.language].next)

export const startPath = ({ slug }: Pick<ServiceDefinition, 'slug'>) => `/cabinet/services/${slug}`

/** Opens a draft and reads its number from the address; `who` where the page asks for whom it is. */
export async function start(
  reader: Reader,
  service: Pick<ServiceDefinition, 'slug'> = homeSchooling,
  who?: 'self' | 'other',
): Promise<number> {
  const { page, language } = reader
  await open(reader, startPath(service))
  if (who) await page.getByLabel(familyMessages[language].start[who], { exact: true }).check()
  const { apply, start: t } = cabinetMessages[language]
  await press(reader, new RegExp(`^(${apply}|${t.fresh})$`))
  await page.waitForURL(/\/cabinet\/applications\/\d+\/edit\/\w+/)
  return numberOf(reader)
}

export function numberOf({ page }: Reader): number {
  return Number(/\/applications\/(\d+)/.exec(page.url())?.[1])
}

export async function fillDate(
  { page, language }: Reader,
  label: string | RegExp,
  date: DateOnly,
  within: Locator = page.getByRole('main'),
): Promise<void> {
  const t = commonMessages[language].date
  const [year = '', month = '', day = ''] = date.split('-')
  const group = within.getByRole('group', { name: label })
  await group.getByLabel(t.day).fill(day)
  await group.getByLabel(t.month).fill(month)
  await group.getByLabel(t.year).fill(year)
}

/** What a profile that was only just registered lacks. */
export async function fillParent(reader: Reader, parent: Parent): Promise<void> {
  const { page } = reader
  await page.getByLabel(words(reader, 'parent.iin')).fill(parent.iin)
  await fillDate(reader, words(reader, 'parent.birthDate'), parent.birthDate)
  await page.getByLabel(words(reader, 'parent.address')).fill(parent.address)
  await page.getByLabel(optionLabel(reader, 'parent.residency', 'resident')).check()
  await page.getByLabel(optionLabel(reader, 'parent.relation', 'mother')).check()
}

function optionLabel({ language }: Reader, path: string, value: string): string {
  const [stepKey, key] = path.split('.')
  const field = homeSchooling.steps.find((s) => s.key === stepKey)?.fields.find((f) => f.key === key)
  return field?.options?.find((option) => option.value === value)?.label[language] ?? value
}

export async function fillChild(reader: Reader, child: Child): Promise<void> {
  const { page } = reader
  for (const key of ['iin', 'familyName', 'givenName', 'patronymic', 'birthCertificate'] as const) {
    await page.getByLabel(words(reader, `child.${key}`)).fill(child[key])
  }
  await fillDate(reader, words(reader, 'child.birthDate'), child.birthDate)
  await page.getByLabel(optionLabel(reader, 'child.sex', child.sex), { exact: true }).check()
}

export function chooseSchool(reader: Reader, school: Place): Promise<void> {
  return choosePlace(reader, school, words(reader, 'school.organisation'))
}

export async function fillSchool(reader: Reader, school: Place): Promise<void> {
  await chooseSchool(reader, school)
  await reader.page.getByLabel(words(reader, 'school.grade')).selectOption('5')
  await fillDate(reader, words(reader, 'school.from'), '2026-12-01')
  await fillDate(reader, words(reader, 'school.to'), '2027-05-25')
}

export async function attachDocuments(reader: Reader): Promise<void> {
  await attach(reader, documentTitle(reader, 'birthCertificate'), PHOTO)
  await attach(reader, documentTitle(reader, 'medicalOpinion'), OPINION)
}

/** From the step about the child to the page of the ready application. */
export async function fillFromChild(reader: Reader, child: Child, school: Place): Promise<void> {
  const t = cabinetMessages[reader.language].form
  await expectTitle(reader, words(reader, 'child'))
  await fillChild(reader, child)
  await goOn(reader)
  await expectTitle(reader, words(reader, 'school'))
  await fillSchool(reader, school)
  await goOn(reader)
  await expectTitle(reader, t.documents)
  await attachDocuments(reader)
  await press(reader, t.submit)
}

/** A ready application of a parent whose profile is filled; answers its number. */
export async function fillApplication(
  reader: Reader,
  family: Parent,
  school: Place = placeOf('temirtau-5'),
): Promise<number> {
  const number = await start(reader)
  await goOn(reader)
  await fillFromChild(reader, family.child, school)
  await reader.page.waitForURL(/\/cabinet\/applications\/\d+$/)
  return number
}
