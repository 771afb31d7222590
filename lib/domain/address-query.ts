/** What stands behind the question mark of an address. */
export type AddressQuery = Readonly<Record<string, string | string[] | undefined>>

/** One value of it, cut to what anybody means; without the sign that no keyboard types and no database takes. */
export function one(query: AddressQuery, name: string): string {
  const value = query[name]
  return typeof value === 'string' ? value.replaceAll('\0', '').slice(0, 200) : ''
}

/** The address of this page, for the language links and the way back from the login page. */
export function pathWithQuery(path: string, query: AddressQuery): string {
  const kept = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (typeof value === 'string') kept.set(name, value)
  return kept.size > 0 ? `${path}?${kept}` : path
}
