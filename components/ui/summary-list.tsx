import type { ReactNode } from 'react'

export type SummaryRow = {
  label: string
  value: ReactNode
  /** `about` is read aloud after the link's text: «Изменить» — «дата рождения». */
  action?: { href: string; text: string; about?: string }
}

export function SummaryList({ rows }: { rows: SummaryRow[] }) {
  // Room for links only where there are some: a narrow column needs it for words.
  const columns = rows.some((row) => row.action)
    ? 'sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)_7rem]'
    : 'sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]'
  return (
    <dl className="border-t border-line-soft">
      {rows.map((row) => (
        <div key={row.label} className={`grid gap-x-4 gap-y-1 border-b border-line-soft py-3 ${columns}`}>
          <dt>{row.label}</dt>
          <dd className="min-w-0 whitespace-pre-line [overflow-wrap:anywhere]">{row.value}</dd>
          {row.action && (
            <dd className="sm:text-right">
              <a href={row.action.href}>
                {row.action.text}
                {row.action.about && <span className="sr-only">: {row.action.about}</span>}
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}
