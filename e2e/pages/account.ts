import { accountMessages } from '@/lib/i18n/accounts'
import { shellMessages } from '@/lib/i18n/shell'
import { parentStep } from '@/lib/services/shared-steps'
import { DEMO_PASSWORD } from '@/prisma/seed/people'
import { signInByPost } from '@/scripts/test/form-post'
import type { Parent } from '../people'
import type { Reader } from '../test'
import { open, press } from './room'

const labelOf = (reader: Reader, key: string) =>
  parentStep.fields.find((field) => field.key === key)?.label[reader.language] ?? key

export async function signIn(reader: Reader, email: string, password = DEMO_PASSWORD): Promise<void> {
  const { page, language } = reader
  const t = accountMessages[language]
  await open(reader, '/login')
  await page.getByLabel(t.login.email).fill(email)
  await page.getByLabel(t.password).fill(password)
  await press(reader, t.login.submit)
  await page.waitForURL(/\/(cabinet|work)/)
}

/** Signed in before the journey begins, which is not about signing in. */
export async function comeIn({ page }: Reader, email: string): Promise<void> {
  const url = process.env.E2E_APP_URL ?? ''
  await page.context().addCookies([{ ...(await signInByPost(url, email)), url }])
}

export async function signOut({ page, language }: Reader): Promise<void> {
  await page.getByRole('button', { name: shellMessages[language].signOut }).click()
  await page.waitForURL(/\/login/)
}

/** Fills the registration form as it stands and sends it. */
export async function register(reader: Reader, person: Parent): Promise<void> {
  const { page, language } = reader
  const t = accountMessages[language]
  for (const key of ['familyName', 'givenName', 'patronymic'] as const) {
    await page.getByRole('textbox', { name: labelOf(reader, key), exact: true }).fill(person[key])
  }
  await page.getByLabel(t.register.email).fill(person.email)
  await page.getByLabel(t.register.phone).fill(person.phone)
  await page.getByLabel(t.register.password, { exact: true }).fill(person.password)
  await page.getByLabel(t.register.passwordRepeat).fill(person.password)
  await page.getByLabel(t.consent.agree).check()
  await press(reader, t.register.submit)
}
