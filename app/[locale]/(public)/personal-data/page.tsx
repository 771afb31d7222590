import type { Metadata } from 'next'
import { type LocaleParams, loadLocale } from '@/lib/i18n/locale'
import { publicMessages } from '@/lib/i18n/public'
import { shellMessages } from '@/lib/i18n/shell'
import { TextSections } from '../text-blocks'
import { TextPage } from '../text-page'
import { PROCESSING } from './processing'
import { RIGHTS } from './rights'

const SECTIONS = [...PROCESSING, ...RIGHTS]

export async function generateMetadata({ params }: { params: LocaleParams }): Promise<Metadata> {
  return { title: shellMessages[await loadLocale(params)].footer.personalData }
}

export default async function PersonalDataPage({ params }: { params: LocaleParams }) {
  const locale = await loadLocale(params)
  return (
    <TextPage
      locale={locale}
      path="/personal-data"
      title={shellMessages[locale].footer.personalData}
      contents={SECTIONS}
    >
      <p className="text-muted">{publicMessages[locale].updated}</p>
      <TextSections locale={locale} sections={SECTIONS} />
    </TextPage>
  )
}
