import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { StepList } from '@/components/ui/step-list'
import type { FormStep } from '@/lib/applications/parent/step-page'
import { formatDateTime, timeInAlmaty } from '@/lib/domain/dates'
import type { ServiceDefinition } from '@/lib/domain/service'
import type { Locale } from '@/lib/domain/text'
import { cabinetMessages } from '@/lib/i18n/cabinet'
import { commonMessages } from '@/lib/i18n/common'
import type { FormRoom } from './form-room'

/** Where in the form the reader is. */
export function FormHead({
  room,
  locale,
  page,
  current,
  lead,
}: {
  room: FormRoom
  locale: Locale
  page: { number: number; service: ServiceDefinition; steps: readonly FormStep[]; isFrozen: boolean }
  current: string
  lead?: string
}) {
  const t = cabinetMessages[locale]
  const common = commonMessages[locale]
  const { number, service, steps, isFrozen } = page
  const titleOf = (key: string) => service.steps.find((s) => s.key === key)?.title[locale] ?? t.form.documents
  const at = steps.findIndex((step) => step.key === current)
  return (
    <>
      <Breadcrumb
        label={common.breadcrumb}
        items={room.trail}
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
            href: key === current ? undefined : room.stepHref(key),
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
