import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { stepFields } from '@/components/application/step-fields'
import { ChildCard } from '@/components/family/child-card'
import { FamilyOffer } from '@/components/family/family-offer'
import { addPaper, addToFamily, told } from '@/lib/applications/parent/family.fixture'
import {
  applyAlike,
  keepInFamily,
  startApplication,
  takeFromFamily,
} from '@/lib/applications/parent/family-actions'
import { listOffers } from '@/lib/applications/parent/kept-papers'
import { loadStart, type StartPage } from '@/lib/applications/parent/loaders'
import type { FormAction } from '@/lib/auth/form-action'
import { readActor } from '@/lib/auth/session'
import type { Actor } from '@/lib/domain/actor'
import { type FormState, IDLE } from '@/lib/domain/form-state'
import type { Locale } from '@/lib/domain/text'
import { changeValidity, removeChild, removePaper, saveChild } from '@/lib/family/actions'
import { loadChild, loadFamily } from '@/lib/family/loaders'
import { CHILD_FIELDS, validUntilField } from '@/lib/family/schema'
import { asActor, prisma } from '@/lib/platform/db'
import { homeSchooling } from '@/lib/services/home-schooling'
import { tenthGrade } from '@/lib/services/tenth-grade'
import { testDatabase } from '@/test/database'
import { addParent, fillDraft, newChild, type School, seedSchools, TUESDAY } from '@/test/school'
import { whoField } from '../services/[slug]/who'

const carried = new Map<string, Record<string, string>>()

vi.mock('next/headers', () => ({
  headers: async () => new Headers({ origin: 'https://e.bilimal.kz', host: 'e.bilimal.kz' }),
}))
vi.mock('@/lib/auth/carried', () => ({
  carryValues: async (path: string, values: Record<string, string>) => void carried.set(path, values),
  carriedValues: async (path: string) => carried.get(path) ?? {},
  forgetCarried: async () => carried.clear(),
}))
vi.mock('@/lib/auth/next-auth', () => ({}))
vi.mock('@/lib/auth/session', () => {
  const read = vi.fn()
  return { readActor: read, actorIfAny: read, requireActor: read }
})
vi.mock('@/lib/platform/clock', () => ({ now: () => new Date('2026-11-24T04:00:00Z') }))

await testDatabase()
let school: School
let parent: Actor

beforeAll(async () => {
  school = (await seedSchools()).a
})

beforeEach(async () => {
  carried.clear()
  parent = await addParent()
  signIn(parent)
})

const signIn = (actor: Actor | null) => vi.mocked(readActor).mockResolvedValue(actor)

/** Where the press leads, without the language, or what it answers. */
async function press(action: FormAction, fields: Record<string, string>): Promise<string | FormState> {
  const form = new FormData()
  for (const [name, value] of Object.entries({ _locale: 'ru', ...fields })) form.set(name, value)
  return action(IDLE, form).catch((error: unknown) => {
    const digest = error instanceof Error && 'digest' in error ? String(error.digest) : ''
    if (!digest.startsWith('NEXT_REDIRECT')) throw error
    return (digest.split(';')[2] ?? '').replace(/^\/ru/, '')
  })
}

const wordsOf = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
const ready = <T,>(page: { status: string } & ({ status: 'ready'; data: T } | object)): T => {
  if (page.status !== 'ready' || !('data' in page)) throw new Error(page.status)
  return page.data
}
const family = async () => ready(await loadFamily('ru'))
const start = async (slug = 'home-schooling'): Promise<StartPage> => ready(await loadStart('ru', slug))
const typedChild = ({ birthDate, ...child } = newChild()) => {
  const [year = '', month = '', day = ''] = birthDate.split('-')
  return { ...child, 'birthDate-day': day, 'birthDate-month': month, 'birthDate-year': year }
}
const typedDate = (day: string, month: string, year: string) => ({
  'validUntil-day': day,
  'validUntil-month': month,
  'validUntil-year': year,
})

