import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readFrame, signFrame } from '@/components/eds/ncalayer-protocol'
import { parseSignedData } from '@/lib/signatures/eds/cms'
import { decodeCms } from '@/lib/signatures/eds/decode'
import { stampToken } from '@/lib/signatures/eds/issuing/time-stamp-authority'
import { OID } from '@/lib/signatures/eds/oids'
import type { ExpectedSigner, Policy } from '@/lib/signatures/eds/policy'
import { readTrustDirectory } from '@/lib/signatures/eds/trust-directory'
import { verifyCms } from '@/lib/signatures/eds/verify-cms'
import { verifyXml } from '@/lib/signatures/eds/verify-xml'
import type { Offer } from './ncalayer-choice'
import { openKeys } from './ncalayer-keys'
import { demoHolders } from './ncalayer-people'
import { GREETING, handleMessage } from './ncalayer-protocol'

const AT = new Date('2026-03-01T07:00:00Z')
const folder = join(tmpdir(), `ncalayer-protocol-${process.pid}`)
const keys = openKeys(folder, demoHolders(), () => AT)
const trust = readTrustDirectory(keys.trust)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const PARENT = '860417499010'
const SCHOOL = '070940990354'
const PERSON = [OID.emailProtection, OID.person]
const XML = '<notice><number>44001</number></notice>'
const base64 = (text: string) => Buffer.from(text).toString('base64')

type Args = Record<string, unknown>
const message = (args: Args) => JSON.stringify({ module: 'kz.gov.pki.knca.basics', method: 'sign', args })
const toSign = (args: Args = {}): Args => ({
  format: 'cms',
  data: base64('test'),
  signingParams: { decode: true, encapsulate: false },
  signerParams: { extKeyUsageOids: PERSON, iin: PARENT },
  locale: 'ru',
  ...args,
})

/** Speaks to the stand-in while somebody chooses this key, or none. */
async function speak(text: string, choice: string | null = 'parent') {
  const offers: Offer[] = []
  const answer = await handleMessage(text, {
    keys: keys.all,
    now: () => AT,
    stamp: (value) => stampToken(value, keys.authority.stamper, AT),
    async chooseKey(offer) {
      offers.push(offer)
      return keys.all().find(({ id }) => id === choice)?.issued ?? null
    },
  })
  return { answer, offers }
}
const signed = async (args: Args, choice?: string | null) =>
  JSON.parse((await speak(message(toSign(args)), choice)).answer)

const policy = (signer: ExpectedSigner): Policy => ({
  signer,
  trust,
  revocation: { mode: 'off' },
  at: AT,
  signedWithin: 'any',
  timeStamp: 'optional',
})
const byParent = policy({ kind: 'person', iin: PARENT })

test('a heartbeat is answered with itself', async () => {
  expect((await speak('--heartbeat--')).answer).toBe('--heartbeat--')
})

test.each<[string, string, object]>([
  ['no JSON', '{', { success: false, code: 'COMMON_JSON_WRAPPING_EXCEPTION' }],
  ['nothing', 'null', { success: false, errorCode: 'MODULE_NOT_FOUND' }],
  ['the old applet', '{"method":"browseKeyStore"}', { success: false, errorCode: 'MODULE_NOT_FOUND' }],
  [
    'another module',
    '{"module":"kz.digiflow.mobile.extensions","method":"getVersion"}',
    { success: false, errorCode: 'MODULE_NOT_FOUND' },
  ],
  [
    'another method',
    '{"module":"kz.gov.pki.knca.basics","method":"encrypt"}',
    { status: false, code: 'INVOCATION_ERROR' },
  ],
  ['no arguments', message({}), { status: false, code: 'INVOCATION_ERROR' }],
  ['no key usages', message(toSign({ signerParams: {} })), { status: false, code: 'INVOCATION_ERROR' }],
  ['no documents', message(toSign({ data: [] })), { status: false, code: 'INVOCATION_ERROR' }],
  ['raw data', message(toSign({ format: 'raw' })), { status: false, code: 'INVALID_SIGNING_PARAMS' }],
  [
    'a digest',
    message(toSign({ signingParams: { digested: true } })),
    { status: false, code: 'INVALID_SIGNING_PARAMS' },
  ],
])('%s: nobody is asked', async (_, text, expected) => {
  const { answer, offers } = await speak(text)
  expect(JSON.parse(answer)).toMatchObject(expected)
  expect(offers).toEqual([])
})

test('whoever thinks better of it', async () => {
  expect(await signed({}, null)).toEqual({ status: true, body: {} })
})

test.each([
  ['what is no base64', { data: '%' }],
  ['what is no XML', { format: 'xml', data: '<a>', signingParams: {} }],
])('%s is not signed', async (_, args) => {
  expect(await signed(args)).toMatchObject({ status: false, code: 'SIGNING_FAILURE' })
})

test('one document, detached; the array has one signature', async () => {
  const { status, body } = await signed({})
  expect(status).toBe(true)
  expect(body.result).toHaveLength(1)
  const cms = Buffer.from(body.result[0])
  expect(await verifyCms(cms, { ...byParent, content: Buffer.from('test') })).toMatchObject({
    status: 'VALID',
    signer: { iin: PARENT, claimedAt: AT, stampedAt: null },
  })
  expect(await verifyCms(cms, { ...byParent, content: 'attached' })).toMatchObject({
    code: 'CONTENT_MISMATCH',
  })
})

