import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const FOLDER = resolve(process.env.EDS_SAMPLES ?? join(import.meta.dirname, '../../shared/eds-samples'))

/** Genuine signatures of test identities lie beside the project, not in it; without them their tests are skipped. */
export const hasSamples: boolean = existsSync(join(FOLDER, 'README.md'))

export const samplePath = (path: string): string => join(FOLDER, path)

export function sample(path: string): Buffer {
  return readFileSync(samplePath(path))
}
