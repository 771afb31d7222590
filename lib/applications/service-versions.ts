import 'server-only'
import { createHash } from 'node:crypto'
import { DomainError } from '@/lib/domain/error'
import { type ServiceDefinition, serviceSchema } from '@/lib/domain/service'
import { Json, type Tx } from '@/lib/platform/db'
import { SERVICES } from '@/lib/services'

export function definitionHash(definition: ServiceDefinition): string {
  return createHash('sha256').update(JSON.stringify(definition)).digest('hex')
}

/** On deploy: writes each definition once. Other content under a version that is out there is refused. */
export async function publishServices(
  tx: Tx,
  services: readonly ServiceDefinition[] = SERVICES,
): Promise<void> {
  for (const definition of services) {
    const { slug, version } = definition
    const sha256 = definitionHash(definition)
    const known = await tx.serviceVersion.findUnique({ where: { slug_version: { slug, version } } })
    if (known && known.sha256 !== sha256) {
      throw new Error(`service ${slug} v${version} was published with other content: raise its version`)
    }
    if (!known)
      await tx.serviceVersion.create({ data: { slug, version, definition: Json.write(definition), sha256 } })
  }
}

const parsed = new Map<string, ServiceDefinition>()

/** The definition an application was started with. Versions never change, so each is parsed once. */
export async function getServiceVersion(tx: Tx, slug: string, version: number): Promise<ServiceDefinition> {
  const key = `${slug}@${version}`
  const known = parsed.get(key)
  if (known) return known
  const row = await tx.serviceVersion.findUnique({
    where: { slug_version: { slug, version } },
    select: { definition: true },
  })
  if (!row) throw new DomainError('absent')
  const definition = serviceSchema.parse(row.definition)
  parsed.set(key, definition)
  return definition
}
