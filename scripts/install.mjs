import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import process from 'node:process'

const root = resolve(import.meta.dirname, '..')

/**
 * Makes a fresh checkout usable: moves to its folder, installs what the lockfile names and readies this process
 * for TypeScript. Plain JavaScript without packages, because none may be there yet.
 */
export async function prepare() {
  process.chdir(root)
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`E-Bilimal needs Node.js 20.19 or newer; this is ${process.versions.node}.`)
    process.exit(1)
  }
  if (process.platform === 'win32') {
    console.error('The embedded parts need Linux or macOS; on Windows run this in WSL.')
    process.exit(1)
  }
  if (!isInstalled()) install()
  const { register } = await import('tsx/esm/api')
  register()
}

/** npm keeps in node_modules a list of what it put there: it must hold what the lockfile asks for. */
function isInstalled() {
  const wanted = readPackages('package-lock.json')
  const present = readPackages('node_modules/.package-lock.json')
  if (!wanted || !present) return false
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || optional || present[path]?.version === version,
  )
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages
  } catch {
    return undefined
  }
}

function install() {
  console.log('Installing packages …')
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  // Under `npm run` the very npm that runs us, else the one on the path.
  const npm = process.env.npm_execpath?.endsWith('npm-cli.js')
    ? [process.execPath, process.env.npm_execpath]
    : ['npm']
  const [command, ...before] = npm
  const { status, error } = spawnSync(command, [...before, ...args], { cwd: root, stdio: 'inherit' })
  if (status !== 0) {
    console.error(`Packages could not be installed (npm ci${error ? `: ${error.message}` : ''}).`)
    process.exit(1)
  }
}
