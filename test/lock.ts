import { prisma } from '@/lib/platform/db'

/** Until somebody in this test's database waits for a row that another transaction holds. */
export async function waitsForLock(): Promise<void> {
  for (;;) {
    const [row] = await prisma().$queryRaw<{ waiting: number }[]>`
      SELECT count(*)::int AS waiting FROM pg_locks
      WHERE NOT granted AND pid IN (SELECT pid FROM pg_stat_activity WHERE datname = current_database())`
    if (row && row.waiting > 0) return
  }
}