test('by default text is signed as it is, and lies in the signature', async () => {
  const { body } = await signed({ data: 'test', signingParams: undefined })
  const policyOf = (content: Uint8Array | 'attached') => ({ ...byParent, content })
  const cms = Buffer.from(body.result[0])
  expect(await verifyCms(cms, policyOf('attached'))).toMatchObject({ status: 'VALID' })
  expect(await verifyCms(cms, policyOf(Buffer.from('test')))).toMatchObject({ status: 'VALID' })
})

test('several documents by one choice, with time stamps', async () => {
  const texts = ['1', '2', '3']
  const args = toSign({
    data: texts.map(base64),
    signingParams: { decode: true, encapsulate: false, tsaProfile: {} },
  })
  const { answer, offers } = await speak(message(args))
  const { result } = JSON.parse(answer).body
  expect(offers).toHaveLength(1)
  for (const [i, text] of texts.entries()) {
    const outcome = await verifyCms(Buffer.from(result[i]), {
      ...byParent,
      timeStamp: 'required',
      content: Buffer.from(text),
    })
    expect(outcome).toMatchObject({ status: 'VALID', signer: { stampedAt: AT } })
  }
})

test('XML by the head of an organisation', async () => {
  const args = {
    format: 'xml',
    data: [XML],
    signingParams: {},
    signerParams: { extKeyUsageOids: [OID.emailProtection, OID.head], bin: SCHOOL },
  }
  const { body } = await signed(args, 'director')
  expect(body.result[0]).toMatch(/^<\?xml version="1.0" encoding="UTF-8" standalone="no"\?>/)
  const expected = policy({ kind: 'organisation', bin: SCHOOL, iin: 'any', roles: ['head'] })
  expect(await verifyXml(body.result[0], { ...expected, content: XML })).toMatchObject({ status: 'VALID' })
})

test('the certificate comes along when it is asked for', async () => {
  const { body } = await signed({ signingParams: { decode: true, outputCert: true } })
  expect(body.result.signatures).toHaveLength(1)
  expect(body.result.certificate).toMatch(/^-----BEGIN CERTIFICATE-----/)
})

test.each<[string, Args, string[]]>([
  ['a person', { extKeyUsageOids: PERSON, iin: PARENT }, ['parent', 'parent-revoked']],
  ['any person', { extKeyUsageOids: PERSON, iin: '' }, ['parent', 'parent-revoked', 'parent2']],
  ['the head of a school', { extKeyUsageOids: [OID.emailProtection, OID.head], bin: SCHOOL }, ['director']],
  ['a stranger', { extKeyUsageOids: PERSON, iin: '000000000000' }, []],
  ['whoever signs in', { extKeyUsageOids: [OID.clientAuth] }, ['parent-signIn']],
])('for %s those keys will do', async (_, signerParams, fit) => {
  const { offers } = await speak(message(toSign({ signerParams })))
  const offered = offers.flatMap((offer) => offer.keys)
  expect(offered).toHaveLength(keys.all().length)
  expect(offered.filter(({ refusal }) => !refusal).map(({ key }) => key.id)).toEqual(fit)
  expect(offered.slice(0, fit.length).map(({ key }) => key.id)).toEqual(fit)
})

test.each<[string, Args, string, string]>([
  ['parent-expired', {}, 'Срок истек', 'Мерзімі аяқталған'],
  ['parent-signIn', {}, 'Ключ для входа, а не для подписи', 'Қол қоюға емес, кіруге арналған кілт'],
  ['parent2', {}, 'ИИН другого человека', 'Басқа адамның ЖСН-і'],
  ['clerk', {}, 'Нужен ключ другого вида', 'Басқа түрдегі кілт керек'],
])('why %s will not do', async (id, args, ru, kk) => {
  const { offers } = await speak(message(toSign(args)))
  expect(offers[0]?.keys.find(({ key }) => key.id === id)?.refusal).toEqual({ kk, ru })
})

test('an expired key does where the page allows it; none do where keys are not in files', async () => {
  const refusals = async (args: Args) =>
    (await speak(message(toSign(args)))).offers.flatMap((offer) =>
      offer.keys.filter(({ refusal }) => !refusal).map(({ key }) => key.id),
    )
  expect(await refusals({ signingParams: { allowExpired: true } })).toContain('parent-expired')
  expect(await refusals({ allowedStorages: ['AKKaztokenStore'] })).toEqual([])
})

test('understands our own client, and is understood', async () => {
  expect(readFrame(GREETING)).toMatchObject({ kind: 'greeting' })
  const keys = { extKeyUsageOids: PERSON, iin: PARENT }
  for (const data of [[base64('1')], [base64('1'), base64('2')]]) {
    const frame = signFrame({ format: 'cms', data, keys, stamps: false, locale: 'kk' })
    const answer = readFrame((await speak(frame)).answer)
    expect(answer).toMatchObject({ kind: 'signed', signatures: data.map(() => expect.any(String)) })
    expect(readFrame((await speak(frame, null)).answer)).toEqual({ kind: 'cancelled' })
  }
  for (const stamps of [true, false]) {
    const frame = signFrame({ format: 'cms', data: [base64('1')], keys, stamps, locale: 'ru' })
    const answer = readFrame((await speak(frame)).answer)
    const cms = answer.kind === 'signed' ? (answer.signatures[0] ?? '') : ''
    const signer = parseSignedData(decodeCms(Buffer.from(cms))).signers[0]
    expect(signer?.unsignedAttributes.has(OID.timeStampToken)).toBe(stamps)
  }
  const xml = signFrame({ format: 'xml', data: [XML], keys, stamps: true, locale: 'ru' })
  expect(readFrame((await speak(xml)).answer)).toMatchObject({ kind: 'signed' })
})
