import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { CabinetPage } from '@/app/[locale]/cabinet/cabinet-page'
import { BlankStep } from '@/components/application/form/blank-step'
import { DocumentsForm } from '@/components/application/form/documents-form'
import { StepForm } from '@/components/application/form/step-form'
import { FormLanguages } from '@/components/form/form-languages'
import { editStep, submitDraft } from '@/lib/applications/parent/actions'
import { loadDocuments, loadStep } from '@/lib/applications/parent/loaders'
import { DOCUMENTS_STEP } from '@/lib/applications/parent/step-page'
import { editPath, type From, parseFrom } from '@/lib/applications/schema'
import type { Locale } from '@/lib/domain/text'
import { cabinetMessages } from '@/lib/i18n/cabinet'
import { loadLocale, localePath } from '@/lib/i18n/locale'
import { NotReady } from '../../../../not-ready'
import { cabinetRoom } from '../../../form-room'
import { familyOffers } from './family-offers'

type Query = {
  /** Service and version, for drawing the step again when nobody is signed in any more. */
  s?: string | string[]
  check?: string | string[]
  from?: string | string[]
  document?: string | string[]
  fault?: string | string[]
}
type Props = {
  params: Promise<{ locale: string; number: string; step: string }>
  searchParams: Promise<Query>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await loadLocale(params)
  const { number } = await params
  return { title: /^\d+$/.test(number) ? cabinetMessages[locale].form.number(Number(number)) : '' }
}

export default async function StepPage({ params, searchParams }: Props) {
  const locale = await loadLocale(params)
  const { number, step } = await params
  const query = await searchParams
  const from = parseFrom(query.from)
  const at = { locale, number, step, from, path: editPath(number, step, { from }) }
  return step === DOCUMENTS_STEP ? <Documents {...at} query={query} /> : <Step {...at} query={query} />
}

type At = { locale: Locale; number: string; step: string; from: From; path: string; query: Query }

async function Step({ locale, number, step, from, path, query }: At) {
  const page = await loadStep(locale, number, step, from)
  // Sent, or no longer asked for: the way into the form knows where to.
  if (page.status === 'ready' && page.data === null)
    redirect(localePath(locale, `/cabinet/applications/${number}/edit`))
  const data = page.status === 'ready' ? page.data : null
  const source = data
    ? `${data.service.slug}.${data.service.version}`
    : typeof query.s === 'string'
      ? query.s
      : ''
  const permalink = `${localePath(locale, path)}${source && `${from ? '&' : '?'}s=${encodeURIComponent(source)}`}`
  const room = cabinetRoom(locale, number, from)
  const isForm = data !== null || page.status === 'signedOut'
  return (
    <CabinetPage
      locale={locale}
      path={path}
      current="applications"
      languageSwitch={isForm ? <FormLanguages locale={locale} form="step" /> : undefined}
    >
      {data && (
        <StepForm
          room={room}
          locale={locale}
          page={data}
          permalink={permalink}
          check={query.check !== undefined}
          from={from}
        />
      )}
      {page.status === 'signedOut' && (
        <BlankStep
          room={room}
          locale={locale}
          number={number}
          step={step}
          source={source}
          permalink={permalink}
          from={from}
        />
      )}
      {page.status !== 'ready' && page.status !== 'signedOut' && (
        <NotReady locale={locale} page={page} forms={[{ action: editStep, permalink }]} />
      )}
    </CabinetPage>
  )
}

async function Documents({ locale, number, from, path, query }: At) {
  const page = await loadDocuments(locale, number, from)
  if (page.status === 'ready' && page.data === null)
    redirect(localePath(locale, `/cabinet/applications/${number}`))
  const permalink = localePath(locale, path)
  return (
    <CabinetPage locale={locale} path={path} current="applications">
      {page.status === 'ready' ? (
        page.data && (
          <DocumentsForm
            room={cabinetRoom(locale, number, from)}
            locale={locale}
            page={page.data}
            permalink={permalink}
            news={{ document: query.document, fault: query.fault }}
            check={query.check !== undefined}
            from={from}
            offers={familyOffers(locale, page.data, permalink, from)}
          />
        )
      ) : (
        <NotReady locale={locale} page={page} forms={[{ action: submitDraft, permalink }]} />
      )}
    </CabinetPage>
  )
}
