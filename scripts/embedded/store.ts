import { mkdirSync } from 'node:fs'
import S3rver from 's3rver'
import { closeServer } from './servers'

export type StoreOptions = {
  port: number
  folder: string
  /** The pages that may upload from a browser, such as http://localhost:3000. */
  origins: readonly string[]
}

export type Store = {
  endpoint: string
  region: string
  bucket: string
  accessKeyId: string
  secretAccessKey: string
  stop: () => Promise<void>
}

const BUCKET = 'e-bilimal'

/** An object store that speaks S3, on loopback, its objects in a folder. */
export async function startStore({ port, folder, origins }: StoreOptions): Promise<Store> {
  mkdirSync(folder, { recursive: true })
  const server = new S3rver({
    address: '127.0.0.1',
    port,
    directory: folder,
    silent: true,
    vhostBuckets: false,
    configureBuckets: [{ name: BUCKET, configs: [uploadsFrom(origins)] }],
  })
  await server.run()
  return {
    // By name: the browser's upload form then has the app's own host.
    endpoint: `http://localhost:${port}`,
    region: 'us-east-1',
    bucket: BUCKET,
    // The one account that s3rver knows; only this machine reaches it.
    accessKeyId: 'S3RVER',
    secretAccessKey: 'S3RVER',
    stop: () => closeServer(server.httpServer),
  }
}

function uploadsFrom(origins: readonly string[]): string {
  const allowed = origins.map((origin) => `<AllowedOrigin>${origin}</AllowedOrigin>`).join('')
  const methods = ['GET', 'POST', 'PUT'].map((method) => `<AllowedMethod>${method}</AllowedMethod>`).join('')
  return `<CORSConfiguration><CORSRule>${allowed}${methods}<AllowedHeader>*</AllowedHeader></CORSRule></CORSConfiguration>`
}
