import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { StepList } from '@/components/ui/step-list'
import { DOCUMENTS_STEP, type FormStep } from '@/lib/applications/parent/step-page'
import { editPath, type From } from '@/lib/applications/schema'
import { formatDateTime, timeInAlmaty } from '@/lib/domain/dates'
import type { ServiceDefinition } from '@/lib/domain/service'
import type { Locale } from '@/lib/domain/text'
import { cabinetMessages } from '@/lib/i18n/cabinet'
import { commonMessages } from '@/lib/i18n/common'
import { localePath } from '@/lib/i18n/locale'

/** Where in the form the reader is. */
export function FormHead({
  locale,
  page,
  current,
  lead,
  from,
}: {
  locale: Locale
  page: { number: number; service: ServiceDefinition; steps: readonly FormStep[]; isFrozen: boolean }
  current: string
  lead?: string
  from: From
}) {
  const t = cabinetMessages[locale]
  const common = commonMessages[locale]
  const { number, service, steps, isFrozen } = page
  const titleOf = (key: string) =>
    key === DOCUMENTS_STEP
      ? t.form.documents
      : (service.steps.find((s) => s.key === key)?.title[locale] ?? '')
  const at = steps.findIndex((step) => step.key === current)
  return (
    <>
      <Breadcrumb
        label={common.breadcrumb}
        items={[{ href: localePath(locale, '/cabinet/applications'), label: t.list.title }]}
        current={`${service.name[locale]}, ${t.form.number(number)}`}
      />
      <div className="mt-4">
        <StepList
          label={t.form.steps}
          position={common.stepOf(at + 1, steps.length)}
          stateWords={{ done: common.stepDone, now: common.stepNow, next: common.stepNext }}
          steps={steps.map(({ key, isComplete }) => ({
            key,
            label: titleOf(key),
            state: key === current ? 'now' : isComplete ? 'done' : 'next',
            href: key === current ? undefined : localePath(locale, editPath(number, key, { from })),
          }))}
        />
      </div>
      <PageTitle lead={lead}>{titleOf(current)}</PageTitle>
      {isFrozen && (
        <div className="mb-6 max-w-reading">
          <Notice tone="warn" title={common.warning}>
            <p>{t.form.voids}</p>
          </Notice>
        </div>
      )}
    </>
  )
}

/** «Сохранено 14:05», quietly. */
export function SavedNote({
  locale,
  savedAt,
}: {
  locale: Locale
  savedAt: { at: Date; isToday: boolean } | null
}) {
  if (!savedAt) return null
  const { at, isToday } = savedAt
  return (
    <p className="mb-4 text-sm text-muted tabular-nums">
      {commonMessages[locale].savedAt(isToday ? timeInAlmaty(at) : formatDateTime(at, locale))}
    </p>
  )
}
