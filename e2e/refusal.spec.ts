import { randomUUID } from 'node:crypto'
import { complaintBy } from '@/lib/domain/complaint'
import { dateInAlmaty, formatDate } from '@/lib/domain/dates'
import { appealMessages } from '@/lib/i18n/appeal'
import { applicationMessages } from '@/lib/i18n/application-page'
import { decisionMessages } from '@/lib/i18n/decisions'
import { familyMessages } from '@/lib/i18n/family'
import { signingMessages } from '@/lib/i18n/signing'
import { homeSchooling } from '@/lib/services/home-schooling'
import { pdfText } from '@/test/pdf-text'
import { expectLetters } from './mailbox'
import { applicationPath, expectStatus } from './pages/application'
import { PHOTO } from './pages/files'
import { numberOf } from './pages/form'
import { untilLive } from './pages/live'
import { download, expectTitle, follow, open, press } from './pages/room'
import { expectDone, openFromQueue } from './pages/work'
import { sql } from './people'
import { expect, PHONE, test } from './test'

const lastDay = (language: 'kk' | 'ru') => formatDate(complaintBy(dateInAlmaty(new Date())), language, 'long')

test.describe('refused at intake', () => {
  test.use({ language: 'ru' })
  test('ru, desktop: ready words, what to do and until when to object; once more in one press', async ({
    parent,
    family,
    offices,
    settle,
    colleague,
  }) => {
    const [ground] = homeSchooling.intakeGrounds
    const name = `Нет печати, ${randomUUID()}`
    await sql(
      `INSERT INTO text_template (id, kind, name_kk, name_ru, body_kk, body_ru, sort, updated_at)
       VALUES (gen_random_uuid(), 'refusal', $1, $1, 'Мөр көрінбейді.', 'На снимке в заявке № {number} не видна печать.', 99, now())`,
      [name],
    )
    const number = await settle('sent', family, offices)
    const why = `На снимке в заявке № ${number} не видна печать.`
    const clerk = await colleague(offices.school.clerk, 'ru')
    await openFromQueue(clerk, number)
    await test.step('another school sees nothing of it', async () => {
      const document = await clerk.page.getByRole('link', { name: PHOTO.name }).first().getAttribute('href')
      const stranger = await colleague(offices.sendingSchool.clerk, 'ru')
      await open(stranger, `/work/applications/${number}`)
      await expectTitle(stranger, 'Такой страницы нет')
      expect((await stranger.page.request.get(document ?? '')).status()).toBe(404)
      expect((await clerk.page.request.get(document ?? '')).status()).toBe(200)
    })
    await test.step('the words of a template are gone on with', async () => {
      const t = decisionMessages.ru
      await follow(clerk, t.steps['refuse-intake'].action)
      await clerk.page.getByLabel(ground?.text.ru ?? '').check()
      const template = clerk.page.getByLabel(t.template)
      await untilLive(template)
      await template.selectOption({ label: name })
      const explanation = clerk.page.getByLabel(t.explanation)
      await expect(explanation).toHaveValue(why)
      await expect(clerk.page.getByLabel(ground?.text.ru ?? '')).toBeChecked()
      await explanation.fill(`${why} Снимите первую страницу.`)
      await press(clerk, t.steps['refuse-intake'].action)
      await expectDone(clerk, 'refuseIntake')
    })

    await expectLetters(family.email, [
      `Заявка № ${number} отправлена`,
      `В приеме заявки № ${number} отказано`,
    ])
    await open(parent, applicationPath(number))
    await expectTitle(parent, applicationMessages.ru.headline.intake_refused)
    const said = [ground?.text.ru, ground?.source.ru, `${why} Снимите первую страницу.`, ground?.nextStep.ru]
    for (const words of said) await expect(parent.page.getByText(words ?? '').first()).toBeVisible()
    await parent.page.getByText(appealMessages.ru.howUntil(lastDay('ru'))).click()
    await expect(parent.page.getByText(/ул\. Мира, 7/)).toBeVisible()
    const paper = await pdfText(await download(parent, 'Отказ в приеме заявления'))
    for (const words of [why, lastDay('ru'), lastDay('kk')]) expect(paper).toContain(words)

    await press(parent, familyMessages.ru.copy.again)
    await expectTitle(parent, applicationMessages.ru.headline.created)
    expect(numberOf(parent)).toBeGreaterThan(number)
    await expect(parent.page.getByText(signingMessages.ru.sign.download)).toBeVisible()
    await expect(parent.page.getByText(PHOTO.name).first()).toBeAttached()
    await open(parent, applicationPath(number))
    await expect(parent.page.getByText(familyMessages.ru.copy.isLive)).toBeVisible()
    await expectStatus(parent, number, 'intake_refused')
  })
})

test.describe('refused by the head', () => {
  test.use({ language: 'kk', ...PHONE, javaScriptEnabled: false })
  test('kk, 360 px, without scripts: why, what to do, until when; once more in one press', async ({
    parent,
    family,
    offices,
    settle,
    colleague,
  }) => {
    const [ground] = homeSchooling.grounds
    const number = await settle('registered', family, offices, { locale: 'kk' })
    const head = await colleague(offices.school.director, 'kk')
    const t = decisionMessages.kk
    await open(head, `/work/applications/${number}`)
    await follow(head, t.steps.refuse.action)
    await head.page.getByLabel(ground?.text.kk ?? '').check()
    await head.page.getByLabel(t.explanation).fill('ДКК қорытындысы басқа балаға берілген.')
    await press(head, t.steps.refuse.onPaper)
    await expectDone(head, 'refuse')

    await open(parent, applicationPath(number))
    await expectTitle(parent, applicationMessages.kk.headline.refused)
    for (const words of [ground?.text.kk, 'ДКК қорытындысы басқа балаға берілген.', ground?.nextStep.kk])
      await expect(parent.page.getByText(words ?? '').first()).toBeVisible()
    await expect(parent.page.getByText(appealMessages.kk.howUntil(lastDay('kk')))).toBeVisible()
    await press(parent, familyMessages.kk.copy.again)
    await expectTitle(parent, applicationMessages.kk.headline.created)
  })
})
