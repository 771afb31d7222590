import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { GET as open } from '@/app/api/documents/[id]/route'
import { GET as uploaded } from '@/app/api/documents/[id]/uploaded/route'
import { forgetTries, mayTry } from '@/lib/auth/delays'
import { currentActor } from '@/lib/auth/session'
import { sealTicket } from '@/lib/documents/ticket'
import type { Actor } from '@/lib/domain/actor'
import { asSystem } from '@/lib/platform/db'
import { scan } from '@/lib/platform/scan'
import { getObject, type PostForm } from '@/lib/platform/storage'
import { seedDemo } from '@/prisma/seed'
import { testDatabase } from '@/test/database'
import { exe, jpeg, pdf, png } from '@/test/sample-files'
import { listDocuments } from './documents'
import { actorOf, freezeFor, makeApplication, revisionOf, setStatus } from './documents.fixture'
import { startUpload } from './uploads'

vi.mock('@/lib/auth/session', () => ({ currentActor: vi.fn() }))
vi.mock('@/lib/platform/scan', () => ({ scan: vi.fn() }))

const database = await testDatabase()
const BACK = '/ru/cabinet/applications/44000/edit?step=documents&fault=empty'
const slot = 'birthCertificate'

let parent: Actor
let stranger: Actor
let application: { id: string; number: number }
let address: { number: number; slot: string }

beforeAll(async () => {
  await seedDemo(database.url, new Date())
  parent = await actorOf('parent')
  stranger = await actorOf('parent2')
})

beforeEach(async () => {
  signIn(parent)
  vi.mocked(scan).mockResolvedValue('off')
  application = await makeApplication(parent, { status: 'draft' })
  address = { number: application.number, slot }
})

const signIn = (actor: Actor | null) => vi.mocked(currentActor).mockResolvedValue(actor)
const start = (actor = parent, to = address, at = new Date()) => startUpload(actor, to, BACK, at)
const documents = () => asSystem('test', (tx) => listDocuments(tx, application.id))
const counts = () =>
  database.sql(
    'SELECT (SELECT count(*) FROM document) AS a, (SELECT count(*) FROM application_document) AS b',
  )

/** Posts the form as a browser does: its fields in order, the file last. */
function post({ url, fields }: PostForm, bytes: Buffer, name: string): Promise<Response> {
  const form = new FormData()
  for (const [field, value] of Object.entries(fields)) form.append(field, value)
  form.append('file', new File([new Uint8Array(bytes)], name))
  return fetch(url, { method: 'POST', body: form, redirect: 'manual' })
}

/** What a browser without a script lives through: the store's 303, then ours. Answers where it ends. */
async function sendByBrowser(form: PostForm, bytes: Buffer, name: string): Promise<string | null> {
  const answer = await post(form, bytes, name)
  expect(answer.status).toBe(303)
  return (await follow(answer.headers.get('location') ?? '')).headers.get('location')
}

function follow(href: string, accept = 'text/html'): Promise<Response> {
  const request = new Request(new URL(href, process.env.APP_URL), { headers: { accept } })
  const id = /documents\/([^/]+)\/uploaded/.exec(href)?.[1] ?? ''
  return uploaded(request, { params: Promise.resolve({ id }) })
}

async function complete(href: string, name: string): Promise<unknown> {
  const answer = await follow(`${href}&name=${encodeURIComponent(name)}`, 'application/json')
  const { fault, location } = await answer.json()
  if (answer.ok) expect(location).toContain(`document=`)
  return answer.ok ? { fault } : { fault, location }
}

const openBy = (actor: Actor | null, id: string) => {
  signIn(actor)
  return open(new Request('http://localhost/'), { params: Promise.resolve({ id }) })
}

test('showing a form writes no row', async () => {
  const before = await counts()
  await start()
  expect(await counts()).toEqual(before)
})

test('a browser without a script posts the form and lands on its page again, the file attached', async () => {
  const { form, documentId } = await start()
  expect(await sendByBrowser(form, pdf, 'Туу туралы куәлік.pdf')).toBe(
    `/ru/cabinet/applications/44000/edit?step=documents&document=${slot}#document-${slot}`,
  )
  const [document, ...others] = await documents()
  expect(others).toEqual([])
  expect(document).toMatchObject({ slot, documentId, mediaType: 'application/pdf', bytes: pdf.length })
  expect(document?.fileName).toMatch(/\.pdf$/)

  const answer = await openBy(parent, documentId)
  expect(answer.status).toBe(302)
  const served = await fetch(answer.headers.get('location') ?? '')
  expect(Buffer.from(await served.arrayBuffer())).toEqual(pdf)
  expect(served.headers.get('content-type')).toBe('application/pdf')
  expect(served.headers.get('content-disposition')).toMatch(
    /^inline; filename="document\.pdf"; filename\*=UTF-8''/,
  )
})

