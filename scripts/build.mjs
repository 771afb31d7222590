import { prepare } from './install.mjs'

// npm run build
await prepare()
const { buildApp } = await import('./launch/build.ts')
await buildApp().catch((error) => {
  console.error(error.message)
  process.exitCode = 1
})
