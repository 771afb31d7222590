import type { Metadata } from 'next'
import { SigningList } from '@/components/work/signing-list'
import { WorkRoom } from '@/components/work/work-room'
import { loadSigningList } from '@/lib/applications/provider/loaders'
import { headSigningMessages } from '@/lib/i18n/head-signing'
import { type LocaleParams, loadLocale } from '@/lib/i18n/locale'

const PATH = '/work/signing'

export async function generateMetadata({ params }: { params: LocaleParams }): Promise<Metadata> {
  return { title: headSigningMessages[await loadLocale(params)].title }
}

export default async function SigningPage({ params }: { params: LocaleParams }) {
  const locale = await loadLocale(params)
  const page = await loadSigningList(locale, PATH)
  return (
    <WorkRoom locale={locale} path={PATH} current="signing" page={page}>
      {(data) => <SigningList locale={locale} page={data} />}
    </WorkRoom>
  )
}
