import type { ReactNode } from 'react'
import { FamilyOffer } from '@/components/family/family-offer'
import type { DocumentsForm } from '@/lib/applications/parent/loaders'
import type { From } from '@/lib/applications/schema'
import { documentTitle } from '@/lib/domain/answers'
import type { Locale } from '@/lib/domain/text'
import { validUntilField } from '@/lib/family/schema'

/** What «Семья» offers beside each slot of the documents step. */
export function familyOffers(
  locale: Locale,
  { number, needed, offers }: DocumentsForm,
  permalink: string,
  from: From,
): ReadonlyMap<string, ReactNode> {
  const hidden = { number: String(number), ...(from ? { from } : {}) }
  const shared = { locale, permalink, hidden, dateField: validUntilField(locale) }
  return new Map(
    needed.flatMap((slot) => {
      const offer = offers.get(slot.key)
      const title = documentTitle(slot)[locale]
      return offer
        ? [[slot.key, <FamilyOffer key={slot.key} offer={offer} slot={slot.key} title={title} {...shared} />]]
        : []
    }),
  )
}
