export type SummaryError = { href: string; text: string }

/**
 * What is wrong, on top of the form, each line a link to its field (`#id`). `autoFocus` works when the
 * page is loaded anew, that is without JavaScript; a client form focuses `#error-summary` itself.
 */
export function ErrorSummary({ title, errors }: { title: string; errors: readonly SummaryError[] }) {
  if (errors.length === 0) return null
  return (
    <div
      id="error-summary"
      role="alert"
      tabIndex={-1}
      autoFocus
      className="mb-6 rounded border-4 border-bad px-4 py-3"
    >
      <h2 className="text-lg">{title}</h2>
      <ul className="mt-2 space-y-1">
        {errors.map((error) => (
          <li key={error.href + error.text}>
            <a href={error.href} className="inline-block py-1 font-bold text-bad hover:text-ink">
              {error.text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
