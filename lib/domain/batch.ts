import { STATUSES, type Status } from './status'

/** What can be done with many applications at once. */
export const BATCH_ACTIONS = ['register', 'assign', 'refuseIntake', 'remind'] as const
export type BatchAction = (typeof BATCH_ACTIONS)[number]

/** So many at once: a day's work, and few enough to be read before it is done. */
export const MOST_ITEMS = 200

/** Why a step was not taken, where the status of the application does not say it. */
export const OBSTACLES = [
  'absent',
  'ownInterest',
  'notAllowed',
  'unsigned',
  'duplicate',
  'invalid',
  'conflict',
  'nothingAsked',
  'remindedToday',
  'onPaper',
  'unavailable',
] as const
export type Obstacle = (typeof OBSTACLES)[number] | Status

/** How one application of a batch ended; a status says that it stood in the way. */
export type ItemResult = 'done' | Obstacle

export function isBatchAction(value: unknown): value is BatchAction {
  return BATCH_ACTIONS.some((action) => action === value)
}

const RESULTS: readonly ItemResult[] = ['done', ...OBSTACLES, ...STATUSES]

export function toItemResult(value: string): ItemResult {
  return RESULTS.find((result) => result === value) ?? 'unavailable'
}
