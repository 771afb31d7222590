import { SummaryList } from '@/components/ui/summary-list'
import type { Annulment } from '@/lib/applications/annulled'
import { formatDate } from '@/lib/domain/dates'
import type { Locale } from '@/lib/domain/text'
import { annulmentTexts } from '@/lib/i18n/annulment'

/** By which order a result was annulled, and why. */
export function AnnulmentReasons({ locale, annulment }: { locale: Locale; annulment: Annulment }) {
  const t = annulmentTexts[locale]
  const { order, date, ground, explanation } = annulment
  return (
    <SummaryList
      rows={[
        { label: t.order, value: t.numbered(order, formatDate(date, locale, 'short')) },
        { label: t.ground, value: ground[locale] },
        { label: t.explanation, value: explanation },
      ]}
    />
  )
}
