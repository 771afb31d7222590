import { expect } from '@playwright/test'
import type { DateOnly } from '@/lib/domain/dates'
import type { Text } from '@/lib/domain/text'
import { cabinetMessages } from '@/lib/i18n/cabinet'
import { commonMessages } from '@/lib/i18n/common'
import { homeSchooling } from '@/lib/services/home-schooling'
import { ORGANISATIONS } from '@/prisma/seed/organisations'
import { REGIONS } from '@/prisma/seed/regions'
import type { Child, Parent } from '../people'
import type { Reader } from '../test'
import { attach, OPINION, PHOTO } from './files'
import { expectTitle, open, press } from './room'

export type School = { region: Text; district: Text; name: Text }

/** A school of the demo, by the names that lead to it. */
export function schoolOf(key: string): School {
  const school = ORGANISATIONS.find((organisation) => organisation.key === key)
  const region = REGIONS.find((r) => r.districts.some((d) => d.code === school?.district))
  const district = region?.districts.find((d) => d.code === school?.district)
  if (!school || !region || !district) throw new Error(`there is no school ${key}`)
  return { region: region.name, district: district.name, name: school.shortName }
}

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

/** Opens a draft and reads its number from the address. */
export async function start(reader: Reader): Promise<number> {
  await open(reader, SERVICE_PATH)
  await press(reader, cabinetMessages[reader.language].apply)
  await reader.page.waitForURL(/\/cabinet\/applications\/\d+\/edit\/parent/)
  return numberOf(reader)
}

export function numberOf({ page }: Reader): number {
  return Number(/\/applications\/(\d+)/.exec(page.url())?.[1])
}

export async function fillDate({ page, language }: Reader, label: string, date: DateOnly): Promise<void> {
  const t = commonMessages[language].date
  const [year = '', month = '', day = ''] = date.split('-')
  const group = page.getByRole('group', { name: label })
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

/** Region, then district, then school: each list follows the choice above it, with a script or by «Показать». */
export async function chooseSchool(reader: Reader, school: School): Promise<void> {
  const { page, language, script } = reader
  const t = cabinetMessages[language].form
  const show = page.getByRole('button', { name: t.show })
  if (script) await expect(show.first()).toBeHidden()
  const choose = async (at: number, label: string, option: string) => {
    await page.getByLabel(label).selectOption({ label: option })
    if (!script) await show.nth(at).click()
  }
  await choose(0, t.region, school.region[language])
  await choose(1, t.district, school.district[language])
  await choose(2, words(reader, 'school.organisation'), school.name[language])
  await expect(page.getByText(t.address(''))).toBeVisible()
}

export async function fillSchool(reader: Reader, school: School): Promise<void> {
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
export async function fillFromChild(reader: Reader, child: Child, school: School): Promise<void> {
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
  school: School = schoolOf('temirtau-5'),
): Promise<number> {
  const number = await start(reader)
  await goOn(reader)
  await fillFromChild(reader, family.child, school)
  await reader.page.waitForURL(/\/cabinet\/applications\/\d+$/)
  return number
}
