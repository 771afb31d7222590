import { localePath } from '@/lib/i18n/locale'
import { requestLocale } from '@/lib/i18n/request-locale'

/** The address in QR codes. It names no language, so that a paper fits every reader. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ code: string }> },
): Promise<Response> {
  const { code } = await params
  const location = `${localePath(requestLocale(request), '/verify')}?code=${encodeURIComponent(code)}`
  return new Response(null, { status: 302, headers: { location, 'cache-control': 'no-store' } })
}
