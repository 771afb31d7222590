/**
 * How long the pages of one organisation take beside 10,000 applications and beside 1,000,000, and by which plans their
 * queries run: `npm run bench:queue`, after `npm run bench:seed`. Ends with 1 if a query goes through all applications,
 * and never because of a figure: a busy machine is no fault of the code.
 */
import { PrismaPg } from '@prisma/adapter-pg'
import { asActor } from '@/lib/platform/db'
import { PrismaClient } from '@/prisma/generated/client'
import { findOffice, type Office } from './bench/office'
import { PAGES, type Page } from './bench/pages'
import { type Bench, LARGE, SMALL, startBench } from './bench/place'
import { planOf, type Query } from './bench/plans'
import { type Sql, withSql } from './embedded/sql'

const ROUNDS = Number(process.argv[2] ?? 40)

class Undone extends Error {}

const server = await startBench()
let isSequential = false
try {
  const small = await openSide(SMALL)
  const large = await openSide(LARGE)
  await comparePlans(large)
  await compareTimes(small, large)
  for (const { prisma } of [small, large]) await prisma.$disconnect()
} finally {
  await server.stop()
}
process.exit(isSequential ? 1 : 0)

type Side = { bench: Bench; prisma: Logged; office: Office }
type Logged = PrismaClient<'query'>

/** What the app's `prisma()` answers from now on. */
function use(prisma: Logged): void {
  Object.assign(globalThis, { __prisma: prisma })
}

async function openSide(bench: Bench): Promise<Side> {
  const url = server.urlOf(bench, 'app')
  const adapter = new PrismaPg({ connectionString: url, max: 2 })
  const prisma: Logged = new PrismaClient({
    adapter,
    log: [{ emit: 'event', level: 'query' }],
    transactionOptions: { timeout: 60_000 },
  })
  use(prisma)
  const office = await withSql(server.urlOf(bench, 'admin'), findOffice).catch((error: Error) => {
    throw new Error(`${bench.name} cannot be read: npm run bench:seed makes it. (${error.message})`)
  })
  return { bench, prisma, office }
}

/** Reads a page as the app does. What the page notes, such as who has read it, is not kept. */
async function read({ prisma, office }: Side, page: Page): Promise<void> {
  use(prisma)
  await asActor(page.by(office), async (tx) => {
    await page.read(tx, office)
    throw new Undone()
  }).catch((error: unknown) => {
    if (!(error instanceof Undone)) throw error
  })
}

async function comparePlans(side: Side): Promise<void> {
  let queries: Query[] = []
  side.prisma.$on('query', ({ query, params }) => queries.push({ text: query, params: JSON.parse(params) }))
  await withSql(server.urlOf(side.bench, 'app'), async (sql) => {
    for (const page of PAGES) {
      queries = []
      await read(side, page)
      await printPlans(sql, page, queries)
    }
  })
}

async function printPlans(sql: Sql, page: Page, queries: readonly Query[]): Promise<void> {
  const seen = new Set<string>()
  console.log(`\n${page.name}`)
  for (const query of queries) {
    if (!/^\s*(SELECT|WITH)\b/i.test(query.text)) continue
    const plan = await planOf(sql, query)
    const told = plan.scans.join(', ')
    if (plan.isSequential) {
      isSequential = true
      console.log(`  SEQUENTIAL: ${plan.query}`)
    }
    if (told && !seen.has(told)) console.log(`  ${told}`)
    seen.add(told)
  }
}

async function compareTimes(small: Side, large: Side): Promise<void> {
  const times = new Map(PAGES.map((page) => [page, { small: [] as number[], large: [] as number[] }]))
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [page, { small: one, large: two }] of times) {
      one.push(await timed(() => read(small, page)))
      two.push(await timed(() => read(large, page)))
    }
  }
  console.log(`\nMilliseconds of ${ROUNDS} rounds: median, 95th percentile`)
  console.log(`${''.padEnd(38)}${'10,000'.padStart(16)}${'1,000,000'.padStart(16)}${'ratio'.padStart(8)}`)
  for (const [{ name }, { small: one, large: two }] of times) {
    const ratio = (quantile(two, 0.5) / quantile(one, 0.5)).toFixed(2)
    console.log(`${name.padEnd(38)}${figures(one)}${figures(two)}${ratio.padStart(8)}`)
  }
}

async function timed(work: () => Promise<void>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

function quantile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

function figures(times: readonly number[]): string {
  return `${quantile(times, 0.5).toFixed(1)} ${quantile(times, 0.95).toFixed(1).padStart(7)}`.padStart(16)
}
