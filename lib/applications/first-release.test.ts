import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor, Role } from '@/lib/domain/actor'
import { readQueueQuery } from '@/lib/domain/queue-query'
import type { ServiceDefinition } from '@/lib/domain/service'
import { headPost } from '@/lib/i18n/papers'
import { renderStatement } from '@/lib/papers/statement'
import { asActor, prisma } from '@/lib/platform/db'
import { seedGround } from '@/prisma/seed/ground'
import { runSql } from '@/scripts/embedded/sql'
import { applyMigrations } from '@/scripts/migrate/apply'
import { readMigrations } from '@/scripts/migrate/files'
import { emptyDatabase } from '@/test/database'
import { pdfText } from '@/test/pdf-text'
import { attachFile, TUESDAY } from '@/test/school'
import { getOwn } from './data'
import { getFillable } from './documents'
import { freeze } from './parent/freezing'
import { getOverview } from './parent/overview'
import { send } from './parent/sending'
import { statementOf } from './parent/snapshot'
import { DOCUMENTS_STEP, getDocumentsPage, getStepPage } from './parent/step-page'
import { approve } from './provider/approval'
import { loadSent, register } from './provider/intake'
import { listQueue } from './provider/queue'
import { provisional, slotOfSheet } from './provider/result'
import { renderLetter, renderResult } from './provider/result-papers'
import { readReview } from './provider/review'
import { decide, hour, sheetOf } from './provider/work.fixture'
import { definitionHash } from './service-versions'

/**
 * What the first release left in a database, as its own code wrote it: the definition of its one service, an
 * application on signing, and a draft that is frozen and signed.
 */
const read = (file: string): unknown => JSON.parse(readFileSync(`test/first-release/${file}`, 'utf8'))
type Row = Record<string, string>
const ROWS = read('rows.json') as Record<string, Row[]>
const DEFINITION = read('home-schooling-1.json') as ServiceDefinition
const [ON_SIGNING, DRAFT] = [44000, 44001]

let parent: Actor
let parentOfDraft: Actor
let clerk: Actor
let director: Actor

const database = await emptyDatabase()
process.env.DATABASE_URL = database.url

beforeAll(async () => {
  const migrations = readMigrations()
  const first = migrations.filter(({ name }) => name < '202611220300')
  expect(first.map(({ name }) => name.slice(15))).toEqual(['init', 'rules_of_the_database'])
  await applyMigrations(database.url, first)
  const version = { slug: 'home-schooling', version: 1, definition: DEFINITION, created_at: TUESDAY }
  const rows = { service_version: [{ ...version, sha256: definitionHash(DEFINITION) }], ...ROWS }
  // An application and its revision name one another: foreign keys are looked at afterwards.
  const inserts = Object.entries(rows).map(
    ([table, all]) =>
      `INSERT INTO "${table}" SELECT * FROM jsonb_populate_recordset(NULL::"${table}", $json$${JSON.stringify(all)}$json$);`,
  )
  await runSql(database.adminUrl, `SET session_replication_role = replica; ${inserts.join('\n')}`)
  await database.sql(`SELECT setval('application_number_seq', 44001)`)

  await applyMigrations(database.url)
  await seedGround(prisma(), TUESDAY)
  parent = personOf(ownerOf(ON_SIGNING))
  parentOfDraft = personOf(ownerOf(DRAFT))
  clerk = staffAs('clerk')
  director = staffAs('director')
})

const ownerOf = (number: number) =>
  ROWS.application?.find((row) => Number(row.number) === number)?.owner_id ?? ''

function staffAs(role: Role): Actor {
  return personOf(ROWS.membership?.find((row) => row.role === role)?.account_id ?? '')
}

function personOf(id: string): Actor {
  const account = ROWS.account?.find((row) => row.id === id)
  if (!account) throw new Error(`nobody is ${id}`)
  const memberships = (ROWS.membership ?? [])
    .filter((row) => row.account_id === id)
    .map((row) => ({ organisationId: row.organisation_id ?? '', role: row.role as Role }))
  return {
    userId: id,
    email: account.email ?? '',
    name: `${account.family_name} ${account.given_name}`,
    iin: account.iin ?? '',
    confirmed: true,
    sessionId: id,
    memberships,
    organisationIds: memberships.map((m) => m.organisationId),
  }
}

const ownOf = (actor: Actor, number: number) => asActor(actor, (tx) => getOwn(tx, actor, number))
const overviewOf = (actor: Actor, number: number) =>
  asActor(actor, (tx) => getOverview(tx, actor, number, hour(4)))

it('its definition is the one that was published, and still parses as it is', async () => {
  expect(read('../../lib/services/published.json')).toMatchObject({
    'home-schooling@1': definitionHash(DEFINITION),
  })
  expect((await ownOf(parent, ON_SIGNING)).service).toEqual(DEFINITION)
})

