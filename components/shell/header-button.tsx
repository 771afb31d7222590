import type { ComponentProps } from 'react'

/** A button that looks like a link of the header; for «Выйти». */
export function HeaderButton(props: Omit<ComponentProps<'button'>, 'className'>) {
  return (
    <button
      type="submit"
      {...props}
      className="flex min-h-target cursor-pointer items-center border-b-4 border-transparent text-band-ink underline underline-offset-4"
    />
  )
}
