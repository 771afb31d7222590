export type Query = Readonly<Record<string, string | string[] | undefined>>

/** The address of this page, for the language links and the way back from the login page. */
export function pathWithQuery(path: string, query: Query): string {
  const kept = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (typeof value === 'string') kept.set(name, value)
  return kept.size > 0 ? `${path}?${kept}` : path
}
