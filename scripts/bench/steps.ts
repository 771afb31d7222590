/** Kinds of ids. */
export const ID = {
  organisation: 1,
  clerk: 2,
  director: 3,
  methodist: 4,
  parent: 5,
  application: 6,
  revision: 7,
  document: 8,
}

export const id = (kind: keyof typeof ID, n: string) => `bench_id(${ID[kind]}, ${n})`

export const MADE = 'SELECT at AS now, applications, organisations, in_district FROM bench_made'

/** One in a district is its department, four are akimats; the rest are its schools. */
const ORGANISATIONS = `
  SELECT i, CASE WHEN at_district = 0 THEN 'department' WHEN at_district <= 4 THEN 'akimat' ELSE 'school' END AS kind,
    i - at_district AS department, at_district
  FROM (SELECT i, i % in_district AS at_district FROM bench_made, generate_series(0, organisations - 1) AS i) AS o`

export type Step = { table: string; sql: string }

export const PEOPLE_AND_PLACES: readonly Step[] = [
  {
    table: 'organisation',
    sql: `
      INSERT INTO organisation (id, kind, bin, name_kk, name_ru, short_name_kk, short_name_ru, address_kk, address_ru,
        district_code, parent_id, phone, head_name, sign_at_school, paper_orders)
      SELECT ${id('organisation', 'i')}, kind, '99' || lpad(i::text, 10, '0'), '№ ' || i || ' мекеме', 'Организация № ' || i,
        '№ ' || i || ' мекеме', 'Организация № ' || i, 'Абай көшесі, ' || i, 'ул. Абая, ' || i,
        d.codes[1 + (department / in_district) % array_length(d.codes, 1)],
        CASE WHEN at_district > 0 THEN ${id('organisation', 'department')} END,
        '+77213900000', 'Қожахметова Ләззат Ғалымқызы', true, true
      FROM (${ORGANISATIONS}) AS o, bench_made, (SELECT array_agg(code ORDER BY code) AS codes FROM district) AS d`,
  },
  {
    table: 'account',
    sql: `
      INSERT INTO account (id, email, email_confirmed_at, password_hash, locale, family_name, given_name, patronymic,
        phone, iin, iin_proven_by, created_at, updated_at)
      SELECT s.id, s.email, now, 'none', 'ru', p.family, p.given, p.patronymic, '+77011234567', s.iin,
        CASE WHEN bench_dice(s.n, 31) < 0.6 THEN 'school' END, now - interval '730 days', now
      FROM (${MADE}) AS m, LATERAL (
        SELECT n, ${id('parent', 'n')} AS id, 'parent-' || n || '@bench.example' AS email,
          '8' || lpad(n::text, 11, '0') AS iin
        FROM generate_series(0, applications / 2) AS n
        UNION ALL
        SELECT n, bench_id(kind, n), role || '-' || n || '@bench.example', ''
        FROM generate_series(0, organisations - 1) AS n,
          (VALUES (${ID.clerk}, 'clerk'), (${ID.director}, 'director'), (${ID.methodist}, 'methodist')) AS r (kind, role)
        WHERE role <> 'methodist' OR n % in_district = 0
      ) AS s, (SELECT count(*)::int AS n FROM bench_person) AS people
      JOIN LATERAL (SELECT * FROM bench_person WHERE i = bench_pick(s.n, 32, people.n)) AS p ON true`,
  },
  {
    table: 'membership',
    sql: `
      INSERT INTO membership (id, account_id, organisation_id, role, valid_from)
      SELECT gen_random_uuid(), a.id, ${id('organisation', 'n')}, role, a.created_at
      FROM (SELECT id, created_at, split_part(email, '-', 1) AS role,
          split_part(split_part(email, '-', 2), '@', 1)::int AS n
        FROM account WHERE email NOT LIKE 'parent-%' AND email LIKE '%@bench.example') AS a`,
  },
]
