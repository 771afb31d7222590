import type { Actor } from '@/lib/domain/actor'
import type { BatchAction, Obstacle } from '@/lib/domain/batch'
import type { ErrorCode } from '@/lib/domain/error'
import { TRANSITIONS } from '@/lib/domain/workflow'
import type { Application } from '../data'
import { hasConflictOfInterest, may, staffParts, worksOn } from '../policy'
import { isSigned } from '../revision'
import { mayBeGiven } from './assigning'
import { OPEN } from './doubts'
import { waitsForApplicant } from './reminding'

/** What stands in the way of this step as the application is now; null: nothing that could be known beforehand. */
export function obstacleOf(actor: Actor, action: BatchAction, application: Application): Obstacle | null {
  const { facts, status, revision } = application
  if (hasConflictOfInterest(actor, facts)) return 'ownInterest'
  if (staffParts(actor, facts).length === 0) return 'notAllowed'
  switch (action) {
    case 'register':
    case 'refuseIntake': {
      const from: readonly string[] = TRANSITIONS[action].from
      if (!from.includes(status)) return status
      if (action === 'register' && (revision === null || !isSigned(revision))) return 'unsigned'
      return may(actor, action, facts) ? null : 'notAllowed'
    }
    case 'assign':
      if (!OPEN.includes(status)) return status
      return mayBeGiven(actor, facts) ? null : 'notAllowed'
    case 'remind':
      // In the provider's name: not by the school that the child leaves.
      if (!worksOn(actor, facts)) return 'notAllowed'
      return waitsForApplicant(application) ? null : 'nothingAsked'
  }
}

/** Expected failures of a step, as the item of a batch tells them. */
export const OBSTACLE_OF_CODE: Readonly<Record<ErrorCode, Obstacle>> = {
  absent: 'absent',
  conflict: 'conflict',
  forbidden: 'notAllowed',
  invalid: 'invalid',
  closed: 'invalid',
  tooMany: 'unavailable',
  unconfirmed: 'notAllowed',
  unsigned: 'unsigned',
  incomplete: 'invalid',
  duplicate: 'duplicate',
  full: 'invalid',
  unavailable: 'unavailable',
}
