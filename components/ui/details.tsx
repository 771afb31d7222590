import type { ReactNode } from 'react'

/** A fold that works without script. */
export function Details({
  summary,
  open = false,
  wide = false,
  id,
  children,
}: {
  summary: ReactNode
  open?: boolean
  /** For a table, which is not read line by line. */
  wide?: boolean
  id?: string
  children: ReactNode
}) {
  return (
    <details id={id} open={open} className="group border-b border-line-soft">
      <summary className="flex min-h-target list-none items-center gap-3 py-2 font-bold text-brand hover:text-brand-dark [&::-webkit-details-marker]:hidden">
        <span
          aria-hidden="true"
          className="ml-1 size-2 shrink-0 -rotate-45 border-r-2 border-b-2 border-current group-open:rotate-45"
        />
        <span className="min-w-0">{summary}</span>
      </summary>
      <div className={`prose pt-1 pb-4 ${wide ? '' : 'max-w-reading pl-6'}`}>{children}</div>
    </details>
  )
}
