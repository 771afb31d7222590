import { runSql } from '../embedded/sql'

const CATALOGUE = `
WITH own AS (SELECT oid FROM pg_namespace WHERE nspname = 'public')
SELECT line FROM (
  SELECT format('column %s.%s: %s%s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
                CASE WHEN a.attnotnull THEN ' not null' ELSE '' END) AS line
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
   WHERE c.relnamespace IN (SELECT oid FROM own) AND c.relkind IN ('r', 'p', 'v', 'm')
     AND a.attnum > 0 AND NOT a.attisdropped
  UNION ALL
  SELECT format('default %s.%s: %s', c.relname, a.attname, pg_get_expr(d.adbin, d.adrelid))
    FROM pg_attrdef d JOIN pg_class c ON c.oid = d.adrelid
    JOIN pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum
   WHERE c.relnamespace IN (SELECT oid FROM own)
  UNION ALL
  SELECT format('constraint %s.%s: %s', c.relname, k.conname, pg_get_constraintdef(k.oid))
    FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
   WHERE k.connamespace IN (SELECT oid FROM own) AND k.contype <> 'n'
  UNION ALL
  SELECT format('index %s: %s', indexname, indexdef) FROM pg_indexes WHERE schemaname = 'public'
  UNION ALL
  SELECT format('sequence %s: start %s by %s', sequencename, start_value, increment_by)
    FROM pg_sequences WHERE schemaname = 'public'
  UNION ALL
  SELECT format('enum %s: %s', t.typname, string_agg(e.enumlabel, ' ' ORDER BY e.enumsortorder))
    FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid
   WHERE t.typnamespace IN (SELECT oid FROM own) GROUP BY t.typname
  UNION ALL
  SELECT format('trigger %s.%s: %s', c.relname, t.tgname, pg_get_triggerdef(t.oid))
    FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
   WHERE c.relnamespace IN (SELECT oid FROM own) AND NOT t.tgisinternal
  UNION ALL
  SELECT format('policy %s.%s: %s %s %s', tablename, policyname, cmd, qual, with_check)
    FROM pg_policies WHERE schemaname = 'public'
  UNION ALL
  SELECT format('rowsecurity %s: %s %s', relname, relrowsecurity, relforcerowsecurity)
    FROM pg_class WHERE relnamespace IN (SELECT oid FROM own) AND relrowsecurity
  UNION ALL
  SELECT format('function %s: %s', p.proname, md5(pg_get_functiondef(p.oid)))
    FROM pg_proc p
   WHERE p.pronamespace IN (SELECT oid FROM own) AND p.prokind IN ('f', 'p')
     AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = p.oid AND deptype = 'e')
  UNION ALL
  SELECT format('extension %s: present', extname) FROM pg_extension WHERE extname <> 'plpgsql'
) AS lines WHERE line NOT LIKE '%\\_prisma\\_migrations%' ORDER BY line COLLATE "C"`

/** Everything a database's schema consists of, one line each: "kind name: definition". */
export async function readCatalogue(url: string): Promise<Map<string, string>> {
  const rows = await runSql(url, CATALOGUE)
  return new Map(
    rows.map(({ line }) => {
      const text = String(line)
      const colon = text.indexOf(': ')
      return [text.slice(0, colon), text.slice(colon + 2)]
    }),
  )
}
