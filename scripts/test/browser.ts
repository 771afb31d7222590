import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'
import { Refusal } from '../launch/refusal'

/** The one without a window first: it takes a seventh less time. */
const SHELL = 'chromium-headless-shell'
const NAMES = [SHELL, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const APPLICATIONS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** A Chromium for the journeys: the one that is named, one that is there, else Debian's if it may be installed. */
export function findBrowser(): string {
  const named = process.env.CHROMIUM_PATH
  if (named) {
    if (isProgram(named)) return named
    throw new Refusal(`CHROMIUM_PATH names ${named}, which is no program.`)
  }
  const found = present() ?? (installFromDebian() ? present() : undefined)
  if (found) return found
  throw new Refusal(
    'The journeys need a browser. Install one (apt-get install chromium, or npx playwright install chromium), or set CHROMIUM_PATH to a Chromium or Chrome.',
  )
}

function present(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))
  return [...onPath, ...APPLICATIONS, chromium.executablePath()].find(isProgram)
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function installFromDebian(): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false
  console.log('Installing Chromium from Debian …')
  const apt = (...args: string[]) =>
    spawnSync('apt-get', ['-qq', ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0
  // DejaVu has every Kazakh letter; a machine without fonts shows boxes.
  const install = (browser: string) =>
    apt('install', '-y', '--no-install-recommends', browser, 'fonts-dejavu-core')
  return apt('update') && (install(SHELL) || install('chromium'))
}