test('the scan of a statement does not sign the one that was made after it', async () => {
  const scans = { number: application.number, slot: 'signedStatement' }
  await freezeFor(application.id)
  const old = await start(parent, scans)
  const revision = await freezeFor(application.id)
  await post(old.scripted, pdf, 'скан.pdf')
  expect(await complete(old.completeHref, 'скан.pdf')).toEqual({ fault: 'closed' })
  expect(await revisionOf(revision)).toMatchObject({ scanId: null, signedBy: null })

  const { scripted, completeHref, documentId } = await start(parent, scans)
  await post(scripted, pdf, 'скан.pdf')
  expect(await complete(completeHref, 'скан.pdf')).toEqual({ fault: null })
  expect(await revisionOf(revision)).toMatchObject({ scanId: documentId, signedBy: 'scan' })
})

test('one account fills the store with so many files an hour and no more', async () => {
  for (let n = 0; n < 120; n += 1) await mayTry('uploadsOfAccount', parent.userId)
  const { scripted, completeHref } = await start(parent)
  await post(scripted, pdf, 'a.pdf')
  expect(await complete(completeHref, 'a.pdf')).toEqual({ fault: 'tooMany' })
  await forgetTries('uploadsOfAccount', parent.userId)
  expect(await complete(completeHref, 'a.pdf')).toEqual({ fault: null })
})

test('a script sends the same form, tells the name, and gets the answer as data', async () => {
  const { scripted, completeHref } = await start()
  expect((await post(scripted, jpeg, 'blob')).status).toBe(201)
  expect(await complete(completeHref, 'Әлия ту\u00adу куәлігі.JPG')).toEqual({ fault: null })
  expect((await documents())[0]).toMatchObject({ fileName: 'Әлия туу куәлігі.jpg', mediaType: 'image/jpeg' })
})

test('the name that a store puts into the key is kept', async () => {
  const { form, documentId, completeHref } = await start()
  const key = `quarantine/${documentId}/Свидетельство.png`
  await post({ ...form, fields: { ...form.fields, key } }, png, 'x')
  await follow(`${completeHref}&key=${encodeURIComponent(key)}`)
  expect((await documents())[0]?.fileName).toBe('Свидетельство.png')
})

describe('a file that cannot be taken sends its sender back with the reason and leaves nothing', () => {
  const faults: [string, Buffer, string][] = [
    ['empty', Buffer.alloc(0), 'a.pdf'],
    ['tooLarge', Buffer.alloc(10 * 1024 * 1024 + 1, jpeg), 'a.jpg'],
    ['notPdf', exe, 'анықтама.pdf'],
  ]
  test.each(faults)('%s', async (fault, bytes, name) => {
    const before = await counts()
    const { form, scripted, completeHref } = await start()
    await post(scripted, bytes, name)
    expect(await complete(completeHref, name)).toEqual({ fault })
    // Without the name nothing says that it should have been a PDF.
    if (fault !== 'notPdf') expect(await sendByBrowser(form, bytes, name)).toContain(`&fault=${fault}&`)
    expect(await counts()).toEqual(before)
  })

  test('infected', async () => {
    vi.mocked(scan).mockResolvedValue('infected')
    const { form } = await start()
    expect(await sendByBrowser(form, pdf, 'a.pdf')).toContain('fault=infected')
    expect(await documents()).toEqual([])
  })

  test('unavailable, when the scanner or the store does not answer', async () => {
    vi.mocked(scan).mockRejectedValue(new Error('down'))
    const { form } = await start()
    expect(await sendByBrowser(form, pdf, 'a.pdf')).toContain('fault=unavailable')
    expect(await documents()).toEqual([])
  })

  test('missing, when nothing arrived', async () => {
    const { completeHref } = await start()
    expect((await follow(completeHref)).headers.get('location')).toContain('fault=missing')
  })

  test('closed, when the application was sent meanwhile', async () => {
    const { form } = await start()
    await setStatus(application.id, 'sent')
    expect(await sendByBrowser(form, pdf, 'a.pdf')).toContain('fault=closed')
  })

  test('expired, when the page was open for too long', async () => {
    const { form } = await start(parent, address, new Date(Date.now() - 7 * 3600_000))
    expect(await sendByBrowser(form, pdf, 'a.pdf')).toContain('fault=expired')
  })
})

test('two completions at once, and one more, attach the file once', async () => {
  const { scripted, completeHref } = await start()
  await post(scripted, pdf, 'a.pdf')
  const answers = await Promise.all(Array.from({ length: 4 }, () => complete(completeHref, 'a.pdf')))
  expect(answers).toEqual(Array(4).fill({ fault: null }))
  expect(await complete(completeHref, 'a.pdf')).toEqual({ fault: null })
  expect(await documents()).toHaveLength(1)
  expect(
    await database.sql('SELECT 1 FROM application_document WHERE application_id = $1', [application.id]),
  ).toHaveLength(1)
})

