import { localePath } from '@/lib/i18n/locale'
import { shellMessages } from '@/lib/i18n/shell'
import { type RoomProps, RoomShell } from './room-shell'

export type CabinetSection = 'services' | 'applications' | 'family' | 'profile'

export function CabinetShell({ current, ...room }: RoomProps & { current?: CabinetSection }) {
  const t = shellMessages[room.locale]
  const nav = (['services', 'applications', 'family', 'profile'] as const).map((section) => ({
    href: localePath(room.locale, `/cabinet/${section}`),
    label: t[section],
    current: section === current,
  }))
  return <RoomShell {...room} nav={nav} />
}
