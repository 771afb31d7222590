import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { asActor, asSystem, prisma } from '@/lib/platform/db'
import { SERVICES } from '@/lib/services'
import { homeSchooling } from '@/lib/services/home-schooling'
import { testDatabase } from '@/test/database'
import { addParent, fillDraft, type School, seedSchools } from '@/test/school'
import { getOwn } from './data'
import { definitionHash, getServiceVersion, publishServices } from './service-versions'

await testDatabase()
let school: School

beforeAll(async () => {
  school = (await seedSchools()).a
})

/** The one that `fillDraft` starts. */
const service = homeSchooling

describe('published definitions', () => {
  // A version that is out in the world never changes: families read and signed it.
  it.each(SERVICES.map((s) => [`${s.slug}@${s.version}`, s] as const))(
    '%s is as published',
    (name, definition) => {
      const published: unknown = JSON.parse(readFileSync('lib/services/published.json', 'utf8'))
      expect(
        published,
        'raise the version of a changed definition, then run npm run services:publish to note the new one',
      ).toMatchObject({ [name]: definitionHash(definition) })
    },
  )

  it('are written once and refused with other content', async () => {
    await asSystem('test', (tx) => publishServices(tx))
    expect(await prisma().serviceVersion.count()).toBe(SERVICES.length)
    const other = { ...service, term: service.term + 1 }
    await expect(asSystem('test', (tx) => publishServices(tx, [other]))).rejects.toThrow('raise its version')
  })

  it('stay with the application that was started with them', async () => {
    const parent = await addParent()
    const number = await fillDraft(parent, school.id)
    const next = { ...service, version: service.version + 1, term: service.term + 3 }
    await asSystem('test', (tx) => publishServices(tx, [next]))
    const application = await asActor(parent, (tx) => getOwn(tx, parent, number))
    expect(application.service).toMatchObject({ version: service.version, term: service.term })
    const newer = await asSystem('test', (tx) => getServiceVersion(tx, next.slug, next.version))
    expect(newer.term).toBe(service.term + 3)
  })
})
