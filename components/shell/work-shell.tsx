import { localePath } from '@/lib/i18n/locale'
import { shellMessages } from '@/lib/i18n/shell'
import { type RoomProps, RoomShell } from './room-shell'

export type WorkSection = 'queue' | 'places' | 'signing' | 'journal' | 'statistics' | 'team'

const PATHS: Readonly<Record<WorkSection, string>> = {
  queue: '/work',
  places: '/work/places',
  signing: '/work/signing',
  journal: '/work/journal',
  statistics: '/work/statistics',
  team: '/work/team',
}

/** `sections` are those the reader may open; `place` is their organisation. */
export function WorkShell({
  current,
  sections,
  place,
  ...room
}: RoomProps & { current?: WorkSection; sections: readonly WorkSection[]; place?: string }) {
  const t = shellMessages[room.locale].work
  const nav = sections.map((section) => ({
    href: localePath(room.locale, PATHS[section]),
    label: t[section],
    current: section === current,
  }))
  return <RoomShell {...room} nav={nav} place={place ?? t.room} />
}
