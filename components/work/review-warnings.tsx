import { Notice } from '@/components/ui/notice'
import type { Review } from '@/lib/applications/provider/review'
import type { Locale } from '@/lib/domain/text'
import { localePath } from '@/lib/i18n/locale'
import { workMessages } from '@/lib/i18n/work'
import { ProveIdentity } from './in-person-panel'

/** What to look at before deciding; none of it forbids anything. */
export function ReviewWarnings({ locale, review }: { locale: Locale; review: Review }) {
  const t = workMessages[locale].review
  const { duplicates, inPerson, mismatch, revision, status } = review
  const isSent = status === 'sent'
  return (
    <div className="mb-6 space-y-4 empty:hidden">
      {review.hasConflict && (
        <Notice tone="warn" title={t.conflictTitle}>
          <p>{review.isStuck ? t.stuckText : t.conflictText}</p>
        </Notice>
      )}
      {isSent && revision.signedBy === 'atSchool' && !review.scan && (
        <Notice tone="info" title={t.atSchool}>
          <p>{t.atSchoolText}</p>
        </Notice>
      )}
      {!review.scan && revision.eds?.status === 'revocationPending' && (
        <Notice tone="info" title={t.edsPending}>
          <p>{t.edsPendingText}</p>
        </Notice>
      )}
      {!review.scan && revision.eds?.status === 'revoked' && (
        <Notice tone="bad" title={t.edsRefuted}>
          <p>{t.edsRefutedText}</p>
          {isSent && <p>{t.edsRefutedSent}</p>}
        </Notice>
      )}
      {mismatch.length > 0 && (
        <Notice tone="warn" title={t.mismatchTitle}>
          {mismatch.map((what) => (
            <p key={what}>{t.mismatch[what]}</p>
          ))}
          <p>{t.mismatchAdvice}</p>
        </Notice>
      )}
      {(duplicates.numbers.length > 0 || duplicates.elsewhere) && (
        <Notice tone="warn" title={t.duplicateTitle}>
          <ul>
            {duplicates.numbers.map((number) => (
              <li key={number}>
                <a href={localePath(locale, `/work/applications/${number}`)}>{t.duplicateOwn(number)}</a>
              </li>
            ))}
            {duplicates.elsewhere && <li>{t.duplicateElsewhere}</li>}
          </ul>
          <p>{t.duplicateAdvice}</p>
        </Notice>
      )}
      {inPerson.mayProve ? (
        <Notice tone="info" title={t.unprovenTitle}>
          <ProveIdentity locale={locale} number={review.number} />
        </Notice>
      ) : (
        isSent &&
        !review.isProven && (
          <Notice tone="info" title={t.unprovenTitle}>
            <p>{t.unprovenText}</p>
          </Notice>
        )
      )}
    </div>
  )
}
