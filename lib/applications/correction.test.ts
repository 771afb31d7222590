import { beforeAll, describe, expect, it, test } from 'vitest'
import type { Actor } from '@/lib/domain/actor'
import { asActor, prisma } from '@/lib/platform/db'
import { specialisedSchool } from '@/lib/services/specialised-school'
import { testDatabase } from '@/test/database'
import { waitsForLock } from '@/test/lock'
import {
  addOffice,
  addParent,
  addPerson,
  fillDraftOf,
  type School,
  seedSchools,
  signDraft,
} from '@/test/school'
import { listCorrections } from './correction'
import { ask, GRADE, OPINION, replace, returned, sendNow } from './correction.fixture'
import { getForStaff, getOwn } from './data'
import { correctedSlot } from './document-slots'
import { fillSlot, getFillable, listCorrected, listDocuments, lockFillable } from './documents'
import { saveCorrected } from './parent/correcting'
import { saveStep } from './parent/drafts'
import { sendCorrected } from './parent/resubmitting'
import { cancel, send } from './parent/sending'
import { closeCorrection, requestCorrection } from './provider/correction'
import { loadSent, register } from './provider/intake'
import { hour, sentTo } from './provider/work.fixture'

await testDatabase()
let a: School
let b: School

beforeAll(async () => {
  ;({ a, b } = await seedSchools())
})

const code = (value: string) => expect.objectContaining({ code: value })
const own = (parent: Actor, number: number) => asActor(parent, (tx) => getOwn(tx, parent, number))
const shown = (number: number, school = a) =>
  asActor(school.clerk, (tx) => getForStaff(tx, school.clerk, number))
const lettersTo = async (actor: Actor) =>
  (
    await prisma().outbox.findMany({
      where: { recipientId: actor.userId },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      select: { event: true },
    })
  ).map(({ event }) => event)
const fill = (actor: Actor, number: number, slot: string) =>
  asActor(actor, (tx) => getFillable(tx, actor, { number, slot }))
const type = (parent: Actor, number: number, step: string, values: Record<string, string>) =>
  asActor(parent, (tx) =>
    saveCorrected(tx, parent, { number, step, posted: (name) => values[name] ?? '', press: null }, hour(4)),
  )
const close = (school: School, number: number, at = hour(6)) =>
  asActor(school.clerk, (tx) => closeCorrection(tx, school.clerk, number, at))

describe('one document', () => {
  it('comes back by a tick, under the signature that was given', async () => {
    const { parent, number } = await returned(a, [OPINION])
    const before = await own(parent, number)
    expect(before).toMatchObject({ status: 'correction', returnsTo: 'sent', dueAt: '2026-12-08' })
    await replace(parent, number, 'medicalOpinion')
    expect(await sendNow(parent, number, { ticked: false })).toBe('unticked')
    expect(await sendNow(parent, number)).toBe('sent')
    const after = await shown(number)
    const { id, mark, ordinal, snapshot } = after.revision ?? {}
    expect(after.status).toBe('sent')
    expect(ordinal).toBe(2)
    expect(mark).not.toBe(before.revision?.mark)
    expect(snapshot?.attachments.map(({ slot }) => slot)).toEqual(['birthCertificate', 'medicalOpinion'])
    expect(after.revision).toMatchObject({
      signedBy: 'scan',
      scanId: before.revision?.scanId,
      signed: { id: before.revision?.id, mark: before.revision?.mark },
      confirmedAt: hour(5),
    })
    expect(id).not.toBe(before.revision?.id)
    expect(await prisma().revision.count({ where: { application: { number }, voidedAt: null } })).toBe(2)
    expect(await lettersTo(parent)).toEqual(['application_sent', 'application_correction'])
    const noted = await prisma().auditEvent.findFirstOrThrow({
      where: { subject: after.id, action: 'application.documentsConfirmed' },
    })
    expect(noted).toMatchObject({ actorId: parent.userId, detail: { files: /^medicalOpinion [\w-]+$/ } })
    await register(a.clerk, number, hour(6))
  })

  it('is not seen by the school, and changes nothing, until it is sent', async () => {
    const { parent, number } = await returned(a, [OPINION])
    const { id, revision } = await shown(number)
    await replace(parent, number, 'medicalOpinion')
    const files = await asActor(a.clerk, (tx) => listDocuments(tx, id))
    expect(files.map(({ documentId }) => documentId)).toEqual(
      expect.arrayContaining(revision?.snapshot.attachments.map((file) => file.documentId) ?? []),
    )
    expect(files).toHaveLength(3)
    await close(a, number)
    expect(await asActor(parent, (tx) => listCorrected(tx, id))).toEqual([])
    expect((await shown(number)).revision).toEqual(revision)
  })

  it('begins the intake term anew', async () => {
    const { parent, number } = await returned(a, [OPINION])
    await replace(parent, number, 'medicalOpinion')
    const friday = new Date('2026-11-27T05:00:00Z')
    await sendNow(parent, number, { at: friday })
    expect(await own(parent, number)).toMatchObject({
      completeAt: friday,
      intakeDue: '2026-11-30',
      dueAt: '2026-11-30',
      returnsTo: null,
    })
  })
})

