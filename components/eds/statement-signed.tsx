import { FileRow } from '@/components/ui/file-row'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import type { StatementSignature } from '@/lib/applications/revision'
import { formatDateTime } from '@/lib/domain/dates'
import type { Locale } from '@/lib/domain/text'
import { signingMessages } from '@/lib/i18n/signing'

type Given = { locale: Locale; eds: StatementSignature }

/** «Подписано ЭЦП»: whose key, its certificate, when; and what is not clear yet, or turned out to be wrong. */
export function StatementSigned({ locale, eds, todo }: Given & { todo: string }) {
  const t = signingMessages[locale].signed
  if (eds.status === 'revoked')
    return (
      <Notice tone="bad" title={t.refuted}>
        <p className="[overflow-wrap:anywhere]">{signedBy(locale, eds)}</p>
        <p>{t.refutedText}</p>
        <p>{todo}</p>
      </Notice>
    )
  return (
    <>
      <p className="flex gap-2 font-bold text-ok">
        <Icon name="check" className="mt-[0.2em]" />
        <span>{t.title}</span>
      </p>
      <p className="[overflow-wrap:anywhere]">{signedBy(locale, eds)}</p>
      {eds.status === 'revocationPending' && <p className="mt-2">{t.pending}</p>}
    </>
  )
}

/** The signature apart from the PDF, to be saved beside it. `isKnown`: whose it is stands above. */
export function SignatureFile({
  locale,
  eds,
  number,
  isKnown = false,
}: Given & { number: number; isKnown?: boolean }) {
  const t = signingMessages[locale].signed
  return (
    <FileRow
      name={t.file}
      href={`/api/papers/statement/${number}/signature`}
      format="CMS"
      note={
        <>
          {!isKnown && <p>{signedBy(locale, eds)}</p>}
          {!isKnown && eds.status === 'valid' && (
            <p className="flex gap-2 font-bold text-ok">
              <Icon name="check" className="mt-[0.2em]" />
              <span>{t.checked}</span>
            </p>
          )}
          {!isKnown && eds.status === 'revocationPending' && <p>{t.pending}</p>}
          {!isKnown && eds.status === 'revoked' && <p className="font-bold">{t.refuted}</p>}
          <p className="text-muted">{t.fileNote}</p>
        </>
      }
    />
  )
}

function signedBy(locale: Locale, { signerName, serial, receivedAt }: StatementSignature): string {
  return signingMessages[locale].signed.by(signerName, serial, formatDateTime(receivedAt, locale))
}
