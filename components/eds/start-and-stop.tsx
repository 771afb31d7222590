'use client'

import { useRef } from 'react'
import { Button } from '@/components/ui/button'

/** Starts the making of a signature; while it can still be given up, a second button does that. */
export function StartAndStop({
  label,
  variant,
  stop,
  isBusy,
  mayStop,
  onStart,
  onStop,
}: {
  label: string
  variant?: 'secondary'
  stop: string
  isBusy: boolean
  mayStop: boolean
  onStart: () => void
  onStop: () => void
}) {
  const start = useRef<HTMLButtonElement>(null)
  return (
    <>
      <Button
        ref={start}
        type="button"
        variant={variant}
        onClick={() => {
          if (!isBusy) onStart()
        }}
        // Not disabled, so that the focus stays.
        aria-disabled={isBusy || undefined}
        className={isBusy ? 'opacity-60' : undefined}
      >
        {label}
      </Button>
      {mayStop && (
        <Button
          type="button"
          variant="quiet"
          onClick={() => {
            onStop()
            // This button goes away.
            start.current?.focus()
          }}
        >
          {stop}
        </Button>
      )}
    </>
  )
}
