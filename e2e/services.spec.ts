import { type Answers, answerAt, isForSelf } from '@/lib/domain/answers'
import { paperName, resultPaper } from '@/lib/domain/paper-kind'
import type { ServiceDefinition } from '@/lib/domain/service'
import { applicationMessages } from '@/lib/i18n/application-page'
import { cabinetMessages } from '@/lib/i18n/cabinet'
import { commonMessages } from '@/lib/i18n/common'
import { familyMessages } from '@/lib/i18n/family'
import { publicMessages } from '@/lib/i18n/public'
import { SERVICES } from '@/lib/services'
import { exampleValues } from '@/test/example-answers'
import { pdfText } from '@/test/pdf-text'
import { isLong } from '@/test/size'
import { exampleOf, lastOptions } from './example'
import { applicationPath, attachScan, readStatement, send } from './pages/application'
import { fillByDefinition } from './pages/definition'
import { numberOf } from './pages/form'
import { inspect } from './pages/inspection'
import { download, expectTitle, follow, open, press } from './pages/room'
import {
  approveResult,
  completeStage,
  handOver,
  openFromQueue,
  prepareResult,
  registerApplication,
} from './pages/work'
import { checkCodeOf, expectKazakhLetters, expectValid } from './papers'
import { fullName } from './people'
import { expect, PHONE, type Reader, test } from './test'

/** From the card on the home page to the first step of a form. */
async function startFromCard(parent: Reader, service: ServiceDefinition, answers: Answers): Promise<number> {
  const { page, language } = parent
  const name = service.name[language]
  await open(parent, '')
  await follow(parent, `${commonMessages[language].more}: ${name}`)
  await expectTitle(parent, name)
  const { apply } = publicMessages[language]
  await page.getByRole('main').getByRole('link', { name: apply }).filter({ visible: true }).first().click()
  await expectTitle(parent, name)
  if (service.applicant === 'parentOrSelf16') {
    const { self, other } = familyMessages[language].start
    await page.getByLabel(isForSelf(service, answers) ? self : other).check()
  }
  await press(parent, cabinetMessages[language].apply)
  await page.waitForURL(/\/edit\//)
  return numberOf(parent)
}

// Every option is tried by itself elsewhere: here one way takes the first of all, the other the last.
const WAYS = [
  { language: 'ru', isLast: false, screen: {} },
  { language: 'kk', isLast: true, screen: PHONE },
] as const

// `npm test` walks each service once, the languages taking turns; `npm run test:long` walks each in both.
const servicesOf = (way: number) => SERVICES.filter((_, i) => isLong || i % WAYS.length === way)

for (const [way, { language, isLast, screen }] of WAYS.entries()) {
  test.describe(language, () => {
    test.use({ language, ...screen })

    for (const service of servicesOf(way)) {
      test(`${service.slug}, ${language}: from the card to the paper in the parent's hand`, async ({
        parent,
        family,
        offices,
        colleague,
      }) => {
        const choose = isLast ? lastOptions(service) : {}
        const { example, answers, officeOf } = exampleOf(service, family, offices, choose)
        const provider = officeOf(answerAt(answers, service.organisation))
        const subject = isForSelf(service, answers) ? family : family.child
        const { result } = service
        const paper = resultPaper(result.kind)

        const number = await startFromCard(parent, service, answers)
        await fillByDefinition(parent, service, answers, officeOf)
        await expectTitle(parent, applicationMessages[language].headline.created)
        const statement = await readStatement(parent)
        for (const printed of [fullName(subject), fullName(family), String(number)])
          expect(statement).toContain(printed)
        await attachScan(parent)
        await send(parent, provider.kind)

        const clerk = await colleague(provider.clerk, language)
        await openFromQueue(clerk, number)
        await registerApplication(clerk, service.queue?.area ? !isLast : undefined)
        for (const stage of service.stages ?? []) {
          const by = stage.by === 'sendingSchool' ? offices.sendingSchool : provider
          const worker = await colleague(by.clerk, language)
          await open(parent, applicationPath(number))
          await expectTitle(parent, stage.told[language].replace(/\.$/, ''))
          await inspect(worker, `/work/applications/${number}/stage`)
          await open(worker, `/work/applications/${number}`)
          await completeStage(worker, stage, exampleValues(service, stage.fields, answers, example))
        }
        await open(clerk, `/work/applications/${number}`)
        await prepareResult(clerk, service, exampleValues(service, result.fields, answers, example))
        const director = await colleague(provider.director, language)
        await open(director, `/work/applications/${number}`)
        await approveResult(director, paper)

        await open(parent, applicationPath(number))
        await expectTitle(parent, applicationMessages[language].headline.approved)
        const given = paperName(service, result.notification ? 'notification' : paper)
        const text = await pdfText(await download(parent, given[language]))
        expect(text).toContain(fullName(subject))
        expect(text).toContain(provider.name[language])
        expectKazakhLetters(text)
        await expectValid(parent, checkCodeOf(text))

        if (result.handOver) {
          await inspect(clerk, `/work/applications/${number}/hand-over`)
          await open(clerk, `/work/applications/${number}`)
          await handOver(clerk, service, exampleValues(service, result.handOver.fields, answers, example))
        }
      })
    }
  })
}
