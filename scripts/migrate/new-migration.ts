import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { freePort } from '../embedded/ports'
import { startPostgres } from '../embedded/postgres'
import { passingFolder } from '../launch/data-folder'
import { diffSchemas } from './diff'
import { LOCK, LOCK_TEXT, MIGRATIONS, SCHEMA, SNAPSHOT } from './files'

const HAND_WRITTEN = '-- Nothing changed in schema.prisma: write here what Prisma cannot say.\n'

// npm run db:diff -- NAME [--empty]
const [name, ...flags] = process.argv.slice(2)
const empty = flags.includes('--empty')
if (!name || !/^[a-z0-9_]+$/.test(name)) {
  console.error('Name the migration in small letters: npm run db:diff -- add_school_closing_hour')
  console.error('For SQL that schema.prisma cannot express: npm run db:diff -- name --empty')
  process.exit(2)
}

const schema = readFileSync(SCHEMA, 'utf8')
const before = existsSync(SNAPSHOT) ? readFileSync(SNAPSHOT, 'utf8') : ''
const sql = await diffOnPassingServer()
if (sql === '' && !empty) {
  console.log('schema.prisma and the last migration agree: nothing to write.')
} else if (sql !== '' && empty) {
  console.error(
    'schema.prisma has changed since the last migration. Write that migration first, without --empty.',
  )
  process.exitCode = 1
} else {
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const file = join(MIGRATIONS, `${stamp}_${name}`, 'migration.sql')
  mkdirSync(join(file, '..'), { recursive: true })
  writeFileSync(file, empty ? HAND_WRITTEN : `${sql}\n`)
  writeFileSync(LOCK, LOCK_TEXT)
  writeFileSync(SNAPSHOT, schema)
  console.log(relative(process.cwd(), file))
}

async function diffOnPassingServer(): Promise<string> {
  const folder = await passingFolder()
  try {
    const server = await startPostgres({
      dataDir: folder.postgres,
      port: await freePort(),
      log: folder.log('postgres'),
      password: folder.secret('database'),
      durable: false,
    })
    return await diffSchemas(server.adminUrl, before, schema).finally(server.stop)
  } finally {
    await folder.remove()
  }
}
