import { spawn } from 'node:child_process'

export type Guarded = {
  /** Settles when the program has ended, by itself or by `stop`. */
  ended: Promise<number | null>
  stop: () => Promise<void>
}

export type GuardedOptions = {
  command: string
  args: readonly string[]
  /** How the program is asked to end. */
  signal: 'INT' | 'TERM'
  /** Where its standard output and error go: a file descriptor, or this terminal. */
  output: number | 'inherit'
  cwd?: string
  env?: NodeJS.ProcessEnv
  account?: { uid: number; gid: number } | undefined
}

/**
 * The shell starts the program and keeps one end of a pipe whose other end only we hold. When the pipe
 * closes, because we say so or because we were killed outright, the program is asked to end, and after fifteen
 * seconds made to. So nothing that we start outlives us, not even after SIGKILL.
 */
const WATCH = `
exec 3<&0
signal=$1; shift
"$@" </dev/null 3<&- & program=$!
trap '' INT TERM HUP
{
  read -r _ <&3
  kill -s "$signal" "$program"
  n=0; while [ $n -lt 150 ]; do sleep 0.1; n=$((n + 1)); done
  kill -s KILL 0
} >/dev/null 2>&1 & watch=$!
exec 3<&-
wait "$program"; status=$?
kill -s KILL "$watch" 2>/dev/null
exit "$status"`

/** Starts a program that cannot outlive this process. */
export function spawnGuarded(options: GuardedOptions): Guarded {
  // A session of its own keeps the terminal's Ctrl-C from it: we end things in our order.
  const child = spawn('sh', ['-c', WATCH, 'sh', options.signal, options.command, ...options.args], {
    stdio: ['pipe', options.output, options.output],
    detached: true,
    cwd: options.cwd,
    env: options.env ?? process.env,
    uid: options.account?.uid,
    gid: options.account?.gid,
  })
  child.stdin?.on('error', () => {})
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => resolve(code))
  })
  return {
    ended,
    async stop() {
      child.stdin?.end()
      await ended.catch(() => null)
    },
  }
}
