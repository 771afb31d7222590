import { describe, expect, it } from 'vitest'
import { STATUSES } from './status'
import { type Action, allows, ENDED, isAction, LIVE, PARTS, TRANSITIONS } from './workflow'

const ACTIONS = Object.keys(TRANSITIONS).filter(isAction)

/** The table of the plan, written a second time by hand: `action: from > to by`. */
const PLAN: Readonly<Record<Action, string>> = {
  send: 'draft > sent by applicant',
  register: 'sent > registered by clerk director',
  refuseIntake: 'sent > intake_refused by clerk director',
  requestCorrection: 'sent registered > correction by clerk director',
  resubmit: 'correction > origin by applicant',
  closeCorrection: 'correction > origin by clerk director',
  completeStage: 'registered > registered by clerk director',
  placeOnWaitingList: 'registered > waiting by clerk director',
  callUp: 'waiting > registered by clerk director',
  confirmArea: 'registered waiting > same by clerk director',
  prepareResult: 'registered > on_signing by clerk director',
  takeBack: 'on_signing > registered by clerk director',
  approve: 'on_signing > approved by director',
  handOver: 'approved > same by clerk director',
  refuse: 'registered waiting on_signing > refused by director',
  cancel: 'sent registered waiting correction on_signing > cancelled by applicant',
  revoke: 'approved > revoked by director',
}

const isNoStatus = (to: string) => to === 'origin' || to === 'same'

describe('TRANSITIONS', () => {
  it.each(ACTIONS)('%s is as planned', (action) => {
    const { from, to, by } = TRANSITIONS[action]
    expect(`${from.join(' ')} > ${to} by ${by.join(' ')}`).toBe(PLAN[action])
  })

  it('allows nothing beyond its arrows, over every action × status × part', () => {
    for (const action of ACTIONS)
      for (const status of STATUSES)
        for (const part of PARTS) {
          const { from, by }: { from: readonly string[]; by: readonly string[] } = TRANSITIONS[action]
          expect(allows(action, status, part)).toBe(from.includes(status) && by.includes(part))
        }
  })

  it('reaches every status from a draft and leaves the ended ones only by revoke', () => {
    const reached = new Set<string>(['draft'])
    for (let grew = true; grew; ) {
      const before = reached.size
      for (const action of ACTIONS)
        for (const from of TRANSITIONS[action].from)
          if (reached.has(from) && !isNoStatus(TRANSITIONS[action].to)) reached.add(TRANSITIONS[action].to)
      grew = reached.size > before
    }
    expect([...reached].sort()).toEqual([...STATUSES].sort())
    const leaving = ACTIONS.filter((a) => TRANSITIONS[a].from.some((s) => ENDED.includes(s)))
    // The hand-over changes what stands in the application, not its status.
    expect(leaving).toEqual(['handOver', 'revoke'])
    expect(leaving.filter((action) => TRANSITIONS[action].to !== 'same')).toEqual(['revoke'])
  })

  it('splits every status into live and ended', () => {
    expect([...LIVE, ...ENDED].sort()).toEqual([...STATUSES].sort())
  })
})
