import { beforeAll, beforeEach, expect, test } from 'vitest'
import { getOwn } from '@/lib/applications/data'
import { freeze } from '@/lib/applications/parent/freezing'
import { signStatement } from '@/lib/applications/parent/signing'
import { readReview } from '@/lib/applications/provider/review'
import type { Actor } from '@/lib/domain/actor'
import { fetchPaper } from '@/lib/papers/stored'
import { asActor, prisma } from '@/lib/platform/db'
import type { Issued } from '@/lib/signatures/eds/issuing/authority'
import { signCms } from '@/lib/signatures/eds/issuing/sign-cms'
import { testDatabase } from '@/test/database'
import { testEds } from '@/test/eds'
import { addParent, fillDraft, type School, seedSchools, TUESDAY } from '@/test/school'
import { recheckSignatures } from './recheck'

await testDatabase()
const eds = await testEds(TUESDAY)
const IIN = '881102400015'
let school: School

beforeAll(async () => {
  ;({ a: school } = await seedSchools())
})

beforeEach(async () => {
  eds.setUp(true)
  await prisma().signature.deleteMany()
})

const minute = (n: number) => new Date(TUESDAY.getTime() + n * 60_000)
const recheck = (now: Date) => recheckSignatures(fetchPaper, now)

/** Sent while the authority did not answer. */
async function pending(
  key: Issued = eds.key('person', { iin: IIN }),
): Promise<{ parent: Actor; number: number }> {
  const parent = await addParent()
  const number = await fillDraft(parent, school.id)
  await freeze(parent, number, 'ru', TUESDAY)
  const { revision } = await asActor(parent, (tx) => getOwn(tx, parent, number))
  const statement = revision?.statementSha256 ?? ''
  const cms = signCms(await fetchPaper(statement), key, { signingTime: TUESDAY })
  eds.setUp(false)
  expect(await signStatement(parent, number, { statement, cms }, TUESDAY)).toBeNull()
  return { parent, number }
}

const rowOf = (number: number) =>
  prisma().signature.findFirstOrThrow({
    where: { revision: { application: { number } } },
    select: { status: true, revocation: true, revocationCheckedAt: true, recheckAt: true, rechecks: true },
  })
const lettersTo = ({ userId }: Actor) =>
  prisma()
    .outbox.findMany({ where: { recipientId: userId }, orderBy: { createdAt: 'asc' } })
    .then((rows) => rows.map((row) => row.event))
const shownToSchool = async (number: number) =>
  (await asActor(school.clerk, (tx) => readReview(tx, school.clerk, number, 'ru', TUESDAY))).revision.eds

const isProven = async ({ userId }: Actor) =>
  (await prisma().account.findUniqueOrThrow({ where: { id: userId } })).iinProvenBy === 'eds'

test('once the authority answers, the signature has its evidence, and proves whose account it is', async () => {
  const { parent, number } = await pending()
  expect(await isProven(parent), 'by a signature that may yet be refuted').toBe(false)
  expect(await shownToSchool(number)).toMatchObject({ status: 'revocationPending' })
  eds.setUp(true)
  expect(await recheck(minute(9)), 'not before its time').toEqual({ valid: 0, refuted: 0, pending: 0 })
  expect(await recheck(minute(10))).toEqual({ valid: 1, refuted: 0, pending: 0 })
  const row = await rowOf(number)
  expect(row).toMatchObject({ status: 'valid', recheckAt: null })
  expect(row.revocation).not.toBeNull()
  expect(await shownToSchool(number)).toMatchObject({ status: 'valid' })
  expect(await isProven(parent)).toBe(true)
  expect(await lettersTo(parent)).toEqual(['application_signed_sent'])
  expect(await recheck(minute(1000))).toEqual({ valid: 0, refuted: 0, pending: 0 })
})

test('until it does, the questions come ever more seldom', async () => {
  const { number } = await pending()
  let now = 10
  for (const wait of [30, 60, 120, 360, 360]) {
    expect(await recheck(minute(now - 1))).toEqual({ valid: 0, refuted: 0, pending: 0 })
    expect(await recheck(minute(now))).toEqual({ valid: 0, refuted: 0, pending: 1 })
    now += wait
    expect(await rowOf(number)).toMatchObject({ status: 'revocationPending', recheckAt: minute(now) })
  }
})

test('a key that had been revoked: the applicant is told, and the school sees it', async () => {
  const key = eds.key('person', { iin: IIN })
  const { parent, number } = await pending(key)
  eds.setUp(true)
  eds.revoke(key, minute(-60))
  expect(await recheck(minute(10))).toEqual({ valid: 0, refuted: 1, pending: 0 })
  expect(await shownToSchool(number)).toMatchObject({ status: 'revoked' })
  expect(await isProven(parent)).toBe(false)
  expect(await lettersTo(parent)).toEqual(['application_signed_sent', 'statement_refuted'])
})

test('a key that was never issued is no better', async () => {
  const key = eds.key('person', { iin: IIN })
  const { number } = await pending(key)
  eds.setUp(true)
  eds.forget(key)
  expect(await recheck(minute(10))).toEqual({ valid: 0, refuted: 1, pending: 0 })
  expect(await rowOf(number)).toMatchObject({ status: 'revoked', recheckAt: null })
})

test('a key that was given up afterwards: what it signed before holds', async () => {
  const key = eds.key('person', { iin: IIN })
  const { number } = await pending(key)
  eds.setUp(true)
  eds.revoke(key, minute(5))
  expect(await recheck(minute(10))).toEqual({ valid: 1, refuted: 0, pending: 0 })
  expect(await rowOf(number)).toMatchObject({ status: 'valid', revocationCheckedAt: minute(10) })
})

test('of a key that has run out meanwhile nobody is asked any more', async () => {
  const { number } = await pending()
  const late = minute(60 * 24 * 340)
  expect(await recheck(late)).toEqual({ valid: 0, refuted: 0, pending: 1 })
  expect(await rowOf(number)).toMatchObject({ status: 'revocationPending', recheckAt: null })
})

test('jobs at once share the work; what fails is taken up again', async () => {
  const numbers = [await pending(), await pending(), await pending()].map(({ number }) => number)
  eds.setUp(true)
  const counts = await Promise.all([recheck(minute(10)), recheck(minute(10)), recheck(minute(10))])
  expect(counts.reduce((sum, { valid }) => sum + valid, 0)).toBe(numbers.length)
  for (const number of numbers) expect(await rowOf(number)).toMatchObject({ status: 'valid', rechecks: 1 })

  const { number } = await pending()
  eds.setUp(true)
  const broken = () => Promise.reject(new Error('the store is down'))
  expect(await recheckSignatures(broken, minute(10))).toEqual({ valid: 0, refuted: 0, pending: 1 })
  expect(await recheck(minute(11)), 'within the lease').toEqual({ valid: 0, refuted: 0, pending: 0 })
  expect(await recheck(minute(15))).toEqual({ valid: 1, refuted: 0, pending: 0 })
  expect((await rowOf(number)).status).toBe('valid')
})

test('what no longer stands under a statement is nobody’s question', async () => {
  const { parent, number } = await pending()
  eds.setUp(true)
  await prisma().revision.updateMany({
    where: { application: { number } },
    data: { signedBy: 'scan' },
  })
  expect(await recheck(minute(10))).toEqual({ valid: 0, refuted: 0, pending: 0 })
  expect(await lettersTo(parent)).toEqual(['application_signed_sent'])
})
