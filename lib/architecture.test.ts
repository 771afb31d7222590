import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = process.cwd()
const SOURCE = ['app', 'components', 'lib', 'proxy.ts', 'instrumentation.ts']

function filesUnder(path: string): string[] {
  if (/\.tsx?$/.test(path)) return [path]
  return readdirSync(join(ROOT, path), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() || /\.tsx?$/.test(entry.name) ? filesUnder(join(path, entry.name)) : [],
  )
}

type Import = { target: string; typesOnly: boolean }
type Source = { path: string; text: string; imports: Import[] }

const IMPORT = /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]/g
const DYNAMIC = /import\(\s*['"]([^'"]+)['"]\s*\)/g

function resolve(from: string, target: string): string {
  if (target.startsWith('@/')) return target.slice(2)
  return target.startsWith('.') ? normalize(join(dirname(from), target)) : target
}

function read(path: string): Source {
  const text = readFileSync(join(ROOT, path), 'utf8')
  const statics = [...text.matchAll(IMPORT)].map((m) => ({
    target: resolve(path, m[2] ?? ''),
    typesOnly: Boolean(m[1]),
  }))
  const dynamics = [...text.matchAll(DYNAMIC)].map((m) => ({
    target: resolve(path, m[1] ?? ''),
    typesOnly: false,
  }))
  return { path, text, imports: [...statics, ...dynamics] }
}

const sources = SOURCE.flatMap(filesUnder).map(read)
const isTest = (path: string) => /\.(test|fixture)\.tsx?$/.test(path)
const product = sources.filter((s) => !isTest(s.path))
const within = (folder: string) => product.filter((s) => s.path.startsWith(`${folder}/`))

/** `file → import` for each import that the rule refuses; an empty list is what every rule wants. */
function refused(files: readonly Source[], allowed: (i: Import, file: Source) => boolean): string[] {
  return files.flatMap((file) =>
    file.imports.filter((i) => !allowed(i, file)).map((i) => `${file.path} → ${i.target}`),
  )
}

/** Left to right: each may import those before it. */
const FEATURES = [
  'i18n',
  'audit',
  'notifications',
  'organisations',
  'accounts',
  'auth',
  'documents',
  'signatures',
  'papers',
  'orders',
  'family',
  'applications',
  'statistics',
  'admin',
] as const

const FEATURE_FILES = ['data', 'loaders', 'mutations', 'actions', 'schema', 'policy']

/** Names beyond the closed list; each stands for a thing of its own. `papers/parts` holds pieces of sheets. */
const FURTHER_NAMES: Partial<Record<(typeof FEATURES)[number], readonly string[]>> = {
  statistics: ['export', 'grounds', 'public'],
  admin: [
    'form',
    'loading',
    'periods',
    'services/windows',
    'organisations/list',
    'organisations/save',
    'organisations/import-report',
    'people/invite',
    'people/list',
    'people/person',
    'calendar/months',
    'texts/sample',
    'audit/search',
    'recounting',
    'audit/look',
  ],
  audit: ['reads'],
  notifications: ['batch-items', 'delivery', 'letter', 'tokens'],
  organisations: ['appointments', 'calendar', 'import-file', 'importing', 'inputs', 'places'],
  accounts: ['address', 'form-fields', 'profile', 'roles'],
  auth: [
    'caller',
    'carried',
    'cookie',
    'delays',
    'form-action',
    'invitation-actions',
    'invitations',
    'loading',
    'next-auth',
    'next-path',
    'password',
    'session',
    'sign-in',
  ],
  documents: ['check', 'file-name', 'keep', 'ticket', 'upload-form', 'zip'],
  signatures: ['checking', 'egov-qr', 'kept', 'ncanode', 'qr-set', 'recheck', 'shown', 'trust', 'verifier'],
  papers: [
    'annulment',
    'certificate',
    'check',
    'file-check',
    'handed',
    'intake-refusal',
    'journal',
    'notification',
    'order',
    'original',
    'paper',
    'payload',
    'receipt',
    'refusal',
    'slip',
    'statement',
    'stored',
  ],
  orders: ['journal'],
  applications: [
    'correction',
    'annulled',
    'delegation',
    'document-slots',
    'documents',
    'due-dates',
    'enrolment',
    'hold-key',
    'income',
    'interests',
    'messages',
    'nca-layer',
    'nightly',
    'paper-files',
    'pauses',
    'recompute',
    'paper/claim-actions',
    'paper/claiming',
    'paper/entering',
    'paper/entry-page',
    'paper/identity',
    'paper/slips',
    'paper/undoing',
    'in-person',
    'parent/asking',
    'parent/copying',
    'parent/corrected-snapshot',
    'parent/correcting',
    'parent/correction-actions',
    'parent/correction-page',
    'parent/correction-state',
    'parent/delivering',
    'parent/drafts',
    'parent/editing',
    'parent/family-actions',
    'parent/freezing',
    'parent/kept-papers',
    'parent/my-data',
    'parent/overview',
    'parent/own-list',
    'parent/prefill',
    'parent/qr-signing',
    'parent/resubmitting',
    'parent/row-press',
    'parent/sending',
    'parent/sign-page',
    'parent/signing',
    'parent/snapshot',
    'parent/start-choices',
    'parent/starting',
    'parent/step-answer',
    'parent/step-page',
    'parent/talk-actions',
    'parent/writing',
    'provider/annulment',
    'provider/approval',
    'provider/assigning',
    'provider/assignment',
    'provider/batch-actions',
    'provider/batch-loaders',
    'provider/batch-obstacles',
    'provider/batch-plan',
    'provider/batch-run',
    'provider/batches',
    'provider/clock',
    'provider/correction',
    'provider/correction-actions',
    'provider/correction-clock',
    'provider/correction-form',
    'provider/decision',
    'provider/doubts',
    'provider/explaining',
    'provider/finishing',
    'provider/handing-over',
    'provider/head',
    'provider/head-decision',
    'provider/head-key',
    'provider/intake',
    'provider/issue-log',
    'provider/journal-files',
    'provider/journal-rows',
    'provider/journal-settings',
    'provider/journal-actions',
    'provider/nudges',
    'provider/registers',
    'provider/place-actions',
    'provider/on-paper',
    'provider/places',
    'provider/places-page',
    'provider/preparing',
    'provider/queue',
    'provider/queue-actions',
    'provider/queue-page',
    'provider/queue-scope',
    'provider/queue-view',
    'provider/reason',
    'provider/refusal',
    'provider/refusal-actions',
    'provider/reminding',
    'provider/result',
    'provider/result-papers',
    'provider/review',
    'provider/review-corrections',
    'provider/review-talk',
    'provider/settle',
    'provider/signing',
    'provider/signing-mail',
    'provider/signing-sheet',
    'provider/signing-steps',
    'provider/waiting',
    'provider/stage',
    'provider/steps',
    'provider/notes',
    'provider/talk-actions',
    'provider/team',
    'provider/team-actions',
    'provider/team-form',
    'provider/turn',
    'provider/writing',
    'queue-place',
    'refused',
    'revision',
    'service-versions',
    'shown-correction',
    'term-clock',
    'settling',
    'staff-reads',
    'staff-to-tell',
    'templates',
    'transition',
    'uploads',
    'windows',
  ],
}

