import { hash } from '@node-rs/argon2'
import { PrismaPg } from '@prisma/adapter-pg'
import { dateInAlmaty } from '@/lib/domain/dates'
import { fullName } from '@/lib/domain/person-name'
import { PrismaClient } from '@/prisma/generated/client'
import { FIRST_GRADE_SEATS } from './capacities'
import { openDemoWindows } from './demo-windows'
import { seedGround } from './ground'
import { ORGANISATIONS } from './organisations'
import { DEMO_PASSWORD, PEOPLE } from './people'

/**
 * Fills a demo database with fictional schools and people, once; each further start brings the ground of this version
 * and opens the windows that have closed since.
 */
export async function seedDemo(databaseUrl: string, now: Date): Promise<void> {
  const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: databaseUrl }) })
  try {
    await seedGround(prisma, now)
    await openDemoWindows(prisma, now)
    if ((await prisma.demoMarker.count()) > 0) return
    await seedOrganisations(prisma)
    await seedSeats(prisma, now)
    await seedPeople(prisma)
    await prisma.demoMarker.create({ data: {} })
  } finally {
    await prisma.$disconnect()
  }
}

const withBin = (key: string) => ({
  bin: ORGANISATIONS.find((organisation) => organisation.key === key)?.bin ?? '',
})

async function seedOrganisations(prisma: PrismaClient): Promise<void> {
  for (const o of ORGANISATIONS) {
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
        ...(o.parent ? { parent: { connect: withBin(o.parent) } } : {}),
      },
    })
  }
}

async function seedSeats(prisma: PrismaClient, now: Date): Promise<void> {
  for (const { organisation, variant, seats } of FIRST_GRADE_SEATS) {
    await prisma.capacity.create({
      data: {
        organisation: { connect: withBin(organisation) },
        serviceSlug: 'first-grade',
        periodKey: dateInAlmaty(now).slice(0, 4),
        variant,
        seats,
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
            organisation: { connect: withBin(m.organisation) },
          })),
        },
        children: {
          create: person.children.map(({ school, ...child }) => ({
            ...child,
            grade: school?.grade ?? '',
            ...(school ? { school: { connect: withBin(school.organisation) } } : {}),
          })),
        },
      },
    })
  }
}
