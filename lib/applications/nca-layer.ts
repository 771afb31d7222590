import 'server-only'
import { env } from '@/lib/platform/env'

/** Where the reader's NCALayer is, and in the demo the page that stands in for its window. */
export type NcaLayer = { ncaLayer: string; keysPage: string | null }

export function ncaLayer(): NcaLayer {
  const { NCALAYER_URL, APP_MODE } = env()
  return {
    ncaLayer: NCALAYER_URL,
    keysPage: APP_MODE === 'demo' ? NCALAYER_URL.replace(/^ws/, 'http') : null,
  }
}
