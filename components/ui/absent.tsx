import type { Locale } from '@/lib/domain/text'
import { commonMessages } from '@/lib/i18n/common'
import { localePath } from '@/lib/i18n/locale'
import { ButtonLink } from './button'
import { PageTitle } from './page-title'

const WAY_OUT = { home: '', cabinet: '/cabinet', work: '/work', admin: '/admin' } as const

/** For what does not exist and for what is somebody else's: the same bytes, so that neither tells. */
export function Absent({ locale, room = 'cabinet' }: { locale: Locale; room?: keyof typeof WAY_OUT }) {
  const t = commonMessages[locale].absent
  return (
    <>
      <PageTitle lead={t.text}>{t.title}</PageTitle>
      <ButtonLink href={localePath(locale, WAY_OUT[room])}>{t[room]}</ButtonLink>
    </>
  )
}
