/** The one place that looks at the clock; everything else is told `now`. */
export function now(): Date {
  return new Date()
}
