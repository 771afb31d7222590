import { SignatureFile } from '@/components/eds/statement-signed'
import { FileRow } from '@/components/ui/file-row'
import type { ApplicationPage } from '@/lib/applications/parent/loaders'
import { formatDateTime } from '@/lib/domain/dates'
import { statementPath, statementSignaturePath } from '@/lib/domain/statement-path'
import type { Locale } from '@/lib/domain/text'
import { applicationMessages } from '@/lib/i18n/application-page'
import { correctionMessages } from '@/lib/i18n/corrections'
import { signingMessages } from '@/lib/i18n/signing'

/** The statement that counts, the one whose signature it has, and those that were sent before. */
export function Statements({ locale, page }: { locale: Locale; page: ApplicationPage }) {
  const t = applicationMessages[locale]
  const corrections = correctionMessages[locale].task
  const { number, revision } = page.application
  if (!revision) return null
  const { ordinal, mark, signed, eds, confirmedAt } = revision
  const others = page.earlier.filter((statement) => statement.ordinal !== signed.ordinal)
  return (
    <>
      <FileRow
        name={t.statement}
        href={statementPath(number)}
        format="PDF"
        note={
          confirmedAt
            ? corrections.confirmed(ordinal, formatDateTime(confirmedAt, locale))
            : t.statementMark(ordinal, mark)
        }
      />
      {signed.ordinal !== ordinal && (
        <FileRow
          name={t.statement}
          href={statementPath(number, signed.ordinal)}
          format="PDF"
          note={corrections.signedStatement(signed.ordinal, signed.mark)}
        />
      )}
      {eds && <SignatureFile locale={locale} number={number} eds={eds} />}
      {others.map((earlier) => (
        <div key={earlier.ordinal}>
          <FileRow
            name={t.statement}
            href={statementPath(number, earlier.ordinal)}
            format="PDF"
            note={t.statementMark(earlier.ordinal, earlier.mark)}
          />
          {earlier.isSignedByEds && (
            <FileRow
              name={signingMessages[locale].signed.file}
              href={statementSignaturePath(number, earlier.ordinal)}
              format="CMS"
            />
          )}
        </div>
      ))}
    </>
  )
}
