import { id, type Step } from './steps'

const DECIDED = `least(sent_at + interval '1 day' * days, now)`
const code = (kind: string) => `left(upper(md5('${kind}' || n)), 16)`

const event = (at: string, action: string, from: string, to: string, where: string) => `
  SELECT n, ${at} AS at, '${action}' AS action, ${from} AS was, '${to}' AS became FROM bench_row WHERE ${where}`

const EVENTS = [
  event('created_at', 'create', 'NULL', 'draft', 'true'),
  event('sent_at', 'send', `'draft'`, 'sent', `status <> 'draft'`),
  event('registered_at', 'register', `'sent'`, 'registered', 'registered_at IS NOT NULL'),
  event(`sent_at + interval '2 hours'`, 'requestCorrection', `'sent'`, 'correction', `status = 'correction'`),
  event(
    `registered_at + interval '2 hours'`,
    'prepareResult',
    `'registered'`,
    'on_signing',
    `status IN ('on_signing', 'approved', 'revoked')`,
  ),
  event(DECIDED, 'approve', `'on_signing'`, 'approved', `status IN ('approved', 'revoked')`),
  event(DECIDED, 'refuse', `'registered'`, 'refused', `status = 'refused'`),
  event(DECIDED, 'refuseIntake', `'sent'`, 'intake_refused', `status = 'intake_refused'`),
  event(`sent_at + interval '2 hours'`, 'cancel', `'sent'`, 'cancelled', `status = 'cancelled'`),
].join(' UNION ALL ')

/** Of every application that has a paper of this kind: the columns of `paper`. */
const paper = (
  kind: string,
  label: string,
  year: string,
  ordinal: string,
  at: string,
  tag: string,
  from: string,
) => `
  SELECT bench_id(${PAPER_IDS[tag]}, n), ${id('application', 'n')}, ${id('organisation', 'org')}, ${kind}, ${label},
    ${ordinal}, ${year}, bench_day(${at}), 'paper', 'Қожахметова Л. Ғ.', initials, md5('${tag}' || n) || md5('x' || n), 40000,
    ${code(tag)}, ${at}
  FROM ${from}`

const PAPER_IDS: Readonly<Record<string, number>> = { r: 10, p: 11, l: 12, f: 13 }

const NUMBERED = (kind: string, where: string) => `(
  SELECT *, ${DECIDED} AS issued_at, extract(year FROM ${DECIDED} AT TIME ZONE 'Asia/Almaty')::int AS year,
    row_number() OVER (PARTITION BY org, ${kind}, extract(year FROM ${DECIDED} AT TIME ZONE 'Asia/Almaty')
      ORDER BY ${DECIDED}, n)::int AS ordinal
  FROM bench_row WHERE ${where}) AS numbered`

const RESULTS = NUMBERED('register', `status IN ('approved', 'revoked')`)

export const TRACES: readonly Step[] = [
  {
    table: 'history_event',
    sql: `
      INSERT INTO history_event (id, application_id, at, action, "from", "to", actor_name, detail)
      SELECT gen_random_uuid(), ${id('application', 'n')}, at, action, was, became, 'Тілеуова Жансая', '{}'
      FROM (${EVENTS}) AS e`,
  },
  {
    table: 'paper',
    sql: `
      INSERT INTO paper (id, application_id, organisation_id, kind, number, ordinal, journal_year, issued_on,
        signed_as, signer_name, initials, sha256, bytes, code, created_at)
      ${[
        paper(
          `'receipt'`,
          `(44000 + n) || '-Р'`,
          'NULL::int',
          'NULL::int',
          'registered_at',
          'r',
          '(SELECT * FROM bench_row WHERE registered_at IS NOT NULL) AS registered',
        ),
        paper('register', 'ordinal::text', 'year', 'ordinal', 'issued_at', 'p', RESULTS),
        paper(
          `'notification'`,
          'ordinal::text',
          'year',
          'NULL::int',
          'issued_at',
          'l',
          `${RESULTS} WHERE letter`,
        ),
        paper(
          `'refusal'`,
          'ordinal::text',
          'year',
          'ordinal',
          'issued_at',
          'f',
          NUMBERED(`1`, `status = 'refused'`),
        ),
      ].join(' UNION ALL ')}`,
  },
  {
    table: 'journal',
    sql: `
      INSERT INTO journal (organisation_id, kind, year, next)
      SELECT organisation_id, kind, journal_year, max(ordinal) + 1 FROM paper WHERE ordinal IS NOT NULL
      GROUP BY organisation_id, kind, journal_year`,
  },
  {
    table: 'correction',
    sql: `
      INSERT INTO correction (id, application_id, "from", items, requested_at, requested_by_id, requested_by_name,
        answer_by, remind_on, revision_id)
      SELECT gen_random_uuid(), ${id('application', 'n')}, 'sent',
        '[{"target": "document:birthCertificate", "reason": "unreadable", "note": ""}]', sent_at + interval '2 hours',
        ${id('clerk', 'org')}, 'Тілеуова Жансая', bench_day(sent_at + interval '14 days'),
        bench_day(sent_at + interval '7 days'), ${id('revision', 'n')}
      FROM bench_row WHERE status = 'correction'`,
  },
  {
    table: 'access_event',
    sql: `
      INSERT INTO access_event (id, application_id, at, reader_id, reader_name, organisation_id, role, what)
      SELECT gen_random_uuid(), ${id('application', 'n')}, registered_at, ${id('clerk', 'org')}, 'Тілеуова Жансая',
        ${id('organisation', 'org')}, 'clerk', 'application'
      FROM bench_row WHERE registered_at IS NOT NULL`,
  },
]
