import type { ReactNode } from 'react'
import { PublicShell } from '@/components/shell/public-shell'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageTitle } from '@/components/ui/page-title'
import type { Locale, Text } from '@/lib/domain/text'
import { commonMessages } from '@/lib/i18n/common'
import { localePath } from '@/lib/i18n/locale'
import { publicMessages } from '@/lib/i18n/public'

/** The frame of a page that is read: where one is, title, contents at the side, text. */
export function TextPage({
  locale,
  path,
  title,
  lead,
  contents,
  children,
}: {
  locale: Locale
  path: string
  title: string
  lead?: string
  contents: readonly { id: string; title: Text }[]
  children: ReactNode
}) {
  const common = commonMessages[locale]
  return (
    <PublicShell locale={locale} path={path}>
      <Breadcrumb
        label={common.breadcrumb}
        items={[{ href: localePath(locale), label: common.home }]}
        current={title}
      />
      <div className="mt-4 grid gap-x-12 lg:grid-cols-[minmax(0,1fr)_19rem]">
        <div className="min-w-0">
          <PageTitle lead={lead}>{title}</PageTitle>
          {children}
        </div>
        <nav aria-labelledby="contents" className="no-print hidden lg:block">
          <h2 id="contents" className="mb-2 text-lg">
            {publicMessages[locale].contents}
          </h2>
          <ol className="text-sm">
            {contents.map((section) => (
              <li key={section.id}>
                <a href={`#${section.id}`} className="block py-1.5">
                  {section.title[locale]}
                </a>
              </li>
            ))}
          </ol>
        </nav>
      </div>
    </PublicShell>
  )
}
