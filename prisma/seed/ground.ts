import { publishServices } from '@/lib/applications/service-versions'
import { foreseeWindows } from '@/lib/applications/windows'
import type { Prisma, PrismaClient } from '@/prisma/generated/client'
import { CALENDAR_DAYS, CALENDAR_HORIZON } from './calendar'
import { REGIONS } from './regions'
import { TEMPLATES } from './templates'
import { YEARLY_SUMS } from './yearly-sums'

/** A slow machine may take its time for this. */
const PATIENCE = { maxWait: 15_000, timeout: 60_000 }

/**
 * What every installation stands on: regions, the calendar, the services of this version, the windows of this
 * year and the next, and the sums of the year. A second call changes nothing, and what an administrator has changed
 * stays as it is.
 */
export async function seedGround(prisma: PrismaClient, now: Date): Promise<void> {
  await prisma.$transaction(async (tx) => {
    // Of two deployments at once the second finds what the first has laid.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('ground', 0))`
    await tx.region.createMany({
      data: REGIONS.map((r) => ({ kato: r.kato, nameKk: r.name.kk, nameRu: r.name.ru })),
      skipDuplicates: true,
    })
    await tx.district.createMany({
      data: REGIONS.flatMap((r) =>
        r.districts.map((d) => ({ code: d.code, regionKato: r.kato, nameKk: d.name.kk, nameRu: d.name.ru })),
      ),
      skipDuplicates: true,
    })
    await extendCalendar(tx)
    await layTemplates(tx)
    await tx.yearlySum.createMany({ data: [...YEARLY_SUMS], skipDuplicates: true })
    await publishServices(tx)
    await foreseeWindows(tx, now)
  }, PATIENCE)
}

/**
 * The calendar that comes with this version goes on from where the one that is there ends: days that an administrator
 * has changed or removed are not brought back.
 */
async function extendCalendar(tx: Prisma.TransactionClient): Promise<void> {
  const known = await tx.calendarHorizon.findUnique({ where: { id: 1 } })
  const days = CALENDAR_DAYS.filter(({ date }) => !known || date > known.to)
  await tx.calendarDay.createMany({
    data: days.map((d) => ({ date: d.date, kind: d.kind, nameKk: d.name.kk, nameRu: d.name.ru })),
    skipDuplicates: true,
  })
  const to = known && known.to > CALENDAR_HORIZON.to ? known.to : CALENDAR_HORIZON.to
  await tx.calendarHorizon.upsert({ where: { id: 1 }, create: CALENDAR_HORIZON, update: { to } })
}

/** The first words only: once there are some they are the administrators', also those that they took away. */
async function layTemplates(tx: Prisma.TransactionClient): Promise<void> {
  if ((await tx.textTemplate.count()) > 0) return
  await tx.textTemplate.createMany({
    data: TEMPLATES.map(({ kind, name, body }, sort) => ({
      kind,
      nameKk: name.kk,
      nameRu: name.ru,
      bodyKk: body.kk,
      bodyRu: body.ru,
      sort,
    })),
  })
}
