'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** While work goes on the page is read anew; out of sight it can wait. Without a script there is a link. */
export function BatchRefresh({ everyMs }: { everyMs: number }) {
  const router = useRouter()
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) router.refresh()
    }, everyMs)
    return () => clearInterval(timer)
  }, [router, everyMs])
  return null
}
