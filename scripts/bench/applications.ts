import { id, MADE, type Step } from './steps'

/** Two years of applications, the more the nearer to now; what is older than a fortnight is nearly all answered. */
const DAYS = 730
const FRESH = 12

/** By how the dice falls: the share of what is fresh, then of what is not. */
const STATUSES = `
  CASE WHEN fresh THEN CASE
    WHEN u < 0.18 THEN 'draft' WHEN u < 0.43 THEN 'sent' WHEN u < 0.72 THEN 'registered'
    WHEN u < 0.84 THEN 'on_signing' WHEN u < 0.89 THEN 'correction' WHEN u < 0.92 THEN 'waiting' ELSE 'approved' END
  ELSE CASE
    WHEN u < 0.030 THEN 'draft' WHEN u < 0.070 THEN 'cancelled' WHEN u < 0.130 THEN 'intake_refused'
    WHEN u < 0.190 THEN 'refused' WHEN u < 0.195 THEN 'revoked' WHEN u < 0.202 THEN 'registered'
    WHEN u < 0.205 THEN 'waiting' ELSE 'approved' END
  END`

/** One in a hundred is about the child of the one before it, from another account. */
const PLACED = `
  SELECT n, base, owner, org, at_district, CASE WHEN at_district = 0 THEN 'department'
      WHEN at_district <= 4 THEN 'akimat' ELSE 'school' END AS kind, created_at, now,
    now - created_at < interval '${FRESH} days' AS fresh, bench_dice(n, 3) AS u
  FROM (
    SELECT n, base, now, (n::bigint * 7919 % (applications / 2))::int AS owner,
      floor(bench_dice(base, 1) * organisations)::int AS org,
      floor(bench_dice(base, 1) * organisations)::int % in_district AS at_district,
      now - interval '${DAYS} days' * power(1 - n::float8 / applications, 2) - interval '1 hour' AS created_at
    FROM (${MADE}) AS m, LATERAL (
      SELECT n, CASE WHEN n > 1 AND bench_dice(n, 4) < 0.01 THEN n - 1 ELSE n END AS base
      FROM generate_series(1, applications) AS n
    ) AS numbered
  ) AS dated`

/** What every table below is made from: one row an application. */
export const ROWS = `
  CREATE UNLOGGED TABLE bench_row AS
  SELECT n, n <> base AS is_twin, owner, org, r.kind, s.slug, s.version, s.register, s.letter, s.child, s.ground,
    s.intake_ground, status, r.created_at, r.now,
    CASE WHEN s.period LIKE '%-%' THEN extract(year FROM r.created_at) || '-' || extract(year FROM r.created_at) + 1
      ELSE extract(year FROM r.created_at)::text END AS period,
    '1' || lpad(base::text, 11, '0') AS iin,
    p.family || ' ' || p.given || ' ' || p.patronymic AS subject, left(p.given, 1) || '. ' || left(p.family, 1) || '.' AS initials,
    p.folded AS folded, q.family || ' ' || q.given || ' ' || q.patronymic AS applicant, q.folded AS applicant_folded,
    CASE WHEN status <> 'draft' THEN r.created_at + interval '1 hour' END AS sent_at,
    CASE WHEN status IN ('registered', 'on_signing', 'waiting', 'approved', 'refused', 'revoked')
      THEN least(r.created_at + interval '20 hours', r.now) END AS registered_at,
    CASE WHEN status IN ('approved', 'refused', 'intake_refused', 'revoked') THEN bench_pick(n, 5, 5) END AS days
  FROM (SELECT *, ${STATUSES} AS status FROM (${PLACED}) AS placed) AS r
  CROSS JOIN (SELECT count(*)::int AS people FROM bench_person) AS c
  JOIN (SELECT kind, count(*)::int AS given FROM bench_service GROUP BY kind) AS k ON k.kind = r.kind
  JOIN bench_service AS s ON s.kind = r.kind AND s.i = bench_pick(base, 2, k.given)
  JOIN bench_person AS p ON p.i = bench_pick(base, 33, people)
  JOIN bench_person AS q ON q.i = bench_pick(owner, 32, people)`

const OPEN = `('sent', 'registered', 'on_signing', 'correction', 'waiting')`
const DECIDED = `least(sent_at + interval '1 day' * days, now)`
const code = (kind: string) => `left(upper(md5('${kind}' || n)), 16)`
const CODES = `jsonb_build_object('paper', ${code('p')}, 'notification', ${code('l')})`
const CHILD = `CASE WHEN child THEN jsonb_build_object('child', jsonb_build_object('iin', iin, 'familyName',
  split_part(subject, ' ', 1), 'givenName', split_part(subject, ' ', 2), 'patronymic', split_part(subject, ' ', 3),
  'birthDate', '2015-05-20', 'sex', 'male', 'birthCertificate', '')) ELSE '{}' END`
const ANSWERS = `${CHILD} || jsonb_build_object('school',
  jsonb_build_object('organisation', ${id('organisation', 'org')}, 'grade', '5'))`

