import type { Metadata } from 'next'
import './[locale]/(public)/public.css'
import { FAVICON } from '@/components/shell/favicon'
import { ButtonLink } from '@/components/ui/button'
import { LOCALES } from '@/lib/domain/text'
import { commonMessages } from '@/lib/i18n/common'
import { localePath } from '@/lib/i18n/locale'
import { publicMessages } from '@/lib/i18n/public'
import { shellMessages } from '@/lib/i18n/shell'

export const metadata: Metadata = {
  title: `${commonMessages.kk.absent.title} · ${commonMessages.ru.absent.title}`,
  icons: { icon: { url: FAVICON, type: 'image/svg+xml' } },
}

/** An address that leads nowhere: its language is unknown, so the page speaks both. */
export default function GlobalNotFound() {
  return (
    <html lang="kk">
      <body>
        <header className="bg-band text-band-ink">
          <p className="mx-auto max-w-page px-4 pt-4 text-xl font-bold">{shellMessages.kk.brand}</p>
          <div className="ornament mt-3 text-band-line" />
        </header>
        <main className="mx-auto grid w-full max-w-page flex-1 gap-12 px-4 py-10 sm:grid-cols-2">
          {LOCALES.map((locale) => {
            const t = commonMessages[locale].absent
            return (
              <section key={locale} lang={locale}>
                <h1 className="text-2xl">{t.title}</h1>
                <p className="mt-3 mb-6">{t.text}</p>
                <ButtonLink href={localePath(locale)} variant="secondary">
                  {publicMessages[locale].notFound.services}
                </ButtonLink>
              </section>
            )
          })}
        </main>
      </body>
    </html>
  )
}
