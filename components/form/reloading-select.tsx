import { type ComponentProps, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/select'

/** The control whose change is being answered: the answer brings a new one, to which the focus goes back. */
let changed: string | null = null

/** A choice that decides what the next ones offer. Its button stands there until a script takes its place. */
export function ReloadingSelect({ button, ...select }: ComponentProps<typeof Select> & { button: string }) {
  const press = useRef<HTMLButtonElement>(null)
  const [isLive, setIsLive] = useState(false)
  const id = select.id ?? select.name

  useEffect(() => {
    setIsLive(true)
    if (changed !== id) return
    changed = null
    document.getElementById(id)?.focus()
  }, [id])

  return (
    <>
      <Select
        {...select}
        onChange={() => {
          changed = id
          press.current?.click()
        }}
      />
      <div className={isLive ? 'hidden' : '-mt-3 mb-6'}>
        <Button ref={press} variant="secondary" name="_intent" value="refresh" formNoValidate>
          {button}
        </Button>
      </div>
    </>
  )
}
