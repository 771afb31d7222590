import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { DocumentsForm } from '@/components/application/form/documents-form'
import { StepForm } from '@/components/application/form/step-form'
import { FormLanguages } from '@/components/form/form-languages'
import { WorkRoom } from '@/components/work/work-room'
import { makeStatement, savePaperStep } from '@/lib/applications/paper/actions'
import { loadEntryDocuments, loadEntryForm } from '@/lib/applications/paper/loaders'
import { DOCUMENTS_STEP } from '@/lib/applications/parent/step-page'
import { DESK, type From, parseFrom } from '@/lib/applications/schema'
import type { Locale } from '@/lib/domain/text'
import { loadLocale, localePath } from '@/lib/i18n/locale'
import { paperEntryMessages } from '@/lib/i18n/paper-entry'
import { deskRoom } from '../../../desk-room'

type Query = {
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
  return { title: paperEntryMessages[await loadLocale(params)].title }
}

export default async function EntryStepPage({ params, searchParams }: Props) {
  const locale = await loadLocale(params)
  const { number, step } = await params
  const query = await searchParams
  const from = parseFrom(query.from)
  const path = DESK.edit(number, step, { from })
  const at = { locale, number, step, from, path, permalink: localePath(locale, path), query }
  return step === DOCUMENTS_STEP ? <Documents {...at} /> : <Step {...at} />
}

type At = {
  locale: Locale
  number: string
  step: string
  from: From
  path: string
  permalink: string
  query: Query
}

async function Step({ locale, number, step, from, path, permalink, query }: At) {
  const page = await loadEntryForm(locale, number, step, from)
  // No longer asked for: the way into the form knows where to.
  if (page.status === 'ready' && page.data.data?.page === null)
    redirect(localePath(locale, DESK.application(number, '/edit')))
  return (
    <WorkRoom
      locale={locale}
      path={path}
      current="queue"
      page={page}
      forms={[{ action: savePaperStep, permalink }]}
      languageSwitch={page.status === 'ready' ? <FormLanguages locale={locale} form="step" /> : undefined}
    >
      {(entry) =>
        entry.page && (
          <StepForm
            room={deskRoom(locale, number, from)}
            locale={locale}
            page={entry.page}
            permalink={permalink}
            check={query.check !== undefined}
            from={from}
          />
        )
      }
    </WorkRoom>
  )
}

async function Documents({ locale, number, step, from, path, permalink, query }: At) {
  const page = await loadEntryDocuments(locale, number, step, from)
  return (
    <WorkRoom
      locale={locale}
      path={path}
      current="queue"
      page={page}
      forms={[{ action: makeStatement, permalink }]}
    >
      {(entry) =>
        entry.page && (
          <DocumentsForm
            room={deskRoom(locale, number, from)}
            locale={locale}
            page={entry.page}
            permalink={permalink}
            news={{ document: query.document, fault: query.fault }}
            check={query.check !== undefined}
            from={from}
          />
        )
      }
    </WorkRoom>
  )
}
