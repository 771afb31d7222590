import { beforeAll, expect, it } from 'vitest'
import { formatCheckCode } from '@/lib/domain/check-code'
import { asSystem, prisma } from '@/lib/platform/db'
import { testDatabase } from '@/test/database'
import { addParent, fillDraft, seedSchools, signDraft } from '@/test/school'
import { checkPaper } from './loaders'
import { recordPaper } from './mutations'

await testDatabase()
const CODE = 'K7QM3X9R2DTB5WZA'

beforeAll(async () => {
  const { a } = await seedSchools()
  const parent = await addParent()
  const number = await fillDraft(parent, a.id)
  await signDraft(parent, number)
  const { id, currentRevision } = await prisma().application.findUniqueOrThrow({
    where: { number },
    include: { currentRevision: true },
  })
  const snapshot = currentRevision?.snapshot as { subject: { initials: string } }
  await asSystem('test', (tx) =>
    recordPaper(tx, {
      applicationId: id,
      organisationId: a.id,
      kind: 'order',
      number: '5',
      journalYear: 2026,
      issuedOn: '2026-11-24',
      signedAs: 'paper',
      signerName: 'Директор',
      initials: snapshot.subject.initials,
      code: CODE,
      sha256: 'x',
      bytes: 1,
    }),
  )
})

it('tells of a paper what may be compared, and of the person no more than initials', async () => {
  const check = await checkPaper(` ${formatCheckCode(CODE).toLowerCase()} `, '10.0.0.1')
  expect(check).toMatchObject({
    status: 'found',
    code: CODE,
    paper: { kind: 'order', number: '5', revoked: false, signedAs: 'paper', initials: 'Ә. Е.' },
  })
  expect(JSON.stringify(check)).not.toMatch(/Әлиев|Ерғали|1505205/)
})

it('answers an unknown code and one that is none', async () => {
  expect(await checkPaper('0000-0000-0000-0000', '10.0.0.1')).toEqual({ status: 'unknown' })
  for (const typed of ['', '123', 'K7QM-3X9R-2DTB-5WZ', "' OR 1=1 --", 'U'.repeat(16)])
    expect(await checkPaper(typed, '10.0.0.1')).toEqual({ status: 'malformed' })
})

it('shows a revoked paper as revoked', async () => {
  await prisma().paper.update({ where: { code: CODE }, data: { revokedAt: new Date() } })
  expect(await checkPaper(CODE, '10.0.0.1')).toMatchObject({ paper: { revoked: true } })
})

it('keeps that a paper was checked, and nothing of who checked or what was typed', async () => {
  const events = await prisma().auditEvent.findMany({
    where: { action: 'paper.check' },
    orderBy: { at: 'asc' },
  })
  expect(new Set(events.map((e) => e.subject))).toEqual(new Set([`paper:${CODE}`, 'paper:unknown']))
  expect(events.every((e) => e.actorId === null && JSON.stringify(e.detail) === '{}')).toBe(true)
})

it('asks one network to wait after a hundred checks, and no other', async () => {
  const answers = await Promise.all(Array.from({ length: 101 }, () => checkPaper(CODE, '10.0.0.2')))
  expect(answers.filter((answer) => answer.status === 'tooMany')).toHaveLength(1)
  expect(await checkPaper(CODE, '10.0.0.3')).toMatchObject({ status: 'found' })
})
