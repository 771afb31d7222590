/** One who waits for a place: the number taken at sending, and whether the clerk confirmed the service area. */
export type Waiting = { queueNo: number; inArea: boolean }

/**
 * The order in which places are given: of those who applied, three from the school's service area and then
 * one from outside, each in the order of their numbers; when one kind has run out, the other goes on
 * (Rules of admission, order № 564 in the edition of 29.08.2025; domain facts S45, S46).
 */
export function enrolmentOrder<T extends Waiting>(all: readonly T[]): T[] {
  const byNumber = [...all].sort((a, b) => a.queueNo - b.queueNo)
  const inside = byNumber.filter((one) => one.inArea)
  const outside = byNumber.filter((one) => !one.inArea)
  const order: T[] = []
  while (inside.length > 0 || outside.length > 0) order.push(...inside.splice(0, 3), ...outside.splice(0, 1))
  return order
}

/** Where one stands beside the seats: one is theirs, they were put on the waiting list, or neither. */
export type Applying = Waiting & { standing: 'seated' | 'listed' | 'open' }

export type Placed<T> = {
  one: T
  /** In the order in which seats are given, from 1. */
  place: number
  /** Whose turn it is when a seat falls free, from 1; null: has a seat, or one is there. */
  turn: number | null
}

/**
 * Gives the seats that are left in the order of the queue; `seats` is null where nobody has said how many
 * there are: then only those whom a clerk has put on the waiting list wait.
 */
export function giveSeats<T extends Applying>(all: readonly T[], seats: number | null): Placed<T>[] {
  const isSeated = ({ standing }: T) => standing === 'seated'
  const free = seats === null ? null : Math.max(0, seats - all.filter(isSeated).length)
  const order = enrolmentOrder(all)
  const unseated = order.filter((one) => !isSeated(one))
  const waiting = free === null ? unseated.filter((one) => one.standing === 'listed') : unseated.slice(free)
  return order.map((one, at) => {
    const turn = waiting.indexOf(one)
    return { one, place: at + 1, turn: turn < 0 ? null : turn + 1 }
  })
}
