import type { Page } from '@playwright/test'
import { answerAt } from '@/lib/domain/answers'
import type { Field } from '@/lib/domain/fields'
import { PAPER_LABELS } from '@/lib/domain/paper-kind'
import { applicationMessages } from '@/lib/i18n/application-page'
import { cabinetMessages } from '@/lib/i18n/cabinet'
import { familyMessages } from '@/lib/i18n/family'
import { signingMessages } from '@/lib/i18n/signing'
import { childStep } from '@/lib/services/child-step'
import { transport } from '@/lib/services/transport'
import { pdfText } from '@/test/pdf-text'
import { exampleOf } from './example'
import { seededOffice } from './offices'
import { attachScan, readStatement, send } from './pages/application'
import { fillByDefinition, fillFields, fillStep } from './pages/definition'
import { attach, documentPlace, PHOTO } from './pages/files'
import { documentTitle, fillChild, fillSchool, goOn, numberOf, start, startPath, words } from './pages/form'
import { inspect } from './pages/inspection'
import { placeOf } from './pages/places'
import { download, expectTitle, open, press } from './pages/room'
import { openFromQueue, registerApplication } from './pages/work'
import { fullName, newFamily } from './people'
import { expect, PHONE, test } from './test'

const START = startPath(transport)
const stepOf = (key: string) => {
  const step = transport.steps.find((s) => s.key === key)
  if (!step) throw new Error(`there is no step ${key}`)
  return step
}

/** One question, by its path. */
function fieldsOf(path: string): Field[] {
  const [step = '', key] = path.split('.')
  return stepOf(step).fields.filter((field) => field.key === key)
}

/** Counts what a person does from here on: presses, and answers typed or chosen from a list. */
async function countDeeds(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const count = () => {
      const deeds = Number(sessionStorage.getItem('deeds') ?? 0) + 1
      sessionStorage.setItem('deeds', String(deeds))
    }
    const isPress = (target: EventTarget | null) =>
      target instanceof Element && target.closest('a, button, [type=radio], [type=checkbox]') !== null
    addEventListener('click', ({ target, isTrusted }) => isTrusted && isPress(target) && count(), true)
    addEventListener('change', ({ target }) => isPress(target) || count(), true)
  })
  return () => page.evaluate(() => Number(sessionStorage.getItem('deeds')))
}

test.describe('the same child', () => {
  test.use({ language: 'ru' })

  test('ru, desktop: a second application takes what the family has, in under two minutes', async ({
    parent,
    family,
    offices,
  }) => {
    const { page } = parent
    await test.step('the first one leaves the child and a paper in «Семья»', async () => {
      await start(parent)
      await goOn(parent)
      await fillChild(parent, family.child)
      await goOn(parent)
      await fillSchool(parent, placeOf('temirtau-5'))
      await goOn(parent)
      const title = documentTitle(parent, 'birthCertificate')
      await attach(parent, title, PHOTO)
      await press(parent, new RegExp(`^${familyMessages.ru.offer.keep}.*${title}$`))
      await expect(page.getByText(familyMessages.ru.offer.kept)).toBeVisible()
      await open(parent, '/cabinet/family')
      await expect(page.getByText(fullName(family.child)).first()).toBeVisible()
      await inspect(parent, '/cabinet/family')
    })

    await inspect(parent, START)
    const deeds = await countDeeds(page)
    const { answers, officeOf } = exampleOf(transport, family, offices)
    await open(parent, START)
    await expect(page.getByLabel(fullName(family.child))).toBeChecked()
    await press(parent, cabinetMessages.ru.apply)
    await expectTitle(parent, childStep.title.ru)
    await expect(page.getByLabel(words(parent, 'child.iin'))).toHaveValue(family.child.iin)
    await fillFields(parent, fieldsOf('child.bornElsewhere'), { bornElsewhere: 'yes' })
    await goOn(parent)
    await expectTitle(parent, stepOf('school').title.ru)
    await expect(page.getByLabel(words(parent, 'school.grade'), { exact: true })).toHaveValue('5')
    await fillFields(parent, fieldsOf('school.shift'), { shift: '2' })
    await goOn(parent)
    await expectTitle(parent, stepOf('route').title.ru)
    await fillStep(parent, stepOf('route'), answers, officeOf)
    await goOn(parent)
    const certificate = documentTitle(parent, 'birthCertificate')
    await press(parent, new RegExp(`^${familyMessages.ru.offer.take}\\s?${certificate}$`))
    await expect(documentPlace(parent, certificate).getByText(familyMessages.ru.offer.kept)).toBeVisible()
    await press(parent, cabinetMessages.ru.form.submit)
    await attachScan(parent)
    await send(parent, 'akimat')
    // At five seconds each they are the two minutes.
    expect(await deeds()).toBeGreaterThan(10)
    expect(await deeds()).toBeLessThanOrEqual(24)
  })
})

test.describe('another child', () => {
  test.use({ language: 'kk', ...PHONE })

  test('kk, 360 px: an application is copied for another child, and an akim registers the first', async ({
    parent,
    family,
    offices,
    colleague,
  }) => {
    const akimat = await seededOffice('karkaraly-besterek-akimat', 'akimat')
    const given = { ...offices, akimat }
    const choose = { 'child.bornElsewhere': 'no' }
    const { answers, officeOf } = exampleOf(transport, family, given, choose)
    const first = await start(parent, transport)
    await fillByDefinition(parent, transport, answers, officeOf)
    await press(parent, signingMessages.kk.sign.chooseAtSchool(applicationMessages.kk.providers.akimat.at))
    await attachScan(parent)
    await send(parent, 'akimat')

    const sibling = { ...family, child: newFamily().child }
    await press(parent, familyMessages.kk.copy.other)
    await expectTitle(parent, childStep.title.kk)
    expect(numberOf(parent)).toBeGreaterThan(first)
    const theirs = exampleOf(transport, sibling, given, choose).answers
    await fillStep(parent, stepOf('child'), theirs, officeOf)
    await goOn(parent)
    // The class is the child's own; the way to school is the family's.
    await expectTitle(parent, stepOf('school').title.kk)
    await fillFields(parent, fieldsOf('school.grade'), { grade: '3' })
    await goOn(parent)
    await expectTitle(parent, stepOf('route').title.kk)
    await goOn(parent)
    await expectTitle(parent, cabinetMessages.kk.form.documents)
    await press(parent, cabinetMessages.kk.form.submit)
    await expectTitle(parent, applicationMessages.kk.headline.created)
    const statement = await readStatement(parent)
    for (const printed of [fullName(sibling.child), answerAt(answers, 'route.boardingPoint')])
      expect(statement).toContain(printed)
    expect(statement).not.toContain(family.child.iin)

    const clerk = await colleague(akimat.clerk, 'kk')
    await openFromQueue(clerk, first)
    await registerApplication(clerk)
    const receipt = await pdfText(await download(clerk, PAPER_LABELS.receipt.kk))
    for (const printed of [fullName(family.child), akimat.name.kk]) expect(receipt).toContain(printed)
  })
})
