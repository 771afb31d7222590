import 'server-only'
import { getProfile } from '@/lib/accounts/data'
import type { Actor } from '@/lib/domain/actor'
import { sameAnswers, withProfile } from '@/lib/domain/answers'
import { mayBegin, type WindowState } from '@/lib/domain/intake-window'
import type { ProviderKind } from '@/lib/domain/provider-kind'
import { statementPath } from '@/lib/domain/statement-path'
import type { Text } from '@/lib/domain/text'
import type { StatementPaper } from '@/lib/papers/paper'
import type { Tx } from '@/lib/platform/db'
import { OID } from '@/lib/signatures/eds/oids'
import { egovQrIsOn } from '@/lib/signatures/egov-qr'
import { edsIsOpen } from '@/lib/signatures/trust'
import { getOwn } from '../data'
import { type NcaLayer, ncaLayer } from '../nca-layer'
import { toBeSigned } from '../revision'
import { getOwnWindow } from '../windows'
import { statementOf } from './snapshot'

/** The statement before it is signed: the words of the PDF, and what signing it will do. */
export type SignPage = {
  number: number
  serviceName: Text
  provider: ProviderKind
  statement: StatementPaper
  /** Of the PDF. */
  sha256: string
  /** Where the PDF is. */
  document: string
  /** The signature goes with what the school asked to put right. */
  isCorrection: boolean
  window: WindowState
  confirmed: boolean
  /** The keys that may be chosen: the applicant's own, for signing. */
  keys: { iin: string; extKeyUsageOids: readonly string[] }
  /** Whether it may be signed in eGov Mobile too, through a third party. */
  egovQr: boolean
} & NcaLayer

/** Null where there is nothing to sign, or signing is closed: the application's own page says what to do. */
export async function getSignPage(tx: Tx, actor: Actor, number: number, now: Date): Promise<SignPage | null> {
  const application = await getOwn(tx, actor, number)
  const { service, status } = application
  const revision = toBeSigned(application)
  if (!revision || !edsIsOpen()) return null
  const current = withProfile(service, application.answers, await getProfile(tx, actor))
  const window = await getOwnWindow(tx, application, now)
  const isCorrection = status === 'correction'
  // In a correction an edit takes the statement away at once, and what was asked for may come after the intake.
  if (!isCorrection && (!sameAnswers(revision.snapshot.answers, current) || !mayBegin(window))) return null
  const { ordinal, mark, snapshot, statementSha256 } = revision
  return {
    number,
    serviceName: service.name,
    provider: snapshot.organisation.kind ?? 'school',
    statement: statementOf(service, snapshot, { number, ordinal, mark }),
    sha256: statementSha256,
    document: statementPath(number, isCorrection ? ordinal : undefined),
    isCorrection,
    window,
    confirmed: actor.confirmed,
    egovQr: egovQrIsOn(),
    keys: { iin: snapshot.applicant.iin, extKeyUsageOids: [OID.emailProtection, OID.person] },
    ...ncaLayer(),
  }
}
