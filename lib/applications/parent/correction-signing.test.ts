import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/domain/actor'
import { fetchPaper } from '@/lib/papers/stored'
import { asActor, prisma } from '@/lib/platform/db'
import { signCms } from '@/lib/signatures/eds/issuing/sign-cms'
import { testDatabase } from '@/test/database'
import { testEds } from '@/test/eds'
import { addParent, fillDraft, type School, seedSchools, TUESDAY } from '@/test/school'
import { ask, GRADE, OPINION, replace, sendNow } from '../correction.fixture'
import { getOwn } from '../data'
import { openStatement, openStatementSignature } from '../paper-files'
import { closeCorrection } from '../provider/correction'
import { register } from '../provider/intake'
import { hour } from '../provider/work.fixture'
import { isSigned } from '../revision'
import { saveCorrected } from './correcting'
import { freeze } from './freezing'
import { chooseSigningAtSchool, send } from './sending'
import { getSignPage } from './sign-page'
import { signStatement } from './signing'

await testDatabase()
const eds = await testEds(TUESDAY)
let school: School

beforeAll(async () => {
  ;({ a: school } = await seedSchools())
})

const code = (value: string) => expect.objectContaining({ code: value })
const own = (parent: Actor, number: number) => asActor(parent, (tx) => getOwn(tx, parent, number))

async function sign(parent: Actor, number: number, statement: string, at = TUESDAY) {
  const key = eds.key('person', { iin: parent.iin })
  const cms = signCms(await fetchPaper(statement), key, { signingTime: at })
  return signStatement(parent, number, { statement, cms }, at)
}

/** Sent with an EDS. */
async function sentByEds() {
  const parent = await addParent()
  const number = await fillDraft(parent, school.id)
  await freeze(parent, number, 'ru', TUESDAY)
  const { revision } = await own(parent, number)
  expect(await sign(parent, number, revision?.statementSha256 ?? '')).toBeNull()
  return { parent, number }
}

async function changeGrade(parent: Actor, number: number): Promise<void> {
  const posted = (name: string) => (name === 'grade' ? '7' : '')
  await asActor(parent, (tx) =>
    saveCorrected(tx, parent, { number, step: 'school', posted, press: null }, hour(3)),
  )
}

const signPage = (parent: Actor, number: number) =>
  asActor(parent, (tx) => getSignPage(tx, parent, number, hour(4)))

describe('by EDS', () => {
  it('the new statement is signed and sent in one act, and the first keeps its signature', async () => {
    const { parent, number } = await sentByEds()
    await ask(school, number, [GRADE])
    expect(await signPage(parent, number)).toBeNull()
    await changeGrade(parent, number)
    expect(await sendNow(parent, number)).toBe('toSign')
    const page = await signPage(parent, number)
    const { pending, revision: first } = await own(parent, number)
    expect(page).toMatchObject({ isCorrection: true, sha256: pending?.statementSha256 })
    // What stood before is no longer what is signed.
    await expect(sign(parent, number, first?.statementSha256 ?? '', hour(4))).rejects.toEqual(
      code('conflict'),
    )
    expect(await sign(parent, number, page?.sha256 ?? '', hour(4))).toBeNull()
    const after = await own(parent, number)
    expect(after).toMatchObject({
      status: 'sent',
      revision: { id: pending?.id, signedBy: 'cms', ordinal: 2 },
    })
    const signatures = await Promise.all(
      [1, 2].map((ordinal) => openStatementSignature(school.clerk, number, hour(5), ordinal)),
    )
    expect(signatures[0]?.cms).not.toEqual(signatures[1]?.cms)
    expect((await openStatementSignature(parent, number, hour(5))).cms).toEqual(signatures[1]?.cms)
  })

  it('a tick keeps the signature, whatever is found out of it later', async () => {
    const { parent, number } = await sentByEds()
    await ask(school, number, [OPINION])
    await replace(parent, number, 'medicalOpinion')
    await sendNow(parent, number)
    const { revision } = await own(parent, number)
    expect(revision).toMatchObject({ ordinal: 2, signedBy: 'cms', signed: { ordinal: 1 } })
    expect(revision && isSigned(revision)).toBe(true)
    expect((await openStatementSignature(parent, number, hour(6))).cms).toEqual(
      (await openStatementSignature(parent, number, hour(6), 1)).cms,
    )
    await prisma().signature.updateMany({
      where: { revisionId: revision?.signed.id },
      data: { status: 'revoked' },
    })
    await expect(register(school.clerk, number, hour(6))).rejects.toEqual(code('unsigned'))
  })
})

it('at the school: what comes back before registration may be signed there, and only then', async () => {
  const parent = await addParent()
  const number = await fillDraft(parent, school.id)
  await freeze(parent, number, 'ru', TUESDAY)
  await asActor(parent, (tx) => chooseSigningAtSchool(tx, parent, number, TUESDAY))
  await asActor(parent, (tx) => send(tx, parent, number, hour(1)))
  await ask(school, number, [OPINION, GRADE])
  await changeGrade(parent, number)
  await sendNow(parent, number)
  await asActor(parent, (tx) => chooseSigningAtSchool(tx, parent, number, hour(4)))
  expect(await sendNow(parent, number)).toBe('sent')
  expect((await own(parent, number)).revision).toMatchObject({ signedBy: 'atSchool', ordinal: 2 })
  await expect(register(school.clerk, number, hour(6))).rejects.toEqual(code('unsigned'))
})

it('a statement that is about to be signed is its applicant’s alone, and goes when the school goes on', async () => {
  const { parent, number } = await sentByEds()
  await ask(school, number, [GRADE])
  await changeGrade(parent, number)
  await sendNow(parent, number)
  const read = (actor: Actor, ordinal: number) => openStatement(actor, number, hour(5), ordinal)
  await expect(read(parent, 2)).resolves.toHaveProperty('pdf')
  await expect(read(school.clerk, 1)).resolves.toHaveProperty('pdf')
  await expect(read(school.clerk, 2)).rejects.toEqual(code('absent'))
  await expect(read(parent, 3)).rejects.toEqual(code('absent'))
  await asActor(school.clerk, (tx) => closeCorrection(tx, school.clerk, number, hour(6)))
  await expect(read(parent, 2)).rejects.toEqual(code('absent'))
  expect(await signPage(parent, number)).toBeNull()
})
