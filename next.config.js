/** @type {import('next').NextConfig} */
export default {
  output: 'standalone',
  poweredByHeader: false,
  images: { unoptimized: true },
  experimental: { globalNotFound: true },
  outputFileTracingIncludes: { '/**': ['./node_modules/@expo-google-fonts/tinos/**/*.ttf'] },
}
