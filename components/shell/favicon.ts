/** The brand mark as a data address: no request. */
export const FAVICON = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40" fill="none" stroke="#fff" stroke-width="3.5" stroke-linecap="round"><rect width="40" height="40" rx="8" fill="#00566e" stroke="none"/><path d="M20 34V17c0-6 3-9 7-9s6 2.5 6 5.6-2 5-4.6 5-3.9-1.6-3.9-3.6M20 17c0-6-3-9-7-9s-6 2.5-6 5.6 2 5 4.6 5 3.9-1.6 3.9-3.6"/></svg>',
)}`
