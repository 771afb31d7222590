import type { ReactNode } from 'react'
import './public.css'

/** Every public page is made at build time, carries no session and no JavaScript (`scripts/strip-public.mjs`). */
export const dynamic = 'error'
export const dynamicParams = false

export default function PublicLayout({ children }: { children: ReactNode }) {
  return children
}
