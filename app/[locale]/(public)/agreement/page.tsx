import type { Metadata } from 'next'
import { type LocaleParams, loadLocale } from '@/lib/i18n/locale'
import { publicMessages } from '@/lib/i18n/public'
import { shellMessages } from '@/lib/i18n/shell'
import { TextSections } from '../text-blocks'
import { TextPage } from '../text-page'
import { SECTIONS } from './sections'

export async function generateMetadata({ params }: { params: LocaleParams }): Promise<Metadata> {
  return { title: shellMessages[await loadLocale(params)].footer.agreement }
}

export default async function AgreementPage({ params }: { params: LocaleParams }) {
  const locale = await loadLocale(params)
  return (
    <TextPage
      locale={locale}
      path="/agreement"
      title={shellMessages[locale].footer.agreement}
      contents={SECTIONS}
    >
      <p className="text-muted">{publicMessages[locale].updated}</p>
      <TextSections locale={locale} sections={SECTIONS} />
    </TextPage>
  )
}
