import { parseArgs } from 'node:util'
import { generateClient } from '../migrate/generate'
import { prepareDatabase, startApp } from './app'
import { buildApp, isBuilt, PRODUCT } from './build'
import { keptFolder } from './data-folder'
import { occupy } from './occupancy'
import { type Ports, startParts } from './parts'
import { peopleTable } from './people-table'
import { Refusal } from './refusal'
import { startTicker } from './ticker'

type Stop = () => void | Promise<void>

/** `npm run demo` and `npm run dev`: the app with everything it needs, until Ctrl-C. */
export async function launch(mode: 'demo' | 'dev', args: string[]): Promise<void> {
  const stops: Stop[] = []
  let stopping: Promise<void> | undefined
  const stopAll = () => {
    stopping ??= (async () => {
      for (const stop of stops.splice(0).reverse()) await stop()
    })()
    return stopping
  }
  const leave = () => void stopAll().finally(() => process.exit(0))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, leave)
  onParentGone(leave)
  try {
    await start(mode, args, stops)
  } catch (error) {
    if (stopping) return
    console.error(error instanceof Refusal ? error.message : error)
    await stopAll()
    process.exit(1)
  }
}

/** npm passes on what it is asked to do, but not its own death by SIGKILL. */
function onParentGone(leave: () => void): void {
  const parent = process.ppid
  if (!process.env.npm_lifecycle_event) return
  const watch = setInterval(() => {
    if (process.ppid !== parent) leave()
  }, 200)
  watch.unref()
}

async function start(mode: 'demo' | 'dev', args: string[], stops: Stop[]): Promise<void> {
  const ports = choosePorts()
  const { reset } = readOptions(mode, args)
  let folder = keptFolder()
  stops.push(await occupy(folder, ports, mode))
  if (reset) {
    await folder.remove()
    folder = keptFolder()
  }

  if (mode === 'dev') generateClient()
  else if (!isBuilt()) {
    console.log('Building …')
    await buildApp()
  }

  const parts = await startParts(folder, ports, true)
  stops.push(parts.stop)
  for (const name of await prepareDatabase(parts)) console.log(`Database: ${name}`)
  const app = await startApp(parts, mode === 'dev' ? 'dev' : PRODUCT, 'inherit')
  stops.push(app.stop)
  stops.push(startTicker(app.url, parts.environment.CRON_SECRET ?? ''))

  console.log(`\n${peopleTable()}\n`)
  console.log(`  Mail:  ${parts.mailbox.url}  (JSON: ${parts.mailbox.url}/messages)`)
  console.log(`  Keys:  ${parts.ncaLayer.page}  (stand-in for NCALayer)`)
  console.log(`  Data:  ${folder.path}  (fresh: npm run ${mode} -- --reset)\n`)
  console.log(`E-Bilimal is ready: ${app.url}`)

  const code = await app.ended
  throw new Refusal(`The app ended by itself (exit ${code}).`)
}

function readOptions(mode: string, args: string[]): { reset: boolean } {
  try {
    const { values } = parseArgs({ args, options: { reset: { type: 'boolean', default: false } } })
    return values
  } catch {
    throw new Refusal(`Usage: npm run ${mode} [-- --reset]`)
  }
}

function choosePorts(): Ports {
  const app = Number(process.env.PORT ?? 3000)
  if (!Number.isInteger(app) || app < 1 || app > 65_531) {
    throw new Refusal('PORT must be a number from 1 to 65531: the four ports after it are used too.')
  }
  return { app, database: app + 1, store: app + 2, mailbox: app + 3, ncalayer: app + 4 }
}
