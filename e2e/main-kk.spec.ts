import { pdfText } from '@/test/pdf-text'
import { expectLetters } from './mailbox'
import { attachScan, expectStatus, readStatement, send } from './pages/application'
import { fillApplication } from './pages/form'
import { inspect } from './pages/inspection'
import { placeOf } from './pages/places'
import { download, expectTitle, open } from './pages/room'
import { approveOrder, openFromQueue, prepareOrder, registerApplication } from './pages/work'
import { checkCodeOf, expectKazakhLetters, expectValid } from './papers'
import { fullName } from './people'
import { expect, PHONE, test } from './test'

test.use({ language: 'kk', ...PHONE })
test.setTimeout(180_000)

test('the main journey, kk, 360 px: from the form to the notification', async ({ parent, family, staff }) => {
  // Another school than the Russian journey's: each school's orders are numbered in a row.
  const number = await fillApplication(parent, family, placeOf('almaty-305'))
  await expectTitle(parent, 'Өтінім сәтті жасалды!')
  const statement = await readStatement(parent)
  for (const printed of [fullName(family.child), fullName(family), 'ӨТІНІШ'])
    expect(statement).toContain(printed)
  expectKazakhLetters(statement)
  await attachScan(parent)
  await send(parent)

  const clerk = await staff('clerk2@demo.bilimal.kz')
  await openFromQueue(clerk, number)
  await registerApplication(clerk)
  await prepareOrder(clerk, '№ 7, 16.11.2026')
  const director = await staff('director2@demo.bilimal.kz')
  await openFromQueue(director, number)
  await approveOrder(director)

  await expectLetters(family.email, [
    `№ ${number} өтінім жіберілді`,
    `№ ${number} өтінім тіркелді`,
    `№ ${number} өтінім мақұлданды`,
  ])
  await expectStatus(parent, number, 'approved')
  await open(parent, `/cabinet/applications/${number}`)
  await expectTitle(parent, 'Өтінім мақұлданды')
  const notification = await pdfText(await download(parent, 'Хабарлама'))
  expect(notification).toContain(fullName(family.child))
  expect(notification).toMatch(/№ \d+ бұйрық/)
  expectKazakhLetters(notification)
  await expectValid(parent, checkCodeOf(notification))

  await inspect(parent, `/cabinet/applications/${number}`)
  await inspect(director, `/work/applications/${number}`)
  await inspect(director, '/work/journal')
})
