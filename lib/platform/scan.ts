import 'server-only'
import { connect } from 'node:net'
import { env } from './env'

export type ScanVerdict = 'clean' | 'infected' | 'off'

const CHUNK = 1 << 16

/** Asks clamd (INSTREAM) about the bytes; `off` when no scanner is set. Throws when clamd does not answer. */
export function scan(bytes: Uint8Array): Promise<ScanVerdict> {
  const address = env().CLAMD_HOST
  if (!address) return Promise.resolve('off')
  const [host = 'localhost', port = '3310'] = address.split(':')
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port: Number(port), timeout: 30_000 })
    let answer = ''
    socket.on('connect', () => {
      socket.write('zINSTREAM\0')
      for (let at = 0; at < bytes.length; at += CHUNK) {
        const part = bytes.subarray(at, at + CHUNK)
        const size = Buffer.alloc(4)
        size.writeUInt32BE(part.length)
        socket.write(size)
        socket.write(part)
      }
      socket.write(Buffer.alloc(4))
    })
    socket.on('data', (data) => {
      answer += data.toString('utf8')
    })
    socket.on('end', () => {
      if (answer.includes(' OK')) resolve('clean')
      else if (answer.includes('FOUND')) resolve('infected')
      else reject(new Error('clamd gave no verdict'))
    })
    socket.on('timeout', () => socket.destroy(new Error('clamd did not answer in time')))
    socket.on('error', reject)
  })
}

export async function scannerIsUp(): Promise<boolean> {
  try {
    await scan(new Uint8Array([0]))
    return true
  } catch {
    return false
  }
}
