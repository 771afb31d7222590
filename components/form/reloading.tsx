import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'

/** The control whose change is being answered: the answer brings a new one, to which the focus goes back. */
let changed: string | null = null

/** Around a choice that decides what the next ones offer. Its button stands there until a script takes its place. */
export function Reloading({ button, children }: { button: string; children: ReactNode }) {
  const around = useRef<HTMLDivElement>(null)
  const press = useRef<HTMLButtonElement>(null)
  const [isLive, setIsLive] = useState(false)

  useEffect(() => {
    setIsLive(true)
    const control = changed ? document.getElementById(changed) : null
    if (!control || !around.current?.contains(control)) return
    changed = null
    control.focus()
  }, [])

  return (
    <>
      <div
        ref={around}
        onChange={({ target }) => {
          if (target instanceof HTMLElement) changed = target.id
          press.current?.click()
        }}
      >
        {children}
      </div>
      <div className={isLive ? 'hidden' : '-mt-3 mb-6'}>
        <Button ref={press} variant="secondary" name="_intent" value="refresh" formNoValidate>
          {button}
        </Button>
      </div>
    </>
  )
}
