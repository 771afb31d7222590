import { beforeAll, expect, it, vi } from 'vitest'
import type { Actor } from '@/lib/domain/actor'
import type { ServiceDefinition } from '@/lib/domain/service'
import { asActor, asSystem } from '@/lib/platform/db'
import { homeSchooling } from '@/lib/services/home-schooling'
import { testDatabase } from '@/test/database'
import { addParent, attachFile, fillDraft, type School, seedSchools, signDraft, TUESDAY } from '@/test/school'
import { getOwn } from './data'
import { freeze } from './parent/freezing'
import { send } from './parent/sending'
import { startDraft } from './parent/starting'
import { getStepPage } from './parent/step-page'
import { readReview } from './provider/review'
import { publishServices } from './service-versions'

/** The version after: it asks one thing more, wants one paper less, takes longer and is called otherwise. */
const after: ServiceDefinition = {
  ...homeSchooling,
  version: homeSchooling.version + 1,
  name: { kk: 'Үйде жеке оқыту', ru: 'Индивидуальное обучение на дому' },
  term: homeSchooling.term + 3,
  steps: homeSchooling.steps.map((step) =>
    step.key === 'school'
      ? {
          ...step,
          fields: [...step.fields, { key: 'shift', kind: 'text', label: { kk: 'Ауысым', ru: 'Смена' } }],
        }
      : step,
  ),
  documents: homeSchooling.documents.filter((document) => document.key === 'medicalOpinion'),
  statement: {
    ...homeSchooling.statement,
    body: [...homeSchooling.statement.body, { kk: 'Ауысым: {school.shift}.', ru: 'Смена: {school.shift}.' }],
  },
}

/** What the running build has; a deploy puts another list here. */
const deployed = vi.hoisted((): { services: ServiceDefinition[] } => ({ services: [] }))
vi.mock('@/lib/services', async (original) => ({
  ...(await original<typeof import('@/lib/services')>()),
  serviceBySlug: (slug: string) => deployed.services.find((service) => service.slug === slug) ?? null,
}))

await testDatabase()
let school: School

beforeAll(async () => {
  school = (await seedSchools()).a
  deployed.services = [homeSchooling]
})

async function deploy(service: ServiceDefinition): Promise<void> {
  await asSystem('deploy', (tx) => publishServices(tx, [service]))
  deployed.services = [service]
}

const pageOf = (parent: Actor, number: number) =>
  asActor(parent, (tx) => getStepPage(tx, parent, number, 'school', TUESDAY))

it('goes on with the definition it was started with, through a deploy, to the clerk', async () => {
  const parent = await addParent()
  const started = await fillDraft(parent, school.id)
  await deploy(after)

  const old = await pageOf(parent, started)
  expect(old.service.version).toBe(homeSchooling.version)
  expect(old.step.fields.map((field) => field.key)).not.toContain('shift')
  expect(old.faults).toEqual([])

  const { number } = await asActor(parent, (tx) => startDraft(tx, parent, after.slug, 'ru', TUESDAY))
  const fresh = await pageOf(parent, number)
  expect(fresh.service).toMatchObject({ version: after.version, name: after.name, term: after.term })
  expect(fresh.faults).toContainEqual({ field: 'shift', fault: 'required' })

  await signDraft(parent, started)
  await asActor(parent, (tx) => send(tx, parent, started, TUESDAY))
  const review = await asActor(school.clerk, (tx) => readReview(tx, school.clerk, started, 'ru', TUESDAY))
  expect(review.service).toMatchObject({ name: homeSchooling.name })
  const { revision, service } = await asActor(parent, (tx) => getOwn(tx, parent, started))
  expect(service.term).toBe(homeSchooling.term)
  expect(revision?.snapshot.service).toEqual({ slug: after.slug, version: homeSchooling.version })
})

it('asks by the new definition for what is started after the deploy', async () => {
  await deploy(after)
  const parent = await addParent()
  const { number } = await asActor(parent, (tx) => startDraft(tx, parent, after.slug, 'kk', TUESDAY))
  await attachFile(number, 'medicalOpinion', parent)
  expect(await freeze(parent, number, 'kk', TUESDAY)).toEqual({ incomplete: 'child' })
})