describe('an answer that the statement prints', () => {
  const corrected = async () => {
    const sent = await returned(a, [GRADE, OPINION])
    const { faults } = await type(sent.parent, sent.number, 'school', { grade: '6' })
    expect(faults).toEqual([])
    return sent
  }

  it('asks for a new signature, and the old one stays on file', async () => {
    const { parent, number } = await corrected()
    const first = (await own(parent, number)).revision
    expect(await sendNow(parent, number)).toBe('toSign')
    const { pending, revision, status } = await own(parent, number)
    expect(status).toBe('correction')
    expect(revision).toEqual(first)
    expect(pending).toMatchObject({ ordinal: 2, signedBy: null, snapshot: { locale: 'ru' } })
    expect(pending?.snapshot.answers.school).toMatchObject({ grade: '6', from: '2026-12-01' })
    expect(await sendNow(parent, number)).toBe('toSign')
    const scanId = await replace(parent, number, 'signedStatement')
    await prisma().revision.update({ where: { id: pending?.id }, data: { signedBy: 'scan', scanId } })
    expect(await sendNow(parent, number)).toBe('sent')
    const after = await shown(number)
    expect(after.revision).toMatchObject({ id: pending?.id, signedBy: 'scan', scanId, confirmedAt: null })
    expect(await prisma().revision.findUniqueOrThrow({ where: { id: first?.id } })).toMatchObject({
      signedBy: 'scan',
      voidedAt: null,
    })
    const files = await asActor(a.clerk, (tx) => listDocuments(tx, after.id))
    expect(files.find(({ slot }) => slot === 'signedStatement')?.documentId).toBe(scanId)
  })

  it('takes an unsent statement and its scan away when it is changed once more', async () => {
    const { parent, number } = await corrected()
    await sendNow(parent, number)
    const { pending, id } = await own(parent, number)
    await replace(parent, number, 'signedStatement')
    await type(parent, number, 'school', { grade: '7' })
    expect((await own(parent, number)).pending).toBe(null)
    expect(await asActor(parent, (tx) => listCorrected(tx, id))).toEqual([])
    expect((await prisma().revision.findUniqueOrThrow({ where: { id: pending?.id } })).voidedAt).not.toBe(
      null,
    )
  })

  it('is kept as typed when faulty, and not sent', async () => {
    const { parent, number } = await returned(a, [
      { target: 'answer:school.to', reason: 'mistyped', note: '' },
    ])
    const { faults } = await type(parent, number, 'school', {
      'to-day': '1',
      'to-month': '9',
      'to-year': '2026',
    })
    expect(faults).toEqual([{ field: 'to', fault: 'dateBeforeStart' }])
    expect(await sendNow(parent, number)).toEqual({ incomplete: [expect.any(String)] })
    expect((await own(parent, number)).answers.school?.to).toBe('2026-09-01')
  })

  it('may be right as it is: with nothing changed nothing is sent', async () => {
    const { parent, number } = await returned(a, [GRADE])
    expect(await sendNow(parent, number)).toBe('unchanged')
  })
})

