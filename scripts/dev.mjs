import { prepare } from './install.mjs'

// npm run dev [-- --reset]
await prepare()
const { launch } = await import('./launch/launch.ts')
await launch('dev', process.argv.slice(2))
