export type Crumb = { href: string; label: string }

/** «Главная > Обучение на дому»; the last one is where the reader is. */
export function Breadcrumb({
  label,
  items,
  current,
}: {
  label: string
  items: readonly Crumb[]
  current: string
}) {
  return (
    <nav aria-label={label} className="no-print text-sm">
      <ol className="flex flex-wrap gap-x-2">
        {items.map((item) => (
          <li key={item.href} className="flex gap-x-2">
            <a href={item.href} className="py-1">
              {item.label}
            </a>
            <span aria-hidden="true" className="py-1 text-muted">
              &gt;
            </span>
          </li>
        ))}
        <li aria-current="page" className="py-1 text-muted">
          {current}
        </li>
      </ol>
    </nav>
  )
}
