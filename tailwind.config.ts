import type { Config } from 'tailwindcss'

/** The look: names of colours and sizes. Values stand in `app/tokens.css`, so that contrast schemes can swap them. */
const color = (name: string) => `var(--${name})`

export default {
  theme: {
    colors: {
      transparent: 'transparent',
      current: 'currentColor',
      ink: color('ink'),
      muted: color('muted'),
      brand: { DEFAULT: color('brand'), dark: color('brand-dark'), soft: color('brand-soft') },
      band: { DEFAULT: color('band'), ink: color('band-ink'), line: color('band-line') },
      'on-brand': color('on-brand'),
      sky: color('sky'),
      gold: color('gold'),
      ok: { DEFAULT: color('ok'), soft: color('ok-soft') },
      warn: { DEFAULT: color('warn'), soft: color('warn-soft') },
      bad: { DEFAULT: color('bad'), soft: color('bad-soft') },
      line: { DEFAULT: color('line'), soft: color('line-soft') },
      paper: color('paper'),
      mist: color('mist'),
    },
    fontSize: {
      sm: ['0.9375rem', '1.45'],
      base: ['1rem', '1.5'],
      lg: ['1.125rem', '1.4'],
      xl: ['1.375rem', '1.3'],
      '2xl': ['1.75rem', '1.2'],
    },
    borderRadius: { none: '0', DEFAULT: '6px', full: '999px' },
    extend: {
      minWidth: { target: '2.75rem' },
      maxWidth: { reading: '40rem', page: '72rem' },
      minHeight: { target: '2.75rem' },
    },
  },
} satisfies Config
