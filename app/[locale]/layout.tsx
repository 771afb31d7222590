import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { FAVICON } from '@/components/shell/favicon'
import { type LocaleParams, loadLocale, localeParams } from '@/lib/i18n/locale'
import { shellMessages } from '@/lib/i18n/shell'

export const generateStaticParams = localeParams

export async function generateMetadata({ params }: { params: LocaleParams }): Promise<Metadata> {
  const t = shellMessages[await loadLocale(params)]
  return {
    title: { template: `%s – ${t.brand}`, default: `${t.brand} – ${t.descriptor}` },
    description: t.tagline,
    icons: { icon: { url: FAVICON, type: 'image/svg+xml' } },
    formatDetection: { telephone: false },
  }
}

/** The root of every page. Style sheets come with the rooms, because the public ones have a smaller one. */
export default async function RootLayout({
  children,
  params,
}: {
  children: ReactNode
  params: LocaleParams
}) {
  return (
    <html lang={await loadLocale(params)}>
      <body>{children}</body>
    </html>
  )
}
