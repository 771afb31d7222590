import { applicationMessages } from '@/lib/i18n/application-page'
import { placesMessages } from '@/lib/i18n/places'
import { firstGrade } from '@/lib/services/first-grade'
import { expectLetters } from './mailbox'
import { applicationPath, expectStatus } from './pages/application'
import { inspect } from './pages/inspection'
import { expectTitle, open, press } from './pages/room'
import { openFromQueue, registerApplication } from './pages/work'
import { sql } from './people'
import { expect, test } from './test'

test.use({ language: 'ru' })

// A language of teaching that no other journey asks for: its queue and its seats are this one's.
const LANGUAGE = 'ug'

/** The seats of the school to which an application went, for its year and language. */
async function setSeats(number: number, seats: number): Promise<void> {
  await sql(
    `INSERT INTO capacity (organisation_id, service_slug, period_key, variant, seats)
     SELECT organisation_id, service_slug, period_key, queue_variant, $2 FROM application WHERE number = $1
     ON CONFLICT (organisation_id, service_slug, period_key, variant) DO UPDATE SET seats = $2`,
    [number, seats],
  )
}

async function pathOfPlaces(number: number): Promise<string> {
  const [row] = await sql(
    'SELECT organisation_id, service_slug, period_key FROM application WHERE number = $1',
    [number],
  )
  const query = new URLSearchParams({
    organisation: String(row?.organisation_id),
    service: String(row?.service_slug),
    period: String(row?.period_key),
    language: LANGUAGE,
  })
  return `/work/places?${query}`
}

test('ru, desktop: no seat, the waiting list, the turn, and each time a letter', async ({
  parent,
  family,
  offices,
  settle,
  colleague,
}) => {
  const { page } = parent
  const { headline, queue } = applicationMessages.ru
  const t = placesMessages.ru
  const choose = { 'school.language': LANGUAGE }
  const number = await settle('sent', family, offices, { service: firstGrade, choose })
  await setSeats(number, 0)

  const clerk = await colleague(offices.school.clerk, 'ru')
  const decide = async (decision: 'waiting' | 'callUp') => {
    await press(clerk, new RegExp(`^${t[decision]}\\s?: ${t.application(number)}$`))
    await expect(clerk.page.getByText(t.done[decision](number))).toBeVisible()
  }
  await openFromQueue(clerk, number)
  await registerApplication(clerk, false)
  await open(parent, applicationPath(number))
  await expectTitle(parent, headline.waiting(1))

  const places = await pathOfPlaces(number)
  await open(clerk, places)
  await expect(clerk.page.getByText(t.turn(1))).toBeVisible()
  await decide('waiting')
  await expectStatus(parent, number, 'waiting')
  await open(parent, applicationPath(number))
  await expect(page.getByText(queue.turn(1))).toBeVisible()
  await inspect(parent, applicationPath(number))
  await inspect(clerk, places)

  await setSeats(number, 1)
  await open(clerk, places)
  await decide('callUp')
  await expectStatus(parent, number, 'registered')
  await expectLetters(family.email, [
    `Заявка № ${number} отправлена`,
    `Заявка № ${number} зарегистрирована`,
    `Заявка № ${number} поставлена в лист ожидания`,
    `Подошла очередь по заявке № ${number}`,
  ])
})
