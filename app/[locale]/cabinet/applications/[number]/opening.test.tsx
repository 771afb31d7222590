import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { later, openIntake, type Ready, readyDrafts, setSeats } from '@/lib/applications/enrolment.fixture'
import type { ApplicationPage } from '@/lib/applications/parent/loaders'
import { getOverview } from '@/lib/applications/parent/overview'
import { send } from '@/lib/applications/parent/sending'
import { startDraft } from '@/lib/applications/parent/starting'
import { confirmArea, placeOnWaitingList } from '@/lib/applications/provider/places'
import { neededDocuments, withProfile } from '@/lib/domain/answers'
import { exactTimeInAlmaty } from '@/lib/domain/dates'
import type { Locale } from '@/lib/domain/text'
import { asActor, prisma } from '@/lib/platform/db'
import { transfer } from '@/lib/services/transfer'
import { testDatabase } from '@/test/database'
import { exampleAnswers } from '@/test/example-answers'
import {
  addParent,
  attachFile,
  newChild,
  profileOf,
  type School,
  seedSchools,
  signDraft,
  TUESDAY,
} from '@/test/school'
import { Draft } from './draft'
import { headlineOf } from './headline'
import { Tracking } from './tracking'

// What forms post to is tried elsewhere; here it is read what they say.
vi.mock('next/navigation', () => ({ useRouter: () => ({}) }))
vi.mock('@/lib/auth/next-auth', () => ({}))

await testDatabase()
let school: School
let other: School

beforeAll(async () => {
  ;({ a: school, b: other } = await seedSchools())
  await openIntake()
  // No year after this one is foreseen yet.
  await prisma().intakeWindow.deleteMany({
    where: { serviceSlug: 'first-grade', periodKey: { not: '2027' } },
  })
})

type Sender = Pick<Ready, 'parent' | 'number'>

async function ready(): Promise<Ready> {
  const [draft] = await readyDrafts(1, school)
  if (!draft) throw new Error('no draft')
  return draft
}

async function pageOf({ parent, number }: Sender, now: Date): Promise<ApplicationPage> {
  const overview = await asActor(parent, (tx) => getOverview(tx, parent, number, now))
  const own = { confirmed: true, email: parent.email, edsIsOpen: true }
  return { ...overview, upload: null, income: null, copy: null, ...own }
}

/** All that the page says, in one line. */
async function read(draft: Sender, now: Date, locale: Locale = 'ru'): Promise<string> {
  const page = await pageOf(draft, now)
  const { title, lead } = headlineOf(page, locale)
  const body =
    page.application.status === 'draft' ? (
      <Draft locale={locale} page={page} permalink="/ru" news={{}} />
    ) : (
      <Tracking locale={locale} page={page} permalink="/ru" />
    )
  const html = renderToStaticMarkup(body)
  return `${title} | ${lead} | ${html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')}`
}

const OPENS = 'Прием откроется 1 апреля 2027 года в 09:00 (время Астаны).'
const DAY = 86_400_000

describe('a draft', () => {
  it('can be signed before the opening, and then waits for it without a button', async () => {
    const draft = await ready()
    const signed = await read(draft, later(-1))
    expect(signed).toContain(`Заявка готова | ${OPENS}`)
    expect(signed).not.toMatch(/Отправить в школу(?!»)/)
    expect(signed).toContain('Обновить страницу')
    await prisma().revision.updateMany({
      where: { currentOf: { number: draft.number } },
      data: { signedBy: null, signedAt: null },
    })
    const unsigned = await read(draft, later(-1))
    expect(unsigned).toContain(
      `Заявка еще не отправлена. Для отправки вам необходимо подписать заявление. ${OPENS}`,
    )
    expect(unsigned).toContain('Скачать заполненное заявление')
    expect(unsigned).toContain('Заявление можно подписать уже сейчас')
  })

  it('has the one button from the first moment on', async () => {
    const draft = await ready()
    const open = await read(draft, later(0))
    expect(open).toMatch(/Отправить в школу(?!»)/)
    expect(open).toContain('ответит до 31 августа')
    expect(await read(draft, later(0), 'kk')).toContain('Өтінімді мектепке жіберу')
  })

  it('says after the closing that it is over, and what to do', async () => {
    const draft = await ready()
    const autumn = new Date('2027-09-20T05:00:00Z')
    const late = await read(draft, autumn)
    expect(late).toContain('Эту заявку отправить уже нельзя | Прием документов 31.08.2027 был завершен.')
    expect(late).toContain('Когда станет известна дата следующего приема')
    expect(late).not.toContain('Отправить в школу')
    const next = { serviceSlug: 'first-grade', periodKey: '2028', answerBy: '2028-08-31' }
    await prisma().intakeWindow.create({
      data: {
        ...next,
        opensAt: new Date('2028-04-01T04:00:00Z'),
        closesAt: new Date('2028-08-31T19:00:00Z'),
      },
    })
    expect(await read(draft, autumn)).toContain('Подготовьте новую заявку к следующему приему')
  })
})

