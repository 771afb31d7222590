import { expect } from '@playwright/test'
import type { Text } from '@/lib/domain/text'
import { cabinetMessages } from '@/lib/i18n/cabinet'
import { ORGANISATIONS } from '@/prisma/seed/organisations'
import { REGIONS } from '@/prisma/seed/regions'
import type { Reader } from '../test'

/** An organisation, by the names that lead to it. */
export type Place = { region: Text; district: Text; name: Text }

/** An organisation of the demo. */
export function placeOf(key: string): Place {
  const found = ORGANISATIONS.find((organisation) => organisation.key === key)
  const region = REGIONS.find((r) => r.districts.some((d) => d.code === found?.district))
  const district = region?.districts.find((d) => d.code === found?.district)
  if (!found || !region || !district) throw new Error(`there is no organisation ${key}`)
  return { region: region.name, district: district.name, name: found.shortName }
}

/**
 * Region, then district, then organisation: each list follows the choice above it, with a script or by «Показать».
 * Where a step asks for more than one, its lists say of which: `heading`.
 */
export async function choosePlace(
  { page, language, script }: Reader,
  place: Place,
  label: string | RegExp,
  heading?: string,
): Promise<void> {
  const t = cabinetMessages[language].form
  const show = page.getByRole('button', { name: t.show })
  if (script) await expect(show.first()).toBeHidden()
  // What was chosen above may be bringing these lists anew.
  await expect(page.locator('form[aria-busy="true"]')).toHaveCount(0)
  const labelOf = (word: string) => (heading === undefined ? word : t.placeOf(heading, word))
  const choices = [
    [labelOf(t.region), place.region],
    [labelOf(t.district), place.district],
    [label, place.name],
  ] as const
  for (const [at, [list, option]] of choices.entries()) {
    await page.getByRole('combobox', { name: list, exact: true }).selectOption({ label: option[language] })
    if (!script) await show.nth(at).click()
  }
  await expect(page.getByText(t.address('')).last()).toBeVisible()
}
