import type { Metadata } from 'next'
import { CabinetPage } from '@/app/[locale]/cabinet/cabinet-page'
import { FieldsForm } from '@/components/form/fields-form'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { claimApplication } from '@/lib/applications/paper/claim-actions'
import { loadAs } from '@/lib/auth/loading'
import type { Locale } from '@/lib/domain/text'
import { cabinetMessages } from '@/lib/i18n/cabinet'
import { claimMessages } from '@/lib/i18n/claims'
import { commonMessages } from '@/lib/i18n/common'
import { formTexts } from '@/lib/i18n/forms'
import { type LocaleParams, loadLocale, localePath } from '@/lib/i18n/locale'
import { NotReady } from '../not-ready'

type Props = { params: LocaleParams; searchParams: Promise<{ number?: string | string[] }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: claimMessages[await loadLocale(params)].claim.title }
}

/** The QR code of a slip leads here with the number; the code itself stands in no address. */
export default async function ClaimPage({ params, searchParams }: Props) {
  const locale = await loadLocale(params)
  const { number: told } = await searchParams
  const number = typeof told === 'string' && /^\d{1,9}$/.test(told) ? told : ''
  const path = `/cabinet/claim${number && `?number=${number}`}`
  const permalink = localePath(locale, path)
  const page = await loadAs(locale, permalink, async ({ confirmed }) => ({ confirmed }))
  return (
    <CabinetPage locale={locale} path={path} current="applications">
      {page.status === 'ready' ? (
        <ClaimForm locale={locale} permalink={permalink} number={number} {...page.data} />
      ) : (
        <NotReady locale={locale} page={page} forms={[{ action: claimApplication, permalink }]} />
      )}
    </CabinetPage>
  )
}

function ClaimForm({
  locale,
  permalink,
  number,
  confirmed,
}: {
  locale: Locale
  permalink: string
  number: string
  confirmed: boolean
}) {
  const t = claimMessages[locale].claim
  return (
    <div className="max-w-reading">
      <Breadcrumb
        label={commonMessages[locale].breadcrumb}
        items={[
          { href: localePath(locale, '/cabinet/applications'), label: cabinetMessages[locale].list.title },
        ]}
        current={t.title}
      />
      <div className="mt-4">
        <PageTitle lead={t.lead}>{t.title}</PageTitle>
      </div>
      {confirmed ? (
        <FieldsForm
          action={claimApplication}
          permalink={permalink}
          locale={locale}
          texts={formTexts(locale)}
          fields={[
            {
              name: 'number',
              kind: 'digits',
              label: t.number,
              hint: t.numberHint,
              value: number,
              maxLength: 12,
            },
            {
              name: 'iin',
              kind: 'digits',
              label: t.iin,
              hint: t.iinHint,
              maxLength: 20,
              autoComplete: 'off',
            },
            {
              name: 'code',
              kind: 'text',
              label: t.code,
              hint: t.codeHint,
              maxLength: 30,
              autoComplete: 'off',
            },
          ]}
          buttons={[{ label: t.action, variant: 'primary' }]}
        />
      ) : (
        <Notice tone="warn" title={t.unconfirmed} />
      )}
    </div>
  )
}
