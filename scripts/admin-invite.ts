import { inviteFirst } from '@/lib/admin/people/invite'
import { dateInAlmaty } from '@/lib/domain/dates'
import { drain } from '@/lib/notifications/delivery'
import { asSystem, prisma } from '@/lib/platform/db'
import { SettingsError } from '@/lib/platform/env'
import { readAdministrator } from './first-administrator'

// npm run admin:invite -- MAIL IIN [kk|ru]
const now = new Date()
const told = readAdministrator(process.argv.slice(2), dateInAlmaty(now))
if (!told.ok) {
  console.error(told.sentence)
  process.exit(2)
}

try {
  const { email, iin, locale } = told
  const person = { email, familyName: email.split('@')[0] ?? '', givenName: '', patronymic: '', iin }
  const invitation = { ...person, from: dateInAlmaty(now), to: null, locale }
  const invited = await asSystem('first administrator', (tx) => inviteFirst(tx, invitation, now))
  if (invited.ok) {
    const { delivered } = await drain({ limit: 20, now: new Date() })
    console.log(`${email} is invited as an administrator.`)
    console.log(
      delivered > 0
        ? 'The letter with the link has gone out; the link is good for seven days.'
        : 'The letter with the link waits in the outbox: it goes out with the next call of /api/cron/outbox.',
    )
  } else {
    const isAnother = invited.fault === 'iinOfAnother'
    console.error(
      `${email} ${isAnother ? 'belongs to somebody with another IIN.' : 'is an administrator already.'}`,
    )
    process.exitCode = 1
  }
} catch (error) {
  if (!(error instanceof SettingsError)) throw error
  console.error(error.message)
  process.exitCode = 2
} finally {
  await prisma()
    .$disconnect()
    .catch(() => undefined)
}