export const APPLICATIONS: readonly Step[] = [
  {
    table: 'application',
    sql: `
      INSERT INTO application (id, number, service_slug, service_version, owner_id, subject_key, period_key, hold_key,
        status, returns_to, locale, answers, result, organisation_id, current_revision_id, created_at, updated_at,
        sent_at, registered_at, intake_due, answer_due, due_at, search_text, assignee_id, complete_at, decided_at,
        decided_days, ground_code)
      SELECT ${id('application', 'n')}, 44000 + n, slug, version, ${id('parent', 'owner')}, iin, period,
        CASE WHEN NOT is_twin AND registered_at IS NOT NULL AND status <> 'refused' AND status <> 'revoked'
          THEN slug || ':' || iin || ':' || period END,
        status, CASE status WHEN 'correction' THEN 'sent' END, 'ru', ${ANSWERS},
        CASE WHEN status IN ('on_signing', 'approved', 'revoked')
          THEN jsonb_build_object('values', '{}'::jsonb, 'codes', ${CODES}) END,
        ${id('organisation', 'org')}, CASE WHEN status <> 'draft' THEN ${id('revision', 'n')} END,
        created_at, coalesce(${DECIDED}, registered_at, sent_at, created_at), sent_at, registered_at,
        bench_day(sent_at + interval '1 day'), bench_day(sent_at + interval '6 days'),
        CASE WHEN status IN ${OPEN} THEN bench_day(sent_at + interval '1 day' * (2 + bench_pick(n, 6, 5))) END,
        CASE WHEN status = 'draft' THEN ''
          ELSE (44000 + n) || ' ' || folded || ' ' || iin || ' ' || applicant_folded || ' 8' || lpad(owner::text, 11, '0') END,
        CASE WHEN status IN ${OPEN} AND bench_dice(n, 7) < 0.3 THEN ${id('clerk', 'org')} END,
        sent_at, ${DECIDED}, days,
        CASE status WHEN 'refused' THEN ground WHEN 'intake_refused' THEN intake_ground END
      FROM bench_row ORDER BY n`,
  },
  {
    table: 'revision',
    sql: `
      INSERT INTO revision (id, application_id, ordinal, mark, locale, snapshot, statement_sha256, created_at,
        signed_by, signed_at)
      SELECT ${id('revision', 'n')}, ${id('application', 'n')}, 1, left(${code('m')}, 4), 'ru',
        jsonb_build_object('service', jsonb_build_object('slug', slug, 'version', version), 'locale', 'ru',
          'date', bench_day(created_at), 'period', period, 'answers', ${ANSWERS},
          'applicant', jsonb_build_object('name', applicant, 'iin', '8' || lpad(owner::text, 11, '0'),
            'birthDate', '1988-11-02', 'address', 'Абай к-сі, 5', 'phone', '+77011234567', 'email', 'parent@bench.example'),
          'subject', jsonb_build_object('name', subject, 'initials', initials, 'iin', iin, 'birthDate', '2015-05-20'),
          'organisation', jsonb_build_object('id', ${id('organisation', 'org')}, 'kind', kind,
            'name', jsonb_build_object('kk', '№ ' || org || ' мекеме', 'ru', 'Организация № ' || org),
            'address', jsonb_build_object('kk', 'Абай көшесі, ' || org, 'ru', 'ул. Абая, ' || org),
            'phone', '+77213900000', 'headName', 'Қожахметова Ләззат Ғалымқызы'),
          'attachments', jsonb_build_array(jsonb_build_object('slot', 'birthCertificate', 'documentId',
            ${id('document', 'n')}, 'fileName', 'куәлік.pdf', 'bytes', 90000, 'sha256', md5('d' || n) || md5('e' || n)))),
        md5('s' || n) || md5('t' || n), created_at, 'atSchool', sent_at
      FROM bench_row WHERE status <> 'draft' ORDER BY n`,
  },
  {
    table: 'application_party',
    sql: `
      INSERT INTO application_party (application_id, organisation_id, part)
      SELECT ${id('application', 'n')}, ${id('organisation', 'org')}, 'provider' FROM bench_row WHERE status <> 'draft'
      UNION ALL
      SELECT ${id('application', 'n')}, bench_id(1, (org + 1) % organisations), 'sendingSchool'
      FROM bench_row, bench_made WHERE status <> 'draft' AND slug = 'transfer'`,
  },
  {
    table: 'document',
    sql: `
      INSERT INTO document (id, file_name, media_type, bytes, sha256, created_at)
      SELECT ${id('document', 'n')}, 'куәлік.pdf', 'application/pdf', 90000, md5('d' || n) || md5('e' || n), created_at
      FROM bench_row ORDER BY n`,
  },
  {
    table: 'application_document',
    sql: `
      INSERT INTO application_document (id, application_id, slot, document_id, uploaded_by_id, created_at)
      SELECT bench_id(9, n), ${id('application', 'n')}, 'birthCertificate', ${id('document', 'n')},
        ${id('parent', 'owner')}, created_at
      FROM bench_row ORDER BY n`,
  },
]