describe('«Семья»', () => {
  it('adds a child with its school found by region and district, and shows it whole', async () => {
    const { districtCode, district } = await prisma().organisation.findUniqueOrThrow({
      where: { id: school.id },
      select: { districtCode: true, district: { select: { regionKato: true } } },
    })
    const fields = { 'form.child': 'new', ...typedChild(), 'school-region': district.regionKato }
    expect(await press(saveChild, { ...fields, _intent: 'refresh' })).toBe('/cabinet/family/new')
    const withDistricts = ready(await loadChild('ru', 'new'))
    expect(withDistricts.values).toMatchObject({ iin: fields.iin, 'school-region': district.regionKato })
    expect(withDistricts.places.school?.districts.map(({ code }) => code)).toContain(districtCode)
    const controls = stepFields(CHILD_FIELDS, 'ru', withDistricts.values, withDistricts.places)
    expect(controls.map(({ name }) => name)).toContain('school-district')

    const whole = { ...fields, 'school-district': districtCode, school: school.id, grade: '5' }
    expect(await press(saveChild, whole)).toBe('/cabinet/family')
    const { children, today } = await family()
    const [child, ...others] = children
    if (!child) throw new Error('no child')
    expect(others).toEqual([])
    const shown = wordsOf(
      renderToStaticMarkup(
        <ChildCard locale="ru" child={child} today={today} dateField={validUntilField('ru')} />,
      ),
    )
    for (const said of [child.iin, '20.05.2015', child.school?.name.ru ?? '-', 'Класс 5'])
      expect(shown).toContain(said)
    const page = ready(await loadChild('ru', child.id))
    expect(page.values).toMatchObject({ iin: child.iin, school: school.id, 'school-district': districtCode })

    expect(await press(removeChild, { child: child.id })).toBe('/cabinet/family')
    expect((await family()).children).toEqual([])
  })

  it('says what is wrong at the fields, warns of an IIN that does not agree, and knows a child twice', async () => {
    const child = newChild()
    const fields = { 'form.child': 'new', ...typedChild(child) }
    expect(await press(saveChild, { ...fields, iin: '150520500015' })).toMatchObject({
      status: 'invalid',
      errors: [{ field: 'iin' }],
    })
    expect(await press(saveChild, { ...fields, sex: 'female' })).toMatchObject({ status: 'warned' })
    expect(await press(saveChild, { ...fields, sex: 'female', _confirmed: 'yes' })).toBe('/cabinet/family')
    expect(await press(saveChild, fields)).toMatchObject({ status: 'invalid', errors: [{ field: 'iin' }] })
    expect((await press(saveChild, { ...fields, _language: 'kk' })).toString()).toBe('/kk/cabinet/family/new')
  })

  it('shows until when a paper counts, in both languages, and lets it be changed and removed', async () => {
    const id = await addToFamily(parent, told())
    const paper = await addPaper(parent, id, 'medicalOpinion', '2026-11-23')
    const shown = async (locale: Locale) => {
      const { children, today } = await family()
      return children
        .map((child) => (
          <ChildCard key={child.id} {...{ locale, child, today }} dateField={validUntilField(locale)} />
        ))
        .map((card) => wordsOf(renderToStaticMarkup(card)))
        .join()
    }
    expect(await shown('ru')).toContain('Срок действия истек 23.11.2026')
    expect(await shown('kk')).toContain('Мерзімі 23.11.2026 аяқталды')
    expect(await press(changeValidity, { paper, ...typedDate('31', '2', '2027') })).toMatchObject({
      status: 'invalid',
      errors: [{ field: 'validUntil' }],
    })
    expect(await press(changeValidity, { paper, ...typedDate('31', '5', '2027') })).toBe('/cabinet/family')
    expect(await shown('ru')).toContain('Действует до 31.05.2027')
    expect(await press(removePaper, { paper })).toBe('/cabinet/family')
    expect(await shown('ru')).toContain('Документов пока нет')
  })

  it('is nobody else’s, and asks who is not signed in to do so', async () => {
    const id = await addToFamily(parent, told())
    const paper = await addPaper(parent, id, 'photo')
    signIn(await addParent())
    expect((await loadChild('ru', id)).status).toBe('absent')
    for (const answer of [
      await press(removeChild, { child: id }),
      await press(removePaper, { paper }),
      await press(saveChild, { 'form.child': id, ...typedChild() }),
      await press(startApplication, { slug: 'home-schooling', asked: 'yes', who: id }),
    ])
      expect(answer).toMatchObject({ status: 'refused' })
    signIn(null)
    expect(await press(removePaper, { paper })).toBe('/login?next=%2Fru%2Fcabinet%2Ffamily')
    expect(await prisma().familyPaper.count({ where: { id: paper } })).toBe(1)
  })
})

