import { localePath } from '@/lib/i18n/locale'
import { shellMessages } from '@/lib/i18n/shell'
import { type RoomProps, RoomShell } from './room-shell'

const SECTIONS = ['services', 'organisations', 'people', 'calendar', 'texts', 'audit'] as const
export type AdminSection = (typeof SECTIONS)[number]

/** Without a menu for whoever is no administrator. */
export function AdminShell({
  current,
  isOpen,
  ...room
}: RoomProps & { current?: AdminSection; isOpen: boolean }) {
  const t = shellMessages[room.locale].admin
  const nav = (isOpen ? SECTIONS : []).map((section) => ({
    href: localePath(room.locale, `/admin/${section}`),
    label: t[section],
    current: section === current,
  }))
  return <RoomShell {...room} nav={nav} place={isOpen ? t.room : undefined} />
}
