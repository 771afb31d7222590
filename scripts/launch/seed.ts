import { seedDemo } from '@/prisma/seed/index'

// A process of its own: the app's modules load only under the condition `react-server`.
const url = process.env.DATABASE_URL
if (!url) throw new Error('DATABASE_URL is not set.')
await seedDemo(url, new Date())
