import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { afterAll, expect, test } from 'vitest'
import { freePort } from '../embedded/ports'
import { startMark } from '../embedded/processes'
import { passingFolder } from './data-folder'
import { occupy } from './occupancy'

const folder = await passingFolder()
const file = `${folder.path}.launcher`
afterAll(() => folder.remove())

async function freePorts() {
  return {
    app: await freePort(),
    database: await freePort(),
    store: await freePort(),
    mailbox: await freePort(),
    ncalayer: await freePort(),
  }
}

test('one launcher holds the data at a time', async () => {
  const ports = await freePorts()
  const release = await occupy(folder, ports, 'demo')
  await expect(occupy(folder, ports, 'demo')).rejects.toThrow(/already runs from this folder/)
  release()
  const again = await occupy(folder, ports, 'demo')
  again()
  expect(existsSync(file)).toBe(false)
})

test('a port that is taken is named', async () => {
  const ports = await freePorts()
  const other = createServer().listen(ports.store, '127.0.0.1')
  await once(other, 'listening')
  await expect(occupy(folder, ports, 'demo')).rejects.toThrow(`Port ${ports.store} is taken`)
  other.close()
})

test('what a killed launcher left is no hindrance, and a launcher whose starter was killed is ended', async () => {
  const ports = await freePorts()
  const orphan = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  const dead = { pid: 2 ** 30, mark: '1' }
  writeFileSync(file, JSON.stringify({ ...dead, app: ports.app, parent: dead }))
  const release = await occupy(folder, ports, 'demo')
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ pid: process.pid, app: ports.app })
  release()

  const holder = { pid: orphan.pid ?? 0, mark: startMark(orphan.pid ?? 0), app: ports.app, parent: dead }
  writeFileSync(file, JSON.stringify(holder))
  const ended = once(orphan, 'exit')
  const again = await occupy(folder, ports, 'demo')
  expect(await ended).toEqual([null, 'SIGTERM'])
  again()
})
