import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'

/**
 * npm run lock:complete, after a change of dependencies. A registry that does not carry the packages for other
 * systems (macOS, Windows, musl) makes npm leave them out of the lockfile, and `npm ci` then refuses it
 * everywhere. This writes them in again, as their parents name them.
 */
const FILE = resolve(import.meta.dirname, '../package-lock.json')
const SYSTEM = /(android|darwin|freebsd|linux|openbsd|win32|windows)/
const PROCESSOR = /(arm64|arm|x64|ia32|ppc64|riscv64|s390x|wasm32)(?![a-z0-9])/

/** The optional packages that the lockfile names as needed but does not hold: path in node_modules → entry. */
export function missingEntries(packages) {
  const missing = {}
  for (const parent of Object.values(packages)) {
    for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
      const path = `node_modules/${name}`
      if (packages[path] || !/^\d/.test(version)) continue
      missing[path] = entryOf(name, version, parent)
    }
  }
  return missing
}

function entryOf(name, version, parent) {
  const system = SYSTEM.exec(name)?.[1]
  const processor = PROCESSOR.exec(name)?.[1]
  return {
    version,
    ...(processor && { cpu: [processor] }),
    ...(parent.dev && { dev: true }),
    ...(name.includes('linux') && { libc: [name.includes('musl') ? 'musl' : 'glibc'] }),
    ...(parent.license && { license: parent.license }),
    optional: true,
    ...(system && { os: [system === 'windows' ? 'win32' : system] }),
  }
}

if (import.meta.filename === resolve(process.argv[1] ?? '')) {
  const lock = JSON.parse(readFileSync(FILE, 'utf8'))
  const missing = missingEntries(lock.packages)
  const { '': root, ...rest } = { ...lock.packages, ...missing }
  const sorted = Object.entries(rest).sort(([a], [b]) => a.localeCompare(b, 'en'))
  writeFileSync(
    FILE,
    `${JSON.stringify({ ...lock, packages: { '': root, ...Object.fromEntries(sorted) } }, null, 2)}\n`,
  )
  for (const path of Object.keys(missing)) console.log(`added ${path}`)
}
