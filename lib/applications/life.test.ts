import { beforeAll, describe, expect, it } from 'vitest'
import { headPost } from '@/lib/i18n/papers'
import { asActor, prisma } from '@/lib/platform/db'
import { homeSchooling } from '@/lib/services/home-schooling'
import { testDatabase } from '@/test/database'
import { pdfText } from '@/test/pdf-text'
import {
  addParent,
  attachFile,
  fillDraft,
  newChild,
  type School,
  seedSchools,
  signDraft,
  TUESDAY,
} from '@/test/school'
import { getForStaff, getOwn, listHistory } from './data'
import { freeze } from './parent/freezing'
import { cancel, chooseSigningAtSchool, send } from './parent/sending'
import { startDraft } from './parent/starting'
import { approve } from './provider/approval'
import { loadSent, refuseIntake, register } from './provider/intake'
import { refuse } from './provider/refusal'
import { type Provisional, provisional, slotOfSheet } from './provider/result'
import { renderResult } from './provider/result-papers'
import { hour, onSigning, sentTo } from './provider/work.fixture'

await testDatabase()
let a: School
let b: School

beforeAll(async () => {
  ;({ a, b } = await seedSchools())
})

const code = (value: string) => expect.objectContaining({ code: value })

/** Printed, signed by hand, and the scan of that very sheet attached. */
async function signSheet(school: School, number: number, expected: Provisional): Promise<void> {
  const { application } = await asActor(school.clerk, (tx) => loadSent(tx, school.clerk, number))
  await attachFile(number, slotOfSheet(application, expected).key, school.clerk)
}

async function statusOf(number: number): Promise<string> {
  return (await prisma().application.findUniqueOrThrow({ where: { number }, select: { status: true } }))
    .status
}

