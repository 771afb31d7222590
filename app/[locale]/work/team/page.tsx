import type { Metadata } from 'next'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { ActingForm, ActingTerms } from '@/components/work/acting-head'
import { Choices } from '@/components/work/choices'
import { TeamTable } from '@/components/work/team-table'
import { WorkRoom } from '@/components/work/work-room'
import { loadTeam } from '@/lib/applications/provider/loaders'
import { appointActingHead, endActingHead } from '@/lib/applications/provider/team-actions'
import { appointmentFields } from '@/lib/applications/provider/team-form'
import { type AddressQuery, pathWithQuery } from '@/lib/domain/address-query'
import { commonMessages } from '@/lib/i18n/common'
import { type LocaleParams, loadLocale, localePath } from '@/lib/i18n/locale'
import { teamMessages } from '@/lib/i18n/team'

type Props = { params: LocaleParams; searchParams: Promise<AddressQuery> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: teamMessages[await loadLocale(params)].title }
}

export default async function TeamPage({ params, searchParams }: Props) {
  const locale = await loadLocale(params)
  const query = await searchParams
  const path = pathWithQuery('/work/team', query)
  const permalink = localePath(locale, path)
  const page = await loadTeam(locale, path, query)
  const t = teamMessages[locale]
  const done = typeof query.done === 'string' ? t.done[query.done] : undefined
  return (
    <WorkRoom
      locale={locale}
      path={path}
      current="team"
      page={page}
      forms={[
        { action: appointActingHead, permalink },
        { action: endActingHead, permalink },
      ]}
    >
      {(team) => (
        <>
          <PageTitle caption={team.organisation.name[locale]}>{t.title}</PageTitle>
          {team.organisations.length > 1 && (
            <Choices
              label={t.organisations}
              items={team.organisations.map(({ id, name }) => ({
                href: localePath(locale, `/work/team?organisation=${id}`),
                label: name[locale],
                current: id === team.organisation.id,
              }))}
            />
          )}
          {done && (
            <div className="mb-6">
              <Notice tone="ok" title={commonMessages[locale].done} live>
                <p>{done}</p>
              </Notice>
            </div>
          )}
          <TeamTable locale={locale} people={team.people} />
          <ActingTerms locale={locale} team={team} permalink={permalink} />
          <ActingForm
            locale={locale}
            team={team}
            fields={appointmentFields(team.candidates)}
            permalink={permalink}
          />
        </>
      )}
    </WorkRoom>
  )
}
