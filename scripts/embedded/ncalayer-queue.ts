import type { Issued } from '@/lib/signatures/eds/issuing/authority'
import type { Offer } from './ncalayer-choice'

type Waiting = { id: number; offer: Offer; settle: (chosen: Issued | null) => void }

export type ChoiceQueue = {
  /** Resolves when the person has chosen, or with null when they will not or `signal` says that nobody asks any more. */
  ask: (offer: Offer, signal: AbortSignal) => Promise<Issued | null>
  /** The request that the person is asked about now. */
  first: () => Pick<Waiting, 'id' | 'offer'> | null
  /** Answers the request of this number; one that is gone is let be. */
  answer: (id: number, chosen: Issued | null) => void
}

/** NCALayer shows one window at a time: further requests wait until the first is answered. */
export function choiceQueue(): ChoiceQueue {
  let last = 0
  let waiting: Waiting[] = []
  const answer = (id: number, chosen: Issued | null) => {
    const answered = waiting.find((each) => each.id === id)
    waiting = waiting.filter((each) => each !== answered)
    answered?.settle(chosen)
  }
  return {
    ask(offer, signal) {
      last += 1
      const id = last
      return new Promise((settle) => {
        waiting.push({ id, offer, settle })
        signal.addEventListener('abort', () => answer(id, null), { once: true })
      })
    },
    first: () => waiting[0] ?? null,
    answer,
  }
}
