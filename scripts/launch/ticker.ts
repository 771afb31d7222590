const JOBS = ['clock', 'outbox', 'signatures', 'nightly'] as const
const EVERY_MS = 60_000

/** What a timer of the operating system does in production: asks the app to do its standing jobs. */
export function startTicker(appUrl: string, cronSecret: string): () => void {
  const complained = new Set<string>()
  const complain = (job: string, why: string) => {
    if (!complained.has(job)) console.error(`The job ${job} did not run: ${why}.`)
    complained.add(job)
  }
  const tick = async () => {
    for (const job of JOBS) {
      const request = fetch(`${appUrl}/api/cron/${job}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${cronSecret}` },
        signal: AbortSignal.timeout(EVERY_MS - 5_000),
      })
      await request.then(
        (answer) => (answer.ok ? complained.delete(job) : complain(job, `the app answered ${answer.status}`)),
        (error) => complain(job, String(error)),
      )
    }
  }
  void tick()
  const timer = setInterval(tick, EVERY_MS)
  return () => clearInterval(timer)
}
