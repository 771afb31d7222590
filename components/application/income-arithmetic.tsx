import { Panel } from '@/components/ui/panel'
import type { IncomeTest } from '@/lib/domain/income'
import type { ProviderKind } from '@/lib/domain/provider-kind'
import { formatNumber } from '@/lib/domain/read-view'
import type { Locale } from '@/lib/domain/text'
import { incomeMessages } from '@/lib/i18n/income'

/** «(1 200 000 ₸ + 0 ₸) ÷ 11 мес. ÷ 2 чел. = 54 545 ₸»: how it was reckoned, and that it decides nothing. */
export function IncomeArithmetic({
  locale,
  test,
  provider,
  note,
}: {
  locale: Locale
  test: IncomeTest & { year: number }
  /** Who decides; null while that is not chosen. */
  provider: ProviderKind | null
  /** What the reckoning stands on, where that is not plain. */
  note?: string
}) {
  const t = incomeMessages[locale]
  const { year, minimum, isBelow } = test
  return (
    <Panel tone="mist" title={t.title}>
      <p className="tabular-nums">{incomeFormula(locale, test)}</p>
      <p className="mt-2 tabular-nums">
        {minimum === null ? t.unknown(year) : t.minimum(year, tenge(minimum))}
        {isBelow !== null && <strong> {isBelow ? t.below : t.notBelow}</strong>}
      </p>
      <p className="mt-2">{provider === null ? t.someoneDecides : t.decides[provider]}</p>
      {note && <p className="mt-2 text-sm text-muted">{note}</p>}
    </Panel>
  )
}

const tenge = (sum: number) => formatNumber(String(sum), '₸')

export function incomeFormula(
  locale: Locale,
  { incomes, months, members, perMember }: Pick<IncomeTest, 'incomes' | 'months' | 'members' | 'perMember'>,
): string {
  const t = incomeMessages[locale]
  const sum = incomes.map(tenge).join(' + ')
  const total = incomes.length > 1 ? `(${sum})` : sum
  return `${total} ÷ ${t.months(months)} ÷ ${t.members(members)} = ${tenge(perMember)}`
}
