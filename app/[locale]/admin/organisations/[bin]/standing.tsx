import { FieldsForm } from '@/components/form/fields-form'
import { ButtonLink } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import { closeOrganisation } from '@/lib/admin/organisations/actions'
import type { OrganisationPage } from '@/lib/admin/organisations/data'
import { dateInAlmaty, formatDate } from '@/lib/domain/dates'
import type { Locale } from '@/lib/domain/text'
import { adminOrganisationMessages } from '@/lib/i18n/admin-organisations'
import { adminPeopleMessages } from '@/lib/i18n/admin-people'
import { formTexts } from '@/lib/i18n/forms'
import { localePath } from '@/lib/i18n/locale'

type Given = { locale: Locale; standing: NonNullable<OrganisationPage['standing']> }

/** Who works there, and the way to invite somebody. */
export function People({ locale, standing }: Given) {
  const t = adminOrganisationMessages[locale]
  const { roles, until, since } = adminPeopleMessages[locale]
  const day = (at: Date) => formatDate(dateInAlmaty(at), locale, 'short')
  return (
    <div className="mb-8">
      <Panel title={t.people}>
        {standing.people.length === 0 && <p>{t.noPeople}</p>}
        <ul>
          {standing.people.map((one) => (
            <li key={`${one.accountId} ${one.role} ${one.from.getTime()}`} className="py-1">
              <a
                href={localePath(locale, `/admin/people/${one.accountId}`)}
                className="inline-block py-1 font-bold"
              >
                {one.name}
              </a>
              <span className="block text-sm">
                {roles[one.role]}, {since(day(one.from))}
                {one.to && ` ${until(day(new Date(one.to.getTime() - 1)))}`}
              </span>
            </li>
          ))}
        </ul>
        <p className="mt-3">
          <ButtonLink
            variant="secondary"
            href={localePath(locale, `/admin/people/invite?organisation=${standing.input.bin}`)}
          >
            {t.invite}
          </ButtonLink>
        </p>
      </Panel>
    </div>
  )
}

export function Closing({ locale, standing, permalink }: Given & { permalink: string }) {
  const t = adminOrganisationMessages[locale].closing
  const { closedAt } = standing
  return (
    <section className="mt-12 rounded bg-mist p-4 sm:p-6">
      <h2 className="mb-2 text-lg">{closedAt ? t.reopenTitle : t.title}</h2>
      <p className="mb-4">
        {closedAt ? t.reopenText(formatDate(dateInAlmaty(closedAt), locale, 'short')) : t.text}
      </p>
      <FieldsForm
        action={closeOrganisation}
        permalink={permalink}
        locale={locale}
        texts={formTexts(locale)}
        hidden={{ bin: standing.input.bin }}
        buttons={[
          closedAt
            ? { label: t.reopen, variant: 'secondary', intent: 'reopen' }
            : { label: t.action, variant: 'secondary', intent: 'close' },
        ]}
      />
    </section>
  )
}
