import type { ReactNode } from 'react'
import '@/app/globals.css'

/** Never prerendered: the nonce of the content security policy is made for each request. */
export const dynamic = 'force-dynamic'

/** The pages choose their shell (`components/shell`), because only they know what is current and who reads. */
export default function RoomLayout({ children }: { children: ReactNode }) {
  return children
}
