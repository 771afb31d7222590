export type QrShown = { qr: string; link: string | null; until: string }

export type QrPhase =
  | { at: 'asking' | 'taken' }
  /** Waiting for a phone. */
  | ({ at: 'scan' } & QrShown)

export type QrTrouble = 'cancelled' | 'gone' | 'tooMany' | 'failed'
/** `stale`: the session has gone, or there is another statement to sign; the page has to be loaded anew. */
export type QrResult = { status: 'signed'; cms: string } | { status: QrTrouble | 'stale' }

type Signing = {
  /** Where the server takes the steps. */
  url: string
  /** SHA-256 of what is to be signed. */
  statement: string
  onPhase: (phase: QrPhase) => void
  /** Whoever no longer waits: the answer is `cancelled`. */
  signal: AbortSignal
}

type Operation = { data: string; sign: string }
type Invitation = QrShown & { operation: Operation; expiresAt: number }

/** A phone that goes over to another app breaks the connections of the page behind. */
const FAULTS_IN_A_ROW = 5
const PAUSE_MS = 2000
/** From the scan on; reading and typing a password takes minutes. */
const SIGNING_MS = 10 * 60 * 1000

/** Shows a code, gives the document to the phone that scans it, and brings its signature. Never rejects. */
export async function signByQr({ url, statement, onPhase, signal }: Signing): Promise<QrResult> {
  const ask = (step: object) => post(url, { ...step, statement }, signal)
  onPhase({ at: 'asking' })
  const invited = await ask({ step: 'invite' })
  if (!invited.ok) return { status: signal.aborted ? 'cancelled' : invited.trouble }
  const { operation, expiresAt, ...shown } = invited.data as Invitation
  onPhase({ at: 'scan', ...shown })
  const scanned = await until(expiresAt, () => ask({ step: 'handOver', operation }), signal)
  if (scanned.state !== 'taken') return { status: ended(scanned.state) }
  onPhase({ at: 'taken' })
  const signed = await until(Date.now() + SIGNING_MS, () => ask({ step: 'take', operation }), signal)
  return signed.state === 'signed' && signed.cms
    ? { status: 'signed', cms: signed.cms }
    : { status: ended(signed.state) }
}

type Step = { state: string; cms?: string }

/** Asks again while the other side has nothing to say. */
async function until(end: number, ask: () => Promise<Answered>, signal: AbortSignal): Promise<Step> {
  for (let faults = 0; faults < FAULTS_IN_A_ROW; ) {
    const answer = await ask()
    if (signal.aborted) return { state: 'cancelled' }
    if (answer.ok) {
      const step = answer.data as Step
      if (step.state !== 'waiting') return step
      faults = 0
    } else if (answer.trouble === 'failed') {
      faults++
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
    } else return { state: answer.trouble }
    if (Date.now() > end) return { state: 'gone' }
  }
  return { state: 'failed' }
}

const ENDINGS = ['cancelled', 'gone', 'tooMany', 'stale'] as const

function ended(state: string): QrTrouble | 'stale' {
  return ENDINGS.find((ending) => ending === state) ?? 'failed'
}

type Answered = { ok: true; data: unknown } | { ok: false; trouble: 'failed' | 'tooMany' | 'stale' }

const TROUBLES: ReadonlyMap<number, 'tooMany' | 'stale'> = new Map([
  [401, 'stale'],
  [404, 'stale'],
  [409, 'stale'],
  [429, 'tooMany'],
])

async function post(url: string, body: object, signal: AbortSignal): Promise<Answered> {
  try {
    const headers = { 'Content-Type': 'application/json' }
    const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body), signal })
    if (!answer.ok) return { ok: false, trouble: TROUBLES.get(answer.status) ?? 'failed' }
    return { ok: true, data: await answer.json() }
  } catch {
    return { ok: false, trouble: 'failed' }
  }
}
