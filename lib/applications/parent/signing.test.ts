import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/domain/actor'
import { fetchPaper } from '@/lib/papers/stored'
import { asActor, prisma } from '@/lib/platform/db'
import type { Issued } from '@/lib/signatures/eds/issuing/authority'
import { signCms } from '@/lib/signatures/eds/issuing/sign-cms'
import { testDatabase } from '@/test/database'
import { testEds } from '@/test/eds'
import { addParent, fillDraft, type School, seedSchools, TUESDAY } from '@/test/school'
import { getOwn } from '../data'
import { SIGNED_STATEMENT } from '../document-slots'
import { fillSlot, lockFillable } from '../documents'
import { openStatement, openStatementSignature } from '../paper-files'
import { register } from '../provider/intake'
import { decide, hour } from '../provider/work.fixture'
import { freeze } from './freezing'
import { chooseSigningAtSchool, send } from './sending'
import { sendSigned, signStatement } from './signing'

await testDatabase()
const eds = await testEds(TUESDAY)
const IIN = '881102400015'
let school: School

beforeAll(async () => {
  ;({ a: school } = await seedSchools())
})

beforeEach(async () => {
  eds.setUp(true)
  await prisma().intakeWindow.deleteMany()
})

const code = (value: string) => expect.objectContaining({ code: value })
const personKey = () => eds.key('person', { iin: IIN })

type Ready = { parent: Actor; number: number; statement: string }

/** A frozen statement that waits for its signature. */
async function ready(given: Partial<Parameters<typeof addParent>[0]> = {}): Promise<Ready> {
  const parent = await addParent(given)
  const number = await fillDraft(parent, school.id)
  await freeze(parent, number, 'ru', TUESDAY)
  return { parent, number, statement: await shaOf(parent, number) }
}

async function shaOf(parent: Actor, number: number): Promise<string> {
  const { revision } = await asActor(parent, (tx) => getOwn(tx, parent, number))
  if (!revision) throw new Error('not frozen')
  return revision.statementSha256
}

/** What NCALayer gives: over the bytes that the browser fetched. */
async function cmsOf(statement: string, key: Issued, at = TUESDAY): Promise<Uint8Array> {
  return signCms(await fetchPaper(statement), key, { signingTime: at })
}

async function sign({ parent, number, statement }: Ready, key: Issued = personKey(), now = TUESDAY) {
  return signStatement(parent, number, { statement, cms: await cmsOf(statement, key, now) }, now)
}

const ownOf = ({ parent, number }: Ready) => asActor(parent, (tx) => getOwn(tx, parent, number))
const lettersTo = (parent: Actor) =>
  prisma()
    .outbox.findMany({ where: { recipientId: parent.userId }, orderBy: { createdAt: 'asc' } })
    .then((rows) => rows.map((row) => row.event))
const provenBy = async ({ userId }: Actor) =>
  (await prisma().account.findUniqueOrThrow({ where: { id: userId } })).iinProvenBy
const signaturesOf = (number: number) =>
  prisma().signature.findMany({ where: { revision: { application: { number } } } })

/** The intake of this service, which otherwise has none. */
async function openAt(draft: Ready, opensAt: Date): Promise<void> {
  const { service, periodKey } = await ownOf(draft)
  await prisma().intakeWindow.create({
    data: { serviceSlug: service.slug, periodKey, opensAt, closesAt: hour(24 * 50) },
  })
}

