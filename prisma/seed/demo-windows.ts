import { getWindowState } from '@/lib/applications/windows'
import { addDays, almatyInstant, dateInAlmaty } from '@/lib/domain/dates'
import { SERVICES } from '@/lib/services'
import type { PrismaClient } from '@/prisma/generated/client'

/**
 * In the demo every service can be tried whatever the season: the window of this year has been open for thirty
 * days and stays so for sixty, counted from the start of the demo. One that is open is left alone, so that no
 * start moves a date that somebody was told.
 */
export async function openDemoWindows(prisma: PrismaClient, now: Date): Promise<void> {
  const today = dateInAlmaty(now)
  for (const { slug, usualWindow } of SERVICES) {
    if (!usualWindow) continue
    await prisma.$transaction(async (tx) => {
      const { kind } = await getWindowState(tx, slug, now)
      if (kind === 'open' || kind === 'off') return
      const key = { serviceSlug: slug, periodKey: today.slice(0, 4) }
      const open = {
        opensAt: almatyInstant(addDays(today, -30), usualWindow.at),
        closesAt: almatyInstant(addDays(today, 61), '00:00'),
        answerBy: addDays(today, 75),
      }
      await tx.intakeWindow.upsert({
        where: { serviceSlug_periodKey: key },
        create: { ...key, ...open },
        update: open,
      })
    })
  }
}