test('two files for one slot at once leave one; two slots keep both', async () => {
  const send = async (to: typeof address, bytes: Buffer) => {
    const { scripted, completeHref } = await start(parent, to)
    await post(scripted, bytes, 'a')
    return complete(completeHref, 'a')
  }
  const other = { ...address, slot: 'medicalOpinion' }
  const answers = await Promise.all([send(address, pdf), send(address, jpeg), send(other, png)])
  expect(answers).toEqual(Array(3).fill({ fault: null }))
  expect((await documents()).map((d) => d.slot).sort()).toEqual([slot, 'medicalOpinion'])
})

test('a replayed post changes nothing that is served; completing it replaces the file and says so', async () => {
  const { scripted, completeHref, documentId } = await start()
  await post(scripted, pdf, 'a.pdf')
  await complete(completeHref, 'a.pdf')
  const [first] = await documents()
  await post(scripted, exe, 'a.pdf')
  expect(Buffer.from((await getObject(`clean/${first?.sha256}`, 1e6)) as Uint8Array)).toEqual(pdf)
  expect(await complete(completeHref, 'a.pdf')).toEqual({ fault: 'notPdf' })
  expect(await documents()).toEqual([first])

  await post(scripted, jpeg, 'b.jpg')
  expect(await complete(completeHref, 'b.jpg')).toEqual({ fault: null })
  const [second, ...others] = await documents()
  expect(others).toEqual([])
  expect(second).toMatchObject({ fileName: 'b.jpg', mediaType: 'image/jpeg' })
  expect(second?.documentId).not.toBe(documentId)
})

test('the same file again changes nothing', async () => {
  for (const name of ['a.pdf', 'b.pdf']) {
    const { scripted, completeHref } = await start()
    await post(scripted, pdf, name)
    await complete(completeHref, name)
  }
  expect((await documents()).map((d) => d.fileName)).toEqual(['a.pdf'])
})

describe('a form works only for the person it was handed out to', () => {
  test('in other hands, or with another file, its address is absent', async () => {
    const { scripted, completeHref, documentId } = await start()
    await post(scripted, pdf, 'a.pdf')
    const other = await start()
    const forged = sealTicket(
      { documentId, target: `application/${application.number}//${slot}`, back: '/ru', expiresAt: 9e15 },
      'x',
    )
    const addresses = [
      completeHref.replace(documentId, other.documentId),
      `${completeHref}x`,
      `/api/documents/${documentId}/uploaded?ticket=${forged}`,
      `/api/documents/${documentId}/uploaded`,
    ]
    for (const href of addresses) expect((await follow(href)).status, href).toBe(404)
    signIn(stranger)
    expect((await follow(completeHref)).status).toBe(404)
    expect(await documents()).toEqual([])
  })

  test('it does not reach into the quarantine of another', async () => {
    const mine = await start()
    const theirs = await start(stranger, {
      ...address,
      number: (await makeApplication(stranger, { status: 'draft' })).number,
    })
    await post(theirs.scripted, pdf, 'a.pdf')
    const key = encodeURIComponent(`quarantine/${theirs.documentId}/file`)
    expect((await follow(`${mine.completeHref}&key=${key}`)).headers.get('location')).toContain(
      'fault=missing',
    )
  })

  test('signed out meanwhile: to the login page and from there to the form', async () => {
    const { form, scripted, completeHref } = await start()
    signIn(null)
    const login = await sendByBrowser(form, pdf, 'a.pdf')
    const next = `/ru/cabinet/applications/44000/edit?step=documents&fault=signedOut&document=${slot}`
    expect(new URL(login ?? '', 'http://x').searchParams.get('next')).toBe(next)
    expect(login).toMatch(/^\/ru\/login\?next=/)
    await post(scripted, pdf, 'a.pdf')
    expect(await complete(completeHref, 'a.pdf')).toEqual({ fault: 'signedOut', location: login })
  })

  test('nobody gets a form for what is not theirs', async () => {
    await expect(start(stranger)).rejects.toMatchObject({ code: 'absent' })
    await expect(start(parent, { ...address, number: 1 })).rejects.toMatchObject({ code: 'absent' })
    await expect(start(parent, { ...address, slot: 'passport' })).rejects.toMatchObject({ code: 'absent' })
  })
})

test('a document whose bytes cannot be had is 503, one that is foreign or absent is the same 404', async () => {
  const { scripted, completeHref, documentId } = await start()
  await post(scripted, pdf, 'a.pdf')
  await complete(completeHref, 'a.pdf')
  const absent = await Promise.all(
    [
      openBy(stranger, documentId),
      openBy(stranger, crypto.randomUUID()),
      openBy(stranger, 'x'),
      openBy(null, documentId),
    ].map(async (asked) => {
      const answer = await asked
      return [answer.status, await answer.text()]
    }),
  )
  expect(absent[0]?.[0]).toBe(404)
  expect(absent[0]?.[1]).toContain('<p')
  expect(new Set(absent.map((answer) => JSON.stringify(answer))).size).toBe(1)
  await database.sql("UPDATE document SET sha256 = 'gone' WHERE id = $1", [documentId])
  expect((await openBy(parent, documentId)).status).toBe(503)
})
