import type { Text } from '@/lib/domain/text'
import { OID } from '@/lib/signatures/eds/oids'
import { signerOf } from '@/lib/signatures/eds/signer'
import type { DemoKey } from './ncalayer-keys'
import type { SigningRequest } from './ncalayer-request'

/** What the person is asked: which of these keys, and why some of them will not do. */
export type Offer = { asked: SigningRequest; keys: readonly Offered[] }
export type Offered = { key: DemoKey; refusal: Text | null }

/** As NCALayer: it shows all keys and lets choose those that the page asked for; here they come first. */
export function offerOf(asked: SigningRequest, keys: readonly DemoKey[], now: Date): Offer {
  // All keys of the demo are files.
  const shown = (asked.allowedStorages ?? ['PKCS12']).includes('PKCS12') ? keys : []
  const offered = shown.map((key) => ({ key, refusal: refusalOf(key, asked, now) }))
  const isFit = ({ refusal }: Offered) => refusal === null
  return { asked, keys: [...offered.filter(isFit), ...offered.filter((each) => !isFit(each))] }
}

const REFUSALS = {
  notYet: { kk: 'Мерзімі әлі басталған жоқ', ru: 'Срок еще не начался' },
  expired: { kk: 'Мерзімі аяқталған', ru: 'Срок истек' },
  signIn: { kk: 'Қол қоюға емес, кіруге арналған кілт', ru: 'Ключ для входа, а не для подписи' },
  usage: { kk: 'Басқа түрдегі кілт керек', ru: 'Нужен ключ другого вида' },
  iin: { kk: 'Басқа адамның ЖСН-і', ru: 'ИИН другого человека' },
  bin: { kk: 'Басқа ұйымның БСН-і', ru: 'БИН другой организации' },
  serial: { kk: 'Басқа кілт керек', ru: 'Нужен другой ключ' },
} satisfies Record<string, Text>

function refusalOf({ issued: { certificate } }: DemoKey, asked: SigningRequest, now: Date): Text | null {
  const { extKeyUsageOids, iin, bin, serialNumber } = asked.signerParams
  const holder = signerOf(certificate)
  const missing = extKeyUsageOids.filter((oid) => !certificate.extendedKeyUsage.includes(oid))
  if (now < certificate.validFrom) return REFUSALS.notYet
  if (now > certificate.validTo && !asked.signingParams.allowExpired) return REFUSALS.expired
  if (missing.includes(OID.emailProtection)) return REFUSALS.signIn
  if (missing.length > 0) return REFUSALS.usage
  if (iin && holder.iin !== iin) return REFUSALS.iin
  if (bin && holder.bin !== bin) return REFUSALS.bin
  if (serialNumber && holder.serial !== serialNumber.toLowerCase()) return REFUSALS.serial
  return null
}