describe('an application', () => {
  const show = async (locale: Locale, number: number, slot: string) => {
    const offers = await asActor(parent, (tx) => listOffers(tx, parent, number, TUESDAY))
    const offer = offers.get(slot)
    if (!offer) return ''
    const given = { locale, offer, slot, title: slot, permalink: '/ru', dateField: validUntilField(locale) }
    return renderToStaticMarkup(<FamilyOffer {...given} hidden={{ number: String(number) }} />)
  }

  it('keeps its papers with one press each, and the next one takes them', async () => {
    const child = newChild()
    await addToFamily(parent, told(child))
    const first = await fillDraft(parent, school.id, child)
    const html = await show('ru', first, 'medicalOpinion')
    expect(wordsOf(html)).toContain('Сохранить в «Семье»')
    const documentId = /name="documentId" value="([^"]+)"/.exec(html)?.[1] ?? ''
    const keep = { number: String(first), slot: 'medicalOpinion', documentId, asked: 'yes' }
    expect(await press(keepInFamily, keep)).toMatchObject({
      status: 'invalid',
      errors: [{ field: 'validUntil' }],
    })
    expect(await press(keepInFamily, { ...keep, ...typedDate('31', '5', '2027'), from: 'review' })).toBe(
      `/cabinet/applications/${first}/edit/documents?from=review`,
    )
    expect(wordsOf(await show('ru', first, 'medicalOpinion'))).toContain('Действует до 31.05.2027')

    await prisma().applicationDocument.updateMany({
      where: { application: { number: first }, slot: 'medicalOpinion' },
      data: { removedAt: TUESDAY },
    })
    const taking = await show('kk', first, 'medicalOpinion')
    expect(wordsOf(taking)).toContain('«Отбасы» бөлімінен алу')
    const paperId = /name="paperId" value="([^"]+)"/.exec(taking)?.[1] ?? ''
    expect(await press(takeFromFamily, { number: String(first), slot: 'medicalOpinion', paperId })).toBe(
      `/cabinet/applications/${first}/edit/documents`,
    )
    expect(
      await prisma().applicationDocument.count({
        where: { application: { number: first }, removedAt: null },
      }),
    ).toBe(2)
  })

  it('asks for whom it is where there is a choice, and nothing else', async () => {
    const names = (page: StartPage) =>
      page.start && whoField(page.service, page.start, 'ru')?.options?.map(({ label }) => label)
    expect(names(await start())).toBeUndefined()
    expect(names(await start(tenthGrade.slug))).toEqual(['За себя (с 16 лет)', 'Другой ребенок'])
    const child = newChild()
    const id = await addToFamily(parent, told({ ...child, familyName: 'Әлиев', givenName: 'Айбек' }))
    const asked = async () => {
      const { service, start: choices } = await start()
      return choices && whoField(service, choices, 'ru')
    }
    expect(await asked()).toMatchObject({
      value: id,
      options: [{ label: 'Әлиев Айбек' }, { value: 'other' }],
    })
    const number = await fillDraft(parent, school.id, child)
    expect(await asked()).toMatchObject({
      value: '',
      options: [{ hint: expect.stringContaining(`№ ${number}`) }, {}],
    })
    const fields = { slug: homeSchooling.slug, asked: 'yes' }
    expect(await press(startApplication, fields)).toMatchObject({
      status: 'invalid',
      errors: [{ field: 'who' }],
    })
    expect(await press(startApplication, { ...fields, who: id })).toBe(
      `/cabinet/applications/${number}?found=yes`,
    )
    expect(await press(startApplication, { ...fields, who: 'other' })).toMatch(
      /^\/cabinet\/applications\/\d+\/edit$/,
    )
  })

  it('tells whoever is not signed in that a service is closed or not yet open, and asks them in otherwise', async () => {
    signIn(null)
    expect(await loadStart('ru', 'home-schooling')).toMatchObject({ status: 'signedOut' })
    const window = {
      serviceSlug: 'first-grade',
      periodKey: '2030',
      opensAt: new Date('2030-04-01T04:00:00Z'),
      closesAt: new Date('2030-08-31T19:00:00Z'),
    }
    await prisma().intakeWindow.deleteMany({ where: { serviceSlug: 'first-grade' } })
    await prisma().intakeWindow.create({ data: window })
    expect((await start('first-grade')).start).toBeNull()
    signIn(parent)
    expect((await start('first-grade')).start).toEqual({ drafts: [], children: [] })
    expect((await loadStart('ru', 'nothing')).status).toBe('absent')
  })

  it('for a second child is ready to be signed with one press, when the family knows it', async () => {
    const [one, two] = [newChild(), newChild()]
    await addToFamily(parent, told(one))
    const other = await addToFamily(parent, told({ ...two, grade: '7' }))
    await addPaper(parent, other, 'birthCertificate')
    await addPaper(parent, other, 'medicalOpinion', '2027-05-31')
    const first = await fillDraft(parent, school.id, one)
    await prisma().application.update({ where: { number: first }, data: { status: 'sent' } })
    const led = String(await press(applyAlike, { number: String(first), to: other }))
    expect(led).toMatch(/^\/cabinet\/applications\/\d+$/)
    const made = await prisma().application.findUniqueOrThrow({
      where: { number: Number(led.split('/').at(-1)) },
      select: { subjectKey: true, currentRevisionId: true },
    })
    expect(made).toMatchObject({ subjectKey: two.iin, currentRevisionId: expect.any(String) })
  })

  it('again for the same child asks only for what this application is about', async () => {
    const id = await addToFamily(parent, told({ schoolId: school.id, grade: '5' }))
    await addPaper(parent, id, 'birthCertificate')
    await addPaper(parent, id, 'medicalOpinion', '2027-05-31')
    const led = await press(startApplication, { slug: homeSchooling.slug, asked: 'yes', who: id })
    expect(led).toMatch(/^\/cabinet\/applications\/\d+\/edit\/school$/)
  })
})
