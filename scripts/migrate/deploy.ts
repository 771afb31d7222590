import { PrismaPg } from '@prisma/adapter-pg'
import { applyMigrations } from './apply'
import { generateClient } from './generate'

// npm run db:migrate
const url = process.env.DATABASE_URL
if (!url) {
  console.error('Set DATABASE_URL to the database that is to be migrated.')
  process.exit(2)
}

const applied = await applyMigrations(url)
for (const name of applied) console.log(`applied ${name}`)
if (applied.length === 0) console.log('The database is up to date.')

// What the app stands on goes with its version: without its services a database serves nobody.
generateClient()
const { PrismaClient } = await import('@/prisma/generated/client')
const { seedGround } = await import('@/prisma/seed/ground')
const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: url }) })
await seedGround(prisma, new Date())
await prisma.$disconnect()
console.log('Regions, calendar, services, intake windows and yearly sums are there.')
