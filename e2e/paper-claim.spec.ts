import { applicationMessages } from '@/lib/i18n/application-page'
import { claimMessages } from '@/lib/i18n/claims'
import { commonMessages } from '@/lib/i18n/common'
import { decisionMessages } from '@/lib/i18n/decisions'
import { documentMessages } from '@/lib/i18n/documents'
import { mailMessages } from '@/lib/i18n/mail'
import { paperEntryMessages } from '@/lib/i18n/paper-entry'
import { homeSchooling } from '@/lib/services/home-schooling'
import { parentStep } from '@/lib/services/shared-steps'
import { pdfText } from '@/test/pdf-text'
import { expectLetters } from './mailbox'
import { comeIn } from './pages/account'
import { applicationPath } from './pages/application'
import { fillFields } from './pages/definition'
import { attach, SCAN } from './pages/files'
import { attachDocuments, fillChild, fillDate, goOn, words } from './pages/form'
import { inspect } from './pages/inspection'
import { expectTitle, follow, open, press } from './pages/room'
import { fullName } from './people'
import { expect, PHONE, type Reader, test } from './test'

test.use({ javaScriptEnabled: false })

/** As it is headed in the language that the applicant wants answers in. */
const STATEMENT = { kk: 'ӨТІНІШ', ru: 'ЗАЯВЛЕНИЕ' }

/** The slip as the press of its button answers it: the code that it tells is told nowhere else. */
async function printSlip({ page }: Reader): Promise<string> {
  const form = page.locator('form[action^="/api/slips/"]')
  const { origin } = new URL(page.url())
  const answer = await page.request.post((await form.getAttribute('action')) ?? '', {
    form: { replaces: (await form.locator('[name=replaces]').getAttribute('value')) ?? '' },
    headers: { origin },
  })
  expect(answer.headers()['content-type']).toBe('application/pdf')
  const code = /[0-9A-Z]{4}(-[0-9A-Z]{4}){2}/.exec(await pdfText(await answer.body()))?.[0]
  if (!code) throw new Error('the slip has no code')
  return code
}

for (const [language, other] of [
  ['ru', 'kk'],
  ['kk', 'ru'],
] as const) {
  test.describe(language, () => {
    test.use({ language })
    test(`${language} without script, then ${other} on a phone: entered from paper, claimed by its slip, and taken back`, async ({
      reader: clerk,
      family,
      offices,
      colleague,
      browser,
    }) => {
      const { page } = clerk
      const t = paperEntryMessages[language]
      const { panel } = claimMessages[language]
      const { claim } = claimMessages[other]
      const { letters } = mailMessages[other]
      await comeIn(clerk, offices.school.clerk)

      await test.step('the clerk enters what the parent has brought', async () => {
        await open(clerk, '/work')
        await follow(clerk, t.title)
        await press(clerk, t.start)
        await expect(page.getByRole('alert')).toContainText(t.chooseService, { ignoreCase: true })
        await page.getByLabel(homeSchooling.name[language], { exact: true }).check()
        await page.getByLabel(t.languages[other], { exact: true }).check()
        await press(clerk, t.start)
        await expectTitle(clerk, parentStep.title[language])
        const asked = parentStep.fields.filter(({ key }) => key !== 'email')
        const { child, ...person } = family
        await fillFields(clerk, asked, { ...person, residency: 'resident', relation: 'mother' })
        await goOn(clerk)
        await expectTitle(clerk, words(clerk, 'child'))
        await fillChild(clerk, child)
        await goOn(clerk)
        await expectTitle(clerk, words(clerk, 'school'))
        await expect(page.getByRole('main')).toContainText(offices.school.name[language])
        await page.getByLabel(words(clerk, 'school.grade')).selectOption('5')
        await fillDate(clerk, words(clerk, 'school.from'), '2026-12-01')
        await fillDate(clerk, words(clerk, 'school.to'), '2027-05-25')
        await goOn(clerk)
        await attachDocuments(clerk)
        await press(clerk, t.makeStatement)
        await expectTitle(clerk, t.accept.title)
      })

      const number = Number(/\/work\/paper\/(\d+)/.exec(page.url())?.[1])
      await inspect(await colleague(offices.school.clerk, language), `/work/paper/${number}`)
      await test.step('it is signed, accepted and registered', async () => {
        const statement = await page.request.get(`/api/papers/statement/${number}`)
        const text = await pdfText(await statement.body())
        expect(text).toContain(fullName(family))
        expect(text).toContain(STATEMENT[other])
        await attach(clerk, documentMessages[language].signedStatement, SCAN)
        await press(clerk, t.accept.action)
        await expect(page.getByRole('alert')).toContainText(t.accept.seenRequired, { ignoreCase: true })
        await page.getByLabel(t.accept.seen).check()
        await press(clerk, t.accept.action)
        await expectTitle(clerk, decisionMessages[language].steps.register.title)
        await press(clerk, decisionMessages[language].steps.register.action)
        await expect(page.getByRole('status').getByText(panel.byHand)).toBeVisible()
      })

      const code = await printSlip(clerk)
      const context = await browser.newContext({ ...PHONE, javaScriptEnabled: true, locale: `${other}-KZ` })
      const parent: Reader = { page: await context.newPage(), language: other, script: true }
      await comeIn(parent, family.email)

      await test.step('the parent takes it into the cabinet, after one slip of the hand', async () => {
        await inspect(parent, `/cabinet/claim?number=${number}`)
        await expect(parent.page.getByLabel(claim.number)).toHaveValue(String(number))
        await parent.page.getByLabel(claim.iin).fill(family.iin)
        await parent.page.getByLabel(claim.code).fill('AAAA-AAAA-AAAA')
        await press(parent, claim.action)
        await expect(parent.page.getByText(claim.wrong)).toBeVisible()
        await parent.page.getByLabel(claim.code).fill(code.toLowerCase())
        await press(parent, claim.action)
        await parent.page.waitForURL(new RegExp(`${applicationPath(number)}$`))
        await expect(parent.page.getByText(applicationMessages[other].events.claim)).toBeVisible()
      })

      await test.step('the clerk sees who it was, and takes it back', async () => {
        await open(clerk, `/work/applications/${number}`)
        const paper = page.getByRole('main').locator('#paper')
        await expect(paper).toContainText(fullName(family))
        await expect(paper).toContainText('p•••@e2e.example')
        await press(clerk, panel.undo)
        await expect(page.getByText(panel.undoWarning)).toBeVisible()
        await press(clerk, panel.undo)
        await expect(page.getByText(panel.undoneNow)).toBeVisible()
        await open(parent, applicationPath(number))
        await expectTitle(parent, commonMessages[other].absent.title)
        await expectLetters(family.email, [
          letters.application_claimed.subject.replace('{number}', String(number)),
          letters.application_claim_undone.subject.replace('{number}', String(number)),
        ])
      })
      await context.close()
    })
  })
}
