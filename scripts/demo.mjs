import { prepare } from './install.mjs'

// npm run demo [-- --reset]
await prepare()
const { launch } = await import('./launch/launch.ts')
await launch('demo', process.argv.slice(2))
