import { Notice } from '@/components/ui/notice'
import type { HeadKey } from '@/lib/applications/provider/head-key'
import type { Locale } from '@/lib/domain/text'
import { commonMessages } from '@/lib/i18n/common'
import { edsMessages } from '@/lib/i18n/eds'
import { headSigningMessages } from '@/lib/i18n/head-signing'
import { localePath } from '@/lib/i18n/locale'
import { ncaLayerMessages } from '@/lib/i18n/ncalayer'

type Named = { name: string; bin: string }

/** Which key it takes and how the signing goes; or why nothing can be signed by EDS, and what to do. */
export function HeadKeyNotes({
  locale,
  headKey,
  organisation,
}: {
  locale: Locale
  headKey: HeadKey
  organisation: Named
}) {
  const t = headSigningMessages[locale]
  switch (headKey.status) {
    case 'closed':
      return <Notice tone="info" title={edsMessages[locale].closed} />
    case 'noIin':
      return (
        <Notice tone="warn" title={t.noIin}>
          <p>{t.noIinText}</p>
          <p>
            <a href={localePath(locale, '/cabinet/profile')}>{t.profile}</a>
          </p>
        </Notice>
      )
    case 'ready':
      return (
        <>
          <div className="prose hidden scripted:block">
            <HeadKeyText locale={locale} headKey={headKey} organisation={organisation} />
            <p>{t.confirm}</p>
          </div>
          <NoScriptNote locale={locale} />
        </>
      )
  }
}

type Ready = Extract<HeadKey, { status: 'ready' }>

/** Which key it takes, and how often it is chosen. */
export function HeadKeyText({
  locale,
  headKey,
  organisation,
}: {
  locale: Locale
  headKey: Ready
  organisation: Named
}) {
  const t = headSigningMessages[locale]
  return (
    <>
      <p>{t.key(organisation.name, organisation.bin, headKey.iin)}</p>
      <p>{t.twice}</p>
      {headKey.keysPage && <DemoKeys locale={locale} page={headKey.keysPage} />}
    </>
  )
}

export function NoScriptNote({ locale }: { locale: Locale }) {
  return (
    <div className="mb-4 scripted:hidden">
      <Notice tone="warn" title={commonMessages[locale].warning}>
        <p>{headSigningMessages[locale].noScript}</p>
      </Notice>
    </div>
  )
}

function DemoKeys({ locale, page }: { locale: Locale; page: string }) {
  const { demo, demoKeys } = ncaLayerMessages[locale]
  return (
    <p>
      {demo}{' '}
      <a href={page} target="_blank" rel="noreferrer">
        {demoKeys}
      </a>
    </p>
  )
}
