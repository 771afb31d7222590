import 'server-only'
import { env } from '@/lib/platform/env'

/**
 * Where the reader's NCALayer is and whether it adds time stamps; in the demo the page that stands in for its
 * window.
 */
export type NcaLayer = { ncaLayer: { url: string; stamps: boolean }; keysPage: string | null }

export function ncaLayer(): NcaLayer {
  const { NCALAYER_URL, APP_MODE, EDS_TIME_STAMP } = env()
  return {
    ncaLayer: { url: NCALAYER_URL, stamps: EDS_TIME_STAMP === 'required' },
    keysPage: APP_MODE === 'demo' ? NCALAYER_URL.replace(/^ws/, 'http') : null,
  }
}
