'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useTransition } from 'react'

/** While work goes on the page is read anew, each time a while after the last answer. Without a script there is a link. */
export function BatchRefresh({ everyMs }: { everyMs: number }) {
  const router = useRouter()
  const [isReading, read] = useTransition()
  useEffect(() => {
    if (isReading) return
    const timer = setTimeout(() => read(() => router.refresh()), everyMs)
    return () => clearTimeout(timer)
  }, [router, everyMs, isReading])
  return null
}
