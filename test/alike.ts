import { randomBytes, randomUUID } from 'node:crypto'
import { checkCodeFrom } from '@/lib/domain/check-code'

/** An application to an organisation, about a child of its own. */
export type Alike = { organisationId: string; iin: string; name: string; initials: string }

type Sql = (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>

const code = () => checkCodeFrom(randomBytes(10))

/**
 * Applications like one that came as far step by step, without the steps and without its documents. Answers their
 * numbers in the order of the list.
 */
export async function copyAlike(sql: Sql, model: number, list: readonly Alike[]): Promise<number[]> {
  const copies = list.map((one) => ({
    ...one,
    id: randomUUID(),
    revision: randomUUID(),
    codes: { paper: code(), notification: code() },
  }))
  const rows = await sql(
    `WITH copy AS (
       SELECT * FROM jsonb_to_recordset($2::jsonb) AS given(
         id uuid, revision uuid, "organisationId" uuid, iin text, name text, initials text, codes jsonb)
     ), frozen AS (
       INSERT INTO revision SELECT (jsonb_populate_record(model, jsonb_build_object(
         'id', copy.revision, 'application_id', copy.id,
         'snapshot', model.snapshot || jsonb_build_object(
           'organisation', model.snapshot->'organisation' || jsonb_build_object('id', copy."organisationId"),
           'subject', model.snapshot->'subject'
             || jsonb_build_object('name', copy.name, 'iin', copy.iin, 'initials', copy.initials))))).*
       FROM revision model, copy WHERE model.id = (SELECT current_revision_id FROM application WHERE number = $1)
     ), parties AS (
       INSERT INTO application_party (application_id, organisation_id, part)
       SELECT id, "organisationId", 'provider' FROM copy
     )
     INSERT INTO application SELECT (jsonb_populate_record(model, jsonb_build_object(
       'id', copy.id, 'number', nextval(pg_get_serial_sequence('application', 'number')), 'subject_key', copy.iin,
       'hold_key', null, 'queue_no', null, 'current_revision_id', copy.revision,
       'organisation_id', copy."organisationId", 'result', model.result || jsonb_build_object('codes', copy.codes)))).*
     FROM application model, copy WHERE model.number = $1
     RETURNING id, number`,
    [model, JSON.stringify(copies)],
  )
  const numbers = new Map(rows.map(({ id, number }) => [id, Number(number)]))
  return copies.map(({ id }) => numbers.get(id) ?? 0)
}
