/**
 * What NCALayer is asked and what it answers: module `kz.gov.pki.knca.basics`, method `sign`, as in the НУЦ РК
 * sample NCALayerJSExample of 2026-05-19. Frames are JSON texts, apart from the heartbeat.
 */
export const HEARTBEAT = '--heartbeat--'

/** Keys that do not fit are shown but cannot be chosen; the server checks them all the same. */
export type KeyFilter = {
  iin?: string
  bin?: string
  extKeyUsageOids: readonly string[]
}

export type SignRequest = {
  /** `cms`: detached, over base64 of the bytes; `xml`: an enveloped signature in the given text. */
  format: 'cms' | 'xml'
  data: readonly string[]
  keys: KeyFilter
  /** NCALayer adds a time stamp of НУЦ РК to a CMS. */
  stamps: boolean
  locale: 'kk' | 'ru'
}

/** Over the bytes behind the base64, not with them inside. */
const DETACHED = { decode: true, encapsulate: false, digested: false }

export function signFrame({ format, data, keys, stamps, locale }: SignRequest): string {
  const [only] = data
  return JSON.stringify({
    module: 'kz.gov.pki.knca.basics',
    method: 'sign',
    args: {
      format,
      // Versions before 1.4 take a list for several documents only.
      data: data.length === 1 ? only : data,
      signingParams: format === 'cms' ? { ...DETACHED, ...(stamps ? { tsaProfile: {} } : {}) } : {},
      signerParams: {
        extKeyUsageOids: keys.extKeyUsageOids,
        iin: keys.iin ?? '',
        bin: keys.bin ?? '',
        serialNumber: '',
        chain: null,
      },
      locale,
    },
  })
}

export type Frame =
  | { kind: 'greeting'; version: string }
  | { kind: 'heartbeat' }
  | { kind: 'signed'; signatures: string[] }
  | { kind: 'cancelled' }
  | { kind: 'error'; detail: string }

/** Reads one frame; what makes no sense is an error too, never an exception. */
export function readFrame(text: unknown): Frame {
  if (text === HEARTBEAT) return { kind: 'heartbeat' }
  const frame = parse(text)
  const version = at(at(frame, 'result'), 'version')
  if (typeof version === 'string') return { kind: 'greeting', version }
  if (at(frame, 'status') === true) return readBody(at(frame, 'body'))
  const code = at(frame, 'code') ?? at(frame, 'errorCode')
  return { kind: 'error', detail: typeof code === 'string' ? code : 'UNREADABLE' }
}

/** One signature comes as a text from older versions, in a list from 1.4 on; none at all when it was cancelled. */
function readBody(body: unknown): Frame {
  const result = at(body, 'result')
  if (result === undefined || result === null) return { kind: 'cancelled' }
  const signatures = Array.isArray(result) ? result : [result]
  if (signatures.length > 0 && signatures.every((one) => typeof one === 'string' && one !== ''))
    return { kind: 'signed', signatures }
  return { kind: 'error', detail: 'UNREADABLE' }
}

function parse(text: unknown): unknown {
  try {
    return typeof text === 'string' ? JSON.parse(text) : undefined
  } catch {
    return undefined
  }
}

function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
}