describe('what was not asked for', () => {
  it('cannot be changed, by any way', async () => {
    const { parent, number } = await returned(a, [GRADE])
    await type(parent, number, 'school', {
      grade: '6',
      'from-day': '1',
      'from-month': '1',
      'from-year': '2027',
    })
    await expect(type(parent, number, 'child', { givenName: 'Басқа' })).rejects.toEqual(code('conflict'))
    const { answers, service } = await own(parent, number)
    expect(answers.school).toMatchObject({ grade: '6', from: '2026-12-01' })
    const [step] = service.steps
    if (!step) throw new Error('no step')
    const profile = { number, step, answers: {}, profile: {} as never }
    await expect(asActor(parent, (tx) => saveStep(tx, parent, profile, hour(4)))).rejects.toEqual(
      code('conflict'),
    )
    for (const slot of [
      'birthCertificate',
      'medicalOpinion',
      'signedStatement',
      correctedSlot('medicalOpinion'),
    ])
      await expect(fill(parent, number, slot)).rejects.toEqual(code('conflict'))
    await expect(fill(parent, number, correctedSlot(correctedSlot('medicalOpinion')))).rejects.toEqual(
      code('absent'),
    )
    await expect(fill(parent, number, correctedSlot('signedOrder'))).rejects.toEqual(code('absent'))
  })

  it('opens one slot for its parent, and for nobody else', async () => {
    const { parent, number } = await returned(a, [OPINION])
    const slot = correctedSlot('medicalOpinion')
    await expect(fill(parent, number, slot)).resolves.toMatchObject({ slot: { key: slot } })
    await expect(fill(a.clerk, number, slot)).rejects.toEqual(code('conflict'))
    await expect(fill(b.clerk, number, slot)).rejects.toEqual(code('absent'))
    await expect(fill(await addParent(), number, slot)).rejects.toEqual(code('absent'))
  })

  test.each([
    ['another child', [{ target: 'answer:child.iin', reason: 'mistyped', note: '' }]],
    ['another school', [{ target: 'answer:school.organisation', reason: 'mistyped', note: '' }]],
    ['a document of nobody', [{ target: 'document:passport', reason: 'unreadable', note: '' }]],
    ['another reason without words', [{ ...OPINION, reason: 'other' }]],
    ['nothing', []],
  ] as const)('the school cannot ask for %s', async (_, items) => {
    const { number } = await sentTo(a)
    await expect(ask(a, number, [...items])).rejects.toEqual(code('invalid'))
  })
})

describe('doors', () => {
  it('are closed to strangers, to foreign schools and to whoever the application concerns', async () => {
    const { parent, number } = await sentTo(a)
    const asked = (actor: Actor) =>
      asActor(actor, (tx) => requestCorrection(tx, actor, number, [OPINION], hour(2)))
    await expect(asked(b.clerk)).rejects.toEqual(code('absent'))
    await expect(asked(parent)).rejects.toEqual(code('absent'))
    const kin = await addPerson([[a.id, 'clerk']], { iin: parent.iin })
    await expect(asked(kin)).rejects.toEqual(code('forbidden'))
    await asked(a.clerk)
    const closed = (actor: Actor) => asActor(actor, (tx) => closeCorrection(tx, actor, number, hour(3)))
    await expect(closed(b.clerk)).rejects.toEqual(code('absent'))
    await expect(closed(kin)).rejects.toEqual(code('forbidden'))
    await expect(sendNow(await addParent(), number)).rejects.toEqual(code('absent'))
    await expect(asked(a.clerk)).rejects.toEqual(code('conflict'))
  })

  it('ask nobody who came with papers and has no cabinet', async () => {
    const { parent, number } = await sentTo(a)
    await prisma().account.update({ where: { id: parent.userId }, data: { isPaper: true } })
    await expect(ask(a, number, [OPINION])).rejects.toEqual(code('forbidden'))
  })

  it('a service with a short term asks nothing after registration', async () => {
    const { number } = await sentTo(a)
    await register(a.clerk, number, hour(2))
    await expect(ask(a, number, [OPINION], hour(3))).rejects.toEqual(code('forbidden'))
  })
})

describe('after registration', () => {
  const registered = async () => {
    const service = specialisedSchool
    const [school, office] = [a, await addOffice('department')]
    const parent = await addParent()
    const offices = { school, department: office, akimat: office, sendingSchool: b }
    await prisma().intakeWindow.deleteMany()
    await prisma().intakeWindow.create({
      data: { serviceSlug: service.slug, periodKey: '2026', opensAt: hour(-99), closesAt: hour(999) },
    })
    const number = await fillDraftOf(service, parent, offices)
    await signDraft(parent, number)
    await asActor(parent, (tx) => send(tx, parent, number, hour(1)))
    const provider = service.providerKinds.includes('school') ? school : office
    await register(provider.clerk, number, hour(2))
    const sent = await asActor(provider.clerk, (tx) => loadSent(tx, provider.clerk, number))
    const document = sent.snapshot.attachments[0]?.slot ?? ''
    const item = { target: `document:${document}`, reason: 'expired', note: '' } as const
    return { parent, number, provider, document, item, before: sent.application }
  }

  it('the answer stands still, and moves by the working days that it took', async () => {
    const { parent, number, provider, document, item, before } = await registered()
    await ask(provider, number, [item], hour(3))
    expect(await own(parent, number)).toMatchObject({ status: 'correction', returnsTo: 'registered' })
    await replace(parent, number, document)
    // Asked on a Tuesday, answered on the next Monday: of the term the days from Wednesday to Friday stand still.
    await sendNow(parent, number, { at: new Date('2026-11-30T05:00:00Z') })
    const after = await own(parent, number)
    expect(after).toMatchObject({
      status: 'registered',
      completeAt: before.completeAt,
      intakeDue: before.intakeDue,
    })
    expect(after.dueAt).toBe(after.answerDue)
    expect([before.answerDue, after.answerDue]).toEqual(['2026-12-01', '2026-12-04'])
    expect(await lettersTo(provider.clerk)).toContain('staff_correction_answered')
  })

  it('goes on without an answer, the same', async () => {
    const { parent, number, provider, item, before } = await registered()
    await ask(provider, number, [item], hour(3))
    await close(provider, number, new Date('2026-11-27T05:00:00Z'))
    const after = await shown(number, provider)
    expect(after.status).toBe('registered')
    expect([before.answerDue, after.answerDue]).toEqual(['2026-12-01', '2026-12-03'])
    const [correction] = await asActor(provider.clerk, (tx) => listCorrections(tx, after))
    expect(correction).toMatchObject({ outcome: 'closed', meanwhile: 'stands' })
    expect((await lettersTo(parent)).slice(-2)).toEqual(['application_correction', 'correction_closed'])
  })
})

