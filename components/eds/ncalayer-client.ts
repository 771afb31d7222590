import { type LocalNetwork, localNetwork } from './local-network'
import { HEARTBEAT, readFrame, type SignRequest, signFrame } from './ncalayer-protocol'

export type NcaLayerState = 'connecting' | 'connected' | 'choosing'

export type SigningResult =
  | { status: 'signed'; signatures: string[] }
  /** `detail`: NCALayer's own code of an error, to be told to those who help. */
  | { status: 'cancelled' | 'notRunning' | 'blocked' | 'failed'; detail?: string }

export type Signing = SignRequest & {
  /** `wss://127.0.0.1:13579`, unless the settings say otherwise. */
  url: string
  onState?: (state: NcaLayerState) => void
  /** Whoever no longer waits: the answer is `cancelled`, and a later one of NCALayer is nobody's. */
  signal?: AbortSignal
}

/** What of the browser a test puts its own in place of. */
export type Browser = { WebSocket: typeof WebSocket; localNetwork: () => Promise<LocalNetwork> }

const GREETING_MS = 10_000
// Choosing a key takes a person minutes; a socket on which nothing is said may be closed as idle.
const HEARTBEAT_MS = 20_000

/** Asks the NCALayer of this computer for one signature of each document. Never rejects. */
export async function signWithNcaLayer(
  signing: Signing,
  browser: Browser = { WebSocket: globalThis.WebSocket, localNetwork },
): Promise<SigningResult> {
  signing.onState?.('connecting')
  const permission = await browser.localNetwork()
  if (permission === 'denied') return { status: 'blocked' }
  const result = await converse(signing, browser.WebSocket, permission === 'prompt')
  // While its question was open the browser held the socket back; then it may have been answered with no, or closed.
  if (result.status !== 'notRunning') return result
  const now = await browser.localNetwork()
  return now === 'denied' || now === 'prompt' ? { status: 'blocked' } : result
}

function converse(signing: Signing, Socket: typeof WebSocket, isAsked: boolean): Promise<SigningResult> {
  return new Promise((resolve) => {
    const socket = open(Socket, signing.url)
    if (!socket || signing.signal?.aborted) {
      socket?.close()
      return resolve({ status: socket ? 'cancelled' : 'notRunning' })
    }
    let isGreeted = false
    let heartbeat: ReturnType<typeof setInterval> | undefined
    const end = (result: SigningResult) => {
      clearTimeout(patience)
      clearInterval(heartbeat)
      signing.signal?.removeEventListener('abort', abandon)
      socket.onmessage = socket.onclose = socket.onerror = null
      socket.close()
      resolve(result)
    }
    const abandon = () => end({ status: 'cancelled' })
    // No hurry while somebody reads the browser's question.
    const patience = isAsked ? undefined : setTimeout(() => end({ status: 'notRunning' }), GREETING_MS)
    const lost = () => end(isGreeted ? { status: 'failed', detail: 'CLOSED' } : { status: 'notRunning' })

    signing.signal?.addEventListener('abort', abandon)
    socket.onclose = socket.onerror = lost
    socket.onmessage = ({ data }) => {
      const frame = readFrame(data)
      switch (frame.kind) {
        case 'greeting':
          if (isGreeted) return
          isGreeted = true
          clearTimeout(patience)
          signing.onState?.('connected')
          socket.send(signFrame(signing))
          heartbeat = setInterval(() => socket.send(HEARTBEAT), HEARTBEAT_MS)
          return signing.onState?.('choosing')
        case 'heartbeat':
          return
        case 'cancelled':
          return end({ status: 'cancelled' })
        case 'error':
          return end({ status: 'failed', detail: frame.detail })
        case 'signed':
          if (frame.signatures.length !== signing.data.length)
            return end({ status: 'failed', detail: 'WRONG_NUMBER' })
          return end({ status: 'signed', signatures: frame.signatures })
      }
    }
  })
}

/** A page that may not open this address at all is told at once, by an exception. */
function open(Socket: typeof WebSocket, url: string): WebSocket | null {
  try {
    return new Socket(url)
  } catch {
    return null
  }
}
