import { prepare } from './install.mjs'

// npm run build
await prepare()
const { buildApp } = await import('./launch/build.ts')
await buildApp()
