import type { ReactNode } from 'react'
import { ApplicationStatus } from '@/components/application/application-status'
import { Button } from '@/components/ui/button'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { StatusTag } from '@/components/ui/status-tag'
import type { PlaceRow, PlacesPage } from '@/lib/applications/provider/places-page'
import { dateInAlmaty, exactTimeInAlmaty, formatDate } from '@/lib/domain/dates'
import type { Locale, Text } from '@/lib/domain/text'
import { localePath } from '@/lib/i18n/locale'
import { placesMessages } from '@/lib/i18n/places'

type Key = 'place' | 'child' | 'number' | 'area' | 'state' | 'decide'
type Decision = 'inArea' | 'notInArea' | 'waiting' | 'callUp'

/** Who is given a seat, in this order. `form` is the id of the form that the buttons belong to. */
export function PlacesTable({ locale, places, form }: { locale: Locale; places: PlacesPage; form: string }) {
  const t = placesMessages[locale]
  if (places.rows.length === 0) return <EmptyState title={t.emptyQueue} text={t.emptyQueueText} />
  const hasArea = places.rows.some((row) => row.told !== null)
  return (
    <DataTable<Key>
      caption={t.title}
      columns={[
        { key: 'place', header: t.place },
        { key: 'child', header: t.child },
        { key: 'number', header: t.number },
        ...(hasArea ? [{ key: 'area' as const, header: t.area }] : []),
        { key: 'state', header: t.state },
        { key: 'decide', header: t.decide },
      ]}
      rows={places.rows.map((row) => ({
        id: String(row.number),
        cells: cellsOf(row, places.seats, form, locale),
      }))}
    />
  )
}

function cellsOf(row: PlaceRow, seats: number | null, form: string, locale: Locale): Record<Key, ReactNode> {
  const t = placesMessages[locale]
  return {
    place: <span className="tabular-nums">{row.place}</span>,
    child: (
      <a href={localePath(locale, `/work/applications/${row.number}`)} className="inline-block py-1">
        <span className="block font-bold">{row.subjectName}</span>
        <span className="text-sm whitespace-nowrap tabular-nums">{t.application(row.number)}</span>
      </a>
    ),
    number: (
      <span className="tabular-nums">
        <span className="block font-bold">№ {row.queueNo}</span>
        {row.takenAt && (
          <span className="text-sm">
            {formatDate(dateInAlmaty(row.takenAt), locale, 'short')}{' '}
            <span className="whitespace-nowrap">{exactTimeInAlmaty(row.takenAt)}</span>
          </span>
        )}
      </span>
    ),
    area: row.told && <Area locale={locale} row={row} told={row.told} />,
    state: (
      <span className="flex flex-wrap gap-2">
        <ApplicationStatus locale={locale} status={row.status} />
        <span className="block w-full text-sm">{stateOf(row, seats, locale)}</span>
      </span>
    ),
    decide: decisionsOf(row).length > 0 ? <Decide locale={locale} row={row} form={form} /> : null,
  }
}

function stateOf({ status, turn }: PlaceRow, seats: number | null, locale: Locale): string {
  const t = placesMessages[locale]
  if (status === 'on_signing' || status === 'approved') return t.seated
  if (turn !== null) return t.turn(turn)
  return seats === null ? '' : t.seat
}

function Area({ locale, row, told }: { locale: Locale; row: PlaceRow; told: Text }) {
  const t = placesMessages[locale]
  return (
    <span className="block">
      {row.area === null ? (
        <StatusTag tone="warn" icon="warn">
          {t.areaOf.unknown}
        </StatusTag>
      ) : (
        <StatusTag tone={row.area ? 'ok' : 'neutral'} icon={row.area ? 'check' : 'cross'}>
          {row.area ? t.areaOf.yes : t.areaOf.no}
        </StatusTag>
      )}
      {row.area === null && <span className="block text-sm">{t.unknownText}</span>}
      <span className="block text-sm text-muted">{t.told(told[locale])}</span>
    </span>
  )
}

/** What may be decided of this row now; the clerk's word on the area can be taken back. */
function decisionsOf({ actions, area }: PlaceRow): Decision[] {
  const may = (action: PlaceRow['actions'][number]) => actions.includes(action)
  return [
    ...(may('confirmArea') && area !== true ? (['inArea'] as const) : []),
    ...(may('confirmArea') && area !== false ? (['notInArea'] as const) : []),
    ...(may('placeOnWaitingList') ? (['waiting'] as const) : []),
    ...(may('callUp') ? (['callUp'] as const) : []),
  ]
}

function Decide({ locale, row, form }: { locale: Locale; row: PlaceRow; form: string }) {
  const t = placesMessages[locale]
  return (
    <span className="flex flex-wrap gap-x-4 gap-y-1">
      {decisionsOf(row).map((decision) => (
        <Button
          key={decision}
          variant="quiet"
          form={form}
          name="decision"
          value={`${decision}:${row.number}`}
        >
          <span>
            {t[decision]}
            <span className="sr-only">: {t.application(row.number)}</span>
          </span>
        </Button>
      ))}
    </span>
  )
}
