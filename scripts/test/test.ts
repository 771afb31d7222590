import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { inspect } from 'node:util'
import { type Stack, startStack } from '../../test/stack'
import { type Build, isBuilt, PRODUCT } from '../launch/build'
import { Refusal } from '../launch/refusal'
import { printsTo } from '../launch/run'
import {
  bench,
  build,
  journeys,
  servicesJourney,
  style,
  tenthJourney,
  types,
  unit,
  WITH_TENTH,
} from './stages'
import { ONE_FAILED, sum, type Tally, totalLine } from './tally'

/** Runs the whole test, or one part of it, and ends with the exit code that says how it went. */
export async function test([part, ...args]: string[]): Promise<void> {
  // A far zone with a quarter of an hour shows every place that forgot to name Asia/Almaty.
  process.env.TZ = 'Asia/Kathmandu'
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(130))
  const tally = sum(await run(part, args))
  console.log(`\n${totalLine(tally)}`)
  process.exit(tally.failed === 0 ? 0 : 1)
}

async function run(part: string | undefined, args: string[]): Promise<Tally[]> {
  switch (part) {
    case 'unit':
      return [await stage('unit', () => unit(args))]
    case 'e2e':
      return served(PRODUCT, [['journeys', (stack) => journeys(stack, args)]])
    case 'long':
      // Named sizes instead of a fiftieth of them; test/size.ts.
      process.env.TEST_SIZE = 'long'
      return [
        await stage('unit, long', () => unit(args)),
        ...(await served(PRODUCT, [['services, in both languages', servicesJourney]])),
      ]
    case 'tenth':
      return served(WITH_TENTH, [['tenth service', tenthJourney]])
    case undefined: {
      const first = await stage('style', style)
      // Types and builds leave a core idle by turns, which the units use.
      const beside = aside(async () => [
        await stage('types', types),
        await stage('build', () => build(PRODUCT)),
        await stage('build with a tenth service', () => build(WITH_TENTH)),
      ])
      const units = await stage('unit', unit)
      return [
        first,
        units,
        ...(await beside()),
        ...(await served(PRODUCT, [
          ['journeys', journeys],
          ['bench', bench],
        ])),
        ...(await served(WITH_TENTH, [['tenth service', tenthJourney]])),
      ]
    }
    default:
      console.error('Usage: npm test · npm run test:unit [-- pattern] · npm run test:e2e [-- arguments]')
      process.exit(2)
  }
}

type ServedStage = [name: string, run: (stack: Stack) => Promise<Tally>]

/** The stages that need a production build, on one server; without the build they cannot run. */
async function served(which: Build, stages: readonly ServedStage[]): Promise<Tally[]> {
  const tallies: Tally[] = []
  if (!isBuilt(which)) tallies.push(await stage('build', () => build(which)))
  if (!isBuilt(which)) return tallies
  let stack: Stack | undefined
  const start = await stage('server', async () => {
    stack = await startStack(which)
    return { passed: 0, failed: 0, skipped: 0 }
  })
  tallies.push(start)
  if (!stack) return tallies
  try {
    for (const [name, run] of stages) {
      const server = stack
      tallies.push(await stage(name, () => run(server)))
    }
  } finally {
    await stack.stop()
  }
  return tallies
}

/** Begins it at once; what it prints is printed when its end is asked for. */
function aside(run: () => Promise<Tally[]>): () => Promise<Tally[]> {
  const file = join(mkdtempSync(join(tmpdir(), 'e-bilimal-aside-')), 'printed')
  const place = openSync(file, 'w')
  const running = printsTo.run(place, run)
  return async () => {
    const tallies = await running
    closeSync(place)
    process.stdout.write(readFileSync(file))
    rmSync(dirname(file), { recursive: true })
    return tallies
  }
}

/** Later stages run whatever becomes of this one. */
async function stage(name: string, run: () => Promise<Tally>): Promise<Tally> {
  say(`\n── ${name}`)
  const began = Date.now()
  const tally = await run().catch((error) => {
    say(error instanceof Refusal ? error.message : inspect(error))
    return ONE_FAILED
  })
  const seconds = ((Date.now() - began) / 1000).toFixed(1)
  say(`── ${name}: ${tally.failed === 0 ? 'passed' : 'FAILED'} in ${seconds} s`)
  return tally
}

function say(line: string): void {
  const place = printsTo.getStore()
  if (place === undefined) console.log(line)
  else writeSync(place, `${line}\n`)
}