describe('the life of an application', () => {
  it('goes from draft to the papers that the parent gets', async () => {
    const { parent, number } = await onSigning(a)
    const expected = await asActor(a.director, (tx) => provisional(tx, a.id, homeSchooling, hour(4)))
    const sent = await asActor(a.director, (tx) => loadSent(tx, a.director, number))
    const signer = { post: headPost('school'), name: sent.organisation.headName }
    const printed = await renderResult(sent, expected, { signedAs: 'paper', signer })
    await expect(approve(a.director, number, expected, hour(4))).rejects.toEqual(code('unsigned'))
    await signSheet(a, number, expected)
    await approve(a.director, number, expected, hour(4))

    const own = await asActor(parent, (tx) => getOwn(tx, parent, number))
    expect(own.status).toBe('approved')
    const history = await asActor(parent, (tx) => listHistory(tx, own.id))
    expect(history.map((h) => h.action)).toEqual(['create', 'send', 'register', 'prepareResult', 'approve'])
    const papers = await prisma().paper.findMany({
      where: { application: { number } },
      orderBy: { kind: 'asc' },
    })
    expect(papers.map((p) => `${p.kind} ${p.number}`)).toEqual([
      `notification ${expected.number}`,
      `order ${expected.number}`,
      `receipt ${number}-Р`,
    ])
    // What was printed and signed is what is kept.
    const order = await pdfText(printed)
    expect(order).toContain('Ерғали')
    expect(papers.find((p) => p.kind === 'order')?.bytes).toBe(printed.length)
    const letters = await prisma().outbox.findMany({
      where: { recipientId: parent.userId },
      orderBy: { createdAt: 'asc' },
    })
    expect(letters.map((l) => l.event)).toEqual([
      'application_sent',
      'application_registered',
      'application_approved',
    ])
    expect(JSON.stringify(letters.map((l) => l.payload))).not.toMatch(/Ерғали|1505205/)
  })

  it('counts the same date for parent and school: late registration never moves it', async () => {
    const parent = await addParent()
    const number = await fillDraft(parent, a.id)
    await signDraft(parent, number)
    await asActor(parent, (tx) => send(tx, parent, number, hour(0)))
    const before = await asActor(parent, (tx) => getOwn(tx, parent, number))
    expect(before).toMatchObject({ intakeDue: '2026-11-25', answerDue: '2026-11-27', dueAt: '2026-11-25' })
    await register(a.clerk, number, hour(24 * 6))
    const after = await asActor(parent, (tx) => getOwn(tx, parent, number))
    expect(after).toMatchObject({ answerDue: '2026-11-27', dueAt: '2026-11-27' })
  })

  it('is sent only by a confirmed person with a signed revision', async () => {
    const stranger = await addParent({ confirmed: false })
    const number = await fillDraft(stranger, a.id)
    const sending = () => asActor(stranger, (tx) => send(tx, stranger, number, TUESDAY))
    await expect(sending()).rejects.toEqual(code('unconfirmed'))
    const confirmed = { ...stranger, confirmed: true }
    await expect(asActor(confirmed, (tx) => send(tx, confirmed, number, TUESDAY))).rejects.toEqual(
      code('unsigned'),
    )
    await freeze(confirmed, number, 'kk', TUESDAY)
    await expect(asActor(confirmed, (tx) => send(tx, confirmed, number, TUESDAY))).rejects.toEqual(
      code('unsigned'),
    )
  })

  it('signed at school is not registered before the scan is there', async () => {
    const parent = await addParent()
    const number = await fillDraft(parent, a.id)
    await freeze(parent, number, 'ru', TUESDAY)
    await asActor(parent, (tx) => chooseSigningAtSchool(tx, parent, number, TUESDAY))
    await asActor(parent, (tx) => send(tx, parent, number, TUESDAY))
    await expect(register(a.clerk, number, hour(1))).rejects.toEqual(code('unsigned'))
    expect(await statusOf(number)).toBe('sent')
  })

  it('keeps the revision when nothing changed, makes a new one when something did', async () => {
    const parent = await addParent()
    const number = await fillDraft(parent, a.id)
    await signDraft(parent, number)
    await freeze(parent, number, 'kk', hour(30))
    const same = await asActor(parent, (tx) => getOwn(tx, parent, number))
    expect(same.revision).toMatchObject({ ordinal: 1, signedBy: 'scan' })
    await freeze(parent, number, 'ru', hour(30))
    const signed = await asActor(parent, (tx) => getOwn(tx, parent, number))
    expect(signed.revision, 'another language voids no signature').toEqual(same.revision)
    await prisma().account.update({ where: { id: parent.userId }, data: { address: 'Қарағанды қ.' } })
    await freeze(parent, number, 'kk', hour(31))
    const other = await asActor(parent, (tx) => getOwn(tx, parent, number))
    expect(other.revision).toMatchObject({ ordinal: 2, signedBy: null, scanId: null })
    expect(other.revision?.mark).not.toBe(same.revision?.mark)
  })

  it('is refused by a ground of the law only, with its papers', async () => {
    const child = newChild()
    const { parent, number } = await sentTo(a, child)
    const reason = { ground: 'art19-incomplete', explanation: 'Нет заключения ВКК.' }
    await expect(refuseIntake(a.clerk, number, { ...reason, ground: 'because' }, hour(2))).rejects.toEqual(
      code('invalid'),
    )
    await refuseIntake(a.clerk, number, reason, hour(2))
    expect(await statusOf(number)).toBe('intake_refused')
    const papers = await prisma().paper.findMany({ where: { application: { number } } })
    expect(papers.map((p) => p.number)).toEqual([`${number}-О`])
    // The same child may apply again, from the same account.
    const again = await fillDraft(parent, a.id, child)
    expect(again).not.toBe(number)
  })

  it('is refused after registration with a number of the refusals register', async () => {
    const { number } = await sentTo(b)
    await register(b.clerk, number, hour(2))
    const reason = { ground: 'art19-1-2-2', explanation: 'Рекомендация ВКК относится к другому ребенку.' }
    await expect(refuse(b.clerk, number, reason, hour(3))).rejects.toEqual(code('forbidden'))
    await refuse(b.director, number, reason, hour(3))
    expect(await statusOf(number)).toBe('refused')
    const paper = await prisma().paper.findFirstOrThrow({
      where: { application: { number }, kind: 'refusal' },
    })
    expect(paper).toMatchObject({ number: '1', journalYear: 2026 })
  })
})

