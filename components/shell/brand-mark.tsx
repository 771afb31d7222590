/** Қошқар мүйіз inside the square of a carpet: the sign of the platform, the same as the favicon. */
export function BrandMark() {
  return (
    <svg
      viewBox="0 0 40 40"
      width="40"
      height="40"
      className="size-10 shrink-0"
      fill="none"
      aria-hidden="true"
    >
      <rect x="1.5" y="1.5" width="37" height="37" rx="6" stroke="currentColor" strokeWidth="2" />
      <path
        d="M20 33V17c0-6 3-9 7-9 3.5 0 6 2.5 6 5.6 0 2.9-2 5-4.6 5-2.2 0-3.9-1.6-3.9-3.6M20 17c0-6-3-9-7-9-3.5 0-6 2.5-6 5.6 0 2.9 2 5 4.6 5 2.2 0 3.9-1.6 3.9-3.6M13 27l7-5 7 5"
        stroke="currentColor"
        strokeWidth="2.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
