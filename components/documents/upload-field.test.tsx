import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test, vi } from 'vitest'
import { LOCALES, type Locale } from '@/lib/domain/text'
import { documentMessages, faultSentence, fileSize } from '@/lib/i18n/documents'
import { UploadField, type UploadNews } from './upload-field'

vi.mock('next/navigation', () => ({ useRouter: () => ({}) }))

const slot = {
  key: 'birthCertificate',
  title: { kk: 'Туу туралы куәлік', ru: 'Свидетельство о рождении' },
  types: ['jpeg', 'pdf', 'doc'] as const,
  maxBytes: 10 * 1024 * 1024,
}
const form = {
  url: 'http://store/bucket',
  fields: { key: 'quarantine/1/', success_action_redirect: 'http://app/' },
}
const current = { documentId: '1', fileName: 'Құжат.pdf', bytes: 1_468_006, uploadedAt: new Date(0) }

function render(locale: Locale, given: { news?: UploadNews; current?: typeof current } = {}): string {
  return renderToStaticMarkup(
    <UploadField
      locale={locale}
      slot={slot}
      upload={{ form, scripted: form, completeHref: '/done' }}
      remove={{ action: () => undefined, number: 44007 }}
      {...given}
    />,
  )
}

describe.each(LOCALES)('%s', (locale) => {
  const t = documentMessages[locale]

  test('is a form for the store that needs no script: its fields first, the file last', () => {
    const html = render(locale)
    const names = [...html.matchAll(/<input[^>]* name="([^"]+)"/g)].map((match) => match[1])
    expect(html).toMatch(/<form action="http:\/\/store\/bucket"[^>]*method="post"/)
    expect(html).toMatch(/enctype="multipart\/form-data"/i)
    expect(names).toEqual(['key', 'success_action_redirect', 'file'])
    expect(html).toContain(
      'accept="image/jpeg,.jpg,.jpeg,application/pdf,.pdf,application/msword,.doc,.docx"',
    )
    expect(html).toContain(
      t.accepted({ formats: t.formats('JPG, PDF', 'DOC'), size: fileSize(locale, slot.maxBytes) }),
    )
    expect(html).not.toContain(t.replace)
  })

  test('shows the file that is there, to open, replace or remove', () => {
    const html = render(locale, { current })
    expect(html).toContain('href="/api/documents/1"')
    expect(html).toMatch(/PDF, 1,4\sМБ/)
    for (const word of [t.replace, t.remove]) expect(html).toContain(word)
  })

  test('tells how the last upload went, beside its own slot only', () => {
    const sentence = faultSentence(locale, 'notPdf', slot)
    expect(render(locale, { news: { document: slot.key, fault: 'notPdf' } })).toContain(sentence)
    expect(render(locale, { news: { document: 'medicalOpinion', fault: 'notPdf' } })).not.toContain(sentence)
    expect(render(locale, { news: { document: slot.key, fault: '<script>' } })).not.toContain('script')
    expect(render(locale, { current, news: { document: slot.key } })).toContain(t.done)
  })
})