describe('layers', () => {
  it('lib/domain knows only zod and itself', () => {
    expect(
      refused(within('lib/domain'), (i) => i.target === 'zod' || i.target.startsWith('lib/domain/')),
    ).toEqual([])
  })

  it('lib/services is data over lib/domain', () => {
    const allowed = (i: Import) => i.target.startsWith('lib/domain/') || i.target.startsWith('lib/services')
    expect(refused(within('lib/services'), allowed)).toEqual([])
  })

  it('lib/platform lies below every feature and knows no domain word', () => {
    const allowed = (i: Import) =>
      !/^(app|components|lib)\//.test(i.target) || i.target.startsWith('lib/platform/')
    expect(refused(within('lib/platform'), allowed)).toEqual([])
  })

  it('a feature imports only those left of it', () => {
    const allowed = (i: Import, file: Source) => {
      const own = FEATURES.findIndex((f) => file.path.startsWith(`lib/${f}/`))
      const other = FEATURES.findIndex((f) => i.target.startsWith(`lib/${f}/`))
      // The cryptography knows nothing of the app: its words may be used by all, its work by whom it is near.
      return other <= own || (i.typesOnly && i.target.startsWith('lib/signatures/eds/'))
    }
    expect(
      refused(
        FEATURES.flatMap((f) => within(`lib/${f}`)),
        allowed,
      ),
    ).toEqual([])
  })

  it('lib/signatures/eds is cryptography that anybody could take', () => {
    const own = /^(lib\/signatures\/eds\/|node:|@noble\/curves|@xmldom\/xmldom$|xml-crypto$)/
    expect(refused(within('lib/signatures/eds'), (i) => own.test(i.target))).toEqual([])
  })

  it('only scripts and tests issue certificates', () => {
    const issuing = 'lib/signatures/eds/issuing/'
    const allowed = (i: Import, file: Source) =>
      !i.target.startsWith(issuing) || file.path.startsWith(issuing)
    expect(refused(product, allowed)).toEqual([])
  })

  it('lib never imports app or components', () => {
    expect(refused(within('lib'), (i) => !/^(app|components)\//.test(i.target))).toEqual([])
  })

  it('components call a feature only through its actions, its types and i18n', () => {
    const allowed = (i: Import) =>
      !/^lib\//.test(i.target) ||
      i.typesOnly ||
      /^lib\/(domain|i18n|services)(\/|$)/.test(i.target) ||
      /actions$/.test(i.target)
    expect(refused(within('components'), allowed)).toEqual([])
  })

  it('components/ui knows nothing of applications', () => {
    const allowed = (i: Import) =>
      !/^lib\//.test(i.target) || /^lib\/(domain\/(text|form-state)|i18n)/.test(i.target)
    expect(refused(within('components/ui'), allowed)).toEqual([])
  })

  it('what runs in the browser takes its texts and definitions as props', () => {
    const client = product.filter((s) => /^['"]use client['"]/.test(s.text))
    const allowed = (i: Import) =>
      !/^lib\//.test(i.target) ||
      (i.typesOnly && i.target.startsWith('lib/domain/')) ||
      /actions$/.test(i.target)
    expect(client.length).toBeGreaterThan(0)
    expect(refused(client, allowed)).toEqual([])
  })
})

describe('features', () => {
  it('have a closed list of file names', () => {
    const strangers = FEATURES.filter((f) => f !== 'i18n').flatMap((feature) =>
      within(`lib/${feature}`)
        .map((s) => relative(`lib/${feature}`, s.path).replace(/\.tsx?$/, ''))
        .filter((name) => !FEATURE_FILES.includes(name.replace(/^.*\//, '')))
        .filter((name) => !/^(parts|eds)\//.test(name) && !FURTHER_NAMES[feature]?.includes(name))
        .map((name) => `${feature}/${name}`),
    )
    expect(strangers).toEqual([])
  })

  it('the applicant and the provider of an application know each other only through it', () => {
    const rooms = ['lib/applications/parent/', 'lib/applications/provider/']
    const allowed = (i: Import, file: Source) =>
      !rooms.some((r) => i.target.startsWith(r) && !file.path.startsWith(r))
    expect(
      refused([...within('lib/applications/parent'), ...within('lib/applications/provider')], allowed),
    ).toEqual([])
  })

  it('what is entered from paper uses both, and neither knows of it', () => {
    const paper = 'lib/applications/paper/'
    const rooms = [...within('lib/applications/parent'), ...within('lib/applications/provider')]
    expect(refused(rooms, (i) => !i.target.startsWith(paper))).toEqual([])
  })

  it('every export of an actions file is made by formAction', () => {
    const files = product.filter((s) => /(^|\/|-)actions\.ts$/.test(s.path))
    const strangers = files.flatMap((s) =>
      [...s.text.matchAll(/^export (?!type)(.*)$/gm)]
        .map((m) => m[1] ?? '')
        .filter((line) => !/^const \w+(: \w+)? = formAction\(/.test(line))
        .map((line) => `${s.path}: ${line}`),
    )
    expect(files.length).toBeGreaterThan(0)
    expect(strangers).toEqual([])
  })
})

describe('house rules', () => {
  const containing = (files: readonly Source[], pattern: RegExp) =>
    files.filter((s) => pattern.test(s.text)).map((s) => s.path)

  it('settings are read in one file', () => {
    const allowed = ['lib/platform/env.ts', 'instrumentation.ts']
    expect(containing(product, /process\.env/).filter((path) => !allowed.includes(path))).toEqual([])
  })

  it('the clock is read in one file', () => {
    const clocked = containing(within('lib'), /new Date\(\)|Date\.now\(\)/)
    expect(clocked.filter((path) => !path.startsWith('lib/platform/'))).toEqual([])
  })

  it('pages never call notFound: without JavaScript its answer is an empty body', () => {
    expect(containing(product, /\bnotFound\(/)).toEqual([])
  })

  it('no action is bound inside a client component: it hangs the server', () => {
    const client = product.filter((s) => /^['"]use client['"]/.test(s.text))
    expect(containing(client, /useActionState\([^)]*\.bind\(/)).toEqual([])
  })

  it('no loading or error file where a form must work without JavaScript', () => {
    expect(product.map((s) => s.path).filter((p) => /\/(loading|error|not-found)\.tsx$/.test(p))).toEqual([])
  })

  it('no barrels and no drawers', () => {
    const drawers = product
      .map((s) => s.path)
      .filter((p) => /(^|\/)(utils|helpers|common)(\/|\.tsx?$)/.test(p))
    const barrels = within('lib')
      .map((s) => s.path)
      .filter((p) => /\/index\.ts$/.test(p))
    expect(drawers.filter((p) => !p.startsWith('lib/i18n/'))).toEqual([])
    expect(barrels).toEqual(['lib/services/index.ts'])
  })
})

/** Versions below these have known holes; the registry's audit is not always reachable. */
const SAFE: Readonly<Record<string, string>> = {
  next: '16.4.6',
  'next-auth': '5.0.0-beta.32',
  'pdfjs-dist': '6.2.108',
}

describe('dependencies', () => {
  it.each(Object.entries(SAFE))('%s is at least %s', (name, least) => {
    const text = readFileSync(join(ROOT, 'node_modules', name, 'package.json'), 'utf8')
    const { version } = JSON.parse(text) as { version: string }
    const parts = (v: string) => v.split(/[.-]/).map((p) => Number(p.replace(/\D/g, '') || 0))
    const [have, want] = [parts(version), parts(least)]
    const first = want.findIndex((part, i) => part !== have[i])
    expect(first === -1 || (have[first] ?? 0) > (want[first] ?? 0)).toBe(true)
  })
})
