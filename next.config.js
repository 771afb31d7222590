import { ROOMS } from './app/rooms.mjs'

/** On every answer. The content security policy of the rooms has a nonce and therefore stands in `proxy.ts`. */
const EVERYWHERE = [
  { key: 'Strict-Transport-Security', value: 'max-age=63072000' },
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  {
    key: 'Permissions-Policy',
    value: 'accelerometer=(), camera=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()',
  },
]

/** Public pages have no script; should one be rendered anew with its tags, the browser fetches none. */
const PUBLIC_POLICY =
  "default-src 'none'; script-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

/** @type {import('next').NextConfig} */
export default {
  output: 'standalone',
  // A test builds the app once more, elsewhere, with a fixture in its place; its types were checked with all others.
  distDir: process.env.DIST_DIR ?? '.next',
  ...(process.env.DIST_TSCONFIG && {
    typescript: { tsconfigPath: process.env.DIST_TSCONFIG, ignoreBuildErrors: true },
  }),
  // A lockfile in a folder above must not move the root.
  outputFileTracingRoot: import.meta.dirname,
  turbopack: {
    root: import.meta.dirname,
    // The build for today's browsers leaves out Safari before 18; its worker is taken from the same folder.
    resolveAlias: { 'pdfjs-dist': 'pdfjs-dist/legacy/build/pdf.mjs' },
  },
  poweredByHeader: false,
  images: { unoptimized: true },
  experimental: { globalNotFound: true },
  outputFileTracingIncludes: { '/**': ['./node_modules/@expo-google-fonts/tinos/**/*.ttf', './trust/**'] },
  headers: async () => [
    { source: '/:path*', headers: EVERYWHERE },
    {
      source: `/:locale(kk|ru)/:page((?!(?:${ROOMS.join('|')})(?:/|$)).*)?`,
      headers: [{ key: 'Content-Security-Policy', value: PUBLIC_POLICY }],
    },
  ],
}
