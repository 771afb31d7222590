import type { ReactNode } from 'react'

/** Nothing here yet: a sentence, and the next action as children. */
export function EmptyState({
  title,
  text,
  children,
}: {
  title: string
  text?: string
  children?: ReactNode
}) {
  return (
    <div className="max-w-reading rounded border border-dashed border-line px-5 py-8">
      <p className="text-lg font-bold">{title}</p>
      {text && <p className="mt-1">{text}</p>}
      {children && <div className="mt-4">{children}</div>}
    </div>
  )
}
