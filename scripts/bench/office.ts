import { getActorOf } from '@/lib/auth/data'
import type { Actor } from '@/lib/domain/actor'
import { asSystem } from '@/lib/platform/db'
import type { Sql } from '../embedded/sql'

/** One school as large as the average of its kind, and who reads its applications. */
export type Office = {
  now: Date
  organisationId: string
  clerk: Actor
  director: Actor
  /** Of the whole district. */
  methodist: Actor
  /** An application that a clerk has registered, and whom it is about. */
  number: number
  subject: { name: string; iin: string }
}

/** Asked of the database that is in use; `sql` reads the same one. */
export async function findOffice(sql: Sql): Promise<Office> {
  const [made] = await sql('SELECT at FROM bench_made')
  const now = new Date(String(made?.at))
  const [school] = await sql(`
    SELECT o.id, o.parent_id, count(*) FROM organisation o JOIN application a ON a.organisation_id = o.id
    WHERE o.kind = 'school' GROUP BY o.id
    ORDER BY abs(count(*) - (SELECT applications / organisations FROM bench_made)), o.id LIMIT 1`)
  const [application] = await sql(
    `SELECT number, snapshot->'subject' AS subject FROM application a JOIN revision r ON r.id = current_revision_id
     WHERE organisation_id = $1 AND status = 'registered' ORDER BY number LIMIT 1`,
    [school?.id],
  )
  if (!school || !application) throw new Error('the bench has no school with a registered application')
  const who = async (role: string, organisation: unknown): Promise<Actor> => {
    const [member] = await sql('SELECT account_id FROM membership WHERE role = $1 AND organisation_id = $2', [
      role,
      organisation,
    ])
    const actor = await asSystem('bench', (tx) => getActorOf(tx, String(member?.account_id), now))
    if (!actor) throw new Error(`the bench has no ${role}`)
    return actor
  }
  const { name, iin } = Object(application.subject)
  return {
    now,
    organisationId: String(school.id),
    clerk: await who('clerk', school.id),
    director: await who('director', school.id),
    methodist: await who('methodist', school.parent_id),
    number: Number(application.number),
    subject: { name: String(name), iin: String(iin) },
  }
}
