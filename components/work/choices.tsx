/** Links of which one is where the reader is: registers, years, organisations. */
export function Choices({
  label,
  items,
}: {
  label: string
  items: readonly { href: string; label: string; current: boolean }[]
}) {
  return (
    <nav aria-label={label} className="mb-4">
      <ul className="flex flex-wrap gap-2">
        {items.map((item) => (
          <li key={item.href}>
            <a
              href={item.href}
              aria-current={item.current ? 'page' : undefined}
              className="flex min-h-target items-center rounded border border-line-soft px-3 py-1 no-underline hover:border-brand aria-[current=page]:border-brand aria-[current=page]:bg-brand aria-[current=page]:text-on-brand"
            >
              {item.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
