import { inject } from 'vitest'

// The settings of the app, as the launcher would give them; `testDatabase()` adds the database.
Object.assign(process.env, inject('environment'))
