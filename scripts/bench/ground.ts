import { resultPaper } from '@/lib/domain/paper-kind'
import { foldForSearch } from '@/lib/domain/person-name'
import { SERVICES } from '@/lib/services'
import { homeSchooling } from '@/lib/services/home-schooling'
import type { Sql } from '../embedded/sql'
import { type Bench, IN_DISTRICT } from './place'

const FAMILIES =
  'Әлиев Бекенов Ғабитов Дәулетов Ережепов Жұмабаев Иванов Қасымов Мұратов Нұрланов Өмірзақов Петров'
const GIVEN =
  'Айгерім Әсем Балнұр Гүлім Дана Ерлан Жанар Қайрат Мадина Нұржан Өтеген Светлана Тимур Ұлжан Ярослав'
const PATRONYMICS = 'Асқарұлы Бекқызы Ғаниқызы Ерланұлы Қуанышқызы Мұратқызы Нұрланұлы Сәкенқызы'

/**
 * What the rows of a bench are made from: a dice that always falls the same way, ids that grow as time does, invented
 * names, and the services that each kind of provider gives.
 */
export async function layGround(sql: Sql, bench: Bench, now: Date): Promise<void> {
  await sql(`
    CREATE FUNCTION bench_dice(n int, k int) RETURNS float8 LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
      $$ SELECT (hashint8extended(n, k) & 2147483647) / 2147483648.0 $$;
    CREATE FUNCTION bench_pick(n int, k int, among int) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
      $$ SELECT 1 + floor(bench_dice(n, k) * among)::int $$;
    CREATE FUNCTION bench_id(kind int, n int) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
      $$ SELECT (lpad(to_hex(n), 8, '0') || '-0000-7000-8000-' || lpad(to_hex(kind), 12, '0'))::uuid $$;
    CREATE FUNCTION bench_day(at timestamptz) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
      $$ SELECT to_char(at AT TIME ZONE 'Asia/Almaty', 'YYYY-MM-DD') $$;
    CREATE TABLE bench_made (at timestamptz, applications int, organisations int, in_district int);
    CREATE TABLE bench_person (i serial PRIMARY KEY, family text, given text, patronymic text, folded text);
    CREATE TABLE bench_service (i int, kind text, slug text, version int, register text, letter boolean,
      child boolean, period text, intake_ground text, ground text, PRIMARY KEY (kind, i));`)
  await sql('INSERT INTO bench_made VALUES ($1, $2, $3, $4)', [
    now,
    bench.applications,
    bench.organisations,
    IN_DISTRICT,
  ])
  await insert(sql, 'bench_person (family, given, patronymic, folded)', people())
  await insert(sql, 'bench_service', services(now))
}

function people() {
  const list = (names: string) => names.split(' ')
  return list(FAMILIES).flatMap((family) =>
    list(GIVEN).flatMap((given) =>
      list(PATRONYMICS).map((patronymic) => ({
        family,
        given,
        patronymic,
        folded: foldForSearch(`${family} ${given} ${patronymic}`),
      })),
    ),
  )
}

function services(now: Date) {
  const year = now.getUTCFullYear()
  return (['school', 'department', 'akimat'] as const).flatMap((kind) =>
    SERVICES.filter(({ providerKinds }) => providerKinds.includes(kind)).map((service, at) => ({
      i: at + 1,
      kind,
      slug: service.slug,
      version: service.version,
      register: resultPaper(service.result.kind),
      letter: service.result.notification !== undefined,
      child: service.steps.some(({ key }) => key === 'child'),
      period: service.period === 'intakeYear' ? String(year) : `${year}-${year + 1}`,
      intake_ground: service.intakeGrounds[0]?.code ?? homeSchooling.intakeGrounds[0]?.code,
      ground: service.grounds[0]?.code ?? homeSchooling.grounds[0]?.code,
    })),
  )
}

async function insert(sql: Sql, into: string, rows: readonly object[]): Promise<void> {
  const [table = '', columns] = into.split(/ (?=\()/)
  const named = columns ?? `(${Object.keys(rows[0] ?? {}).join(', ')})`
  const list = named.slice(1, -1)
  await sql(
    `INSERT INTO ${table} ${named} SELECT ${list} FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`,
    [JSON.stringify(rows)],
  )
}
