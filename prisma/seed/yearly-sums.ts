export type YearlySum = {
  code: 'subsistenceMinimum'
  year: number
  /** Tenge. */
  amount: number
  /** The law that sets it. */
  source: string
}

/** The sums known when this version was made; those of later years are added as rows. */
export const YEARLY_SUMS: readonly YearlySum[] = [
  {
    code: 'subsistenceMinimum',
    year: 2025,
    amount: 46_228,
    source: 'Закон РК «О республиканском бюджете на 2025–2027 годы»',
  },
  {
    code: 'subsistenceMinimum',
    year: 2026,
    amount: 50_851,
    source: 'Закон РК «О республиканском бюджете на 2026–2028 годы»',
  },
]
