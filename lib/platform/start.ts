import 'server-only'
import { prisma } from './db'
import { env, SettingsError } from './env'
import { log } from './log'

/** Refuses to serve with bad settings, production on demo data, or the demo on somebody's real data. */
export async function checkStart(): Promise<void> {
  try {
    const { APP_MODE } = env()
    // A database that is down must not keep the app down: pages answer with "unavailable" meanwhile.
    const [marker, people] = await Promise.all([prisma().demoMarker.count(), prisma().account.count()]).catch(
      () => [null, null],
    )
    if (marker === null || people === null) {
      log('warn', 'database-unreachable-at-start')
      return
    }
    if (APP_MODE === 'production' && marker > 0) {
      throw new SettingsError('DATABASE_URL points at a demo database: production does not start on it')
    }
    if (APP_MODE === 'demo' && marker === 0 && people > 0) {
      throw new SettingsError(
        'DATABASE_URL points at a database with real people: the demo does not touch it',
      )
    }
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error
    console.error(`E-Bilimal cannot start:\n${error.message}`)
    process.exit(1)
  }
}
