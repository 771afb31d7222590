import type { ReactNode } from 'react'
import { DemoBanner } from '@/components/shell/demo-banner'
import { type LocaleParams, loadLocale } from '@/lib/i18n/locale'
import { env } from '@/lib/platform/env'

/**
 * The layout of a room. The pages choose their shell (`components/shell`), because only they know what is current
 * and who reads.
 */
export async function Room({ children, params }: { children: ReactNode; params: LocaleParams }) {
  return (
    <>
      {env().EDS_TRUST === 'demo' && <DemoBanner locale={await loadLocale(params)} />}
      {children}
    </>
  )
}