describe('at the same moment', () => {
  const outcomes = async (...work: Promise<unknown>[]) =>
    (await Promise.allSettled(work)).map((result) =>
      result.status === 'fulfilled' ? (result.value ?? 'done') : (result.reason as { code: string }).code,
    )

  it('of an answer and a school that goes on one wins, and the other is told', async () => {
    for (let round = 0; round < 4; round++) {
      const { parent, number } = await returned(a, [OPINION])
      await replace(parent, number, 'medicalOpinion')
      const [sent, closed] = await outcomes(sendNow(parent, number), close(a, number))
      expect([[sent, closed]]).toContainEqual(sent === 'sent' ? ['sent', 'conflict'] : ['conflict', 'done'])
      const { status } = await shown(number)
      expect(status).toBe('sent')
      expect(await prisma().correction.count({ where: { application: { number }, settledAt: null } })).toBe(0)
    }
  })

  it('of a withdrawal and a request one wins, or the withdrawal comes after and ends what was asked', async () => {
    for (let round = 0; round < 4; round++) {
      const { parent, number } = await sentTo(a)
      const withdrawn = asActor(parent, (tx) => cancel(tx, parent, number, hour(2)))
      const [withdrawal, request] = await outcomes(withdrawn, ask(a, number, [OPINION]))
      const application = await own(parent, number)
      expect(application.status).toBe(withdrawal === 'done' ? 'cancelled' : 'correction')
      expect([withdrawal, request]).toContain('done')
      const asked = await asActor(parent, (tx) => listCorrections(tx, application))
      const outcome = withdrawal === 'done' ? 'cancelled' : null
      expect(asked).toMatchObject(request === 'done' ? [{ outcome }] : [])
    }
  })

  it('a file that is put in meanwhile and a school that goes on wait for each other in turn', async () => {
    const { parent, number } = await returned(a, [OPINION])
    await replace(parent, number, 'medicalOpinion')
    const address = { number, slot: correctedSlot('medicalOpinion') }
    const file = { fileName: 'заключение.pdf', mediaType: 'application/pdf', bytes: 9, sha256: 'anew' }
    let closed: Promise<unknown> = Promise.resolve()
    await asActor(parent, async (tx) => {
      const held = await lockFillable(tx, parent, address)
      closed = outcomes(close(a, number))
      await waitsForLock()
      await fillSlot(tx, parent, held, file, hour(5))
    })
    expect(await closed).toEqual(['conflict'])
    const { id } = await own(parent, number)
    expect(await asActor(parent, (tx) => listCorrected(tx, id))).toMatchObject([{ sha256: 'anew' }])
    await close(a, number)
    expect(await asActor(parent, (tx) => listCorrected(tx, id))).toEqual([])
  })

  it('a withdrawal ends what was asked', async () => {
    const { parent, number } = await returned(a, [OPINION])
    await asActor(parent, (tx) => cancel(tx, parent, number, hour(3)))
    const application = await own(parent, number)
    expect(application.status).toBe('cancelled')
    const asked = await asActor(parent, (tx) => listCorrections(tx, application))
    expect(asked).toMatchObject([{ outcome: 'cancelled' }])
    expect((await lettersTo(parent)).slice(-2)).toEqual(['application_correction', 'application_cancelled'])
  })

  it('of two devices the one with the older page is told', async () => {
    const { parent, number } = await returned(a, [GRADE, OPINION])
    const { updatedAt } = await own(parent, number)
    await replace(parent, number, 'medicalOpinion')
    const stale = { version: updatedAt.getTime(), locale: 'ru', ticked: true, leaves: true } as const
    await expect(sendCorrected(parent, number, stale, hour(5))).rejects.toEqual(code('conflict'))
    const [one, two] = await outcomes(sendNow(parent, number), sendNow(parent, number))
    expect([one, two].toSorted()).toEqual(['conflict', 'sent'])
  })
})
