import { hash } from '@node-rs/argon2'
import { PrismaPg } from '@prisma/adapter-pg'
import { publishServices } from '@/lib/applications/service-versions'
import { fullName } from '@/lib/domain/person-name'
import { PrismaClient } from '@/prisma/generated/client'
import { CALENDAR_DAYS, CALENDAR_HORIZON } from './calendar'
import { ORGANISATIONS } from './organisations'
import { DEMO_PASSWORD, PEOPLE } from './people'
import { REGIONS } from './regions'

/** What every installation starts from: regions, the calendar and the services of this version. */
export async function seedGround(prisma: PrismaClient): Promise<void> {
  await prisma.$transaction(async (tx) => {
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
    await tx.calendarDay.createMany({
      data: CALENDAR_DAYS.map((d) => ({ date: d.date, kind: d.kind, nameKk: d.name.kk, nameRu: d.name.ru })),
      skipDuplicates: true,
    })
    await tx.calendarHorizon.upsert({ where: { id: 1 }, create: CALENDAR_HORIZON, update: CALENDAR_HORIZON })
    await publishServices(tx)
  })
}

/** Fills a demo database with fictional schools and people; a second call changes nothing. */
export async function seedDemo(databaseUrl: string): Promise<void> {
  const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: databaseUrl }) })
  try {
    await seedGround(prisma)
    if ((await prisma.demoMarker.count()) > 0) return
    await seedOrganisations(prisma)
    await seedPeople(prisma)
    await prisma.demoMarker.create({ data: {} })
  } finally {
    await prisma.$disconnect()
  }
}

async function seedOrganisations(prisma: PrismaClient): Promise<void> {
  for (const o of ORGANISATIONS) {
    const parent = ORGANISATIONS.find((other) => other.key === o.parent)
    await prisma.organisation.upsert({
      where: { bin: o.bin },
      update: {},
      create: {
        kind: o.kind,
        bin: o.bin,
        nameKk: o.name.kk,
        nameRu: o.name.ru,
        shortNameKk: o.shortName.kk,
        shortNameRu: o.shortName.ru,
        addressKk: o.address.kk,
        addressRu: o.address.ru,
        phone: o.phone,
        headName: fullName(o.head),
        workingWeek: o.workingWeek,
        closesAt: o.closesAt,
        signAtSchool: o.signAtSchool,
        paperOrders: o.paperOrders,
        district: { connect: { code: o.district } },
        ...(parent ? { parent: { connect: { bin: parent.bin } } } : {}),
      },
    })
  }
}

async function seedPeople(prisma: PrismaClient): Promise<void> {
  const passwordHash = await hash(DEMO_PASSWORD, { memoryCost: 19456, timeCost: 2, parallelism: 1 })
  for (const person of PEOPLE) {
    if (await prisma.account.findFirst({ where: { email: person.email } })) continue
    await prisma.account.create({
      data: {
        email: person.email,
        emailConfirmedAt: new Date(),
        passwordHash,
        locale: person.locale,
        familyName: person.familyName,
        givenName: person.givenName,
        patronymic: person.patronymic ?? '',
        phone: person.phone ?? '',
        iin: person.iin ?? '',
        birthDate: person.birthDate ?? '',
        address: person.address ?? '',
        residency: person.residency ?? '',
        relation: person.relation ?? '',
        memberships: {
          create: person.memberships.map((m) => ({
            role: m.role,
            organisation: {
              connect: { bin: ORGANISATIONS.find((o) => o.key === m.organisation)?.bin ?? '' },
            },
          })),
        },
      },
    })
  }
}
