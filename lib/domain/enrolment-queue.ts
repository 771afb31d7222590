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
