import { annulmentGround } from '@/lib/domain/annulment'
import { addDays, dateInAlmaty, formatDate } from '@/lib/domain/dates'
import { LOCALES } from '@/lib/domain/text'
import { annulmentTexts } from '@/lib/i18n/annulment'
import { commonMessages } from '@/lib/i18n/common'
import { decisionMessages } from '@/lib/i18n/decisions'
import { headSigningMessages } from '@/lib/i18n/head-signing'
import { teamMessages } from '@/lib/i18n/team'
import { verifyMessages } from '@/lib/i18n/verify'
import { workMessages } from '@/lib/i18n/work'
import { pdfText } from '@/test/pdf-text'
import { settleAlike } from './alike'
import { keyOfDirector, standIn } from './keys'
import { settleOffices } from './offices'
import { fillDate } from './pages/form'
import { inspect } from './pages/inspection'
import { expectTitle, open, press } from './pages/room'
import { approveOrder, expectDone } from './pages/work'
import { checkCodeOf } from './papers'
import { born, sql } from './people'
import { expect, test } from './test'

test.setTimeout(120_000)

const accountOf = async (email: string) =>
  String((await sql('SELECT id FROM account WHERE email = $1', [email]))[0]?.id)

for (const locale of LOCALES) {
  test.describe(locale, () => {
    test.use({ language: locale })

    test('a head’s session is taken over at midnight by whoever an order appoints, and given back at another', async ({
      language,
      family,
      settle,
      staff,
    }) => {
      const t = headSigningMessages[language]
      const team = teamMessages[language]
      const offices = await settleOffices()
      const { school } = offices
      const iin = born(1970, 1990, 4).iin
      await sql('UPDATE account SET iin = $2 WHERE email = $1', [school.clerk, iin])
      await settleAlike(await settle('on_signing', family, offices, { locale: language }), school, 2)

      const director = await staff(school.director)
      await open(director, '/work/team')
      await expectTitle(director, team.title)
      const from = addDays(dateInAlmaty(new Date()), 1)
      const to = addDays(from, 1)
      await director.page.getByLabel('Тілеуова Жансая', { exact: true }).check()
      await fillDate(director, team.form.from, from)
      await fillDate(director, team.form.to, to)
      await director.page.getByLabel(team.form.order, { exact: true }).fill('45-л/с')
      await fillDate(director, team.form.orderDate, addDays(from, -1))
      await press(director, team.form.submit)
      await expect(director.page.getByText(team.done.appointed ?? '')).toBeVisible()
      const day = (date: string) => formatDate(date, language, 'short')
      await expect(director.page.getByText(team.days(day(from), day(to)))).toBeVisible()
      await inspect(director, '/work/team')

      const acting = await staff(school.clerk)
      await open(acting, '/work/signing')
      await expectTitle(acting, commonMessages[language].absent.title)
      // Midnight: the first day has begun a second ago.
      const accountId = await accountOf(school.clerk)
      const term = 'account_id = $1 AND is_acting'
      await sql(
        `UPDATE membership SET valid_from = now() - interval '1 second', valid_to = now() + interval '1 day' WHERE ${term}`,
        [accountId],
      )
      const key = keyOfDirector({ ...school, directorIin: iin }, 'signRight')
      const offers = await standIn(acting.page, () => key)
      await open(acting, '/work/signing')
      await expect(acting.page.getByText(t.waiting(3))).toBeVisible()
      await acting.page.getByRole('checkbox', { checked: true }).last().uncheck()
      await press(acting, t.course.sign.replace('{n}', '2'))
      await expect(
        acting.page.getByText(t.course.ended.replace('{made}', '2').replace('{of}', '2')),
      ).toBeVisible({
        timeout: 90_000,
      })
      await expect(acting.page.getByText(t.waiting(1))).toBeVisible()
      expect(offers.map(({ asked }) => asked.signerParams.bin)).toEqual([school.bin, school.bin])
      const [order] = await sql(
        `SELECT id FROM paper WHERE organisation_id = $1 AND kind = 'order' AND number = '1'`,
        [school.id],
      )
      const sheet = await acting.page.request.get(`/api/papers/${order?.id}`)
      const printed = await pdfText(await sheet.body())
      for (const said of ['И. о. директора', 'Директордың міндетін атқарушы', '№ 45-л/с'])
        expect(printed).toContain(said)

      // The last midnight, while the page with the third one lies open.
      await sql(`UPDATE membership SET valid_to = now() WHERE ${term}`, [accountId])
      await acting.page.getByRole('checkbox').last().check()
      await press(acting, t.course.signRest.replace('{n}', '1'))
      await expect(
        acting.page.getByText(t.taken).or(acting.page.getByText(t.course.refused)).first(),
      ).toBeVisible()
      await open(acting, '/work/signing')
      await expectTitle(acting, commonMessages[language].absent.title)
      await open(director, '/work/signing')
      await expect(director.page.getByText(t.waiting(1))).toBeVisible()
      await open(director, '/work/journal')
      await expect(director.page.getByRole('row')).toHaveCount(3)
    })

    test('a head’s own child is the department’s to sign for, in its own name, and to annul by a new order', async ({
      language,
      reader,
      family,
      settle,
      staff,
    }) => {
      const t = headSigningMessages[language]
      const offices = await settleOffices()
      const { school, department } = offices
      await sql('UPDATE organisation SET parent_id = $2 WHERE id = $1', [school.id, department.id])
      const { child } = family
      await sql(
        `INSERT INTO family_child (id, account_id, iin, family_name, given_name, patronymic, birth_date, sex, updated_at)
         VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7, now())`,
        [
          await accountOf(school.director),
          child.iin,
          child.familyName,
          child.givenName,
          child.patronymic,
          child.birthDate,
          child.sex,
        ],
      )
      const number = await settle('on_signing', family, offices, { locale: language })

      const own = await staff(school.director)
      await open(own, '/work/signing')
      await expect(own.page.getByText(t.empty)).toBeVisible()
      await open(own, `/work/applications/${number}`)
      await expect(own.page.getByText(workMessages[language].review.conflictTitle)).toBeVisible()
      await expect(
        own.page.getByText(
          new RegExp(`${workMessages[language].events.delegate}.*${department.name[language]}`),
        ),
      ).toBeVisible()

      const head = await staff(department.director)
      await open(head, '/work/signing')
      await expect(head.page.getByText(t.waiting(1))).toBeVisible()
      await open(head, `/work/applications/${number}`)
      const sheet = await approveOrder(head)
      const printed = await pdfText(sheet)
      expect(printed).toContain(department.name[language])
      expect(printed).toContain('Бөлім басшысы')
      const [order] = await sql(
        `SELECT paper.organisation_id, paper.number, paper.code FROM paper JOIN application ON application.id = application_id
         WHERE application.number = $1 AND kind = 'order'`,
        [number],
      )
      expect(order).toMatchObject({ organisation_id: department.id, number: '1' })

      const code = checkCodeOf(printed)
      await open(reader, `/verify?code=${code}`)
      await expect(reader.page.getByText(verifyMessages[language].valid, { exact: true })).toBeVisible()
      await expect(reader.page.getByText(department.name[language])).toBeVisible()

      const { revoke } = decisionMessages[language].steps
      await inspect(head, `/work/applications/${number}/revoke`)
      await head.page.getByLabel(annulmentGround('annul-mistake')?.[language] ?? '').check()
      await head.page
        .getByLabel(decisionMessages[language].explanation)
        .fill('Сынып қате көрсетілген: алтыншы болуы керек.')
      await press(head, revoke.onPaper)
      await expectDone(head, 'revoke')
      await open(reader, `/verify?code=${code}`)
      await expect(reader.page.getByText(verifyMessages[language].revoked, { exact: true })).toBeVisible()
      await reader.page.getByRole('link', { name: verifyMessages[language].annulment }).click()
      await expect(reader.page.getByText(annulmentTexts[language].name)).toBeVisible()
    })
  })
}
