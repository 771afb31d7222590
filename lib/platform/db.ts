import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import { Prisma, PrismaClient } from '@/prisma/generated/client'
import { env } from './env'

/** A transaction; every function of `data` and `mutations` takes it first. */
export type Tx = Prisma.TransactionClient

/** In whose name a transaction runs; row-level security will read the same two settings. */
export type DbScope = { readonly userId: string; readonly organisationIds: readonly string[] }

const global = globalThis as { __prisma?: PrismaClient }

/** For a free connection: in the first second of an intake it is better to wait than to be told to press again. */
const PATIENCE_MS = 15_000

export function connect(connectionString: string): PrismaClient {
  const adapter = new PrismaPg({
    connectionString,
    max: 10,
    connectionTimeoutMillis: PATIENCE_MS,
    statement_timeout: 15_000,
  })
  return new PrismaClient({ adapter, transactionOptions: { maxWait: PATIENCE_MS, timeout: 15_000 } })
}

export function prisma(): PrismaClient {
  global.__prisma ??= connect(env().DATABASE_URL)
  return global.__prisma
}

async function inScope<T>(userId: string, organisationIds: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return prisma().$transaction(async (tx) => {
    await tx.$executeRaw`SELECT set_config('app.user_id', ${userId}, true), set_config('app.organisation_ids', ${organisationIds}, true)`
    return work(tx)
  })
}

/** The one way of a signed-in person to the database. */
export function asActor<T>(actor: DbScope, work: (tx: Tx) => Promise<T>): Promise<T> {
  return inScope(actor.userId, actor.organisationIds.join(','), work)
}

/** The way of jobs, sign-in and public checks; `reason` says why nobody's rights apply. */
export function asSystem<T>(reason: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return inScope(`system:${reason}`, '', work)
}

/** True when the failure is a unique index that said no; with `index`, that very one. */
export function isUniqueViolation(error: unknown, index?: string): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError) || error.code !== 'P2002') return false
  return index === undefined || JSON.stringify(error.meta ?? {}).includes(index)
}

/** Serialization failure and deadlock, as PostgreSQL calls them. */
const CONFLICTS = /\b(40001|40P01)\b/

/** True when PostgreSQL has ended a transaction because another one stood in its way; nothing of it remains. */
export function isWriteConflict(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false
  // Of a raw query the message carries PostgreSQL's own code.
  return error.code === 'P2034' || (error.code === 'P2010' && CONFLICTS.test(error.message))
}

export const Json = {
  /** Prisma's JSON input type is wider than ours; the values come from checked domain types. */
  write: (value: unknown): Prisma.InputJsonValue => value as Prisma.InputJsonValue,
}
