import { dateInAlmaty, formatDate } from '@/lib/domain/dates'
import type { Locale } from '@/lib/domain/text'
import { signerOf } from '@/lib/signatures/eds/signer'
import { PEOPLE } from '@/prisma/seed/people'
import type { Offer, Offered } from './ncalayer-choice'
import type { DemoKey } from './ncalayer-keys'
import { KINDS, TEXTS } from './ncalayer-words'

export type Shown = {
  /** The request that waits, or nothing does. */
  request: { id: number; offer: Offer } | null
  keys: readonly DemoKey[]
  /** Whether keys that do not suit may be chosen all the same, to see how the server refuses them. */
  isAnyAllowed: boolean
}

/** What the person with the keys sees: the request with all keys, or the keys alone while nobody asks. */
export function choicePage({ request, keys, isAnyAllowed }: Shown): string {
  if (!request) {
    const listed = keys.map((key) => `<li class="key">${keyLines(key, 'ru')}</li>`).join('')
    const words = (['kk', 'ru'] as const).map(
      (l) => `<p lang="${l}">${TEXTS[l].idle}</p><p lang="${l}">${TEXTS[l].about}</p>`,
    )
    return page('ru', `${TEXTS.kk.title} · ${TEXTS.ru.title}`, null, `${words.join('')}<ul>${listed}</ul>`)
  }
  const { id, offer } = request
  const { locale } = offer.asked
  const t = TEXTS[locale]
  const listed = offer.keys.map((offered) => `<li>${choice(id, offered, locale, isAnyAllowed)}</li>`).join('')
  const isNoneFit = offer.keys.every(({ refusal }) => refusal)
  return page(
    locale,
    t.choose([offer.asked.data].flat().length),
    id,
    `<p>${t.about}</p><ul>${listed}</ul>${isNoneFit ? issueForm(offer, t) : ''}
<form method="post" action="/cancel">${hidden('request', String(id))}<button class="plain">${t.cancel}</button></form>
<p><a href="${isAnyAllowed ? '/' : '/?any'}">${isAnyAllowed ? t.onlyFit : t.any}</a></p>`,
  )
}

function choice(id: number, { key, refusal }: Offered, locale: Locale, isAnyAllowed: boolean): string {
  const why = refusal ? `<strong>${safe(refusal[locale])}</strong>` : ''
  const isOff = refusal !== null && !isAnyAllowed
  return `<form method="post" action="/choose">${hidden('request', String(id))}${hidden('key', key.id)}
<button class="key"${isOff ? ' disabled' : ''}>${keyLines(key, locale)}${why}</button></form>`
}

function keyLines({ kind, issued }: DemoKey, locale: Locale): string {
  const t = TEXTS[locale]
  const { fullName, iin, bin, organisation, validTo, algorithm } = signerOf(issued.certificate)
  const numbers = [iin && `${t.iin} ${iin}`, bin && `${t.bin} ${bin}`].filter(Boolean).join(', ')
  const lines = [
    `${KINDS[kind][locale]}, ${algorithm}`,
    organisation,
    `${numbers}; ${t.until(formatDate(dateInAlmaty(validTo), locale, 'short'))}`,
  ]
  return `<b>${safe(fullName)}</b>${lines.map((line) => (line ? `<span>${safe(line)}</span>` : '')).join('')}`
}

function issueForm({ asked }: Offer, t: (typeof TEXTS)[Locale]): string {
  const { iin, bin } = asked.signerParams
  const person = PEOPLE.find((each) => iin !== null && each.iin === iin)
  const input = (name: string, label: string, value = '', more = '') =>
    `<label>${label} <input name="${name}" value="${safe(value)}" maxlength="100" ${more}></label>`
  return `<form method="post" action="/issue" class="issue"><p>${t.none}</p>
${input('surname', t.names.surname, person?.familyName, 'required')}
${input('given', t.names.given, person?.givenName, 'required')}
${input('patronymic', t.names.patronymic, person?.patronymic)}
${input('iin', t.iin, iin ?? '', `required pattern="[0-9]{12}" inputmode="numeric"${iin ? ' readonly' : ''}`)}
${bin ? hidden('bin', bin) : ''}<button>${t.issue(iin)}</button></form>`
}

function page(locale: Locale, title: string, request: number | null, body: string): string {
  return `<!doctype html><html lang="${locale}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${safe(title)}</title>${request === null ? '<noscript><meta http-equiv="refresh" content="3"></noscript>' : ''}
<style>body{font:1rem/1.5 system-ui,sans-serif;max-width:40rem;margin:1.5rem auto;padding:0 1rem;color:#1c2733;background:#fff}
h1{font-size:1.375rem;line-height:1.25}a{color:#0a58a6}ul{list-style:none;padding:0}li{margin:0 0 .75rem}
.key{box-sizing:border-box;width:100%;text-align:left;font:inherit;color:inherit;background:#fff;border:1px solid #8796a1;
border-radius:.25rem;padding:.75rem;overflow-wrap:anywhere}.key span,.key strong{display:block}button{font:inherit;cursor:pointer}
button.key:hover,button.key:focus-visible{border-color:#0a58a6;outline:3px solid #0a58a6}
button.key:disabled{background:#f3f5f7;color:#4a5761;cursor:default;outline:0;border-style:dashed}
.plain,.issue button{padding:.75rem 1.25rem;border:1px solid #8796a1;border-radius:.25rem;background:#fff;color:inherit}
.issue{border:1px solid #8796a1;border-radius:.25rem;padding:0 1rem 1rem;margin:0 0 1rem}
label{display:block;margin:0 0 .75rem}input{display:block;box-sizing:border-box;width:100%;font:inherit;padding:.5rem}</style>
<h1>${safe(title)}</h1>
${body}
<script>setInterval(async()=>{try{if((await(await fetch('/state')).json()).request!==${request})location.reload()}catch{}},700)</script></html>`
}

const hidden = (name: string, value: string) => `<input type="hidden" name="${name}" value="${safe(value)}">`

function safe(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
