import { CORRECTION_REASONS } from '@/lib/domain/correction-reasons'
import { applicationMessages } from '@/lib/i18n/application-page'
import { correctionMessages } from '@/lib/i18n/corrections'
import { documentMessages } from '@/lib/i18n/documents'
import { mailMessages } from '@/lib/i18n/mail'
import { talkMessages } from '@/lib/i18n/messages'
import { expectLetters } from './mailbox'
import { applicationPath, expectStatus } from './pages/application'
import { attach, OPINION, SCAN } from './pages/files'
import { documentTitle, words } from './pages/form'
import { expectTitle, follow, open, press } from './pages/room'
import { expectDone, openFromQueue, registerApplication } from './pages/work'
import { expect, PHONE, test } from './test'

const review = (number: number) => `/work/applications/${number}`

test.describe('one document comes back', () => {
  test.use({ language: 'ru', ...PHONE })
  test('ru, 360 px: the parent replaces it with a tick and signs nothing; they write to each other, and a note stays inside', async ({
    parent,
    family,
    offices,
    settle,
    colleague,
  }) => {
    const { page } = parent
    const { ask, task, review: told } = correctionMessages.ru
    const { who, to } = applicationMessages.ru.providers.school
    const talk = talkMessages.ru
    const opinion = documentTitle(parent, 'medicalOpinion')
    const number = await settle('sent', family, offices)
    const clerk = await colleague(offices.school.clerk, 'ru')

    await test.step('the clerk returns it from beside the document', async () => {
      await openFromQueue(clerk, number)
      await clerk.page.getByRole('link', { name: ask.action }).filter({ hasText: opinion }).click()
      await press(clerk, ask.submit)
      await expect(clerk.page.getByRole('link', { name: new RegExp(ask.reasonRequired, 'i') })).toBeVisible()
      await clerk.page.getByLabel(CORRECTION_REASONS.unreadable.text.ru).check()
      await clerk.page.getByLabel(new RegExp(`^${correctionMessages.ru.note}`)).fill('Снято в темноте')
      await press(clerk, ask.preview)
      const preview = `${opinion}: ${CORRECTION_REASONS.unreadable.text.ru}. Снято в темноте`
      await expect(clerk.page.getByText(preview)).toBeVisible()
      await press(clerk, ask.submit)
      await expectDone(clerk, 'requestCorrection')
    })
    await test.step('they write, and the note is read by staff alone', async () => {
      await clerk.page.getByLabel(talk.note, { exact: true }).fill('Звонила мама')
      await press(clerk, talk.addNote)
      await expect(clerk.page.getByText(talk.noteAdded)).toBeVisible()
      await clerk.page.getByLabel(talk.body, { exact: true }).fill('Можно прислать фото с телефона.')
      await press(clerk, talk.send)
      await expect(clerk.page.getByText(talk.sent)).toBeVisible()
      const subjects = (['application_sent', 'application_correction', 'message_received'] as const).map(
        (event) => mailMessages.ru.letters[event].subject.replace('{number}', String(number)),
      )
      await expectLetters(family.email, subjects)
    })
    await test.step('the parent has one task, and answers', async () => {
      await open(parent, applicationPath(number))
      await expectTitle(parent, task.headline(who, 1))
      await expect(page.getByText('Можно прислать фото с телефона.')).toBeVisible()
      await expect(page.getByText('Звонила мама')).toHaveCount(0)
      await page.getByLabel(talk.body, { exact: true }).fill('Переснимаю')
      await press(parent, talk.send)
      await expect(page.getByText(talk.sent)).toBeVisible()
      await follow(parent, task.go)
      await expectTitle(parent, task.title)
      await expect(page.getByRole('region')).toHaveCount(1)
      await attach(parent, opinion, OPINION)
      await press(parent, task.sendTo(to))
      await expect(page.getByRole('link', { name: new RegExp(task.tickRequired, 'i') })).toBeVisible()
      await page.getByLabel(task.tick).check()
      await press(parent, task.sendTo(to))
      await page.waitForURL((url) => url.pathname.endsWith(applicationPath(number)))
      await expectStatus(parent, number, 'sent')
    })
    await test.step('the school sees what has changed, and registers', async () => {
      await open(clerk, review(number))
      await expect(clerk.page.getByText(told.replaced)).toBeVisible()
      await expect(clerk.page.getByText('Переснимаю')).toBeVisible()
      await expect(clerk.page.getByText('Звонила мама')).toBeVisible()
      await expect(clerk.page.getByRole('link', { name: OPINION.name })).toBeVisible()
      await expect(clerk.page.getByText(told.signedRevision(1))).toBeVisible()
      await registerApplication(clerk)
    })
  })
})

test.describe('an answer comes back', () => {
  test.use({ language: 'kk', javaScriptEnabled: false })
  test('kk, without a script: what the statement prints is signed anew, and the first statement stays', async ({
    parent,
    family,
    offices,
    settle,
    colleague,
  }) => {
    const { page } = parent
    const { ask, task, review: told } = correctionMessages.kk
    const { to } = applicationMessages.kk.providers.school
    const number = await settle('sent', family, offices, { locale: 'kk' })
    const clerk = await colleague(offices.school.clerk, 'kk')
    const grade = words(parent, 'school.grade')

    await test.step('the clerk ticks it and says why', async () => {
      await openFromQueue(clerk, number)
      await clerk.page.getByRole('link', { name: ask.action, exact: true }).click()
      await clerk.page.getByRole('checkbox', { name: new RegExp(`^${grade}`) }).check()
      await press(clerk, ask.next)
      await clerk.page.getByLabel(CORRECTION_REASONS.disagrees.text.kk).check()
      await press(clerk, ask.submit)
      await expectDone(clerk, 'requestCorrection')
    })
    await test.step('the parent changes it, and signs', async () => {
      await open(parent, `${applicationPath(number)}/correct`)
      await press(parent, task.sendTo(to))
      await expect(page.getByText(task.unchanged)).toBeVisible()
      await page.getByLabel(grade).selectOption('6')
      await press(parent, task.save)
      await expect(page.getByText(task.saved)).toBeVisible()
      await press(parent, task.toSign)
      await expectTitle(parent, task.signTitle)
      await attach(parent, documentMessages.kk.signedStatement, SCAN)
      await press(parent, task.sendTo(to))
      await page.waitForURL((url) => url.pathname.endsWith(applicationPath(number)))
      await expectStatus(parent, number, 'sent')
    })
    await test.step('both statements are within reach', async () => {
      await open(clerk, review(number))
      await expect(clerk.page.getByText(told.became)).toBeVisible()
      for (const path of ['', '?revision=1']) {
        const answer = await clerk.page.request.get(`/api/papers/statement/${number}${path}`)
        expect(answer.headers()['content-type']).toBe('application/pdf')
      }
    })
  })
})
