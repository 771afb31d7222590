import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { OID } from '@/lib/signatures/eds/oids'
import { edsIsOpen } from '@/lib/signatures/trust'
import { type NcaLayer, ncaLayer } from '../nca-layer'

/** The key by which a head may sign, or why there is none. */
export type HeadKey =
  | ({ status: 'ready'; iin: string; extKeyUsageOids: readonly string[] } & NcaLayer)
  | { status: 'closed' | 'noIin' }

/** An organisation's; whether it is the head's or of the right to sign, only the server asks. */
export function headKey({ iin }: Actor): HeadKey {
  if (!edsIsOpen()) return { status: 'closed' }
  if (iin === '') return { status: 'noIin' }
  return {
    status: 'ready',
    iin,
    extKeyUsageOids: [OID.emailProtection, OID.legalEntity],
    ...ncaLayer(),
  }
}
