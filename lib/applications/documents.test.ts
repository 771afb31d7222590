import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { cleanKey } from '@/lib/documents/keep'
import type { Actor } from '@/lib/domain/actor'
import { DomainError } from '@/lib/domain/error'
import { STATUSES, type Status } from '@/lib/domain/status'
import { now } from '@/lib/platform/clock'
import { asActor, asSystem } from '@/lib/platform/db'
import { putObject } from '@/lib/platform/storage'
import { seedDemo } from '@/prisma/seed'
import { testDatabase } from '@/test/database'
import { pdf } from '@/test/sample-files'
import {
  getFillable,
  hasDocument,
  listDocuments,
  lockFillable,
  openDocument,
  removeDocument,
  slotChanged,
} from './documents'
import { actorOf, freezeFor, makeApplication, revisionOf, setStatus } from './documents.fixture'
import { voidRevision } from './revision'

const database = await testDatabase()
const NAMES = ['parent', 'parent2', 'clerk', 'director', 'clerk2', 'director2', 'methodist', 'admin'] as const
type Name = (typeof NAMES)[number]
const people = new Map<Name, Actor>()

function the(name: Name): Actor {
  const actor = people.get(name)
  if (!actor) throw new Error(name)
  return actor
}

beforeAll(async () => {
  await seedDemo(database.url, new Date())
  for (const name of NAMES) people.set(name, await actorOf(name))
  await putObject(cleanKey('same'), pdf, 'application/pdf')
})

/** Puts a file into a slot the way a finished upload does. */
async function attach(actor: Actor, address: { number: number; slot: string }): Promise<string> {
  return asActor(actor, async (tx) => {
    const { application, slot } = await lockFillable(tx, actor, address)
    const { id } = await tx.document.create({
      data: {
        fileName: 'Құжат.pdf',
        mediaType: 'application/pdf',
        bytes: pdf.length,
        sha256: 'same',
      },
    })
    await tx.applicationDocument.create({
      data: { applicationId: application.id, slot: slot.key, documentId: id, uploadedById: actor.userId },
    })
    await slotChanged(tx, application, slot, id, now())
    return id
  })
}

async function outcome(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'ok',
    (error: unknown) => {
      if (error instanceof DomainError) return error.code
      throw error
    },
  )
}

const slotsOf = async (applicationId: string) =>
  (await asSystem('test', (tx) => listDocuments(tx, applicationId))).map((d) => d.slot).sort()

describe('who may fill a slot', () => {
  const READERS: readonly Name[] = ['parent', 'clerk', 'director', 'methodist']
  const filling: Readonly<Record<string, (status: Status) => readonly Name[]>> = {
    birthCertificate: (status) => (status === 'draft' ? ['parent'] : []),
    signedStatement: (status) => {
      if (status === 'sent') return ['clerk', 'director']
      return status === 'draft' ? ['parent'] : []
    },
    signedOrder: (status) => (status === 'on_signing' ? ['clerk', 'director'] : []),
  }
  test.each(STATUSES)('%s', async (status) => {
    const { id, number } = await makeApplication(the('parent'), { status })
    await freezeFor(id, 'atSchool')
    const seen = Object.fromEntries(
      await Promise.all(
        Object.keys(filling).flatMap((slot) =>
          NAMES.map(async (name) => {
            const actor = the(name)
            return [
              `${name} ${slot}`,
              await outcome(asActor(actor, (tx) => getFillable(tx, actor, { number, slot }))),
            ]
          }),
        ),
      ),
    )
    const expected = Object.entries(filling).flatMap(([slot, may]) =>
      NAMES.map((name) => {
        const reads = name === 'parent' || (READERS.includes(name) && status !== 'draft')
        return [`${name} ${slot}`, may(status).includes(name) ? 'ok' : reads ? 'conflict' : 'absent']
      }),
    )
    expect(seen).toEqual(Object.fromEntries(expected))
  })

  test('the scan of a statement needs a frozen one; the school scans only what is signed there', async () => {
    const { id, number } = await makeApplication(the('parent'), { status: 'draft' })
    const fill = (name: Name) =>
      outcome(asActor(the(name), (tx) => getFillable(tx, the(name), { number, slot: 'signedStatement' })))
    expect(await fill('parent')).toBe('conflict')
    await freezeFor(id)
    expect(await fill('parent')).toBe('ok')
    const sent = await makeApplication(the('parent'), { status: 'sent' })
    await freezeFor(sent.id)
    const clerk = the('clerk')
    const address = { number: sent.number, slot: 'signedStatement' }
    expect(await outcome(asActor(clerk, (tx) => getFillable(tx, clerk, address)))).toBe('conflict')
  })

  test('nobody scans the order of their own child', async () => {
    const clerk = the('clerk')
    const { number } = await makeApplication(clerk, { status: 'on_signing' })
    expect(
      await outcome(asActor(clerk, (tx) => getFillable(tx, clerk, { number, slot: 'signedOrder' }))),
    ).toBe('conflict')
  })
})

