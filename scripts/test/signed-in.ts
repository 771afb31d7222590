import type { Stack } from '../../test/stack'
import { runSql } from '../embedded/sql'
import { Refusal } from '../launch/refusal'
import { postForm, signInByPost } from './form-post'

export type SignedIn = { cookie: string; paths: string[] }

const CLERK = 'clerk@demo.bilimal.kz'
const DIRECTOR = 'director@demo.bilimal.kz'

/** Pages behind the sign-in, each with whoever may open it; the journeys left applications of every stage. */
export async function signedInPages(stack: Stack): Promise<SignedIn[]> {
  const [sent, registered, onSigning] = await Promise.all(
    ['sent', 'registered', 'on_signing'].map((status) => findApplication(stack, status)),
  )
  if (!sent || !registered || !onSigning) throw new Refusal('The journeys left no application to weigh.')
  const parent = await signIn(stack.url, sent.email)
  const draft = await startDraft(stack.url, parent)
  const work = (number: number, step = '') => `/work/applications/${number}${step}`
  return [
    {
      cookie: parent,
      paths: [
        '/cabinet/services',
        '/cabinet/services/home-schooling',
        '/cabinet/applications',
        '/cabinet/family',
        '/cabinet/family/new',
        '/cabinet/profile',
        '/cabinet/my-data',
        '/cabinet/claim',
        ...['parent', 'child', 'school', 'documents'].map((step) => `${draft}/edit/${step}`),
        `${draft}/cancel`,
        `/cabinet/applications/${sent.number}`,
      ],
    },
    {
      cookie: await signIn(stack.url, CLERK),
      paths: [
        '/work',
        '/work/journal',
        '/work/statistics',
        '/work/batches',
        '/work/paper',
        work(sent.number),
        work(sent.number, '/register'),
        work(sent.number, '/refuse-intake'),
        work(sent.number, '/correct'),
        work(registered.number, '/prepare'),
      ],
    },
    {
      cookie: await signIn(stack.url, DIRECTOR),
      paths: [
        '/work/signing',
        '/work/team',
        work(onSigning.number, '/sign'),
        work(onSigning.number, '/refuse'),
      ],
    },
  ]
}

async function findApplication(stack: Stack, status: string) {
  const [row] = await runSql(
    stack.parts.database.url,
    `SELECT a.number, owner.email
     FROM application a
     JOIN account owner ON owner.id = a.owner_id
     JOIN application_party party ON party.application_id = a.id
     JOIN membership m ON m.organisation_id = party.organisation_id
     JOIN account clerk ON clerk.id = m.account_id
     WHERE a.status = $1 AND clerk.email = $2
     ORDER BY a.number DESC LIMIT 1`,
    [status, CLERK],
  )
  return row && { number: Number(row.number), email: String(row.email) }
}

async function signIn(url: string, email: string): Promise<string> {
  const { name, value } = await signInByPost(url, email)
  return `${name}=${value}`
}

/** The path of a fresh draft, without its language. */
async function startDraft(url: string, cookie: string): Promise<string> {
  const answer = await postForm(`${url}/ru/cabinet/services/home-schooling`, { who: 'other' }, cookie)
  const path = /\/cabinet\/applications\/\d+/.exec(answer.headers.get('location') ?? '')?.[0]
  if (!path) throw new Refusal('No draft could be started.')
  return path
}
