import type { Status } from './status'

/** Who may take a step: the applicant, or a member of the organisation that works the application. */
export const PARTS = ['applicant', 'clerk', 'director'] as const
export type Part = (typeof PARTS)[number]

type Transition = { from: readonly Status[]; to: Status | 'origin' | 'same'; by: readonly Part[] }

/**
 * The life of an application (architecture: `draft → sent → registered → on_signing → approved`). Pages
 * read it to know which buttons to show; the one function that moves an application reads it too.
 * `origin` is where a correction came from; `same` changes what stands in the application, not its status.
 */
export const TRANSITIONS = {
  send: { from: ['draft'], to: 'sent', by: ['applicant'] },
  register: { from: ['sent'], to: 'registered', by: ['clerk', 'director'] },
  refuseIntake: { from: ['sent'], to: 'intake_refused', by: ['clerk', 'director'] },
  requestCorrection: { from: ['sent', 'registered'], to: 'correction', by: ['clerk', 'director'] },
  resubmit: { from: ['correction'], to: 'origin', by: ['applicant'] },
  closeCorrection: { from: ['correction'], to: 'origin', by: ['clerk', 'director'] },
  completeStage: { from: ['registered'], to: 'registered', by: ['clerk', 'director'] },
  placeOnWaitingList: { from: ['registered'], to: 'waiting', by: ['clerk', 'director'] },
  callUp: { from: ['waiting'], to: 'registered', by: ['clerk', 'director'] },
  confirmArea: { from: ['registered', 'waiting'], to: 'same', by: ['clerk', 'director'] },
  prepareResult: { from: ['registered'], to: 'on_signing', by: ['clerk', 'director'] },
  takeBack: { from: ['on_signing'], to: 'registered', by: ['clerk', 'director'] },
  approve: { from: ['on_signing'], to: 'approved', by: ['director'] },
  handOver: { from: ['approved'], to: 'same', by: ['clerk', 'director'] },
  refuse: { from: ['registered', 'waiting', 'on_signing'], to: 'refused', by: ['director'] },
  cancel: {
    from: ['sent', 'registered', 'waiting', 'correction', 'on_signing'],
    to: 'cancelled',
    by: ['applicant'],
  },
  revoke: { from: ['approved'], to: 'revoked', by: ['director'] },
} as const satisfies Record<string, Transition>

export type Action = keyof typeof TRANSITIONS

export function isAction(value: string): value is Action {
  return Object.hasOwn(TRANSITIONS, value)
}

/** Whether the table knows this arrow from this status for this part; nothing of rights over a given one. */
export function allows(action: Action, from: Status, part: Part): boolean {
  const transition: Transition = TRANSITIONS[action]
  return transition.from.includes(from) && transition.by.includes(part)
}

/** Statuses in which one child may have one application per service and period. */
export const LIVE: readonly Status[] = ['draft', 'sent', 'correction', 'registered', 'waiting', 'on_signing']

export const ENDED: readonly Status[] = ['intake_refused', 'approved', 'refused', 'cancelled', 'revoked']
