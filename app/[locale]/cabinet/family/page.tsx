import type { Metadata } from 'next'
import { CabinetPage } from '@/app/[locale]/cabinet/cabinet-page'
import { ChildCard } from '@/components/family/child-card'
import { KeptPaper } from '@/components/family/kept-paper'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageTitle } from '@/components/ui/page-title'
import type { Locale } from '@/lib/domain/text'
import { type FamilyPage, loadFamily } from '@/lib/family/loaders'
import { FAMILY_PATH, NEW_CHILD, validUntilField } from '@/lib/family/schema'
import { familyMessages } from '@/lib/i18n/family'
import { type LocaleParams, loadLocale, localePath } from '@/lib/i18n/locale'
import { NotReady } from '../not-ready'

type Props = { params: LocaleParams }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: familyMessages[await loadLocale(params)].title }
}

export default async function Page({ params }: Props) {
  const locale = await loadLocale(params)
  const page = await loadFamily(locale)
  return (
    <CabinetPage locale={locale} path={FAMILY_PATH} current="family">
      {page.status === 'ready' ? (
        <Family locale={locale} page={page.data} />
      ) : (
        <NotReady locale={locale} page={page} />
      )}
    </CabinetPage>
  )
}

function Family({ locale, page: { children, own, today } }: { locale: Locale; page: FamilyPage }) {
  const t = familyMessages[locale]
  const shown = { locale, today, dateField: validUntilField(locale) }
  const add = (
    <ButtonLink
      href={localePath(locale, `${FAMILY_PATH}/${NEW_CHILD}`)}
      variant={children.length === 0 ? 'primary' : 'secondary'}
    >
      {t.add}
    </ButtonLink>
  )
  return (
    <div className="max-w-reading">
      <PageTitle lead={t.lead}>{t.title}</PageTitle>
      {children.length === 0 ? (
        <EmptyState title={t.empty} text={t.emptyText}>
          {add}
        </EmptyState>
      ) : (
        <>
          <ul className="mb-6 space-y-4">
            {children.map((child) => (
              <li key={child.id}>
                <ChildCard child={child} {...shown} />
              </li>
            ))}
          </ul>
          {add}
        </>
      )}
      {own.length > 0 && (
        <section className="mt-10">
          <h2 className="mb-2 text-xl">{t.papers.own}</h2>
          {own.map((paper) => (
            <KeptPaper key={paper.id} paper={paper} {...shown} />
          ))}
        </section>
      )}
      <p className="mt-8 text-muted">{t.papers.how}</p>
    </div>
  )
}
