import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'
import { stampToken } from '@/lib/signatures/eds/issuing/time-stamp-authority'
import { openKeys } from './ncalayer-keys'
import { demoHolders } from './ncalayer-people'
import { GREETING, handleMessage, type Surroundings } from './ncalayer-protocol'
import { choiceQueue } from './ncalayer-queue'
import { standInSite } from './ncalayer-site'
import { closeServer } from './servers'

export type NcaLayer = {
  /** Where programs speak its protocol. */
  url: string
  /** Where a person chooses a key. */
  page: string
  ocspUrl: string
  /** Where the keys lie, and the folder whose certificates the app is to trust. */
  folder: string
  trust: string
  stop: () => Promise<void>
}

/**
 * Stands in for NCALayer and for the authority's OCSP service with the keys of demo people. The launcher starts it
 * beside a demo; beside a production server it would sign for anybody.
 */
export async function startNcaLayer({ port, folder }: { port: number; folder: string }): Promise<NcaLayer> {
  if (process.env.APP_MODE === 'production') {
    throw new Error('The stand-in for NCALayer runs beside a demo only: APP_MODE is production.')
  }
  const now = () => new Date()
  const keys = openKeys(folder, demoHolders(), now)
  const queue = choiceQueue()
  const server = createServer(standInSite(keys, queue, now))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const sockets = new WebSocketServer({ server })
  sockets.on('connection', (socket) => {
    const gone = new AbortController()
    socket.on('close', () => gone.abort())
    socket.on('error', () => gone.abort())
    const around: Surroundings = {
      keys: keys.all,
      chooseKey: (offer) => queue.ask(offer, gone.signal),
      stamp: (value) => stampToken(value, keys.authority.stamper, now()),
      now,
    }
    socket.on('message', (data) => {
      handleMessage(data.toString(), around).then(
        (answer) => socket.send(answer),
        () => socket.close(1011),
      )
    })
    socket.send(GREETING)
  })
  const page = `http://127.0.0.1:${port}`
  return {
    url: `ws://127.0.0.1:${port}`,
    page,
    ocspUrl: `${page}/ocsp`,
    folder,
    trust: keys.trust,
    async stop() {
      for (const socket of sockets.clients) socket.terminate()
      await closeServer(server)
    },
  }
}
