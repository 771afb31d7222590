import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { isPortFree } from '../embedded/ports'
import { endProcess, startMark } from '../embedded/processes'
import type { DataFolder } from './data-folder'
import type { Ports } from './parts'
import { Refusal } from './refusal'

type Process = { pid: number; mark: string }
type Holder = Process & { app: number; parent: Process }

const AFTER_A_KILL_MS = 20_000

/**
 * Takes the data folder and the ports, or says who has them. Returns the release.
 * After a launcher was killed its parts are just ending: their ports are waited for.
 */
export async function occupy(folder: DataFolder, ports: Ports, command: string): Promise<() => void> {
  const file = `${folder.path}.launcher`
  const last = readHolder(file)
  if (last && lives(last)) {
    if (lives(last.parent)) {
      throw new Refusal(
        `E-Bilimal already runs from this folder (process ${last.pid}, http://localhost:${last.app}). Stop it first.`,
      )
    }
    // Whoever started it was killed: nobody can stop it any more but us.
    await endProcess(last.pid, 'SIGTERM')
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
  const holder: Holder = { ...marked(process.pid), app: ports.app, parent: marked(process.ppid) }
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

function marked(pid: number): Process {
  return { pid, mark: startMark(pid) ?? '' }
}

function lives({ pid, mark }: Process): boolean {
  return startMark(pid) === mark
}
