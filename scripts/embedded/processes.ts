import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** The arguments a live process was started with, or nothing when there is no such process. */
export function commandLine(pid: number): string | undefined {
  try {
    if (process.platform === 'linux') {
      const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').join(' ').trim()
      return line === '' ? undefined : line
    }
    return execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }).trim()
  } catch {
    return undefined
  }
}

/** When a live process began. With its number this names a process for good: numbers are used again. */
export function startMark(pid: number): string | undefined {
  try {
    if (process.platform === 'linux') {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      // The program's name, in brackets, may hold spaces; the fields are counted after it.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      // A dead process that its parent has not asked after yet is dead all the same.
      return fields[0] === 'Z' ? undefined : fields[19]
    }
    const began = execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim()
    return began === '' ? undefined : began
  } catch {
    return undefined
  }
}

/** Asks a process to end, insists after ten seconds, and returns when it is gone. */
export async function endProcess(pid: number, signal: NodeJS.Signals): Promise<void> {
  const mark = startMark(pid)
  const alive = () => mark !== undefined && startMark(pid) === mark
  const deadline = Date.now() + 10_000
  if (alive()) process.kill(pid, signal)
  while (alive()) {
    if (Date.now() > deadline) process.kill(pid, 'SIGKILL')
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}
