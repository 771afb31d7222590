import type { ReactNode } from 'react'

export function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="mt-10 max-w-reading">
      <h2 id={id} className="mb-3 text-xl">
        {title}
      </h2>
      {children}
    </section>
  )
}

/** A numbered list with the number in a square, for steps and documents. */
export function NumberedList({ items }: { items: { key: string; body: ReactNode }[] }) {
  return (
    <ol className="space-y-4">
      {items.map((item, index) => (
        <li key={item.key} className="flex gap-4">
          <span
            aria-hidden="true"
            className="flex size-8 shrink-0 items-center justify-center rounded bg-brand-soft font-bold text-brand tabular-nums"
          >
            {index + 1}
          </span>
          <div className="min-w-0 flex-1 pt-0.5">{item.body}</div>
        </li>
      ))}
    </ol>
  )
}
