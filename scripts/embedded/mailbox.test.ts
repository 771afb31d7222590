import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Resend } from 'resend'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Mailbox, type Message, startMailbox } from './mailbox'
import { freePort } from './ports'

const file = join(tmpdir(), `mailbox-${process.pid}.jsonl`)
const letter = {
  from: 'a@example.kz',
  to: 'b@example.kz',
  subject: 'Өтінім',
  text: 'Сәлем',
  html: '<p>Сәлем</p>',
}
let mailbox: Mailbox
let resend: Resend

beforeEach(async () => {
  mailbox = await startMailbox({ port: await freePort(), file })
  resend = new Resend('re_test', { baseUrl: mailbox.url })
})

afterEach(async () => {
  await mailbox.stop()
  await rm(file, { force: true })
})

const messages = async (): Promise<Message[]> => (await fetch(`${mailbox.url}/messages`)).json()

test('takes a letter from the official client and shows it to people and programs', async () => {
  const { data, error } = await resend.emails.send(letter)
  expect(error).toBeNull()
  expect(await messages()).toMatchObject([{ ...letter, id: data?.id, idempotencyKey: null }])
  expect(await (await fetch(mailbox.url)).text()).toContain('Өтінім')
  expect(await (await fetch(`${mailbox.url}/letters/${data?.id}`)).text()).toContain('Сәлем')
})

test('the same key gives the same letter, and another letter under it is refused', async () => {
  const first = await resend.emails.send(letter, { idempotencyKey: 'k1' })
  const again = await resend.emails.send(letter, { idempotencyKey: 'k1' })
  expect(again.data?.id).toBe(first.data?.id)
  const other = await resend.emails.send({ ...letter, subject: 'x' }, { idempotencyKey: 'k1' })
  expect(other.error?.name).toBe('invalid_idempotent_request')
  expect(await messages()).toHaveLength(1)
})

test('fails as often as it is told to', async () => {
  await fetch(`${mailbox.url}/fail?next=1`, { method: 'POST' })
  expect((await resend.emails.send(letter)).error?.name).toBe('internal_server_error')
  expect((await resend.emails.send(letter)).error).toBeNull()
})

test('keeps its letters over a restart until they are deleted', async () => {
  await resend.emails.send(letter)
  await mailbox.stop()
  mailbox = await startMailbox({ port: await freePort(), file })
  expect(await messages()).toHaveLength(1)
  await fetch(`${mailbox.url}/messages`, { method: 'DELETE' })
  expect(await messages()).toEqual([])
})
