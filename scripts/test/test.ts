import { type Stack, startStack } from '../../test/stack'
import { type Build, isBuilt, PRODUCT } from '../launch/build'
import { Refusal } from '../launch/refusal'
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
      return [
        await stage('style', style),
        await stage('types', types),
        await stage('unit', unit),
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
  const tallies = [await stage('build', () => build(which))]
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

/** Later stages run whatever becomes of this one. */
async function stage(name: string, run: () => Promise<Tally>): Promise<Tally> {
  console.log(`\n── ${name}`)
  const began = Date.now()
  const tally = await run().catch((error) => {
    console.error(error instanceof Refusal ? error.message : error)
    return ONE_FAILED
  })
  const seconds = ((Date.now() - began) / 1000).toFixed(1)
  console.log(`── ${name}: ${tally.failed === 0 ? 'passed' : 'FAILED'} in ${seconds} s`)
  return tally
}
