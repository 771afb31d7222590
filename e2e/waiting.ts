import { randomUUID } from 'node:crypto'
import { checkCodeFrom } from '@/lib/domain/check-code'
import type { Office } from './offices'
import { born, sql } from './people'

const code = () => checkCodeFrom(Buffer.from(randomUUID().replaceAll('-', '').slice(0, 20), 'hex'))

/**
 * Many prepared results of one office, like that of an application which a clerk has prepared, each about another
 * child: they wait for the head's signature. Answers their numbers.
 */
export async function settleWaiting(model: number, office: Office, count: number): Promise<number[]> {
  const numbers: number[] = []
  for (let i = 1; i <= count; i++) {
    const id = randomUUID()
    const revision = randomUUID()
    const { iin } = born(2010, 2018, 5)
    const name = `Өмірзақ Ғани ${String.fromCodePoint(0x410 + i)}.`
    const result = { codes: { paper: code(), notification: code() } }
    const [row] = await sql(
      `INSERT INTO application SELECT (jsonb_populate_record(model, jsonb_build_object(
         'id', $2::text, 'number', nextval(pg_get_serial_sequence('application', 'number')), 'subject_key', $3::text,
         'hold_key', null, 'queue_no', null, 'current_revision_id', null, 'organisation_id', $4::text,
         'result', model.result || $5::jsonb))).*
       FROM application model WHERE number = $1 RETURNING number`,
      [model, id, iin, office.id, JSON.stringify(result)],
    )
    await sql(
      `INSERT INTO revision SELECT (jsonb_populate_record(model, jsonb_build_object(
         'id', $2::text, 'application_id', $3::text,
         'snapshot', model.snapshot
           || jsonb_build_object('organisation', model.snapshot->'organisation' || jsonb_build_object('id', $4::text))
           || jsonb_build_object('subject', model.snapshot->'subject' || $5::jsonb)))).*
       FROM revision model WHERE id = (SELECT current_revision_id FROM application WHERE number = $1)`,
      [model, revision, id, office.id, JSON.stringify({ name, iin, initials: 'Ө. Ғ.' })],
    )
    await sql('UPDATE application SET current_revision_id = $2 WHERE id = $1', [id, revision])
    await sql(
      `INSERT INTO application_party (application_id, organisation_id, part) VALUES ($1, $2, 'provider')`,
      [id, office.id],
    )
    numbers.push(Number(row?.number))
  }
  return numbers
}
