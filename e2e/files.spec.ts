import { documentMessages, spokenLimits } from '@/lib/i18n/documents'
import { homeSchooling } from '@/lib/services/home-schooling'
import { exe, jpeg, jpegOf, pdf } from '@/test/sample-files'
import { attach, attached, documentPlace, offer, PHOTO, type SampleFile } from './pages/files'
import { documentTitle, start } from './pages/form'
import { open } from './pages/room'
import { expect, type Reader, test } from './test'

const TEN_MEGABYTES = 10 * 1024 * 1024
const pdfOf = (bytes: number) => Buffer.concat([pdf, Buffer.alloc(bytes - pdf.length)])
const document = (name: string, buffer: Buffer): SampleFile => ({ name, mimeType: 'application/pdf', buffer })
const photo = (name: string, buffer: Buffer): SampleFile => ({ name, mimeType: 'image/jpeg', buffer })

type Wrong = { file: SampleFile; fault: 'empty' | 'tooLarge' | 'notPdf' | 'wrongType' }

/** Without a script the embedded store keeps a file's name to itself: nobody knows what the program called itself. */
const wrongFiles = ({ script }: Reader): Wrong[] => [
  { file: photo('бос.jpg', Buffer.alloc(0)), fault: 'empty' },
  // No photo: a script would draw that one anew, smaller.
  { file: document('10 МБ және 1 байт.pdf', pdfOf(TEN_MEGABYTES + 1)), fault: 'tooLarge' },
  { file: document('ВКК.pdf', exe), fault: script ? 'notPdf' : 'wrongType' },
]

const [slot] = homeSchooling.documents

async function openDocuments(parent: Reader): Promise<string> {
  const number = await start(parent)
  await open(parent, `/cabinet/applications/${number}/edit/documents`)
  return documentTitle(parent, slot?.key ?? '')
}

/** Each wrong file gets the sentence that says what to do; what was attached before stays. */
async function refuseWrongFiles(parent: Reader): Promise<void> {
  const title = await openDocuments(parent)
  await attach(parent, title, PHOTO)
  for (const { file, fault } of wrongFiles(parent)) {
    await offer(parent, title, file)
    const limits = spokenLimits(parent.language, { types: slot?.types ?? [], maxBytes: slot?.maxBytes ?? 0 })
    const place = documentPlace(parent, title)
    await expect(place.getByText(documentMessages[parent.language].faults[fault](limits))).toBeVisible()
    await expect(attached(parent, title, PHOTO)).toBeVisible()
  }
}

test.describe('with script', () => {
  test.use({ language: 'ru' })

  test('ru, desktop: 0 bytes, 10 MB + 1, an .exe named .pdf', ({ parent }) => refuseWrongFiles(parent))

  test('ru, desktop: names of any letters and of any length; a file is replaced and removed', async ({
    parent,
  }) => {
    const title = await openDocuments(parent)
    const place = documentPlace(parent, title)
    const long = photo(`${'ұзақ атау '.repeat(20).slice(0, 196)}.jpg`, jpegOf(2_000))
    for (const file of [photo('Әлқоңыр Һүсәйінова – ӘҒҚҢӨҰҮҺІ.jpg', jpeg), long]) {
      await attach(parent, title, file)
      const href = await place.getByRole('link', { name: file.name }).getAttribute('href')
      const answer = await parent.page.request.get(href ?? '')
      expect(answer.headers()['content-disposition']).toContain(encodeURIComponent(file.name))
      expect(await answer.body()).toEqual(file.buffer)
    }
    await place.getByRole('button', { name: 'Удалить' }).click()
    await expect(place.getByRole('link')).toHaveCount(0)
    await expect(place.getByLabel('Выберите файл')).toBeVisible()
  })
})

test.describe('without script', () => {
  test.use({ language: 'kk', javaScriptEnabled: false })
  test('kk, desktop: 0 bytes, 10 MB + 1, an .exe named .pdf', ({ parent }) => refuseWrongFiles(parent))
})
