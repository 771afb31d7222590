export type Column = { key: string; label: string; value: number }

const HEIGHT = 140
const HEAD = 22
const FOOT = 24

/** Columns side by side over time, each with its number; where there are many, every other one is named. */
export function ColumnChart({ label, columns }: { label: string; columns: readonly Column[] }) {
  const highest = Math.max(1, ...columns.map(({ value }) => value))
  const step = 100 / Math.max(1, columns.length)
  const base = HEAD + HEIGHT
  const isTight = columns.length > 8
  return (
    <svg role="img" aria-label={label} width="100%" height={base + FOOT} className="block fill-ink text-sm">
      {columns.map(({ key, label: name, value }, at) => {
        const height = (HEIGHT * value) / highest
        const middle = `${step * (at + 0.5)}%`
        return (
          <g key={key} aria-hidden="true">
            <rect
              x={`${step * (at + 0.15)}%`}
              y={base - height}
              width={`${step * 0.7}%`}
              height={height}
              className="fill-brand"
            />
            <text x={middle} y={base - height - 6} textAnchor="middle" className="font-bold tabular-nums">
              {value}
            </text>
            <text
              x={middle}
              y={base + 18}
              textAnchor="middle"
              className={isTight && at % 2 === 1 ? 'max-sm:hidden' : undefined}
            >
              {name}
            </text>
          </g>
        )
      })}
      <line x1="0" x2="100%" y1={base} y2={base} className="stroke-line" />
    </svg>
  )
}
