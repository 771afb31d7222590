import 'server-only'
import { type Answers, visibleFields, visibleSteps } from '@/lib/domain/answers'
import { checkField } from '@/lib/domain/check-field'
import { type DateOnly, dateParts } from '@/lib/domain/dates'
import { type IncomeTest, incomeTest } from '@/lib/domain/income'
import { readRows } from '@/lib/domain/rows'
import type { ServiceDefinition } from '@/lib/domain/service'
import type { Tx } from '@/lib/platform/db'

/** The reckoning with the year whose minimum it is held against. */
export type FamilyIncome = IncomeTest & { year: number }

/**
 * The income test of a service as its answers give it, as of the day of the application. Null where the
 * service has none, the answers do not call for it, or an income is not told yet.
 */
export async function getIncomeTest(
  tx: Tx,
  service: ServiceDefinition,
  answers: Answers,
  today: DateOnly,
): Promise<FamilyIncome | null> {
  const incomes = incomesOf(service, answers, today)
  if (!incomes) return null
  const { year, month } = dateParts(today)
  const sum = await tx.yearlySum.findUnique({
    where: { code_year: { code: 'subsistenceMinimum', year } },
    select: { amount: true },
  })
  const test = incomeTest({ incomes, months: month, minimum: sum?.amount ?? null })
  return test && { ...test, year }
}

function incomesOf(service: ServiceDefinition, answers: Answers, today: DateOnly): number[] | null {
  const [stepKey, fieldKey] = service.incomeTest?.rows.split('.') ?? []
  const step = visibleSteps(service, answers).find(({ key }) => key === stepKey)
  const field = step && visibleFields(step, answers).find(({ key }) => key === fieldKey)
  const column = field?.rows?.columns.find(({ key }) => key === service.incomeTest?.income)
  if (!step || !field || !column) return null
  const incomes: number[] = []
  for (const { values } of readRows(field, answers[step.key] ?? {})) {
    const income = checkField(column, values[column.key] ?? '', today)
    if (!income.ok || income.value === '') return null
    incomes.push(Number(income.value))
  }
  return incomes
}
