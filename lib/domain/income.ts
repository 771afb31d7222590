/** Amounts are in tenge; `months` counts from January to the month of the application, both included. */
export type IncomeInput = { incomes: readonly number[]; months: number; minimum: number | null }

export type IncomeTest = IncomeInput & {
  total: number
  members: number
  /** Tenge for each member and month, rounded to whole tenge. */
  perMember: number
  /** Null when the minimum of that year is not known. */
  isBelow: boolean | null
}

/**
 * Family income ÷ months of the year up to the application ÷ members, against the subsistence minimum
 * (Government decree of 25.01.2008 № 64). It informs a person who decides, and decides nothing itself.
 * Null without members.
 */
export function incomeTest({ incomes, months, minimum }: IncomeInput): IncomeTest | null {
  const members = incomes.length
  if (members === 0 || months < 1) return null
  const total = incomes.reduce((sum, income) => sum + income, 0)
  const exact = total / months / members
  return {
    incomes,
    months,
    minimum,
    total,
    members,
    perMember: Math.round(exact),
    isBelow: minimum === null ? null : exact < minimum,
  }
}