describe('an application that was on signing', () => {
  it('keeps the codes under which its papers will be found', async () => {
    const [row] = ROWS.application?.filter(({ number }) => Number(number) === ON_SIGNING) ?? []
    const before = row?.result as unknown as {
      values: object
      codes: { order: string; notification: string }
    }
    expect((await ownOf(parent, ON_SIGNING)).result).toEqual({
      values: before.values,
      codes: { paper: before.codes.order, notification: before.codes.notification },
    })
  })

  it('is read by the parent, the clerk and the director as before', async () => {
    const own = await overviewOf(parent, ON_SIGNING)
    expect(own.documents.map(({ slot }) => slot)).toEqual(['birthCertificate', 'medicalOpinion'])
    expect(own).toMatchObject({ canCancel: true, position: null, stagesDone: {}, isLate: false })
    expect(own.papers.map(({ kind }) => kind)).toEqual(['receipt'])

    const review = await asActor(clerk, (tx) => readReview(tx, clerk, ON_SIGNING, 'ru', hour(4)))
    expect(review).toMatchObject({ steps: ['sign', 'take-back'], stage: null, paper: 'order', filledIn: [] })
    expect(review.documents).toHaveLength(2)
    expect(review.sections.flatMap(({ rows }) => rows).some(({ value }) => value === '01.12.2026')).toBe(true)
    const query = readQueueQuery({ view: 'all' })
    const { rows } = await asActor(clerk, (tx) => listQueue(tx, clerk, query, hour(4)))
    expect(rows.map(({ number }) => number)).toEqual([ON_SIGNING])
    expect((await decide(clerk, ON_SIGNING, 'take-back')).step).toBe('take-back')
  })

  it('prints its statement, its order and its letter, and is approved', async () => {
    const sent = await asActor(director, (tx) => loadSent(tx, director, ON_SIGNING))
    const { application, snapshot, revision } = sent
    const { service, number } = application
    const statement = await renderStatement(statementOf(service, snapshot, { number, ...revision }))
    expect(await pdfText(statement)).toContain('Әлиева Гүлім')

    const { text } = await sheetOf(director, ON_SIGNING)
    expect(text.points[0]?.ru).toContain('01.12.2026')
    const given = await asActor(director, (tx) => provisional(tx, sent.organisation.id, service, hour(4)))
    const signing = {
      signedAs: 'paper',
      signer: { post: headPost('school'), name: sent.organisation.headName },
    } as const
    expect(await pdfText(await renderResult(sent, given, signing))).toContain('БҰЙЫРАМЫН')
    expect(await renderLetter(sent, given, signing)).not.toBeNull()
    await attachFile(ON_SIGNING, slotOfSheet(application, given).key, clerk)
    await approve(director, ON_SIGNING, given, hour(4))

    const own = await overviewOf(parent, ON_SIGNING)
    expect(own.application.status).toBe('approved')
    expect(own.papers.map(({ kind, code }) => [kind, code])).toEqual(
      expect.arrayContaining([
        ['order', application.result?.codes.paper],
        ['notification', application.result?.codes.notification],
      ]),
    )
    expect(own.invitation?.ru).toContain('Просим Вас подойти')
  })
})

describe('a draft that was frozen and signed', () => {
  it('opens in the form, and every answer still stands', async () => {
    for (const step of DEFINITION.steps) {
      const page = await asActor(parentOfDraft, (tx) =>
        getStepPage(tx, parentOfDraft, DRAFT, step.key, TUESDAY),
      )
      expect(page.faults, step.key).toEqual([])
      expect(page.steps.every(({ isComplete }) => isComplete)).toBe(true)
    }
    const page = await asActor(parentOfDraft, (tx) => getDocumentsPage(tx, parentOfDraft, DRAFT, TUESDAY))
    expect(page.attached).toHaveLength(3)
    expect(page.steps.at(-1)?.key).toBe(DOCUMENTS_STEP)
    const address = { number: DRAFT, slot: 'medicalOpinion' }
    await asActor(parentOfDraft, (tx) => getFillable(tx, parentOfDraft, address))
  })

  it('keeps its statement and its signature, and is sent with one press', async () => {
    expect(await overviewOf(parentOfDraft, DRAFT)).toMatchObject({ isOutdated: false, isRemade: false })
    expect(await freeze(parentOfDraft, DRAFT, 'kk', TUESDAY)).toEqual({ incomplete: null })
    expect((await ownOf(parentOfDraft, DRAFT)).revision).toMatchObject({ ordinal: 1, signedBy: 'scan' })
    await asActor(parentOfDraft, (tx) => send(tx, parentOfDraft, DRAFT, hour(1)))
    await register(clerk, DRAFT, hour(2))
    expect((await decide(clerk, DRAFT, 'prepare')).step).toBe('prepare')
  })
})
