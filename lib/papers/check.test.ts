import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { formatCheckCode } from '@/lib/domain/check-code'
import { prisma } from '@/lib/platform/db'
import * as storage from '@/lib/platform/storage'
import { lookAgain } from '@/lib/signatures/kept'
import { testDatabase } from '@/test/database'
import { testEds } from '@/test/eds'
import { type School, seedSchools, TUESDAY } from '@/test/school'
import { checkHash, checkPaper } from './check'
import { type IssuedPaper, issue, OFFICE, signIssued, signPayload, someApplication } from './issued.fixture'

vi.mock('@/lib/signatures/kept', { spy: true })
vi.mock('@/lib/platform/storage', { spy: true })

await testDatabase()
const eds = await testEds(TUESDAY)
const head = eds.key('head', { surname: 'СЕРІКОВ', given: 'ДАНИЯР', organisation: 'МЕКТЕП', ...OFFICE })
let school: School
let application: { id: string }
let onPaper: IssuedPaper
let signed: IssuedPaper

const check = (code: string, caller = '10.0.0.1') => checkPaper(code, caller)

beforeAll(async () => {
  school = (await seedSchools()).a
  application = await someApplication(school)
  onPaper = await issue(application, school)
  signed = await issue(application, school, 'eds')
  await signIssued(signed, head)
  await signPayload(signed, head)
})
beforeEach(() => vi.clearAllMocks())

describe('by the code', () => {
  it('tells of a paper what may be compared, and of the person no more than initials', async () => {
    const answer = await check(` ${formatCheckCode(onPaper.code).toLowerCase()} `)
    expect(answer).toMatchObject({
      status: 'found',
      paper: { code: onPaper.code, kind: 'order', revoked: false, signedAs: 'paper', initials: 'Ә. Е.' },
      signatures: [],
    })
    expect(JSON.stringify(answer)).not.toMatch(/Әлиев|Ерғали|1505205/)
  })

  it('answers an unknown code and one that is none', async () => {
    expect(await check('0000-0000-0000-0000')).toEqual({ status: 'unknown' })
    for (const typed of ['', '123', 'K7QM-3X9R-2DTB-5WZ', "' OR 1=1 --", 'U'.repeat(16)])
      expect(await check(typed)).toEqual({ status: 'malformed' })
  })

  it('shows a paper as revoked, or as superseded and by which', async () => {
    const [old, revoked] = [await issue(application, school), await issue(application, school)]
    await prisma().paper.update({ where: { id: old.id }, data: { replacedById: onPaper.id } })
    await prisma().paper.update({ where: { id: revoked.id }, data: { revokedAt: TUESDAY } })
    expect(await check(old.code)).toMatchObject({
      paper: { revoked: false, replacedBy: { code: onPaper.code } },
    })
    expect(await check(revoked.code)).toMatchObject({ paper: { revoked: true, replacedBy: null } })
  })

  it('keeps that a paper was checked, and nothing of who checked or what was typed', async () => {
    const events = await prisma().auditEvent.findMany({ where: { action: 'paper.check' } })
    expect(events.map((e) => e.subject)).toEqual(
      expect.arrayContaining([`paper:${onPaper.code}`, 'paper:unknown']),
    )
    expect(events.every((e) => e.actorId === null)).toBe(true)
    expect(new Set(events.map((e) => JSON.stringify(e.detail)))).toEqual(new Set(['{"by":"code"}']))
  })

  it('asks one network to wait after a hundred checks, and no other', async () => {
    const answers = await Promise.all(Array.from({ length: 101 }, () => check(onPaper.code, '10.0.0.2')))
    expect(answers.filter((answer) => answer.status === 'tooMany')).toHaveLength(1)
    expect(await check(onPaper.code, '10.0.0.3')).toMatchObject({ status: 'found' })
  })
})

describe('an electronic signature', () => {
  const holds = { content: 'holds', chain: 'holds', time: 'holds', revocation: 'holds' }
  const signer = { name: 'СЕРІКОВ ДАНИЯР', bin: OFFICE.bin, iinEnding: '0018', roles: ['head'] }

  it('is looked at again, and told without the IIN', async () => {
    const answer = await check(signed.code)
    expect(answer).toMatchObject({
      signatures: [
        { format: 'cms', failure: null, marks: holds, signer, receivedAt: TUESDAY.toISOString() },
        { format: 'xml', failure: null, marks: holds, signer },
      ],
    })
    expect(JSON.stringify(answer)).not.toContain(OFFICE.iin)
  })

  it('counts as of the day it was received', async () => {
    const later = await issue(application, school, 'eds')
    await signIssued(later, head)
    const receivedAt = new Date('2036-01-01T00:00:00Z')
    await prisma().signature.updateMany({ where: { paperId: later.id }, data: { receivedAt } })
    expect(await check(later.code)).toMatchObject({
      signatures: [{ failure: { code: 'CERT_EXPIRED' }, marks: { content: 'holds' } }],
    })
  })

  it('says that revocation is still asked for, or that the key was revoked since', async () => {
    const later = await issue(application, school, 'eds')
    await signIssued(later, head)
    const say = async (status: string) => {
      await prisma().signature.updateMany({ where: { paperId: later.id }, data: { status } })
      const answer = await check(later.code)
      if (answer.status !== 'found' || answer.signatures === 'unavailable') throw new Error('no answer')
      return answer.signatures[0]
    }
    expect(await say('revocationPending')).toMatchObject({ failure: null, marks: { revocation: 'pending' } })
    expect(await say('revoked')).toMatchObject({
      failure: { code: 'CERT_REVOKED' },
      marks: { chain: 'holds' },
    })
  })

  it('does not hold over other bytes than the ones in the store', async () => {
    const changed = await issue(application, school, 'eds')
    await signIssued(changed, head)
    vi.mocked(storage.getObject).mockResolvedValueOnce(Buffer.from('%PDF-1.7 something else'))
    expect(await check(changed.code)).toMatchObject({
      signatures: [{ failure: { code: 'CONTENT_MISMATCH' }, marks: { content: 'fails', chain: 'open' } }],
    })
  })

  it('is not told while the store is down; the paper is', async () => {
    vi.mocked(storage.getObject).mockRejectedValueOnce(new Error('down'))
    expect(await check(signed.code)).toMatchObject({ status: 'found', signatures: 'unavailable' })
  })
})

it('does the same work for every code, known or not', async () => {
  const latest = await issue(application, school, 'eds')
  await signIssued(latest, head)
  const work = async (code: string) => {
    vi.clearAllMocks()
    await check(code)
    return [vi.mocked(storage.getObject).mock.calls.length, vi.mocked(lookAgain).mock.calls.length]
  }
  for (const code of [latest.code, onPaper.code, '0000-0000-0000-0000'])
    expect(await work(code)).toEqual([1, 1])
})

describe('by the bytes', () => {
  it('finds the paper that has them', async () => {
    expect(await checkHash(signed.sha256, '10.0.0.1')).toMatchObject({
      status: 'found',
      paper: { code: signed.code },
    })
  })

  it('knows neither other bytes nor a statement', async () => {
    const { statementSha256 } = await prisma().revision.findFirstOrThrow({
      where: { applicationId: application.id },
    })
    for (const hash of [statementSha256, 'f'.repeat(64), 'F'.repeat(64), '', "' OR 1=1 --"])
      expect(await checkHash(hash, '10.0.0.1')).toEqual({ status: 'unknown' })
  })
})
