import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { isPortFree } from '../embedded/ports'
import { startMark } from '../embedded/processes'
import type { DataFolder } from './data-folder'
import type { Ports } from './parts'

/** A reason not to start that is no fault of the program: it is told in a sentence, without a stack. */
export class Refusal extends Error {}

type Holder = { pid: number; mark: string; app: number }

const AFTER_A_KILL_MS = 20_000

/**
 * Takes the data folder and the ports, or says who has them. Returns the release.
 * After a launcher was killed its parts are just ending: their ports are waited for.
 */
export async function occupy(folder: DataFolder, ports: Ports, command: string): Promise<() => void> {
  const file = `${folder.path}.launcher`
  const last = readHolder(file)
  const lives = last !== undefined && startMark(last.pid) === last.mark
  if (lives) {
    throw new Refusal(
      `E-Bilimal already runs from this folder (process ${last.pid}, http://localhost:${last.app}). Stop it first.`,
    )
  }
  const deadline = Date.now() + (last ? AFTER_A_KILL_MS : 0)
  for (const port of Object.values(ports)) {
    while (!(await isPortFree(port))) {
      if (Date.now() >= deadline) {
        throw new Refusal(
          `Port ${port} is taken by another program. Stop that program, or choose another port: PORT=${ports.app + 1000} npm run ${command}`,
        )
      }
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  const holder: Holder = { pid: process.pid, mark: startMark(process.pid) ?? '', app: ports.app }
  writeFileSync(file, JSON.stringify(holder))
  return () => rmSync(file, { force: true })
}

function readHolder(file: string): Holder | undefined {
  if (!existsSync(file)) return undefined
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder
  } catch {
    return undefined
  }
}
