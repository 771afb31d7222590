import { withSchemaEngine } from './schema-engine'

/**
 * The SQL that turns a database of one schema into one of another; empty text stands for "no tables".
 * The engine asks a server for its version first, though it compares two texts: any server will do.
 */
export function diffSchemas(databaseUrl: string, from: string, to: string): Promise<string> {
  return withSchemaEngine(databaseUrl, async (engine) => {
    const { stdout } = await engine.diff({
      from: from === '' ? { tag: 'empty' } : datamodel('before', from),
      to: datamodel('after', to),
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    })
    const sql = (stdout ?? '').trim()
    return sql === '-- This is an empty migration.' ? '' : sql
  })
}

function datamodel(name: string, content: string) {
  return { tag: 'schemaDatamodel' as const, files: [{ path: `${name}.prisma`, content }] }
}
