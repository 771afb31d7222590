import 'server-only'
import { resolve } from 'node:path'
import { env, SettingsError } from '@/lib/platform/env'
import { readTrustDirectory } from './eds/trust-directory'
import type { TrustStore } from './eds/trust-store'

/** Stands in the names of every authority that the demo makes: production knows them by it. */
export const DEMO_MARK = 'НЕ НУЦ РК'

let cached: TrustStore | undefined

/** Whose signatures count, from EDS_TRUST_DIR. @throws SettingsError that says which file is not right */
export function trust(): TrustStore {
  cached ??= readTrust()
  return cached
}

function readTrust(): TrustStore {
  const { EDS_TRUST_DIR, EDS_TRUST } = env()
  try {
    const store = readTrustDirectory(resolve(EDS_TRUST_DIR))
    const demo = [...store.roots, ...store.intermediates].find(({ subjectText }) =>
      subjectText.includes(DEMO_MARK),
    )
    if (demo && EDS_TRUST !== 'demo') throw new Error(`${demo.subjectText} belongs to the demo`)
    return store
  } catch (error) {
    throw new SettingsError(`EDS_TRUST_DIR is not right: ${error instanceof Error ? error.message : error}`)
  }
}

/** False until the operator has fetched and confirmed the certificates of НУЦ РК. */
export function edsIsOpen(): boolean {
  return trust().roots.length > 0
}

/** At the start: a certificate that nobody confirmed, or of the demo in production, stops the boot. */
export function checkTrust(): void {
  try {
    trust()
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error
    console.error(`E-Bilimal cannot start:\n${error.message}`)
    process.exit(1)
  }
}
