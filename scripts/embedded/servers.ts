import type { Server } from 'node:http'

/** Closes a server without waiting for browsers that keep their connections open. */
export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
