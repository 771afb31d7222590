import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { egovQrIsOn, handOver, inviteToSign, qrOperation, takeSignature } from './egov-qr'

/** A stand-in of what SIGEX documents: one address an operation, held open until something happens. */
type Said = { status?: number; body?: unknown } | 'nothing'
const requests: { method: string; path: string; body: unknown }[] = []
let says: Said = 'nothing'
let patience = new AbortController()

const server = createServer(async (request, response) => {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part)
  const text = Buffer.concat(parts).toString('utf8')
  requests.push({ method: request.method ?? '', path: request.url ?? '', body: text && JSON.parse(text) })
  if (says === 'nothing') return patience.abort()
  const { status = 200, body } = says
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

let setting = 'off'
vi.mock('@/lib/platform/env', () => ({ env: () => ({ EGOV_QR: setting, SIGEX_URL: url }) }))

const OPERATION = { data: '/api/egovQr/dVoCifgX9iZGFiBB', sign: '/api/egovQr/dVoCifgX9iZGFiBB' }
const INVITATION = {
  qrCode: 'R0lGODlhAQABAAAAACw=',
  dataURL: `${url}${OPERATION.data}`,
  signURL: `${url}${OPERATION.sign}`,
  eGovMobileLaunchLink: 'https://mgovsign.page.link/?link=x',
  eGovBusinessLaunchLink: 'https://egovbusiness.page.link/?link=x',
  expireAt: Date.UTC(2026, 10, 22, 5),
}
const DOCUMENT = {
  name: { kk: '№ 44012 өтініш', ru: 'Заявление № 44012', en: 'No. 44012' },
  pdf: Buffer.from('%PDF'),
}
const UNAVAILABLE = { name: 'DomainError', code: 'unavailable' }

beforeEach(() => {
  requests.length = 0
  says = 'nothing'
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
})

/** What is waited for is over as soon as the other side holds its answer back. */
function impatient(): void {
  vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => {
    patience = new AbortController()
    return patience.signal
  })
}

test('is offered only where the operator says so', () => {
  expect(egovQrIsOn()).toBe(false)
  setting = 'sigex'
  expect(egovQrIsOn()).toBe(true)
})

describe('an invitation', () => {
  test('has a code to scan and a link for the phone at hand; business keys are not asked for', async () => {
    says = { body: INVITATION }
    expect(await inviteToSign('E-Bilimal № 44012')).toEqual({
      operation: OPERATION,
      qr: INVITATION.qrCode,
      link: INVITATION.eGovMobileLaunchLink,
      expiresAt: new Date('2026-11-22T05:00:00Z'),
    })
    expect(requests).toEqual([
      { method: 'POST', path: '/api/egovQr', body: { description: 'E-Bilimal № 44012' } },
    ])
  })

  test('has no link that could be a script', async () => {
    says = { body: { ...INVITATION, eGovMobileLaunchLink: 'javascript:alert(1)' } }
    expect((await inviteToSign('x')).link).toBeNull()
  })

  test.each([
    ['addresses of somebody else', { body: { ...INVITATION, dataURL: 'https://evil.example/api/egovQr/x' } }],
    ['other addresses of SIGEX', { body: { ...INVITATION, signURL: `${url}/api/auth` } }],
    ['a picture that is none', { body: { ...INVITATION, qrCode: '"><script>' } }],
    ['a refusal', { body: { message: 'Доступ запрещен' } }],
    ['a fault', { status: 500, body: {} }],
  ])('is none with %s', async (_, said) => {
    says = said
    await expect(inviteToSign('x')).rejects.toMatchObject(UNAVAILABLE)
  })

  test('is none from nobody', async () => {
    impatient()
    await expect(inviteToSign('x')).rejects.toMatchObject(UNAVAILABLE)
  })
})

describe('the document', () => {
  test('is held out until a phone has it', async () => {
    impatient()
    expect(await handOver(OPERATION, DOCUMENT)).toBe('waiting')
    says = { body: { expireAt: INVITATION.expireAt, signURL: INVITATION.signURL } }
    expect(await handOver(OPERATION, DOCUMENT)).toBe('taken')
    const asked = {
      method: 'POST',
      path: OPERATION.data,
      body: {
        signMethod: 'CMS_SIGN_ONLY',
        documentsToSign: [
          {
            id: 1,
            nameRu: 'Заявление № 44012',
            nameKz: '№ 44012 өтініш',
            nameEn: 'No. 44012',
            meta: [],
            document: { file: { mime: '@file/pdf', data: DOCUMENT.pdf.toString('base64') } },
          },
        ],
      },
    }
    expect(requests).toEqual([asked, asked])
  })

  test.each<[string, Said, string]>([
    ['a gateway that waited long enough', { status: 504, body: {} }, 'waiting'],
    ['an operation that has run out', { body: { message: 'Операция не найдена' } }, 'gone'],
  ])('%s', async (_, said, state) => {
    says = said
    expect(await handOver(OPERATION, DOCUMENT)).toBe(state)
  })
})

describe('the signature', () => {
  const signature = (data: unknown) => ({
    body: { documentsToSign: [{ id: 1, document: { file: { data } } }] },
  })

  test('is waited for, and taken', async () => {
    impatient()
    expect(await takeSignature(OPERATION)).toEqual({ state: 'waiting' })
    says = signature('MIIC')
    expect(await takeSignature(OPERATION)).toEqual({ state: 'signed', cms: 'MIIC' })
    expect(requests.at(-1)).toEqual({ method: 'GET', path: OPERATION.sign, body: '' })
  })

  test.each<[string, Said, string]>([
    ['was refused on the phone', { body: { status: 'CANCELED', documentsToSign: [] } }, 'cancelled'],
    ['came too late', { body: { message: 'Операция не найдена' } }, 'gone'],
    ['is waited for behind a gateway', { status: 502, body: {} }, 'waiting'],
  ])('%s', async (_, said, state) => {
    says = said
    expect(await takeSignature(OPERATION)).toEqual({ state })
  })

  test.each<[string, Said]>([
    ['nothing', { body: {} }],
    ['an empty one', signature('')],
    ['two', { body: { documentsToSign: [1, 2].map(() => ({ document: { file: { data: 'MIIC' } } })) } }],
    ['a fault', { status: 403, body: {} }],
  ])('%s is none', async (_, said) => {
    says = said
    await expect(takeSignature(OPERATION)).rejects.toMatchObject(UNAVAILABLE)
  })
})

test.each([
  ['https://evil.example/api/egovQr/x'],
  ['//evil.example/api/egovQr/x'],
  ['/api/egovQr/../admin'],
  ['/api/egovQr/x?y'],
  ['/api/egovQr/'],
  ['/api/auth'],
])('a browser cannot send us to %s', (path) => {
  expect(qrOperation.safeParse({ data: path, sign: OPERATION.sign }).success).toBe(false)
  expect(qrOperation.safeParse({ data: OPERATION.data, sign: path }).success).toBe(false)
})