describe('races', () => {
  it('a double click on the start makes one draft', async () => {
    const parent = await addParent()
    const start = () => asActor(parent, (tx) => startDraft(tx, parent, 'home-schooling', 'ru', TUESDAY))
    const numbers = await Promise.all(Array.from({ length: 8 }, start))
    expect(new Set(numbers.map((n) => n.number)).size).toBe(1)
  })

  it('ten devices that send make one sending and one letter', async () => {
    const parent = await addParent()
    const number = await fillDraft(parent, a.id)
    await signDraft(parent, number)
    const results = await Promise.allSettled(
      Array.from({ length: 10 }, () => asActor(parent, (tx) => send(tx, parent, number, hour(1)))),
    )
    expect(results.filter((r) => r.status === 'fulfilled')).toHaveLength(1)
    for (const r of results) if (r.status === 'rejected') expect(r.reason).toEqual(code('conflict'))
    expect(await prisma().outbox.count({ where: { recipientId: parent.userId } })).toBe(1)
  })

  it('of a clerk who registers and one who refuses, one wins', async () => {
    const { number } = await sentTo(a)
    const reason = { ground: 'art19-expired', explanation: 'Срок заключения истек.' }
    const results = await Promise.allSettled([
      register(a.clerk, number, hour(2)),
      refuseIntake(a.director, number, reason, hour(2)),
      register(a.director, number, hour(2)),
    ])
    expect(results.filter((r) => r.status === 'fulfilled')).toHaveLength(1)
    expect(await prisma().paper.count({ where: { application: { number } } })).toBe(1)
  })

  it('the parent cancels or the school registers, never both', async () => {
    const { parent, number } = await sentTo(a)
    const results = await Promise.allSettled([
      register(a.clerk, number, hour(2)),
      asActor(parent, (tx) => cancel(tx, parent, number, hour(2))),
    ])
    expect(results.filter((r) => r.status === 'fulfilled').length).toBeGreaterThan(0)
    const done = await prisma().historyEvent.findMany({
      where: { application: { number } },
      select: { action: true },
    })
    expect(['register', 'cancel', 'register,cancel']).toContain(
      done
        .map((d) => d.action)
        .filter((x) => x === 'register' || x === 'cancel')
        .join(),
    )
  })

  it('one child is registered once, whoever applies', async () => {
    const child = newChild()
    const [one, two] = await Promise.all([sentTo(a, child), sentTo(a, child)])
    const results = await Promise.allSettled([
      register(a.clerk, one.number, hour(2)),
      register(a.director, two.number, hour(2)),
    ])
    expect(results.filter((r) => r.status === 'fulfilled')).toHaveLength(1)
    expect(results.find((r) => r.status === 'rejected')).toMatchObject({ reason: { code: 'duplicate' } })
  })

  it('the journal has no gap and no twin when orders are approved at once', async () => {
    const waiting = await Promise.all(Array.from({ length: 5 }, () => onSigning(b)))
    for (let left = waiting.map((w) => w.number); left.length > 0; ) {
      const expected = await asActor(b.director, (tx) => provisional(tx, b.id, homeSchooling, hour(4)))
      await Promise.all(left.map((n) => signSheet(b, n, expected)))
      const results = await Promise.allSettled(left.map((n) => approve(b.director, n, expected, hour(4))))
      const done = results.map((r) => r.status === 'fulfilled')
      expect(done.filter(Boolean)).toHaveLength(1)
      left = left.filter((_, i) => !done[i])
    }
    const orders = await prisma().paper.findMany({ where: { organisationId: b.id, kind: 'order' } })
    expect(orders.map((o) => Number(o.number)).sort((x, y) => x - y)).toEqual([1, 2, 3, 4, 5])
  })

  it('an order signed for another day is printed anew', async () => {
    const { number } = await onSigning(b)
    const expected = await asActor(b.director, (tx) => provisional(tx, b.id, homeSchooling, hour(4)))
    await signSheet(b, number, expected)
    await expect(approve(b.director, number, expected, hour(28))).rejects.toEqual(code('conflict'))
    expect(await asActor(b.director, (tx) => provisional(tx, b.id, homeSchooling, hour(4)))).toEqual(expected)
  })
})

describe('other schools and other parents', () => {
  it('read a foreign application as an absent one', async () => {
    const { number } = await sentTo(a)
    const stranger = await addParent()
    const absent = await asActor(stranger, (tx) => getOwn(tx, stranger, 1)).catch((e: unknown) => e)
    const foreign = await asActor(stranger, (tx) => getOwn(tx, stranger, number)).catch((e: unknown) => e)
    expect(foreign).toEqual(absent)
    await expect(asActor(b.clerk, (tx) => getForStaff(tx, b.clerk, number))).rejects.toEqual(code('absent'))
    await expect(register(b.clerk, number, hour(2))).rejects.toEqual(code('absent'))
    const draft = await fillDraft(await addParent(), a.id)
    await expect(asActor(a.clerk, (tx) => getForStaff(tx, a.clerk, draft))).rejects.toEqual(code('absent'))
  })
})