describe('who may open a file', () => {
  async function openedBy(documentId: string): Promise<Name[]> {
    const answers = await Promise.all(
      NAMES.map(async (name) => [name, await outcome(openDocument(the(name), documentId, now()))] as const),
    )
    expect(answers.every(([, answer]) => answer === 'ok' || answer === 'absent')).toBe(true)
    return answers.filter(([, answer]) => answer === 'ok').map(([name]) => name)
  }
  const EVERYBODY = ['parent', 'clerk', 'director', 'methodist']

  test('of a draft only its owner, then also the school and its department, nobody else', async () => {
    const { id, number } = await makeApplication(the('parent'), { status: 'draft' })
    const document = await attach(the('parent'), { number, slot: 'birthCertificate' })
    expect(await openedBy(document)).toEqual(['parent'])
    const sent = await makeApplication(the('parent'), { status: 'sent' })
    await database.sql('UPDATE application_document SET application_id = $1 WHERE application_id = $2', [
      sent.id,
      id,
    ])
    expect(await openedBy(document)).toEqual(EVERYBODY)
  })

  test('a signed order is for the parent once it is approved', async () => {
    const { id, number } = await makeApplication(the('parent'), { status: 'on_signing' })
    const document = await attach(the('director'), { number, slot: 'signedOrder' })
    expect(await openedBy(document)).toEqual(['clerk', 'director', 'methodist'])
    await setStatus(id, 'approved')
    expect(await openedBy(document)).toEqual(EVERYBODY)
  })

  test('what the parent took out before sending is not for the school; what was replaced later is', async () => {
    const { id, number } = await makeApplication(the('parent'), { status: 'draft' })
    const documentId = await attach(the('parent'), { number, slot: 'birthCertificate' })
    await asActor(the('parent'), (tx) =>
      removeDocument(tx, the('parent'), { number, slot: 'birthCertificate', documentId }, now()),
    )
    const school = (await database.sql('SELECT organisation_id FROM application WHERE id = $1', [id]))[0]
    await database.sql("INSERT INTO application_party VALUES ($1, $2, 'provider')", [
      id,
      school?.organisation_id,
    ])
    await setStatus(id, 'sent')
    await database.sql("UPDATE application SET sent_at = now() - interval '1 day' WHERE id = $1", [id])
    expect(await openedBy(documentId)).toEqual(EVERYBODY)
    await database.sql("UPDATE application SET sent_at = now() + interval '1 day' WHERE id = $1", [id])
    expect(await openedBy(documentId)).toEqual(['parent'])
  })

  test('one that never was is as absent as a foreign one', async () => {
    expect(await openedBy(randomUUID())).toEqual([])
    expect(await openedBy('../1')).toEqual([])
  })
})

describe('what a file does to the revision', () => {
  const parent = () => the('parent')

  test('an attachment changed in a draft voids it, and the scan that signed it', async () => {
    const { id, number } = await makeApplication(parent(), { status: 'draft' })
    const revision = await freezeFor(id)
    const scan = await attach(parent(), { number, slot: 'signedStatement' })
    expect(await revisionOf(revision)).toMatchObject({ signedBy: 'scan', scanId: scan, voidedAt: null })
    expect((await revisionOf(revision)).signedAt).toBeInstanceOf(Date)
    expect(await slotsOf(id)).toEqual(['signedStatement'])
    await attach(parent(), { number, slot: 'birthCertificate' })
    expect((await revisionOf(revision)).voidedAt).toBeInstanceOf(Date)
    expect(await slotsOf(id)).toEqual(['birthCertificate'])
    expect(await asSystem('test', (tx) => hasDocument(tx, id, 'signedStatement'))).toBe(false)
  })

  test("the clerk's scan does not change the choice to sign at the school", async () => {
    const { id, number } = await makeApplication(parent(), { status: 'sent' })
    const revision = await freezeFor(id, 'atSchool')
    const documentId = await attach(the('clerk'), { number, slot: 'signedStatement' })
    expect(await revisionOf(revision)).toMatchObject({ signedBy: 'atSchool', scanId: documentId })
    await asActor(the('clerk'), (tx) =>
      removeDocument(tx, the('clerk'), { number, slot: 'signedStatement', documentId }, now()),
    )
    expect(await revisionOf(revision)).toMatchObject({ signedBy: 'atSchool', scanId: null })
  })

  test('a scan taken out leaves the revision unsigned', async () => {
    const { id, number } = await makeApplication(parent(), { status: 'draft' })
    const revision = await freezeFor(id)
    const documentId = await attach(parent(), { number, slot: 'signedStatement' })
    const remove = () =>
      asActor(parent(), (tx) =>
        removeDocument(tx, parent(), { number, slot: 'signedStatement', documentId }, now()),
      )
    expect(await remove()).toEqual({ voided: false })
    expect(await revisionOf(revision)).toMatchObject({
      signedBy: null,
      signedAt: null,
      scanId: null,
      voidedAt: null,
    })
    expect(await slotsOf(id)).toEqual([])
    expect(await outcome(remove())).toBe('conflict')
  })

  test('two who take out the same file: one does, the other reads why not', async () => {
    const { id, number } = await makeApplication(parent(), { status: 'draft' })
    await freezeFor(id)
    const documentId = await attach(parent(), { number, slot: 'birthCertificate' })
    const revision = await freezeFor(id)
    const remove = () =>
      outcome(
        asActor(parent(), (tx) =>
          removeDocument(tx, parent(), { number, slot: 'birthCertificate', documentId }, now()),
        ),
      )
    expect((await Promise.all([remove(), remove()])).sort()).toEqual(['conflict', 'ok'])
    expect((await revisionOf(revision)).voidedAt).toBeInstanceOf(Date)
  })

  test('an edit elsewhere that voids the revision takes the scan out of the list', async () => {
    const { id, number } = await makeApplication(parent(), { status: 'draft' })
    await freezeFor(id)
    await attach(parent(), { number, slot: 'signedStatement' })
    await asSystem('test', (tx) => voidRevision(tx, id, now()))
    expect(await slotsOf(id)).toEqual([])
  })
})
