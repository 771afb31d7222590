import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Actor } from '@/lib/domain/actor'
import { fetchPaper } from '@/lib/papers/stored'
import { asActor, prisma } from '@/lib/platform/db'
import { signCms } from '@/lib/signatures/eds/issuing/sign-cms'
import { testDatabase } from '@/test/database'
import { testEds } from '@/test/eds'
import { addParent, fillDraft, type School, seedSchools, TUESDAY } from '@/test/school'
import { getOwn } from '../data'
import { freeze } from './freezing'
import { type QrStep, stepQrSigning } from './qr-signing'
import { signStatement } from './signing'

await testDatabase()
const eds = await testEds(TUESDAY)
const key = eds.key('person', { iin: '881102400015' })

/** A stand-in of SIGEX whose phone scans and signs at once. */
let handed: Buffer | null = null
const server = createServer(async (request, response) => {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part)
  const body = parts.length > 0 ? JSON.parse(Buffer.concat(parts).toString('utf8')) : null
  response.setHeader('content-type', 'application/json')
  const answer = (given: object) => response.end(JSON.stringify(given))
  if (request.url === '/api/egovQr') {
    const url = `${process.env.SIGEX_URL}/api/egovQr/op1`
    return answer({ qrCode: 'R0lG', dataURL: url, signURL: url, expireAt: TUESDAY.getTime() + 600_000 })
  }
  if (request.method === 'POST') {
    handed = Buffer.from(body.documentsToSign[0].document.file.data, 'base64')
    return answer({ signURL: 'x', expireAt: 0 })
  }
  const cms = Buffer.from(signCms(handed ?? Buffer.alloc(0), key, { signingTime: TUESDAY })).toString(
    'base64',
  )
  return answer({ documentsToSign: [{ id: 1, document: { file: { mime: '', data: cms } } }] })
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
afterAll(() => new Promise((resolve) => server.close(resolve)))
process.env.EGOV_QR = 'sigex'
process.env.SIGEX_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

let school: School
beforeAll(async () => {
  ;({ a: school } = await seedSchools())
})
beforeEach(async () => {
  handed = null
  await prisma().intakeWindow.deleteMany()
})

async function ready() {
  const parent = await addParent()
  const number = await fillDraft(parent, school.id)
  await freeze(parent, number, 'ru', TUESDAY)
  const { id, revision } = await asActor(parent, (tx) => getOwn(tx, parent, number))
  return { parent, number, id, statement: revision?.statementSha256 ?? '' }
}

const OPERATION = { data: '/api/egovQr/op1', sign: '/api/egovQr/op1' }
const step = (actor: Actor, number: number, given: QrStep) => stepQrSigning(actor, number, given, TUESDAY)

test('a phone gets the stored statement, and its signature is one like any other', async () => {
  const { parent, number, id, statement } = await ready()
  expect(await step(parent, number, { step: 'invite', statement })).toEqual({
    operation: OPERATION,
    qr: 'R0lG',
    link: null,
    expiresAt: TUESDAY.getTime() + 600_000,
    until: expect.stringMatching(/^\d\d:\d\d$/),
  })
  expect(await step(parent, number, { step: 'handOver', operation: OPERATION, statement })).toEqual({
    state: 'taken',
  })
  expect(handed).toEqual(Buffer.from(await fetchPaper(statement)))
  const taken = await step(parent, number, { step: 'take', operation: OPERATION, statement })
  if (!('cms' in taken)) throw new Error('no signature')
  const cms = Buffer.from(taken.cms)
  expect(await signStatement(parent, number, { statement, cms }, TUESDAY)).toBeNull()
  expect((await asActor(parent, (tx) => getOwn(tx, parent, number))).status).toBe('sent')
  // Once, however often the page had to ask: the statement has been at a third party.
  const where = { action: 'statement.heldOutToSigex', subject: id, actorId: parent.userId }
  expect(await prisma().auditEvent.count({ where })).toBe(1)
})

test('nobody else’s statement is held out, nor one that is not the current any more', async () => {
  const { parent, number, statement } = await ready()
  const stranger = await addParent({ iin: '850101300018' })
  const given: QrStep = { step: 'handOver', operation: OPERATION, statement }
  await expect(step(stranger, number, given)).rejects.toMatchObject({ code: 'absent' })
  const old: QrStep = { ...given, statement: '0'.repeat(64) }
  await expect(step(parent, number, old)).rejects.toMatchObject({ code: 'conflict' })
  expect(handed).toBeNull()
})
