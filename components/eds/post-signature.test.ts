import { redirect } from 'next/navigation'
import { expect, it } from 'vitest'
import { type FormState, IDLE } from '@/lib/domain/form-state'
import { postSignature } from './post-signature'

const answering = (status: FormState['status']) =>
  postSignature(async () => ({ ...IDLE, status, attempt: 1 }), IDLE, new FormData())

it.each(['signedOut', 'unavailable'] as const)('leaves the form to go on by itself: %s', async (status) => {
  expect(await answering(status)).toMatchObject({ at: 'kept', answer: { status, attempt: 1 } })
})

it('lets another key be chosen after a refusal', async () => {
  expect(await answering('refused')).toMatchObject({ at: 'rest', answer: { status: 'refused' } })
})

it('answers where the connection was lost, with the form as it was', async () => {
  const before: FormState = { ...IDLE, status: 'refused', attempt: 3 }
  const lost = () => Promise.reject(new TypeError('Failed to fetch'))
  expect(await postSignature(lost, before, new FormData())).toEqual({ at: 'lost', answer: before })
})

it('goes where the server leads', async () => {
  const sent = async () => redirect('/kk/cabinet/applications/1')
  await expect(postSignature(sent, IDLE, new FormData())).rejects.toThrow('NEXT_REDIRECT')
})
