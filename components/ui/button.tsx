import type { ComponentProps } from 'react'

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger'

const SHAPE =
  'inline-flex min-h-target items-center justify-center gap-2 rounded py-2 font-bold leading-tight no-underline cursor-pointer disabled:cursor-not-allowed disabled:opacity-60'

const VARIANTS: Readonly<Record<ButtonVariant, string>> = {
  primary:
    'border-2 border-transparent px-5 text-center bg-brand text-on-brand hover:bg-brand-dark hover:text-on-brand',
  secondary: 'border-2 border-brand px-5 text-center bg-paper text-brand hover:bg-brand-soft',
  quiet: 'text-left text-brand underline hover:text-brand-dark',
  danger: 'border-2 border-transparent px-5 text-center bg-bad text-paper hover:bg-ink',
}

function buttonClass(variant: ButtonVariant, className = ''): string {
  return `${SHAPE} ${VARIANTS[variant]} ${className}`
}

/** One primary a page. Submits its form unless told otherwise. */
export function Button({
  variant = 'primary',
  className,
  type = 'submit',
  ...rest
}: ComponentProps<'button'> & { variant?: ButtonVariant }) {
  return <button {...rest} type={type} className={buttonClass(variant, className)} />
}

export function ButtonLink({
  variant = 'primary',
  className,
  ...rest
}: ComponentProps<'a'> & { href: string; variant?: ButtonVariant }) {
  return <a {...rest} className={buttonClass(variant, className)} />
}
