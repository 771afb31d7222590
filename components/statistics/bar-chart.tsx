export type Bar = {
  key: string
  label: string
  value: number
  /** As it is written on the bar. */
  told: string
  /** Said after it, less loudly. */
  note?: string
  /** What the value is held against: a grey bar behind it. */
  against?: number
}

/**
 * Bars one below another, drawn by the server. Widths are shares of the longest, so that the words keep their size on
 * any screen. It is read aloud by its `label` alone: the same numbers stand in a table beside it.
 */
export function BarChart({ label, bars }: { label: string; bars: readonly Bar[] }) {
  const longest = Math.max(1, ...bars.map(({ value, against = 0 }) => Math.max(value, against)))
  const share = (value: number) => `${(100 * value) / longest}%`
  return (
    <div role="img" aria-label={label} className="space-y-4">
      {bars.map(({ key, label: name, value, told, note, against }) => (
        <div key={key}>
          <p className="mb-1 flex flex-wrap justify-between gap-x-4 text-sm leading-snug">
            <span className="min-w-0">{name}</span>
            <span className="ml-auto text-right tabular-nums">
              <strong>{told}</strong>
              {note && <span className="text-muted"> {note}</span>}
            </span>
          </p>
          <svg width="100%" height="14" aria-hidden="true" className="block">
            {against !== undefined && <rect width={share(against)} height="14" className="fill-line-soft" />}
            <rect width={share(value)} height="14" className="fill-brand" />
          </svg>
        </div>
      ))}
    </div>
  )
}
