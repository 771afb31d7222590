import { applyMigrations } from './apply'

// npm run db:migrate
const url = process.env.DATABASE_URL
if (!url) {
  console.error('Set DATABASE_URL to the database that is to be migrated.')
  process.exit(2)
}

const applied = await applyMigrations(url)
for (const name of applied) console.log(`applied ${name}`)
if (applied.length === 0) console.log('The database is up to date.')
