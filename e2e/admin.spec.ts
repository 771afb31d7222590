import { randomInt } from 'node:crypto'
import { binWithCheckDigit } from '@/lib/domain/bin'
import { COLUMNS, type Column } from '@/lib/domain/organisation-input'
import { accountMessages } from '@/lib/i18n/accounts'
import { adminImportMessages } from '@/lib/i18n/admin-import'
import { adminOrganisationMessages } from '@/lib/i18n/admin-organisations'
import { adminPeopleMessages } from '@/lib/i18n/admin-people'
import { mailMessages } from '@/lib/i18n/mail'
import { workMessages } from '@/lib/i18n/work'
import { DEMO_PASSWORD } from '@/prisma/seed/people'
import { expectLetters, linkIn } from './mailbox'
import { expectTitle, follow, open, press } from './pages/room'
import { born } from './people'
import { expect, type Reader, test } from './test'

test.use({ language: 'ru' })

function freshBin(): string {
  for (;;) {
    const bin = binWithCheckDigit(`0304409${randomInt(1000, 10_000)}`)
    if (bin) return bin
  }
}

const ROW: Readonly<Record<Column, string>> = {
  bin: '',
  kind: 'school',
  name_kk: '«Қасқабұлақ орта мектебі» КММ',
  name_ru: 'КГУ «Каскабулакская средняя школа»',
  short_name_kk: 'Қасқабұлақ мектебі',
  short_name_ru: 'Каскабулакская школа',
  address_kk: 'Қасқабұлақ ауылы, Өрлеу көшесі, 1',
  address_ru: 'с. Каскабулак, ул. Орлеу, 1',
  district: '350000000-shet-district',
  parent_bin: '',
  phone: '+77103199011',
  head_name: 'Омаров Данияр Ержанұлы',
  working_week: '6',
  closes_at: '18:00',
  sign_at_school: 'yes',
  paper_orders: 'yes',
}

async function check({ page, language }: Reader, rows: readonly Partial<typeof ROW>[]): Promise<void> {
  const t = adminImportMessages[language]
  const lines = rows.map((row) => COLUMNS.map((column) => row[column] ?? ROW[column]).join(';'))
  const buffer = Buffer.from([COLUMNS.join(';'), ...lines].join('\r\n'))
  await page.getByLabel(t.file).setInputFiles({ name: 'schools.csv', mimeType: 'text/csv', buffer })
  await page.getByRole('button', { name: t.check }).click()
}

test('an administrator loads a school, invites its clerk, and the clerk comes to the queue', async ({
  staff,
  reader,
}) => {
  const admin = await staff('admin@demo.bilimal.kz')
  const { page, language } = admin
  const t = adminImportMessages[language]
  const [bin, other] = [freshBin(), freshBin()]

  await test.step('the file is checked, mended and loaded', async () => {
    await open(admin, '/admin/organisations/import')
    await check(admin, [{ bin }, { bin: other, phone: '12' }])
    const bad = page.getByRole('row').filter({ hasText: 'phone' }).filter({ hasText: '3' })
    await expect(bad.getByText(adminOrganisationMessages[language].faults.phone)).toBeVisible()
    await expect(page.getByRole('button', { name: t.submit })).toBeHidden()
    await check(admin, [{ bin }])
    await press(admin, t.submit)
    await expect(page.getByText(t.done(1, 0))).toBeVisible()
  })

  const email = `clerk-${bin}@e2e.example`
  await test.step('the clerk is invited from the page of the school', async () => {
    const { form, person } = adminPeopleMessages[language]
    await open(admin, `/admin/organisations/${bin}`)
    await follow(admin, adminOrganisationMessages[language].invite)
    await expect(page.getByLabel(form.organisation)).toHaveValue(bin)
    await expect(page.getByText(`${bin} – ${ROW.name_ru}`)).toBeVisible()
    await page.getByLabel(form.email).fill(email)
    await page.getByLabel(form.familyName).fill('Сейітова')
    await page.getByLabel(form.givenName, { exact: true }).fill('Айгүл')
    await page.getByLabel(form.iin).fill(born(1975, 1995, 4).iin)
    await page.getByLabel(adminPeopleMessages[language].roles.clerk).check()
    await press(admin, form.submit)
    await expect(page.getByText(person.invited)).toBeVisible()
    await expect(page.getByText(adminPeopleMessages[language].unaccepted)).toBeVisible()
  })

  await test.step('the clerk accepts by mail and sees the queue', async () => {
    const { register, consent, invitation } = accountMessages[language]
    const [letter] = await expectLetters(email, [mailMessages[language].letters.staff_invited.subject])
    await reader.page.goto(linkIn(letter))
    await expect(reader.page.getByText(ROW.name_ru)).toBeVisible()
    await reader.page.getByLabel(register.password, { exact: true }).fill(DEMO_PASSWORD)
    await reader.page.getByLabel(register.passwordRepeat).fill(DEMO_PASSWORD)
    await reader.page.getByLabel(consent.agree).check()
    await press(reader, invitation.submit)
    await expectTitle(reader, invitation.done)
    await follow(reader, invitation.work)
    await expectTitle(reader, workMessages[language].queue.title)
  })
})
