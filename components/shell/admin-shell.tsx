import { localePath } from '@/lib/i18n/locale'
import { shellMessages } from '@/lib/i18n/shell'
import { type RoomProps, RoomShell } from './room-shell'

export type AdminSection = 'services' | 'organisations' | 'people' | 'audit'

export function AdminShell({
  current,
  sections,
  ...room
}: RoomProps & { current?: AdminSection; sections: readonly AdminSection[] }) {
  const t = shellMessages[room.locale].admin
  const nav = sections.map((section) => ({
    href: localePath(room.locale, `/admin/${section}`),
    label: t[section],
    current: section === current,
  }))
  return <RoomShell {...room} nav={nav} place={t.room} />
}
