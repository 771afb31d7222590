import { readFileSync, writeFileSync } from 'node:fs'
import { definitionHash } from '@/lib/applications/service-versions'
import { SERVICES } from '@/lib/services'

// npm run services:publish — notes the hash of each new version; a noted one is never rewritten.
const FILE = 'lib/services/published.json'
const noted = JSON.parse(readFileSync(FILE, 'utf8')) as Record<string, string>
const isNew = (key: string) => !(key in noted)
const fresh = SERVICES.map((s) => [`${s.slug}@${s.version}`, definitionHash(s)] as const).filter(([key]) =>
  isNew(key),
)
writeFileSync(FILE, `${JSON.stringify({ ...noted, ...Object.fromEntries(fresh) }, null, 2)}\n`)
console.log(fresh.length === 0 ? 'No new version.' : fresh.map(([key]) => `noted ${key}`).join('\n'))
