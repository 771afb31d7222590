/**
 * What each page weighs: `npm run bench:pages` prints requests and gzipped bytes for every route in both
 * languages and fails over budget. With BASE_URL it measures that server, else it serves the built app.
 * BENCH_SIGNED_IN adds pages behind the sign-in: JSON of [{ cookie, paths }], a Cookie header and the paths without
 * their language that it opens.
 */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const PUBLIC_BYTES = 14 * 1024
const PUBLIC_REQUESTS = 2
const ROOM_BYTES_OVER_FRAMEWORK = 15_000

const read = (path) => JSON.parse(readFileSync(join(ROOT, '.next', path), 'utf8'))
const gz = (body) => gzipSync(body, { level: 9 }).length

const SIGNED_IN = JSON.parse(process.env.BENCH_SIGNED_IN ?? '[]')
const OPEN_ROOMS = ['/login', '/register', '/password', '/verify', '/statistics']

/** The public pages are what the build prerendered below a language; those of the rooms are named. */
function routes() {
  const prerendered = Object.keys(read('prerender-manifest.json').routes)
  const room = (cookie) => (path) => ['kk', 'ru'].map((locale) => ({ path: `/${locale}${path}`, cookie }))
  return [
    ...prerendered
      .filter((path) => /^\/(kk|ru)(\/|$)/.test(path))
      .sort()
      .map((path) => ({ path, isPublic: true })),
    ...OPEN_ROOMS.flatMap(room('')),
    ...SIGNED_IN.flatMap(({ cookie, paths }) => paths.flatMap(room(cookie))),
  ]
}

/** React, the router and what Next loads with every page of this build. */
function frameworkBytes() {
  const files = read('build-manifest.json').rootMainFiles
  return files.reduce((sum, file) => sum + gz(readFileSync(join(ROOT, '.next', file))), 0)
}

const seen = new Map()
async function bytesOf(url) {
  if (!seen.has(url)) {
    const answer = await fetch(url)
    if (!answer.ok) throw new Error(`${url} answered ${answer.status}`)
    seen.set(url, gz(Buffer.from(await answer.arrayBuffer())))
  }
  return seen.get(url)
}

/** Scripts for browsers without modules are never fetched by the others, so they do not count. */
function resourcesOf(html, base) {
  const found = { css: new Set(), js: new Set(), other: new Set() }
  for (const [tag] of html.matchAll(/<(?:link|script|img|source)\b[^>]*>/g)) {
    const address = /\b(?:href|src)="([^"]+)"/.exec(tag)?.[1]
    if (!address || address.startsWith('data:') || /\bnomodule\b/i.test(tag)) continue
    const url = new URL(address.replaceAll('&amp;', '&'), base).href
    if (tag.startsWith('<script') || /\bas="script"/.test(tag)) found.js.add(url)
    else if (/\brel="stylesheet"|\bas="style"/.test(tag)) found.css.add(url)
    else if (!tag.startsWith('<link') || /\brel="(?:icon|preload|manifest)"/.test(tag)) found.other.add(url)
  }
  return found
}

async function sum(urls) {
  const sizes = await Promise.all([...urls].map(bytesOf))
  return sizes.reduce((total, size) => total + size, 0)
}

async function measure(base, { path, isPublic = false, cookie = '' }, framework) {
  const answer = await fetch(base + path, { headers: { cookie }, redirect: 'manual' })
  const html = await answer.text()
  const found = resourcesOf(html, base)
  const row = {
    path,
    requests: 1 + found.css.size + found.js.size + found.other.size,
    html: gz(html),
    css: await sum(found.css),
    js: await sum(found.js),
  }
  const faults = []
  if (answer.status !== 200) faults.push(`answered ${answer.status}`)
  if (isPublic) {
    if (html.includes('<script') || found.js.size > 0) faults.push('has scripts')
    if (row.html + row.css > PUBLIC_BYTES) faults.push(`is over ${PUBLIC_BYTES} bytes`)
    if (row.requests > PUBLIC_REQUESTS) faults.push(`needs more than ${PUBLIC_REQUESTS} requests`)
  } else if (row.js > framework + ROOM_BYTES_OVER_FRAMEWORK) {
    faults.push(`has ${row.js - framework} bytes of script beyond the framework`)
  }
  return { ...row, faults }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}

/** Serves the build as `npm run build` leaves it; public pages and the account's forms need no database, so loopback addresses will do. */
async function serve() {
  const port = await freePort()
  const base = `http://127.0.0.1:${port}`
  const nowhere = 'http://localhost:9'
  const defaults = {
    APP_MODE: 'demo',
    APP_URL: base,
    DATABASE_URL: 'postgresql://bench@localhost:9/bench',
    S3_ENDPOINT: nowhere,
    S3_BUCKET: 'bench',
    S3_ACCESS_KEY_ID: 'bench',
    S3_SECRET_ACCESS_KEY: 'bench',
    RESEND_API_KEY: 'bench',
    RESEND_BASE_URL: nowhere,
    MAIL_FROM: 'bench@localhost',
    AUTH_SECRET: 'b'.repeat(32),
    CRON_SECRET: 'b'.repeat(32),
    EDS_TRUST: 'demo',
    NEXT_TELEMETRY_DISABLED: '1',
  }
  const child = spawn(process.execPath, [join(ROOT, '.next/standalone/server.js')], {
    cwd: ROOT,
    env: { ...defaults, ...process.env, APP_URL: base, PORT: String(port), HOSTNAME: '127.0.0.1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise((resolve, reject) => {
    child.stdout.on('data', (text) => String(text).includes('Ready') && resolve())
    child.once('exit', (code) => reject(new Error(`the app stopped with ${code}`)))
  })
  return { base, stop: () => child.kill() }
}

function print(rows, framework) {
  const width = Math.max(...rows.map((row) => row.path.length))
  const cells = (row) => [row.requests, row.html, row.css, row.js].map((n) => String(n).padStart(8)).join('')
  console.log(`${'page'.padEnd(width)}requests    html     css      js   (gzipped bytes)`)
  for (const row of rows) {
    console.log(
      row.path.padEnd(width) + cells(row) + (row.faults.length > 0 ? `  OVER: ${row.faults.join(', ')}` : ''),
    )
  }
  console.log(`framework: ${framework} bytes of script`)
}

const server = process.env.BASE_URL
  ? { base: process.env.BASE_URL.replace(/\/$/, ''), stop: () => {} }
  : await serve()
try {
  const framework = frameworkBytes()
  const rows = []
  for (const route of routes()) rows.push(await measure(server.base, route, framework))
  print(rows, framework)
  const over = rows.filter((row) => row.faults.length > 0)
  console.log(
    over.length === 0 ? `all ${rows.length} pages within budget` : `${over.length} pages over budget`,
  )
  process.exitCode = over.length === 0 ? 0 : 1
} finally {
  server.stop()
}
