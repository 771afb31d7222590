import { type Mailbox, startMailbox } from '../embedded/mailbox'
import { type NcaLayer, startNcaLayer } from '../embedded/ncalayer'
import { type Postgres, startPostgres } from '../embedded/postgres'
import { type Store, startStore } from '../embedded/store'
import type { DataFolder } from './data-folder'

export type Ports = { app: number; database: number; store: number; mailbox: number; ncalayer: number }

export type Parts = {
  database: Postgres
  store: Store
  mailbox: Mailbox
  ncaLayer: NcaLayer
  /** Everything the app reads from its environment, by the names of lib/platform/env.ts. */
  environment: Record<string, string>
  /** Starts a part that was stopped again, on the same data and port: for tests of faults. */
  startDatabase: () => Promise<Postgres>
  startStore: () => Promise<Store>
  stop: () => Promise<void>
}

/** Starts all that the app needs beside itself: PostgreSQL, an object store, a mailbox and people's keys. */
export async function startParts(folder: DataFolder, ports: Ports, durable: boolean): Promise<Parts> {
  const running: { stop: () => Promise<void> }[] = []
  const stop = async () => {
    for (const part of running.splice(0).reverse()) await part.stop()
  }
  const keep = <T extends { stop: () => Promise<void> }>(part: T): T => {
    running.push(part)
    return part
  }
  const appUrl = `http://localhost:${ports.app}`
  const startDatabase = async () =>
    keep(
      await startPostgres({
        dataDir: folder.postgres,
        port: ports.database,
        log: folder.log('postgres'),
        password: folder.secret('database'),
        durable,
      }),
    )
  try {
    const database = await startDatabase()
    const origins = [appUrl, `http://127.0.0.1:${ports.app}`]
    const startAgain = async () =>
      keep(await startStore({ port: ports.store, folder: folder.store, origins }))
    const store = await startAgain()
    const mailbox = keep(await startMailbox({ port: ports.mailbox, file: folder.mailbox }))
    const ncaLayer = keep(await startNcaLayer({ port: ports.ncalayer, folder: folder.keys }))
    const environment = {
      APP_MODE: 'demo',
      APP_URL: appUrl,
      PORT: String(ports.app),
      DATABASE_URL: database.url,
      S3_ENDPOINT: store.endpoint,
      S3_REGION: store.region,
      S3_BUCKET: store.bucket,
      S3_ACCESS_KEY_ID: store.accessKeyId,
      S3_SECRET_ACCESS_KEY: store.secretAccessKey,
      RESEND_API_KEY: `re_${folder.secret('mailbox')}`,
      RESEND_BASE_URL: mailbox.url,
      MAIL_FROM: 'E-Bilimal <noreply@e-bilimal.example>',
      HELP_MAIL: process.env.HELP_MAIL ?? 'gosusluga@bilimal.kz',
      AUTH_SECRET: folder.secret('sessions'),
      AUTH_TRUST_HOST: 'true',
      CRON_SECRET: folder.secret('cron'),
      EDS_TRUST: 'demo',
      EDS_TRUST_DIR: ncaLayer.trust,
      EDS_OCSP_URL: ncaLayer.ocspUrl,
      EDS_TIME_STAMP: 'required',
      NCALAYER_URL: ncaLayer.url,
      // It counts down to the end of its support for Node 20 in every terminal.
      AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
    }
    return { database, store, mailbox, ncaLayer, environment, startDatabase, startStore: startAgain, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
