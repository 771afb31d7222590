/**
 * After `next build`: takes the scripts out of every prerendered page. All of them are public ones, for the
 * rooms are rendered per request; a page of a room found here would lose its scripts, so it stops the build.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const PUBLIC = /^(?:_[\w-]+|(?:kk|ru)(?:\/(?:faq|how-to|agreement|personal-data|services\/[a-z-]+))?)\.html$/

/** Pages of Next have no script text that contains `</script`, so a plain pattern is exact here. */
export function stripScripts(html) {
  return html
    .replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, '')
    .replace(/<link\b[^>]*\bas="script"[^>]*>/g, '')
    .replace(/<link\b[^>]*\brel="modulepreload"[^>]*>/g, '')
}

/** A build lies in its folder twice: as Next made it, and as it is served. */
function stripBuild(build) {
  let count = 0
  const folders = [`${build}/server/app`, `${build}/standalone/${build}/server/app`]
  for (const folder of folders.map((name) => join(ROOT, name)).filter((path) => existsSync(path))) {
    for (const name of readdirSync(folder, { recursive: true }).filter((path) => path.endsWith('.html'))) {
      if (!PUBLIC.test(name.replaceAll('\\', '/'))) {
        console.error(`${name} was prerendered, but only public pages may be: make it dynamic`)
        process.exit(1)
      }
      const path = join(folder, name)
      writeFileSync(path, stripScripts(readFileSync(path, 'utf8')))
      count += 1
    }
  }
  if (count === 0) {
    console.error('No prerendered pages found: run next build first')
    process.exit(1)
  }
  console.log(`${count} public pages carry no script`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) stripBuild(process.argv[2] ?? '.next')
