import { type Answers, answerAt, isForSelf, type ProfileValues, withProfile } from '@/lib/domain/answers'
import { PAPER_LABELS, resultPaper } from '@/lib/domain/paper-kind'
import type { ServiceDefinition } from '@/lib/domain/service'
import { applicationMessages } from '@/lib/i18n/application-page'
import { cabinetMessages } from '@/lib/i18n/cabinet'
import { commonMessages } from '@/lib/i18n/common'
import { familyMessages } from '@/lib/i18n/family'
import { publicMessages } from '@/lib/i18n/public'
import { SERVICES } from '@/lib/services'
import { type Example, exampleAnswers, exampleValues } from '@/test/example-answers'
import { pdfText } from '@/test/pdf-text'
import type { Office, Offices } from './offices'
import { applicationPath, attachScan, readStatement, send } from './pages/application'
import { fillByDefinition } from './pages/definition'
import { numberOf } from './pages/form'
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
import { fullName, type Parent } from './people'
import { expect, PHONE, type Reader, test } from './test'

/** Which way through a definition: the first of all options and kinds of provider, or the last. */
type Way = 'first' | 'last'

/** The definition as this way sees it, and whole answers for it. */
function answersOf(given: ServiceDefinition, way: Way, family: Parent, offices: Offices) {
  const isLast = way === 'last'
  const providerKinds = isLast ? given.providerKinds.toReversed() : given.providerKinds
  const service = { ...given, providerKinds }
  const known = Object.values(service.subject ?? {})
  const choices = service.steps.flatMap((step) =>
    step.fields
      .filter((field) => field.options && !field.profile && !known.includes(`${step.key}.${field.key}`))
      .map((field) => [`${step.key}.${field.key}`, field.options?.at(isLast ? -1 : 0)?.value ?? '']),
  )
  const profile: ProfileValues = { ...family, residency: 'resident', relation: 'mother' }
  const example: Example = {
    organisations: {
      school: offices.school.id,
      sendingSchool: offices.sendingSchool.id,
      department: offices.department.id,
      akimat: offices.akimat.id,
    },
    child: family.child,
    profile,
    choose: Object.fromEntries(choices),
  }
  return { example, answers: withProfile(service, exampleAnswers(service, example), profile) }
}

function officeOf(offices: Offices, id: string): Office {
  const office = Object.values(offices).find((o) => o.id === id)
  if (!office) throw new Error(`there is no organisation ${id}`)
  return office
}

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

for (const [language, way, screen] of [
  ['ru', 'first', {}],
  ['kk', 'last', PHONE],
] as const) {
  test.describe(language, () => {
    test.use({ language, ...screen })

    for (const service of SERVICES) {
      test(`${service.slug}, ${language}: from the card to the paper in the parent's hand`, async ({
        parent,
        family,
        offices,
        colleague,
      }) => {
        const { example, answers } = answersOf(service, way, family, offices)
        const place = (id: string) => officeOf(offices, id)
        const provider = place(answerAt(answers, service.organisation))
        const subject = isForSelf(service, answers) ? family : family.child
        const { result } = service
        const paper = resultPaper(result.kind)

        const number = await startFromCard(parent, service, answers)
        await fillByDefinition(parent, service, answers, place)
        await expectTitle(parent, applicationMessages[language].headline.created)
        const statement = await readStatement(parent)
        for (const printed of [fullName(subject), fullName(family), String(number)])
          expect(statement).toContain(printed)
        await attachScan(parent)
        await send(parent, provider.kind)

        const clerk = await colleague(provider.clerk, language)
        await openFromQueue(clerk, number)
        await registerApplication(clerk, service.queue && way === 'first')
        for (const stage of service.stages ?? []) {
          const by = stage.by === 'sendingSchool' ? offices.sendingSchool : provider
          const worker = await colleague(by.clerk, language)
          await open(parent, applicationPath(number))
          await expectTitle(parent, stage.told[language].replace(/\.$/, ''))
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
        const { kk, ru } = PAPER_LABELS[result.notification ? 'notification' : paper]
        const text = await pdfText(await download(parent, { kk, ru }[language]))
        expect(text).toContain(fullName(subject))
        expect(text).toContain(provider.name[language])
        expectKazakhLetters(text)
        await expectValid(parent, checkCodeOf(text))

        if (result.handOver) {
          await open(clerk, `/work/applications/${number}`)
          await handOver(clerk, service, exampleValues(service, result.handOver.fields, answers, example))
        }
      })
    }
  })
}
