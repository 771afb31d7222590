import 'server-only'
import { type AddressQuery, one } from '@/lib/domain/address-query'
import type { Locale } from '@/lib/domain/text'
import { type AdminPage, loadAdmin } from '../loading'
import { getText, kindOf, listTexts, type StandingText, type TextList } from './data'
import type { TemplateKind } from './sample'

export function loadTexts(locale: Locale, path: string, query: AddressQuery): Promise<AdminPage<TextList>> {
  return loadAdmin(locale, path, (tx) => listTexts(tx, one(query, 'kind')))
}

export type TextPage = { kind: TemplateKind; text: StandingText | null }

/** `id` out of an address, or `new`: then the query says of which kind. */
export function loadText(
  locale: Locale,
  path: string,
  id: string,
  query: AddressQuery,
): Promise<AdminPage<TextPage>> {
  return loadAdmin(locale, path, async (tx) => {
    if (id === 'new') return { kind: kindOf(one(query, 'kind')), text: null }
    const text = await getText(tx, id)
    return { kind: text.kind, text }
  })
}
