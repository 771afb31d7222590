import { DEMO_PASSWORD } from '../../prisma/seed/people'
import { Refusal } from '../launch/refusal'

/** Signs one of the demo's people in as a browser without a script does; answers the session's cookie. */
export async function signInByPost(url: string, email: string): Promise<{ name: string; value: string }> {
  const answer = await postForm(`${url}/ru/login`, { email, password: DEMO_PASSWORD })
  const pair = answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .find((first) => first?.startsWith('session='))
  if (!pair) throw new Refusal(`${email} could not sign in.`)
  const [name = '', value = ''] = pair.split('=')
  return { name, value }
}

/** Fills the last form of a page and posts it as a browser without a script does. */
export async function postForm(
  address: string,
  typed: Record<string, string>,
  cookie = '',
): Promise<Response> {
  const html = await (await fetch(address, { headers: { cookie } })).text()
  const form = html.slice(html.lastIndexOf('<form'))
  const body = new FormData()
  for (const [tag] of form.slice(0, form.indexOf('</form>')).matchAll(/<input type="hidden"[^>]*>/g)) {
    const attribute = (name: string) => decode(new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '')
    body.append(attribute('name'), attribute('value'))
  }
  for (const [name, value] of Object.entries(typed)) body.append(name, value)
  return fetch(address, {
    method: 'POST',
    body,
    redirect: 'manual',
    headers: { cookie, origin: new URL(address).origin },
  })
}

function decode(text: string): string {
  const signs: Readonly<Record<string, string>> = {
    '&quot;': '"',
    '&#x27;': "'",
    '&lt;': '<',
    '&gt;': '>',
    '&amp;': '&',
  }
  return text.replaceAll(/&(?:quot|#x27|lt|gt|amp);/g, (sign) => signs[sign] ?? sign)
}
