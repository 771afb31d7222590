import type { Browser } from '@playwright/test'
import { PAPER_LABELS } from '@/lib/domain/paper-kind'
import type { Locale } from '@/lib/domain/text'
import { edsMessages } from '@/lib/i18n/eds'
import { mailMessages } from '@/lib/i18n/mail'
import { verifyMessages } from '@/lib/i18n/verify'
import { fileCheckMessages } from '@/lib/i18n/verify-file'
import { originalMessages } from '@/lib/i18n/verify-original'
import { signatureMessages } from '@/lib/i18n/verify-signature'
import { signCms } from '@/lib/signatures/eds/issuing/sign-cms'
import { signXml } from '@/lib/signatures/eds/issuing/sign-xml'
import { PEOPLE } from '@/prisma/seed/people'
import { pdfText } from '@/test/pdf-text'
import { keyOf } from './keys'
import { lettersTo } from './mailbox'
import { applicationPath } from './pages/application'
import { fillDate } from './pages/form'
import { inspect } from './pages/inspection'
import { download, open, press } from './pages/room'
import { checkCodeOf } from './papers'
import { expect, PHONE, type Reader, test } from './test'

test.use({ language: 'ru' })
test.setTimeout(120_000)

type SampleFile = { name: string; mimeType: string; buffer: Buffer }
const fileOf = (name: string, bytes: Uint8Array): SampleFile => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(bytes),
})

/** The same journey twice: with a script, and on a phone without one. */
async function readers(browser: Browser, language: Locale): Promise<Reader[]> {
  const bare = await browser.newContext({ javaScriptEnabled: false, ...PHONE })
  const scripted = await browser.newContext()
  return [
    { page: await scripted.newPage(), language, script: true },
    { page: await bare.newPage(), language, script: false },
  ]
}

async function check(reader: Reader, file: SampleFile, document?: SampleFile): Promise<void> {
  const { page, language } = reader
  const t = fileCheckMessages[language]
  await open(reader, '/verify')
  await page.getByLabel(t.file).setInputFiles(file)
  if (document) await page.getByLabel(t.document).setInputFiles(document)
  await press(reader, t.submit)
}

test('ru: a paper is checked by its file and its original is taken, with a script and without', async ({
  browser,
  parent,
  family,
  offices,
  settle,
}) => {
  const number = await settle('registered', family, offices)
  await open(parent, applicationPath(number))
  const pdf = await download(parent, PAPER_LABELS.receipt.ru)
  const code = checkCodeOf(await pdfText(pdf))
  const changed = Buffer.concat([pdf, Buffer.from(' ')])
  const [t, original] = [verifyMessages.ru, originalMessages.ru]

  for (const reader of await readers(browser, 'ru')) {
    const { page, script } = reader
    const sent: string[] = []
    page.on('request', (request) => void (request.method() === 'POST' && sent.push(request.url())))

    await test.step(`script ${script}: the file is known, one byte more is not`, async () => {
      await check(reader, fileOf('расписка.pdf', pdf))
      await expect(page.getByText(t.fileMatches)).toBeVisible()
      await expect(page.getByText(code, { exact: true })).toBeVisible()
      await check(reader, fileOf('расписка.pdf', changed))
      await expect(page.getByText(t.unknownFileTitle)).toBeVisible()
      // A script compares without letting the file go.
      expect(sent.length).toBe(script ? 0 : 2)
    })

    await test.step(`script ${script}: the birth date opens the very bytes`, async () => {
      await open(reader, `/verify?code=${code}`)
      await fillDate(reader, original.birth, '2001-01-01')
      await press(reader, original.submit)
      await expect(page.getByText(original.wrong(script ? 4 : 2)).last()).toBeVisible()
      await fillDate(reader, original.birth, family.child.birthDate)
      await press(reader, original.submit)
      await expect(page.getByText(original.opened)).toBeVisible()
      expect(await download(reader, original.parts.pdf)).toEqual(pdf)
    })
    if (script) await inspect(reader, `/verify?code=${code}`)
  }

  await test.step('the parent is told', async () => {
    const subject = mailMessages.ru.letters.paper_original_taken.subject.replace('{number}', String(number))
    const told = async () =>
      (await lettersTo(family.email)).filter((letter) => letter.subject === subject).length
    await expect.poll(told, { timeout: 20_000 }).toBe(2)
  })
})

for (const language of ['kk', 'ru'] as const) {
  test(`${language}: anyone's signature is read, with a script and without`, async ({ browser }) => {
    const now = new Date()
    const iin = PEOPLE.find(({ email }) => email === 'parent@demo.bilimal.kz')?.iin ?? ''
    const document = fileOf('шарт.pdf', Buffer.from('%PDF-1.7 a contract'))
    const detached = signCms(document.buffer, keyOf('parent'), { signingTime: now })
    const attached = (id: string) =>
      fileOf('шарт.cms', signCms(document.buffer, keyOf(id), { signingTime: now, isAttached: true }))
    const xml = fileOf('шарт.xml', Buffer.from(signXml('<contract><sum>7</sum></contract>', keyOf('parent'))))
    const [t, file] = [signatureMessages[language], fileCheckMessages[language]]

    for (const reader of await readers(browser, language)) {
      const { page } = reader
      const isValid = async () => {
        await expect(page.getByText(t.valid, { exact: true })).toBeVisible()
        await expect(page.getByText(/ӘЙГЕРІМ/i).first()).toBeVisible()
        await expect(page.getByRole('main')).not.toContainText(iin)
      }
      await check(reader, fileOf('шарт.cms', detached), document)
      await isValid()
      await expect(page.getByText(/шарт\.pdf/)).toBeVisible()
      await check(reader, attached('parent'))
      await isValid()
      await check(reader, xml)
      await isValid()

      await check(reader, fileOf('шарт.cms', detached))
      await expect(page.getByText(file.faults.needsDocument).last()).toBeVisible()
      await check(reader, fileOf('шарт.cms', detached), fileOf('басқа.pdf', Buffer.from('%PDF-1.7 another')))
      await expect(page.getByText(t.content.fails, { exact: true })).toBeVisible()
      await check(reader, attached('parent-revoked'))
      await expect(page.getByText(t.revocation.fails)).toBeVisible()
      await check(reader, attached('parent-signIn'))
      const signIn = edsMessages[language].failure('NOT_A_SIGNING_KEY', { moment: null, reader: 'checker' })
      await expect(page.getByText(signIn)).toBeVisible()
      if (reader.script)
        await inspect(reader, new URL(page.url()).pathname.slice(3) + new URL(page.url()).search)
    }
  })
}
