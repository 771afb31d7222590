import type { Metadata } from 'next'
import { AdminRoom } from '@/components/admin/admin-room'
import { Done } from '@/components/admin/done'
import { FieldsForm } from '@/components/form/fields-form'
import { Button, ButtonLink } from '@/components/ui/button'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { PageTitle } from '@/components/ui/page-title'
import { StatusTag } from '@/components/ui/status-tag'
import { moveText } from '@/lib/admin/texts/actions'
import type { TextList } from '@/lib/admin/texts/data'
import { loadTexts } from '@/lib/admin/texts/loaders'
import { TEMPLATE_KINDS } from '@/lib/admin/texts/sample'
import { type AddressQuery, pathWithQuery } from '@/lib/domain/address-query'
import type { Locale } from '@/lib/domain/text'
import { adminTextMessages } from '@/lib/i18n/admin-texts'
import { formTexts } from '@/lib/i18n/forms'
import { type LocaleParams, loadLocale, localePath } from '@/lib/i18n/locale'

type Props = { params: LocaleParams; searchParams: Promise<AddressQuery> }

const PATH = '/admin/texts'
/** Its buttons stand in the rows: one form for the whole page. */
const FORM = 'move'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: adminTextMessages[await loadLocale(params)].title }
}

export default async function TextsPage({ params, searchParams }: Props) {
  const locale = await loadLocale(params)
  const query = await searchParams
  const path = pathWithQuery(PATH, query)
  const permalink = localePath(locale, path)
  const page = await loadTexts(locale, path, query)
  const t = adminTextMessages[locale]
  return (
    <AdminRoom
      locale={locale}
      path={path}
      current="texts"
      page={page}
      forms={[{ action: moveText, permalink }]}
    >
      {(list) => (
        <>
          <PageTitle lead={t.lead}>{t.title}</PageTitle>
          <Done locale={locale} done={query.done} words={{ saved: t.form.saved, moved: t.form.moved }} />
          <Kinds locale={locale} list={list} />
          <FieldsForm
            id={FORM}
            action={moveText}
            permalink={permalink}
            locale={locale}
            texts={formTexts(locale)}
          />
          <Texts locale={locale} list={list} />
          <p className="mt-6">
            <ButtonLink variant="secondary" href={localePath(locale, `${PATH}/new?kind=${list.kind}`)}>
              {t.add}
            </ButtonLink>
          </p>
        </>
      )}
    </AdminRoom>
  )
}

type Given = { locale: Locale; list: TextList }

function Kinds({ locale, list }: Given) {
  const t = adminTextMessages[locale]
  return (
    <nav aria-label={t.title} className="mb-6">
      <ul className="flex flex-wrap gap-2">
        {TEMPLATE_KINDS.map((kind) => (
          <li key={kind}>
            <a
              href={localePath(locale, `${PATH}?kind=${kind}`)}
              aria-current={kind === list.kind ? 'page' : undefined}
              className="flex min-h-target items-center rounded border border-line-soft px-3 py-1 no-underline hover:border-brand aria-[current=page]:border-brand aria-[current=page]:bg-brand aria-[current=page]:text-on-brand"
            >
              {t.kinds[kind]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Texts({ locale, list }: Given) {
  const t = adminTextMessages[locale]
  const { texts } = list
  if (texts.length === 0) return <EmptyState title={t.none} text={t.noneText} />
  return (
    <DataTable
      caption={t.kinds[list.kind]}
      columns={[
        { key: 'name', header: t.name },
        { key: 'body', header: t.body },
        { key: 'state', header: t.state },
        { key: 'order', header: t.order },
      ]}
      rows={texts.map(({ id, name, body, isOff }, at) => ({
        id,
        cells: {
          name: (
            <a href={localePath(locale, `${PATH}/${id}`)} className="inline-block py-1">
              {name[locale]}
            </a>
          ),
          body: <span className="whitespace-pre-line">{body[locale]}</span>,
          state: (
            <StatusTag tone={isOff ? 'neutral' : 'ok'} icon={isOff ? 'cross' : 'check'}>
              {isOff ? t.off : t.on}
            </StatusTag>
          ),
          order: (
            <span className="flex flex-wrap gap-x-4">
              {at > 0 && <Move by="up" id={id} label={t.up} about={name[locale]} />}
              {at < texts.length - 1 && <Move by="down" id={id} label={t.down} about={name[locale]} />}
            </span>
          ),
        },
      }))}
    />
  )
}

function Move({ by, id, label, about }: { by: 'up' | 'down'; id: string; label: string; about: string }) {
  return (
    <Button variant="quiet" form={FORM} name="move" value={`${by}:${id}`}>
      <span>
        {label}
        <span className="sr-only">: {about}</span>
      </span>
    </Button>
  )
}
