import { createInterface } from 'node:readline/promises'
import { fetchTrust, NotFetched } from './trust/fetch'

/**
 * npm run eds:fetch-trust — brings the certificates of НУЦ РК into trust/, each confirmed by the operator. The only
 * thing of this project that cannot be run on a closed network: it asks pki.gov.kz.
 */
const FOLDER = process.env.EDS_TRUST_DIR || 'trust'
/** A certificate has two kilobytes. */
const MOST_BYTES = 64 * 1024

async function download(url: string): Promise<Uint8Array> {
  const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(30_000) })
  if (!response.ok) throw new Error(String(response.status))
  const bytes = new Uint8Array(await response.arrayBuffer())
  if (bytes.length > MOST_BYTES) throw new Error(`${bytes.length} octets are no certificate`)
  return bytes
}

/** Nobody but a person can compare. */
if (!process.stdin.isTTY) {
  console.error('Certificates are confirmed by a person: run this in a terminal.')
  process.exit(2)
}
const terminal = createInterface({ input: process.stdin, output: process.stdout })
try {
  const ask = (question: string) => terminal.question(question)
  await fetchTrust({ folder: FOLDER, now: new Date(), download, ask, say: console.log })
} catch (error) {
  if (!(error instanceof NotFetched)) throw error
  console.error(error.message)
  process.exitCode = 1
} finally {
  terminal.close()
}
