import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { PrismaPg } from '@prisma/adapter-pg'
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'

/**
 * Prisma's schema engine as WebAssembly, from npm: its native binary comes from a host of the vendor that a
 * closed network does not reach. What it writes into `_prisma_migrations` is what `prisma migrate deploy` writes.
 */
export async function withSchemaEngine<T>(
  databaseUrl: string,
  run: (engine: bindings.SchemaEngine) => Promise<T>,
): Promise<T> {
  await loadBindings()
  const adapters = new WholeScripts({ connectionString: databaseUrl })
  const factory = bindMigrationAwareSqlAdapterFactory(adapters)
  const engine = await bindings.SchemaEngine.new({ datamodels: undefined }, () => {}, factory)
  try {
    return await run(engine)
  } catch (error) {
    // The engine's own error only says where the database refused; PostgreSQL said why.
    if (!(adapters.refusal instanceof Error)) throw error
    const name = /migration_name="([^"]+)"/.exec(String(error))?.[1] ?? 'script'
    throw new Error(`PostgreSQL refused ${name}: ${adapters.refusal.message}`)
  } finally {
    engine.free()
    await adapters.disconnect()
  }
}

/** The adapter cuts a script at every semicolon, also inside a function's body; PostgreSQL takes it whole. */
class WholeScripts extends PrismaPg implements SqlMigrationAwareDriverAdapterFactory {
  refusal: unknown
  private readonly open: SqlDriverAdapter[] = []

  async disconnect(): Promise<void> {
    await Promise.all(this.open.map((adapter) => adapter.dispose()))
  }

  override async connect() {
    const adapter = await super.connect()
    const wholeScript: SqlDriverAdapter['executeScript'] = async (script) => {
      try {
        await adapter.underlyingDriver().query(script)
      } catch (error) {
        this.refusal = error
        throw error
      }
    }
    this.open.push(adapter)
    return Object.assign(adapter, { executeScript: wholeScript })
  }
}

let loaded: Promise<void> | undefined

function loadBindings(): Promise<void> {
  loaded ??= (async () => {
    const path = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
    const module = await readFile(path.replace(/\.js$/, '.wasm'))
    const { instance } = await WebAssembly.instantiate(module, { './schema_engine_bg.js': bindings })
    bindings.__wbg_set_wasm(instance.exports)
    const start = instance.exports.__wbindgen_start
    if (typeof start === 'function') start()
  })()
  return loaded
}
