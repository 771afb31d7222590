import type { Metadata } from 'next'
import { FieldsForm } from '@/components/form/fields-form'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { QueueBatch } from '@/components/work/queue-batch'
import { QueueFlags, QueueSearch, QueueViews } from '@/components/work/queue-filters'
import { QueueKeys } from '@/components/work/queue-keys'
import { queuePath } from '@/components/work/queue-path'
import { QueueTable } from '@/components/work/queue-table'
import { WorkRoom } from '@/components/work/work-room'
import { startBatch } from '@/lib/applications/provider/batch-actions'
import { loadQueue } from '@/lib/applications/provider/loaders'
import { assignApplication } from '@/lib/applications/provider/queue-actions'
import type { QueuePage } from '@/lib/applications/provider/queue-view'
import { type AddressQuery, pathWithQuery } from '@/lib/domain/address-query'
import { queueParams } from '@/lib/domain/queue-query'
import type { Locale } from '@/lib/domain/text'
import { commonMessages } from '@/lib/i18n/common'
import { formTexts } from '@/lib/i18n/forms'
import { type LocaleParams, loadLocale, localePath } from '@/lib/i18n/locale'
import { paperEntryMessages } from '@/lib/i18n/paper-entry'
import { queueMessages } from '@/lib/i18n/queue'
import { workMessages } from '@/lib/i18n/work'

type Props = { params: LocaleParams; searchParams: Promise<AddressQuery> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: workMessages[await loadLocale(params)].queue.title }
}

const FORMS = { batch: 'batch', assign: 'assign' }
const TABLE = 'applications'

export default async function QueueRoute({ params, searchParams }: Props) {
  const locale = await loadLocale(params)
  const query = await searchParams
  const path = pathWithQuery('/work', query)
  // Of two forms on one page each has an address of its own, by which its answer finds it again.
  const address = (form: string) => `${localePath(locale, path)}#${form}`
  const page = await loadQueue(locale, path, query)
  const t = queueMessages[locale]
  return (
    <WorkRoom
      locale={locale}
      path={path}
      current="queue"
      page={page}
      forms={[
        { action: assignApplication, permalink: address(FORMS.assign) },
        { action: startBatch, permalink: address(FORMS.batch) },
      ]}
    >
      {(queue) => (
        <div className="group/queue">
          <div className="lg:flex lg:items-end lg:justify-between lg:gap-x-8">
            <div className="mb-4 shrink-0">
              <h1 className="text-2xl">{workMessages[locale].queue.title}</h1>
              {queue.works && (
                <ButtonLink variant="quiet" href={localePath(locale, '/work/paper')}>
                  {paperEntryMessages[locale].title}
                </ButtonLink>
              )}
            </div>
            <QueueSearch locale={locale} queue={queue} />
          </div>
          {queue.rows.length > 0 && (
            <a href={`#${TABLE}`} className="skip-link inline-block py-2">
              {t.toTable}
            </a>
          )}
          <Assigned locale={locale} query={query} />
          <QueueViews locale={locale} queue={queue} />
          {queue.works && (
            // Its buttons stand in the rows below: one form for all of them.
            <FieldsForm
              id={FORMS.assign}
              action={assignApplication}
              permalink={address(FORMS.assign)}
              locale={locale}
              texts={formTexts(locale)}
              hidden={{ back: queueParams(queue.query).toString() }}
            />
          )}
          <div className="mb-2 flex flex-wrap items-center justify-between gap-x-6">
            <QueueFlags locale={locale} queue={queue} />
            {hasOpen(queue) && (
              <QueueKeys
                table={TABLE}
                after={FORMS.batch}
                all={allTicked(locale, queue)}
                isAll={query.all === 'yes'}
                returned={pressedRow(query)}
                texts={{ all: t.tickAll, none: t.untickAll, ticked: t.ticked }}
              />
            )}
          </div>
          <QueueTable
            id={TABLE}
            locale={locale}
            queue={queue}
            forms={FORMS}
            allTicked={query.all === 'yes'}
          />
          {hasOpen(queue) && <p className="mt-2 hidden text-sm text-muted md:scripted:block">{t.keys}</p>}
          <Pages locale={locale} queue={queue} />
          {hasOpen(queue) && <QueueBatch locale={locale} id={FORMS.batch} permalink={address(FORMS.batch)} />}
        </div>
      )}
    </WorkRoom>
  )
}

const hasOpen = ({ rows }: QueuePage) => rows.some((row) => row.isOpen)

function allTicked(locale: Locale, { query }: QueuePage): string {
  const params = queueParams(query)
  params.set('all', 'yes')
  return localePath(locale, `/work?${params}`)
}

function pressedRow({ of }: AddressQuery): number | null {
  return typeof of === 'string' && /^\d{1,9}$/.test(of) ? Number(of) : null
}

function Assigned({ locale, query }: { locale: Locale; query: AddressQuery }) {
  const of = pressedRow(query)
  const { assigned } = queueMessages[locale]
  if (query.done !== 'assign' || of === null) return null
  return (
    <div className="mb-6 max-w-reading">
      <Notice tone="ok" title={commonMessages[locale].done} live>
        <p>{query.to === 'me' ? assigned.me(of) : assigned.other(of)}</p>
      </Notice>
    </div>
  )
}

function Pages({ locale, queue: { query, next, previous } }: { locale: Locale; queue: QueuePage }) {
  const t = workMessages[locale].queue
  const link = (at: typeof next) => localePath(locale, queuePath(query, { at }))
  if (!next && !previous && !query.at) return null
  return (
    <p className="mt-6 flex flex-wrap gap-x-6 gap-y-3">
      {previous && (
        <ButtonLink variant="secondary" href={link(previous)}>
          {queueMessages[locale].previousPage}
        </ButtonLink>
      )}
      {next && (
        <ButtonLink variant="secondary" href={link(next)}>
          {t.nextPage}
        </ButtonLink>
      )}
      {query.at && (
        <ButtonLink variant="quiet" href={link(null)}>
          {t.firstPage}
        </ButtonLink>
      )}
    </p>
  )
}
