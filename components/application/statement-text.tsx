import { SummaryList } from '@/components/ui/summary-list'
import { formatDate } from '@/lib/domain/dates'
import { formatPhone } from '@/lib/domain/phone'
import type { Locale } from '@/lib/domain/text'
import { fileSize } from '@/lib/i18n/documents'
import { paperPhrases } from '@/lib/i18n/papers'
import { signingMessages } from '@/lib/i18n/signing'
import type { StatementPaper } from '@/lib/papers/paper'

/** All that the statement's PDF says, to be read on the page; in the statement's own language. */
export function StatementText({ statement }: { statement: StatementPaper }) {
  const { locale, attachments } = statement
  const say = paperPhrases[locale]
  return (
    <article lang={locale} className="rounded border border-line p-4 sm:p-8">
      <To statement={statement} />
      <header className="my-6 text-center">
        <h2 className="text-xl">{statement.title}</h2>
        <p className="text-muted">
          {say.formed(statement.number, formatDate(statement.date, locale, 'long'))}
        </p>
      </header>
      <div className="prose">
        {statement.body.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </div>
      {statement.sections.map(({ title, rows }) => (
        <section key={title} className="mt-6">
          <h3 className="mb-2 text-lg">{title}</h3>
          <SummaryList rows={[...rows]} />
        </section>
      ))}
      {attachments.length > 0 && <Attached locale={locale} attachments={attachments} />}
    </article>
  )
}

function To({ statement }: { statement: StatementPaper }) {
  const { addressee, contact } = paperPhrases[statement.locale]
  const { kind, organisation, head } = statement.addressee
  const { name, iin, address, phone, email } = statement.applicant
  const post = addressee.head[kind]
  const to = [...(addressee.headFirst ? [post, organisation] : [organisation, post]), head].filter(Boolean)
  const from = [
    `${addressee.iin} ${iin}`,
    `${contact.address}: ${address}`,
    `${contact.phone}: ${formatPhone(phone)}`,
    `${contact.email}: ${email}`,
  ]
  return (
    <div className="ml-auto max-w-sm space-y-3 [overflow-wrap:anywhere]">
      <p>
        {to.map((line) => (
          <span key={line} className="block">
            {line}
          </span>
        ))}
      </p>
      <p>
        {addressee.from}: <b className="block">{name}</b>
        {from.map((line) => (
          <span key={line} className="block">
            {line}
          </span>
        ))}
      </p>
    </div>
  )
}

function Attached({ locale, attachments }: { locale: Locale; attachments: StatementPaper['attachments'] }) {
  const t = signingMessages[locale].eds
  return (
    <section className="mt-6">
      <h3 className="mb-2 text-lg">{paperPhrases[locale].attachments}</h3>
      <p className="mb-2 text-muted">{t.covered}</p>
      <ol className="list-decimal space-y-2 pl-6">
        {attachments.map(({ title, fileName, bytes, sha256 }) => (
          <li key={sha256} className="[overflow-wrap:anywhere]">
            {title}
            <span className="block text-sm text-muted">
              {fileName}, {fileSize(locale, bytes)}
            </span>
            <span className="block text-sm text-muted">SHA-256: {sha256}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