describe('a statement signed with an EDS', () => {
  it('is sent in the same act, with the signature and its evidence on file', async () => {
    const draft = await ready()
    const key = personKey()
    expect(await sign(draft, key)).toBeNull()
    const { status, revision, sentAt } = await ownOf(draft)
    expect({ status, sentAt }).toEqual({ status: 'sent', sentAt: TUESDAY })
    expect(revision).toMatchObject({
      signedBy: 'cms',
      signedAt: TUESDAY,
      scanId: null,
      eds: { status: 'valid', signerName: expect.stringContaining('ДЕМО'), receivedAt: TUESDAY },
    })
    const [signature, ...others] = await signaturesOf(draft.number)
    expect(others).toEqual([])
    expect(signature).toMatchObject({
      format: 'cms',
      signedSha256: draft.statement,
      signerIin: IIN,
      signerBin: null,
      recheckAt: null,
    })
    expect(signature?.revocation).not.toBeNull()
    expect(await lettersTo(draft.parent)).toEqual(['application_signed_sent'])
    expect(await provenBy(draft.parent)).toBe('eds')
    expect(
      await prisma().auditEvent.count({
        where: { action: 'statement.sign', actorId: draft.parent.userId },
      }),
    ).toBe(1)
  })

  it('may come as NCALayer sends it, in PEM', async () => {
    const draft = await ready()
    const der = Buffer.from(await cmsOf(draft.statement, personKey()))
    const pem = `-----BEGIN CMS-----\n${der.toString('base64').replace(/(.{76})/g, '$1\n')}\n-----END CMS-----\n`
    const { parent, number, statement } = draft
    expect(await signStatement(parent, number, { statement, cms: Buffer.from(pem) }, TUESDAY)).toBeNull()
    expect((await openStatementSignature(parent, number, TUESDAY)).cms).toEqual(new Uint8Array(der))
  })

  it('is registered without a scan', async () => {
    const draft = await ready()
    await sign(draft)
    await register(school.clerk, draft.number, hour(1))
    expect((await ownOf(draft)).status).toBe('registered')
  })

  it('is saved by its applicant and read by the school, and absent for everybody else', async () => {
    const draft = await ready()
    const { parent, number } = draft
    await expect(openStatementSignature(parent, number, TUESDAY)).rejects.toEqual(code('absent'))
    await sign(draft)
    const own = await openStatementSignature(parent, number, TUESDAY)
    expect(own.name.ru).toContain(`№ ${number}`)
    expect(Buffer.from((await openStatement(parent, number, TUESDAY)).pdf.subarray(0, 5)).toString()).toBe(
      '%PDF-',
    )
    expect(await openStatementSignature(school.clerk, number, TUESDAY)).toEqual(own)
    await expect(openStatementSignature(await addParent(), number, TUESDAY)).rejects.toEqual(code('absent'))
  })
})

describe('a signature that does not hold', () => {
  it.each<[string, () => Issued, string]>([
    ["another person's key", () => eds.key('person', { iin: '850101300018' }), 'IIN_MISMATCH'],
    ['a key for signing in', () => eds.key('signIn', { iin: IIN }), 'NOT_A_SIGNING_KEY'],
    ['an expired key', () => eds.key('expired', { iin: IIN }), 'CERT_EXPIRED'],
    [
      "an organisation's key of the same person",
      () => eds.key('head', { iin: IIN, bin: '990140000018', organisation: 'МЕКТЕП' }),
      'ROLE_NOT_ALLOWED',
    ],
    ['a revoked key', () => revokedKey(TUESDAY), 'CERT_REVOKED'],
    ['a key that was never issued', () => forgottenKey(), 'REVOCATION_UNKNOWN'],
  ])('%s changes nothing and says why', async (_, key, expected) => {
    const draft = await ready()
    const before = await ownOf(draft)
    expect(await sign(draft, key())).toMatchObject({ status: 'INVALID', code: expected })
    expect(await ownOf(draft)).toEqual(before)
    expect(await signaturesOf(draft.number)).toEqual([])
    expect(await lettersTo(draft.parent)).toEqual([])
    const refusal = { action: 'statement.signRefused', actorId: draft.parent.userId }
    expect(await prisma().auditEvent.findMany({ where: refusal })).toMatchObject([
      { detail: { code: expected, serial: expect.any(String) } },
    ])
    expect(await sign(draft), 'the right key afterwards').toBeNull()
  })

  it('other content, whatever the browser says', async () => {
    const draft = await ready()
    const { parent, number, statement } = draft
    const cms = signCms(Buffer.from('%PDF-1.7 other'), personKey(), { signingTime: TUESDAY })
    expect(await signStatement(parent, number, { statement, cms }, TUESDAY)).toMatchObject({
      code: 'CONTENT_MISMATCH',
    })
    for (const nonsense of ['', 'nonsense', '-----BEGIN CMS-----\nAAAA\n-----END CMS-----'])
      expect(
        await signStatement(parent, number, { statement, cms: Buffer.from(nonsense) }, TUESDAY),
      ).toMatchObject({ status: 'INVALID', signer: null })
  })

  it('of a foreign application is absent', async () => {
    const draft = await ready()
    await expect(sign({ ...draft, parent: await addParent() })).rejects.toEqual(code('absent'))
  })
})

