import type { Locale } from '@/lib/domain/text'
import { commonMessages } from '@/lib/i18n/common'
import { localePath } from '@/lib/i18n/locale'
import { ButtonLink } from './button'
import { PageTitle } from './page-title'

/** For what does not exist and for what is somebody else's: the same bytes, so that neither tells. */
export function Absent({
  locale,
  room = 'cabinet',
}: {
  locale: Locale
  room?: 'cabinet' | 'public' | 'work' | 'admin'
}) {
  const t = commonMessages[locale].absent
  return (
    <>
      <PageTitle lead={t.text}>{t.title}</PageTitle>
      {room === 'public' ? (
        <ButtonLink href={localePath(locale)}>{t.home}</ButtonLink>
      ) : (
        <ButtonLink href={localePath(locale, `/${room}`)}>
          {room === 'cabinet' ? t.cabinet : t.home}
        </ButtonLink>
      )}
    </>
  )
}
