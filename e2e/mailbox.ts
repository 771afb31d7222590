import { expect } from '@playwright/test'
import type { Message } from '@/scripts/embedded/mailbox'

/** The letters that have come to an address, oldest first. */
export async function lettersTo(email: string): Promise<Message[]> {
  const answer = await fetch(`${process.env.E2E_MAILBOX_URL}/messages`)
  const all = (await answer.json()) as Message[]
  return all.filter((message) => message.to === email)
}

/**
 * Waits until the letters to an address are these and no others, by their subjects, and answers them in that order. In
 * which order they came is chance: several senders share what is due.
 */
export async function expectLetters(email: string, subjects: readonly string[]): Promise<Message[]> {
  await expect
    .poll(async () => (await lettersTo(email)).map((letter) => letter.subject).toSorted(), {
      timeout: 20_000,
    })
    .toEqual(subjects.toSorted())
  const letters = await lettersTo(email)
  return letters.toSorted((a, b) => subjects.indexOf(a.subject) - subjects.indexOf(b.subject))
}

/** Where the button of a letter leads, as a path. */
export function linkIn(letter: Message | undefined): string {
  const address = /https?:\/\/\S+/.exec(letter?.text ?? '')?.[0]
  if (!address) throw new Error('the letter has no link')
  const { pathname, search } = new URL(address)
  return pathname + search
}
