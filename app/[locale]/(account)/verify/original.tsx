import { FieldsForm } from '@/components/form/fields-form'
import { FileRow } from '@/components/ui/file-row'
import { Notice } from '@/components/ui/notice'
import type { Locale } from '@/lib/domain/text'
import { fileSize } from '@/lib/i18n/documents'
import { formTexts } from '@/lib/i18n/forms'
import { localePath } from '@/lib/i18n/locale'
import { originalMessages } from '@/lib/i18n/verify-original'
import { getOriginal } from '@/lib/papers/actions'
import { loadOriginal } from '@/lib/papers/loaders'

/** «Получить оригинал»: a question, and once it is answered rightly the files themselves. */
export async function Original({ locale, code }: { locale: Locale; code: string }) {
  const t = originalMessages[locale]
  const opened = await loadOriginal(code)
  return (
    <section id="original" className="mb-10">
      <h2 className="mb-3 text-xl">{t.title}</h2>
      {opened === 'closed' && (
        <>
          <p className="mb-4">{t.lead}</p>
          <FieldsForm
            action={getOriginal}
            permalink={`${localePath(locale, '/verify')}?code=${code}#original`}
            locale={locale}
            texts={formTexts(locale)}
            fields={[{ name: 'birth', kind: 'date', label: t.birth, hint: t.birthHint }]}
            hidden={{ code }}
            buttons={[{ label: t.submit, variant: 'secondary' }]}
          />
        </>
      )}
      {opened === 'unavailable' && <Notice tone="warn" title={t.unavailable} />}
      {typeof opened === 'object' && (
        <>
          <Notice tone="ok" title={t.openedTitle} live>
            <p>{t.opened}</p>
          </Notice>
          {opened.map(({ part, format, bytes }) => (
            <FileRow
              key={part}
              name={t.parts[format]}
              href={`/api/papers/original/${code}/${part}`}
              format={format.toUpperCase()}
              size={fileSize(locale, bytes)}
            />
          ))}
        </>
      )}
    </section>
  )
}
