import type { ReactNode } from 'react'
import { Unbroken } from './unbroken'

/** The page's only h1. `caption` is the small line above («Заявка № 44007»), `lead` the sentence below. */
export function PageTitle({
  caption,
  lead,
  children,
}: {
  caption?: ReactNode
  lead?: ReactNode
  children: ReactNode
}) {
  return (
    <div className="mb-6">
      {caption && <p className="mb-1 text-muted">{caption}</p>}
      <h1 className="text-2xl">{typeof children === 'string' ? <Unbroken text={children} /> : children}</h1>
      {lead && <p className="mt-3 max-w-reading text-lg">{lead}</p>}
    </div>
  )
}