describe('a sent application', () => {
  it('tells its number, its moment and its turn', async () => {
    const [first, second] = [await ready(), await ready()]
    for (const draft of [first, second])
      await asActor(draft.parent, (tx) => send(tx, draft.parent, draft.number, later(123)))
    const sentAt = (await pageOf(second, later(DAY))).application.sentAt ?? later(0)
    const sent = await read(second, later(DAY))
    expect(sent).toContain('Номер в очереди: 2')
    expect(sent).toContain(`Принято 1 апреля 2027 года в ${exactTimeInAlmaty(sentAt)} (время Астаны).`)
    expect(exactTimeInAlmaty(sentAt)).toBe('09:00:00.124')
    expect(sent).not.toContain('Свободных мест')

    await prisma().application.updateMany({
      where: { number: { in: [first.number, second.number] } },
      data: { status: 'registered', registeredAt: later(DAY), dueAt: '2027-08-31' },
    })
    await setSeats(school, 1)
    const registered = await read(second, later(2 * DAY))
    expect(registered).toContain('Свободных мест сейчас нет. Вы на 1-м месте в очереди на свободное место | ')
    expect(registered).toContain('Школа еще не сверила адрес')
    const { clerk } = school
    await asActor(clerk, (tx) => confirmArea(tx, clerk, first.number, true, later(2 * DAY)))
    await asActor(clerk, (tx) => confirmArea(tx, clerk, second.number, false, later(2 * DAY)))
    await asActor(clerk, (tx) => placeOnWaitingList(tx, clerk, second.number, later(3 * DAY)))
    const waiting = await read(second, later(4 * DAY))
    expect(waiting).toContain('заявка поставлена в лист ожидания')
    expect(waiting).toContain('Школа сверила адрес: он не на территории обслуживания')
    expect(waiting).toContain('Когда место освободится, школа вызовет следующего по очереди')
    expect(waiting).toContain('Школа даст ответ до 31 августа')
    await setSeats(school, 2)
    expect(await read(second, later(5 * DAY))).toContain('Место освободилось, подошла ваша очередь | ')
    expect(await read(first, later(5 * DAY), 'kk')).toContain('балаңызға орын бар')
  })
})

describe('an application with stages', () => {
  it('says whose turn it is, and what each stage has brought', async () => {
    const draft = await sentTransfer()
    await prisma().application.update({
      where: { number: draft.number },
      data: { status: 'registered', registeredAt: TUESDAY, stageKey: 'place' },
    })
    const first = await read(draft, TUESDAY)
    expect(first).toContain('Новая школа проверяет, есть ли место в классе | ')
    expect(first).toContain('Новая школа проверяет, есть ли место в классе. ')

    const values = { className: '5 «Ә»', language: 'kk', note: '' }
    const { id } = await prisma().application.update({
      where: { number: draft.number },
      data: { stageKey: 'release', stages: { place: { values, at: TUESDAY.toISOString(), byName: '' } } },
    })
    const told = { action: 'completeStage', from: 'registered', to: 'registered' }
    await prisma().historyEvent.create({ data: { applicationId: id, ...told, detail: { stage: 'place' } } })
    const second = await read(draft, TUESDAY)
    expect(second).toContain('Нынешняя школа оформляет открепительный талон | ')
    expect(second).toContain('Новая школа подтвердила место. Класс: 5 «Ә», язык обучения: казахский.')
    expect(await read(draft, TUESDAY, 'kk')).toContain('Жаңа мектеп орын бар екенін растады. Сынып: 5 «Ә»')
  })

  async function sentTransfer(): Promise<Sender> {
    const parent = await addParent()
    const profile = await profileOf(parent)
    const organisations = {
      school: school.id,
      department: school.id,
      akimat: school.id,
      sendingSchool: other.id,
    }
    const answers = exampleAnswers(transfer, { organisations, child: newChild(), profile })
    const { number } = await asActor(parent, (tx) => startDraft(tx, parent, 'transfer', 'kk', TUESDAY))
    await prisma().application.update({ where: { number }, data: { answers, organisationId: school.id } })
    for (const { key } of neededDocuments(transfer, withProfile(transfer, answers, profile)))
      await attachFile(number, key, parent)
    await signDraft(parent, number)
    await asActor(parent, (tx) => send(tx, parent, number, TUESDAY))
    return { parent, number }
  }
})
