import { FieldsForm } from '@/components/form/fields-form'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { confirmBatch } from '@/lib/applications/provider/batch-actions'
import type { BatchPlanPage } from '@/lib/applications/provider/batch-loaders'
import type { FormField } from '@/lib/domain/form-state'
import type { Locale } from '@/lib/domain/text'
import { batchMessages } from '@/lib/i18n/batches'
import { formTexts } from '@/lib/i18n/forms'
import { localePath } from '@/lib/i18n/locale'
import { ApplicationLink } from './batch-progress'
import { reasonFields } from './reason-fields'

/** What would happen to which, and the one press that starts it. `path` is this page with its query. */
export function BatchPlanned({ locale, plan, path }: { locale: Locale; plan: BatchPlanPage; path: string }) {
  const t = batchMessages[locale]
  const { action, items, ready } = plan
  if (items.length === 0)
    return (
      <>
        <PageTitle>{t.title}</PageTitle>
        <EmptyState title={t.nothing}>
          <BackToQueue locale={locale} />
        </EmptyState>
      </>
    )
  return (
    <>
      <PageTitle lead={ready > 0 ? t.plan.lead[action] : undefined}>{t.plan.title[action](ready)}</PageTitle>
      <div className="mb-8 max-w-reading">
        {ready === 0 ? (
          <Notice tone="warn" title={t.plan.none}>
            <p>{t.plan.noneText}</p>
          </Notice>
        ) : (
          <Start locale={locale} plan={plan} path={path} />
        )}
      </div>
      <Items locale={locale} plan={plan} />
      <p className="mt-6">
        <BackToQueue locale={locale} />
      </p>
    </>
  )
}

function Start({ locale, plan, path }: { locale: Locale; plan: BatchPlanPage; path: string }) {
  const t = batchMessages[locale]
  const { action, items, ready, grounds, key } = plan
  if (action === 'refuseIntake' && grounds.length === 0)
    return (
      <Notice tone="warn" title={t.plan.noGround}>
        <p>{t.plan.noGroundText}</p>
      </Notice>
    )
  const left = items.length - ready
  return (
    <FieldsForm
      action={confirmBatch}
      permalink={localePath(locale, path)}
      locale={locale}
      texts={formTexts(locale)}
      fields={fieldsOf(locale, plan)}
      hidden={{
        'form.key': key,
        'form.action': action,
        'form.numbers': items.map(({ number }) => number).join('.'),
      }}
      before={left > 0 && <p className="mb-6">{t.plan.left(left)}</p>}
      buttons={[{ label: t.action[action], variant: action === 'refuseIntake' ? 'danger' : 'primary' }]}
    />
  )
}

function fieldsOf(locale: Locale, { action, grounds, colleagues, templates }: BatchPlanPage): FormField[] {
  if (action === 'refuseIntake') return reasonFields(locale, grounds, {}, templates)
  if (action !== 'assign') return []
  const { assignee, reader } = batchMessages[locale].plan
  const options = colleagues.map(({ id, name, isReader }) => ({
    value: id,
    label: isReader ? reader(name) : name,
  }))
  return [{ name: 'assignee', kind: 'radio', label: assignee, options }]
}

function Items({ locale, plan: { action, items } }: { locale: Locale; plan: BatchPlanPage }) {
  const t = batchMessages[locale]
  return (
    <DataTable
      caption={t.fate}
      columns={[
        { key: 'application', header: t.application },
        { key: 'service', header: t.service },
        { key: 'fate', header: t.fate },
      ]}
      rows={items.map(({ number, shown, obstacle }) => ({
        id: String(number),
        cells: {
          application: <ApplicationLink locale={locale} number={number} name={shown?.subjectName ?? ''} />,
          service: shown?.service[locale] ?? null,
          fate:
            obstacle === null ? (
              t.plan.will[action]
            ) : (
              <span className="flex gap-1.5 font-bold text-warn">
                <Icon name="warn" className="mt-[0.15em]" />
                <span>{t.page.obstacles[obstacle]}</span>
              </span>
            ),
        },
      }))}
    />
  )
}

function BackToQueue({ locale }: { locale: Locale }) {
  return (
    <a href={localePath(locale, '/work')} className="inline-block py-2">
      {batchMessages[locale].queue}
    </a>
  )
}