function revokedKey(at: Date): Issued {
  const key = personKey()
  eds.revoke(key, at)
  return key
}

function forgottenKey(): Issued {
  const key = personKey()
  eds.forget(key)
  return key
}

describe('what happens meanwhile', () => {
  async function edit({ parent, number }: Ready, now: Date): Promise<void> {
    await prisma().account.update({
      where: { id: parent.userId },
      data: { address: `Астана, ${now.getTime()}` },
    })
    await freeze(parent, number, 'ru', now)
  }

  it('an edit makes the signature of the statement before one of nothing', async () => {
    const draft = await ready()
    const cms = await cmsOf(draft.statement, personKey())
    await edit(draft, hour(1))
    const { parent, number, statement } = draft
    await expect(signStatement(parent, number, { statement, cms }, hour(1))).rejects.toEqual(code('conflict'))
    const now = await shaOf(parent, number)
    expect(await signStatement(parent, number, { statement: now, cms }, hour(1))).toMatchObject({
      code: 'CONTENT_MISMATCH',
    })
  })

  it('an edit after the signature voids it; both stay on file', async () => {
    const draft = await ready({ confirmed: false })
    await sign(draft)
    expect((await ownOf(draft)).revision).toMatchObject({ ordinal: 1, signedBy: 'cms' })
    await edit(draft, hour(1))
    expect((await ownOf(draft)).revision).toMatchObject({ ordinal: 2, signedBy: null, eds: null })
    expect(await signaturesOf(draft.number)).toHaveLength(1)
    const again = { ...draft, statement: await shaOf(draft.parent, draft.number) }
    expect(await sign(again, personKey(), hour(1))).toBeNull()
    expect(await signaturesOf(draft.number)).toHaveLength(2)
  })

  it('the same signature twice is once', async () => {
    const draft = await ready()
    const cms = await cmsOf(draft.statement, personKey())
    const { parent, number, statement } = draft
    const post = () => signStatement(parent, number, { statement, cms }, TUESDAY)
    const results = await Promise.allSettled([post(), post(), post()])
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
    await expect(post()).rejects.toEqual(code('conflict'))
    expect(await signaturesOf(number)).toHaveLength(1)
    expect(await lettersTo(parent)).toEqual(['application_signed_sent'])
  })

  it('the scan and the visit stay equal: the last choice counts', async () => {
    const draft = await ready({ confirmed: false })
    const { parent, number } = draft
    await sign(draft)
    await asActor(parent, (tx) => chooseSigningAtSchool(tx, parent, number, hour(1)))
    expect((await ownOf(draft)).revision).toMatchObject({ signedBy: 'atSchool', eds: null })
    expect(await sign(draft, personKey(), hour(2))).toBeNull()
    expect((await ownOf(draft)).revision).toMatchObject({ signedBy: 'cms', eds: { receivedAt: hour(2) } })
  })

  it('too many tries have to wait', async () => {
    const draft = await ready()
    const { parent, number, statement } = draft
    const post = () => signStatement(parent, number, { statement, cms: Buffer.from('') }, TUESDAY)
    for (let i = 0; i < 60; i += 1) await post()
    await expect(post()).rejects.toEqual(code('tooMany'))
  })
})

