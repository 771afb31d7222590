import type { Locale } from '@/lib/domain/text'
import { helpMail } from '@/lib/i18n/help-mail'
import { localePath } from '@/lib/i18n/locale'
import { shellMessages } from '@/lib/i18n/shell'

function Links({ title, items }: { title: string; items: { href: string; label: string }[] }) {
  return (
    <div>
      <h2 className="text-base">{title}</h2>
      <ul>
        {items.map((item) => (
          <li key={item.href}>
            <a href={item.href} className="inline-block py-2">
              {item.label}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

export function SiteFooter({ locale }: { locale: Locale }) {
  const t = shellMessages[locale]
  const link = (path: string, label: string) => ({ href: localePath(locale, path), label })
  return (
    <footer className="no-print mt-16 bg-mist">
      <div className="ornament text-line-soft" />
      <div className="mx-auto grid max-w-page gap-x-8 gap-y-6 px-4 pt-6 pb-10 text-sm sm:grid-cols-2 lg:grid-cols-3">
        <div>
          <h2 className="text-base">{t.footer.help}</h2>
          <p className="py-2">
            {t.footer.write}: <a href={`mailto:${helpMail()}`}>{helpMail()}</a>
          </p>
          <p>
            <a href="tel:1414" className="font-bold">
              1414
            </a>{' '}
            – {t.footer.calls}
          </p>
          <p className="mt-2">{t.footer.hours}</p>
        </div>
        <Links
          title={t.footer.platform}
          items={[
            link('/how-to', t.footer.howTo),
            link('/faq', t.footer.faq),
            link('/verify', t.footer.verify),
            link('/statistics', t.footer.statistics),
          ]}
        />
        <Links
          title={t.footer.documents}
          items={[link('/agreement', t.footer.agreement), link('/personal-data', t.footer.personalData)]}
        />
      </div>
    </footer>
  )
}
