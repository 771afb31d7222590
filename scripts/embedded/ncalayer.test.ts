import { once } from 'node:events'
import { rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import { OID } from '@/lib/signatures/eds/oids'
import { httpPost, ocspSource } from '@/lib/signatures/eds/revocation-source'
import { readTrustDirectory } from '@/lib/signatures/eds/trust-directory'
import { verifyCms } from '@/lib/signatures/eds/verify-cms'
import { type NcaLayer, startNcaLayer } from './ncalayer'
import { readKeys } from './ncalayer-keys'
import { freePort } from './ports'

const PARENT = '860417499010'
const folder = join(tmpdir(), `ncalayer-${process.pid}`)
let port: number
let standIn: NcaLayer

beforeAll(async () => {
  port = await freePort()
})
beforeEach(async () => {
  standIn = await startNcaLayer({ port, folder })
})
afterEach(() => standIn.stop())
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const request = (iin: string, usages: readonly string[] = [OID.emailProtection, OID.person], bin = '') =>
  JSON.stringify({
    module: 'kz.gov.pki.knca.basics',
    method: 'sign',
    args: {
      format: 'cms',
      data: ['dGVzdA=='],
      signingParams: { decode: true, encapsulate: false },
      signerParams: { extKeyUsageOids: usages, iin, bin },
      locale: 'kk',
    },
  })

const responder = () =>
  ocspSource({ post: httpPost, hosts: [new URL(standIn.ocspUrl).host], url: standIn.ocspUrl })

/** Whoever speaks to the stand-in; each message once, in order. */
async function connect() {
  const socket = new WebSocket(standIn.url)
  const answers: string[] = []
  socket.on('message', (data) => answers.push(data.toString()))
  await vi.waitFor(() => expect(answers).toHaveLength(1))
  return { socket, answers }
}

const page = async (path = '/') => (await fetch(`${standIn.page}${path}`)).text()
const state = async () => (await fetch(`${standIn.page}/state`)).json()
const post = (path: string, form: Record<string, string>, headers = {}) =>
  fetch(`${standIn.page}${path}`, {
    method: 'POST',
    body: new URLSearchParams(form),
    redirect: 'manual',
    headers,
  })
const untilAsked = (n: number) => vi.waitFor(async () => expect(await state()).toEqual({ request: n }))

test('greets, and answers a heartbeat while a person chooses', async () => {
  const { socket, answers } = await connect()
  expect(JSON.parse(answers[0] ?? '')).toEqual({ result: { version: '1.4' } })
  socket.send(request(PARENT))
  await untilAsked(1)
  socket.send('--heartbeat--')
  await vi.waitFor(() => expect(answers[1]).toBe('--heartbeat--'))
})

test('the person chooses on the page, in the language of the request', async () => {
  const { socket, answers } = await connect()
  expect(await page()).toContain('демо-ключи')
  socket.send(request(PARENT))
  await untilAsked(1)
  const shown = await page()
  expect(shown).toContain('<html lang="kk">')
  expect(shown).toContain('НҰРҒАЛИЕВА ӘЙГЕРІМ ҚУАНЫШҚЫЗЫ')
  expect(shown).toMatch(/value="parent-expired">\s*<button class="key" disabled>/)
  expect(await page('/?any')).not.toContain('disabled>')

  const answer = await post('/choose', { request: '1', key: 'parent' })
  expect(answer.status).toBe(303)
  await vi.waitFor(() => expect(answers).toHaveLength(2))
  const [signature] = JSON.parse(answers[1] ?? '').body.result
  const trust = readTrustDirectory(standIn.trust)
  const outcome = await verifyCms(Buffer.from(signature), {
    content: Buffer.from('test'),
    signer: { kind: 'person', iin: PARENT },
    trust,
    revocation: { mode: 'required', source: responder() },
    at: new Date(),
    signedWithin: 60_000,
    timeStamp: 'optional',
  })
  expect(outcome).toMatchObject({ status: 'VALID' })
  expect(await state()).toEqual({ request: null })
})

test('one request at a time: the next is shown when the first is cancelled', async () => {
  const first = await connect()
  const second = await connect()
  first.socket.send(request(PARENT))
  await untilAsked(1)
  second.socket.send(request('000000000000'))
  await post('/cancel', { request: '1' })
  await untilAsked(2)
  await vi.waitFor(() => expect(JSON.parse(first.answers[1] ?? '')).toEqual({ status: true, body: {} }))
  expect(second.answers).toHaveLength(1)
})

test('a page that was closed asks no more', async () => {
  const { socket } = await connect()
  socket.send(request(PARENT))
  await untilAsked(1)
  socket.close()
  await once(socket, 'close')
  await vi.waitFor(async () => expect(await state()).toEqual({ request: null }))
})

test.each([
  ['a person', [OID.emailProtection, OID.person], '', 'person'],
  ['the head of an organisation', [OID.emailProtection, OID.head], '070940990354', 'head'],
  ['somebody with the right to sign', [OID.emailProtection, OID.signRight], '070940990354', 'signRight'],
])('makes a key for %s when none will do', async (_, usages, bin, kind) => {
  const iin = '910212499048'
  const { socket, answers } = await connect()
  socket.send(request(iin, usages, bin))
  await untilAsked(1)
  expect(await page()).toContain('action="/issue"')
  await post('/issue', { iin, bin, surname: 'Тілеуова', given: 'Жансая', patronymic: '' })
  expect(await page()).not.toContain('action="/issue"')
  await post('/choose', { request: '1', key: `${kind}-${iin}-${bin}` })
  await vi.waitFor(() => expect(JSON.parse(answers[1] ?? '').body.result).toHaveLength(1))
})

test('nothing is made of what is no number, and another site is not heard', async () => {
  const { socket } = await connect()
  socket.send(request('123'))
  await untilAsked(1)
  await post('/issue', { iin: '123', surname: '<b>', given: 'a' })
  expect(await page()).not.toContain('person-123')
  const foreign = await post('/choose', { request: '1', key: 'parent2' }, { origin: 'https://example.kz' })
  expect(foreign.status).toBe(403)
  expect(await state()).toEqual({ request: 1 })
})

test('says which keys are revoked, and fails as often as it is told to', async () => {
  const { authority, keys } = readKeys(folder)
  const issuer = authority.issuing.certificate
  const trust = readTrustDirectory(standIn.trust)
  const ask = async (id: string) => {
    const key = keys.find((each) => each.id === id)
    if (!key) throw new Error(id)
    return (await responder()(key.issued.certificate, issuer, trust, new Date())).status
  }
  expect(await ask('parent')).toBe('good')
  expect(await ask('parent-revoked')).toBe('revoked')
  const serial = Buffer.from(keys.find(({ id }) => id === 'parent2')?.issued.certificate.serial ?? [])
  await post(`/revoke?serial=${serial.toString('hex')}`, {})
  expect(await ask('parent2')).toBe('revoked')
  await post('/fail?next=2', {})
  expect(await ask('parent')).toBe('unavailable')
  expect(await ask('parent')).toBe('good')
})

test('keeps keys over a restart, for their owner only', async () => {
  const serials = () =>
    readKeys(folder).keys.map(({ id, issued }) => [
      id,
      Buffer.from(issued.certificate.serial).toString('hex'),
    ])
  const before = serials()
  await standIn.stop()
  standIn = await startNcaLayer({ port, folder })
  expect(serials()).toEqual(before)
  expect(statSync(join(folder, 'keys.json')).mode & 0o777).toBe(0o600)
})

test('stays away from production', async () => {
  vi.stubEnv('APP_MODE', 'production')
  await expect(startNcaLayer({ port: await freePort(), folder })).rejects.toThrow(/beside a demo only/)
  vi.unstubAllEnvs()
})
