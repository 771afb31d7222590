import { AsyncLocalStorage } from 'node:async_hooks'
import { resolve } from 'node:path'
import { spawnGuarded } from '../embedded/guarded'
import { Refusal } from './refusal'

export const ROOT = resolve(import.meta.dirname, '../..')

export type Job = {
  /** For people, in sentences such as "… failed". */
  name: string
  args: readonly string[]
  env?: Record<string, string>
}

/** Where what runs beside something else prints; this terminal otherwise. */
export const printsTo = new AsyncLocalStorage<number>()

/** Runs a Node program to its end. It cannot outlive us. */
export async function runNode({ name, args, env }: Job): Promise<void> {
  const code = await spawnGuarded({
    command: process.execPath,
    args,
    signal: 'TERM',
    output: printsTo.getStore() ?? 'inherit',
    cwd: ROOT,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
  }).ended
  if (code !== 0) throw new Refusal(`${name} failed (exit ${code}).`)
}
