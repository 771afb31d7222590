import { readdirSync, readFileSync, statSync } from 'node:fs'
import { extname, join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Outcome, Signer } from './outcome'
import type { ExpectedSigner, Policy, Revocation } from './policy'
import { httpPost, OCSP_HOSTS, ocspSource } from './revocation-source'
import { derOf, FINGERPRINTS, readTrustDirectory } from './trust-directory'
import { type TrustStore, trustStore } from './trust-store'
import { verifyCms } from './verify-cms'
import { verifyXml } from './verify-xml'

export const USAGE = `eds:verify -- FILE [--content F] --trust DIR --at ISO --iin N|any --bin N|none
           --role person|head|signRight|any --revocation off|soft|required

  FILE          .xml is XMLDSIG, anything else CMS: DER, PEM or base64
  --content     what was signed; without it, what the signature itself carries
  --trust       certificates of authorities. With a SHA256SUMS there, each must stand in it;
                a folder without one is trusted as it is, since whoever calls names it
  --at          the moment to judge at: 2026-08-20, or 2026-08-20T10:00:00Z; without a zone it is UTC
  --iin         the signer's twelve digits, or any
  --bin         the organisation's twelve digits, or none: the certificate names no organisation
  --role        what the certificate must let its holder do
  --revocation  off: nobody is asked; soft: the signature counts without an answer; required: it does not

One line of JSON: {"status","code","signer"}. Exit code 0: the signature holds, also when the revocation service
could not be reached and --revocation is soft (VALID_REVOCATION_PENDING); 1: it does not hold; 2: wrong usage.
`

export type Answer = { exitCode: 0 | 1 | 2; stdout: string; stderr: string }

class UsageError extends Error {}

/**
 * `eds:verify`: checks one file as the arguments say.
 * @param ocspUrl asked instead of the address in the certificate, which must be one of НУЦ РК
 */
export async function verifyFile(args: readonly string[], ocspUrl?: string): Promise<Answer> {
  try {
    const outcome = await check(readArguments(args, ocspUrl))
    const { status, code, signer } = outcome
    return {
      exitCode: status === 'INVALID' ? 1 : 0,
      stdout: `${JSON.stringify({ status, code, signer: signer && printable(signer) })}\n`,
      stderr: status === 'INVALID' ? `${outcome.detail}\n` : '',
    }
  } catch (error) {
    // Also a file that cannot be read, or a folder of certificates that is not what was confirmed.
    const why = error instanceof Error ? error.message : String(error)
    return { exitCode: 2, stdout: '', stderr: `${why}\n${error instanceof UsageError ? `\n${USAGE}` : ''}` }
  }
}

type Task = {
  file: string
  content: Buffer | null
  policy: Policy
  /** Of a person's key that is to name an organisation, which none does. */
  isContradiction: boolean
}

async function check({ file, content, policy, isContradiction }: Task): Promise<Outcome> {
  const bytes = readFileSync(file)
  const outcome =
    extname(file).toLowerCase() === '.xml'
      ? await verifyXml(bytes.toString('utf8'), { ...policy, content: content?.toString('utf8') ?? 'any' })
      : await verifyCms(bytes, { ...policy, content: content ?? 'attached' })
  if (outcome.status === 'INVALID' || !isContradiction) return outcome
  const { signer } = outcome
  return {
    status: 'INVALID',
    code: 'BIN_MISMATCH',
    detail: 'the key names no organisation',
    moment: null,
    signer,
  }
}

/** The certificate itself is in the file. */
function printable({ certificate, ...signer }: Signer): Omit<Signer, 'certificate'> {
  return signer
}

function readArguments(args: readonly string[], ocspUrl: string | undefined): Task {
  const { values, positionals } = parse(args)
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0) throw new UsageError('One FILE is wanted.')
  const value = (name: Exclude<keyof typeof values, 'content'>): string => {
    const given = values[name]
    if (given === undefined) throw new UsageError(`--${name} is missing.`)
    return given
  }
  const iin = oneOf('iin', value('iin'), 'any')
  const bin = oneOf('bin', value('bin'), 'none')
  const signer = expectedSigner(value('role'), iin, bin)
  return {
    file,
    content: values.content === undefined ? null : readFileSync(values.content),
    policy: {
      signer,
      trust: readTrust(value('trust')),
      revocation: revocationOf(value('revocation'), ocspUrl),
      at: momentOf(value('at')),
      signedWithin: 'any',
      timeStamp: 'optional',
    },
    isContradiction: signer.kind === 'person' && bin !== 'none',
  }
}

function parse(args: readonly string[]) {
  try {
    const text = { type: 'string' } as const
    const options = {
      content: text,
      trust: text,
      at: text,
      iin: text,
      bin: text,
      role: text,
      revocation: text,
    }
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

function oneOf(name: string, given: string, word: string): string {
  if (given === word || /^\d{12}$/.test(given)) return given
  throw new UsageError(`--${name} is twelve digits or ${word}.`)
}

function expectedSigner(role: string, iin: string, bin: string): ExpectedSigner {
  switch (role) {
    case 'person':
      return { kind: 'person', iin }
    case 'head':
    case 'signRight':
      return { kind: 'organisation', iin, bin, roles: [role] }
    case 'any':
      return { kind: 'any', iin, bin }
  }
  throw new UsageError('--role is person, head, signRight or any.')
}

function momentOf(given: string): Date {
  const found = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?)(Z|[+-]\d\d:\d\d)?)?$/.exec(given)
  const at = new Date(`${found?.[1]}T${found?.[2] ?? '00:00'}${found?.[3] ?? 'Z'}`)
  if (!Number.isNaN(at.getTime())) return at
  throw new UsageError('--at is a moment such as 2026-08-20T10:00:00Z.')
}

function revocationOf(mode: string, url: string | undefined): Revocation {
  if (mode === 'off') return { mode }
  if (mode === 'soft' || mode === 'required') {
    return { mode, source: ocspSource({ post: httpPost, hosts: OCSP_HOSTS, url }) }
  }
  throw new UsageError('--revocation is off, soft or required.')
}

function readTrust(folder: string): TrustStore {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new UsageError(`--trust is a folder; ${folder} is none.`)
  }
  const names = readdirSync(folder).sort()
  if (names.includes(FINGERPRINTS)) return readTrustDirectory(folder)
  // Folders of authorities often hold one certificate twice, as DER and as PEM, and revocation lists beside them.
  const ders = names
    .filter((name) => /\.(cer|crt|pem|der)$/i.test(name))
    .map((name) => derOf(readFileSync(join(folder, name))))
  return trustStore([...new Map(ders.map((der) => [Buffer.from(der).toString('base64'), der])).values()])
}
