import type { Metadata } from 'next'
import { AccountShell } from '@/components/shell/account-shell'
import { PublicFigures } from '@/components/statistics/public-statistics'
import { Absent } from '@/components/ui/absent'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageTitle } from '@/components/ui/page-title'
import { Unavailable } from '@/components/ui/unavailable'
import { type LocaleParams, loadLocale, localePath } from '@/lib/i18n/locale'
import { statisticsMessages } from '@/lib/i18n/statistics'
import { loadPublicStatistics } from '@/lib/statistics/loaders'
import { LEAST_ANSWERS } from '@/lib/statistics/public'

type Props = { params: LocaleParams }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { title, lead } = statisticsMessages[await loadLocale(params)].public
  return { title, description: lead }
}

export default async function PublicStatisticsPage({ params }: Props) {
  const locale = await loadLocale(params)
  const loaded = await loadPublicStatistics()
  const { public: t } = statisticsMessages[locale]
  return (
    <AccountShell locale={locale} path="/statistics" isWide>
      {loaded.status === 'unavailable' && <Unavailable locale={locale} requestId={loaded.requestId} />}
      {loaded.status === 'absent' && <Absent locale={locale} />}
      {loaded.status === 'ready' && (
        <>
          <PageTitle lead={t.lead}>{t.title}</PageTitle>
          {loaded.data ? (
            <PublicFigures locale={locale} statistics={loaded.data} leastAnswers={LEAST_ANSWERS} />
          ) : (
            <EmptyState title={t.empty} text={t.emptyText}>
              <ButtonLink variant="secondary" href={localePath(locale)}>
                {t.catalogue}
              </ButtonLink>
            </EmptyState>
          )}
        </>
      )}
    </AccountShell>
  )
}
