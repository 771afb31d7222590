import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, expect, test, vi } from 'vitest'
import { getOwn } from '@/lib/applications/data'
import { freeze } from '@/lib/applications/parent/freezing'
import { getOverview } from '@/lib/applications/parent/overview'
import { signStatement } from '@/lib/applications/parent/signing'
import type { Actor } from '@/lib/domain/actor'
import { signingMessages } from '@/lib/i18n/signing'
import { fetchPaper } from '@/lib/papers/stored'
import { asActor, prisma } from '@/lib/platform/db'
import { signCms } from '@/lib/signatures/eds/issuing/sign-cms'
import { testDatabase } from '@/test/database'
import { testEds } from '@/test/eds'
import { addParent, fillDraft, type School, seedSchools, TUESDAY } from '@/test/school'
import { Draft } from './draft'
import { headlineOf } from './headline'
import { Tracking } from './tracking'

// What forms post to is tried elsewhere; here it is read what the page says of a signature.
vi.mock('next/navigation', () => ({ useRouter: () => ({}) }))
vi.mock('@/lib/auth/next-auth', () => ({}))

await testDatabase()
const eds = await testEds(TUESDAY)
let school: School

beforeAll(async () => {
  ;({ a: school } = await seedSchools())
})

/** Signed with an EDS; who has not confirmed their address has not sent it. */
async function signed(confirmed: boolean, status: 'valid' | 'revocationPending' | 'revoked') {
  const parent = await addParent({ confirmed })
  const number = await fillDraft(parent, school.id)
  await freeze(parent, number, 'ru', TUESDAY)
  const { revision } = await asActor(parent, (tx) => getOwn(tx, parent, number))
  const statement = revision?.statementSha256 ?? ''
  const key = eds.key('person', { iin: parent.iin })
  const cms = signCms(await fetchPaper(statement), key, { signingTime: TUESDAY })
  expect(await signStatement(parent, number, { statement, cms }, TUESDAY)).toBeNull()
  await prisma().signature.updateMany({ where: { revision: { application: { number } } }, data: { status } })
  return { parent, number }
}

async function read(
  { parent, number }: { parent: Actor; number: number },
  edsIsOpen = true,
): Promise<string> {
  const overview = await asActor(parent, (tx) => getOverview(tx, parent, number, TUESDAY))
  const own = { upload: null, income: null, copy: null, confirmed: true, email: parent.email, edsIsOpen }
  const page = { ...overview, ...own }
  const body =
    page.application.status === 'draft' ? (
      <Draft locale="ru" page={page} permalink="/ru" news={{}} />
    ) : (
      <Tracking locale="ru" page={page} permalink="/ru" />
    )
  const { title, lead } = headlineOf(page, 'ru')
  return `${title} | ${lead} | ${renderToStaticMarkup(body)
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')}`
}

const { signed: t, sign } = signingMessages.ru

test('a draft: who signed, by which certificate, when; it may be sent and saved', async () => {
  const said = await read(await signed(false, 'valid'))
  expect(said).toContain('Заявление подписано. Осталось отправить')
  expect(said).toMatch(/Подписано ЭЦП ДЕМО АДАМ, сертификат открытого ключа № [0-9a-f]+, 24\.11\.2026 09:00/)
  for (const word of ['Отправить в школу', t.file, sign.edsAgain]) expect(said).toContain(word)
  expect(said).not.toContain(t.pending)
})

test('a draft whose key was not asked about yet says so, and may be sent', async () => {
  const said = await read(await signed(false, 'revocationPending'))
  expect(said).toContain(t.pending)
  expect(said).toContain('Отправить в школу')
})

test('a draft whose key had been revoked is to be signed anew, and not sent', async () => {
  const said = await read(await signed(false, 'revoked'))
  expect(said).toContain(`${t.refuted} | ${t.refutedDraft}`)
  expect(said).toContain(sign.edsAgain)
  expect(said).not.toContain('Отправить в школу')
})

test('a sent application whose key had been revoked is to be signed at the visit', async () => {
  const refuted = await signed(true, 'revoked')
  const said = await read(refuted)
  expect(said).toContain('Заявка отправлена. Подпишите заявление в школе | ')
  expect(said).toContain(t.refutedText)
  expect(said).toContain(t.refutedSent('в школе'))
  expect(said).not.toContain(t.checked)
  const good = await read(await signed(true, 'valid'))
  expect(good).toContain(t.file)
  expect(good).toContain(t.checked)
  expect(good).not.toContain(t.refuted)
})

test('where no authority is trusted the card says so and offers nothing', async () => {
  const parent = await addParent()
  const number = await fillDraft(parent, school.id)
  await freeze(parent, number, 'ru', TUESDAY)
  const closed = await read({ parent, number }, false)
  expect(closed).toContain(sign.edsClosed)
  expect(closed).not.toContain(sign.eds)
  expect(await read({ parent, number })).toContain(sign.eds)
})
