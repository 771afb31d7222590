const PATHS = {
  check: 'M4 10.5l4 4 8-9',
  cross: 'M5 5l10 10M15 5L5 15',
  info: 'M10 9v5.5M10 5.6v.4',
  warn: 'M10 3l8 14H2zM10 8.5v4M10 14.6v.2',
  clock: 'M10 2.5a7.5 7.5 0 100 15 7.5 7.5 0 000-15zM10 6v4.3l3 1.7',
  file: 'M5 2.5h6.5L15.5 6.5v11H5zM11.5 2.5v4h4',
  arrow: 'M4 10h11M10.5 5.5L15 10l-4.5 4.5',
  pen: 'M4 16l1-4L14 3l3 3-9 9z',
  inbox: 'M3 11l2-7h10l2 7v5H3zM3 11h4l1 2h4l1-2h4',
} as const
export type IconName = keyof typeof PATHS

/** Always beside a word; `info` and the like are read aloud by that word, not by the picture. */
export function Icon({ name, className = '' }: { name: IconName; className?: string }) {
  return (
    <svg
      viewBox="0 0 20 20"
      width="20"
      height="20"
      className={`inline-block size-[1.15em] shrink-0 align-[-0.2em] ${className}`}
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {name === 'info' && <circle cx="10" cy="10" r="8" />}
      <path d={PATHS[name]} />
    </svg>
  )
}
