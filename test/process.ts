import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'

/**
 * A process of its own that runs the app's modules and ends with this one. As in the other tests `server-only` is a
 * blank: the condition it stands for gives React without what the renderer of the papers needs.
 */
export function startProcess(script: string, settings: Readonly<Record<string, string>> = {}): ChildProcess {
  return fork(script, {
    execArgv: ['--import', 'tsx'],
    env: {
      ...process.env,
      ...settings,
      TSX_TSCONFIG_PATH: join(import.meta.dirname, 'tsconfig.process.json'),
    },
  })
}