describe('a signature that waits', () => {
  it('for the opening is kept, and sending is a press of its own', async () => {
    const draft = await ready()
    const { parent, number } = draft
    await openAt(draft, hour(24 * 20))
    expect(await sign(draft)).toBeNull()
    expect(await ownOf(draft)).toMatchObject({ status: 'draft', revision: { signedBy: 'cms' } })
    expect(await lettersTo(parent)).toEqual(['statement_signed'])
    await expect(sendSigned(parent, number, hour(24 * 19))).rejects.toEqual(code('closed'))
    expect(await sendSigned(parent, number, hour(24 * 21))).toBeNull()
    expect((await ownOf(draft)).status).toBe('sent')
    expect(await lettersTo(parent)).toEqual(['statement_signed', 'application_sent'])
  })

  it('is not taken at all after the closing', async () => {
    const draft = await ready()
    await openAt(draft, hour(-24))
    await expect(sign(draft, personKey(), hour(24 * 51))).rejects.toEqual(code('closed'))
  })

  it('for the address to be confirmed is kept too', async () => {
    const draft = await ready({ confirmed: false })
    expect(await sign(draft)).toBeNull()
    await expect(sendSigned(draft.parent, draft.number, hour(1))).rejects.toEqual(code('unconfirmed'))
    expect(await sendSigned({ ...draft.parent, confirmed: true }, draft.number, hour(1))).toBeNull()
  })

  it('does not leave without being looked at once more', async () => {
    const { parent, number, ...draft } = await ready({ confirmed: false })
    await sign({ parent, number, ...draft })
    const confirmed = { ...parent, confirmed: true }
    await expect(asActor(confirmed, (tx) => send(tx, confirmed, number, hour(1)))).rejects.toEqual(
      code('unsigned'),
    )
  })

  it.each<[string, (key: Issued) => void, number, string, string]>([
    ['was revoked', (key) => eds.revoke(key, hour(1)), 2, 'CERT_REVOKED', 'revoked'],
    ['has run out', () => undefined, 24 * 340, 'CERT_EXPIRED', 'valid'],
  ])('of a key that %s does not leave', async (_, meanwhile, hours, expected, status) => {
    const draft = await ready({ confirmed: false })
    const key = personKey()
    await sign(draft, key)
    meanwhile(key)
    const parent = { ...draft.parent, confirmed: true }
    expect(await sendSigned(parent, draft.number, hour(hours))).toMatchObject({ code: expected })
    expect(await ownOf(draft)).toMatchObject({ status: 'draft', revision: { eds: { status } } })
  })

  it('for an answer about revocation is sent, registered, and asked about when it is sent', async () => {
    const draft = await ready({ confirmed: false })
    eds.setUp(false)
    expect(await sign(draft)).toBeNull()
    expect((await ownOf(draft)).revision?.eds).toMatchObject({ status: 'revocationPending' })
    expect(await provenBy(draft.parent)).toBeNull()
    const parent = { ...draft.parent, confirmed: true }
    eds.setUp(true)
    expect(await sendSigned(parent, draft.number, hour(1))).toBeNull()
    expect((await ownOf(draft)).revision?.eds).toMatchObject({ status: 'valid' })
    expect(await provenBy(parent)).toBe('eds')

    const other = await ready()
    eds.setUp(false)
    expect(await sign(other)).toBeNull()
    await register(school.clerk, other.number, hour(1))
    expect(await ownOf(other)).toMatchObject({
      status: 'registered',
      revision: { eds: { status: 'revocationPending' } },
    })
  })
})

describe('a key that turns out to have been revoked', () => {
  async function refuted(): Promise<Ready> {
    const draft = await ready()
    eds.setUp(false)
    await sign(draft)
    await prisma().signature.updateMany({
      where: { revision: { application: { number: draft.number } } },
      data: { status: 'revoked' },
    })
    return draft
  }

  it('keeps the application from being registered, until it is signed by hand at the visit', async () => {
    const { number } = await refuted()
    await expect(register(school.clerk, number, hour(1))).rejects.toEqual(code('unsigned'))
    const page = () => decide(school.clerk, number, 'register', hour(1))
    expect(await page()).toMatchObject({ isSigned: false, wanted: { current: null } })
    const file = { fileName: 'скан.pdf', mediaType: 'application/pdf', bytes: 9, sha256: 'f'.repeat(64) }
    await asActor(school.clerk, async (tx) => {
      const fillable = await lockFillable(tx, school.clerk, { number, slot: SIGNED_STATEMENT.key })
      await fillSlot(tx, school.clerk, fillable, file, hour(1))
    })
    expect(await page()).toMatchObject({ isSigned: true, wanted: { current: { fileName: 'скан.pdf' } } })
    await register(school.clerk, number, hour(2))
  })

  it('leaves a good signature alone: nobody puts a scan in its place', async () => {
    const draft = await ready()
    await sign(draft)
    expect(await decide(school.clerk, draft.number, 'register', hour(1))).toMatchObject({
      isSigned: true,
      wanted: null,
    })
    const address = { number: draft.number, slot: SIGNED_STATEMENT.key }
    await expect(asActor(school.clerk, (tx) => lockFillable(tx, school.clerk, address))).rejects.toEqual(
      code('conflict'),
    )
  })
})
