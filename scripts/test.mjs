import { prepare } from './install.mjs'

// npm test · npm run test:unit [-- pattern] · npm run test:e2e [-- arguments of playwright]
await prepare()
const { test } = await import('./test/test.ts')
await test(process.argv.slice(2))
