import type { ReactNode } from 'react'

/** A quiet box that keeps things together; `title` makes it a section with a heading. */
export function Panel({
  title,
  tone = 'paper',
  id,
  children,
}: {
  title?: string
  tone?: 'paper' | 'mist'
  id?: string
  children: ReactNode
}) {
  const box = tone === 'mist' ? 'border-transparent bg-mist' : 'border-line-soft bg-paper'
  return (
    <section id={id} className={`rounded border p-4 sm:p-6 ${box}`}>
      {title && <h2 className="mb-3 text-lg">{title}</h2>}
      {children}
    </section>
  )
}
