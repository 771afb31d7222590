import { stepFields } from '@/components/application/step-fields'
import type { UploadNews } from '@/components/documents/upload-field'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import type { DecisionPage } from '@/lib/applications/provider/loaders'
import { formatDateTime } from '@/lib/domain/dates'
import type { Locale } from '@/lib/domain/text'
import { isAction } from '@/lib/domain/workflow'
import { correctionMessages } from '@/lib/i18n/corrections'
import { decisionMessages } from '@/lib/i18n/decisions'
import { workMessages } from '@/lib/i18n/work'
import { CorrectPage, type Picked } from './correct-page'
import { DecisionForm } from './decision-form'
import { DecisionFrame } from './decision-frame'
import { reasonFields } from './reason-fields'
import { RefusePage } from './refuse-page'
import { RegisterPage } from './register-page'
import { ReviewDocument } from './review-documents'
import { RevokePage } from './revoke-page'
import { SignPage } from './sign-page'

/** How the last upload went; what is to be corrected; that a refusal is to be signed now. */
export type PageNews = UploadNews & Picked & { sign?: string | string[] }

/** The page of one decision. */
export function Decide({
  locale,
  decision,
  news,
}: {
  locale: Locale
  decision: DecisionPage
  news: PageNews
}) {
  const t = decisionMessages[locale]
  const { number, step } = decision
  switch (step) {
    case 'taken':
      return <Taken locale={locale} decision={decision} event={decision.event} />
    case 'register':
      return <RegisterPage locale={locale} decision={decision} register={decision} news={news} />
    case 'sign':
      return <SignPage locale={locale} decision={decision} sign={decision} news={news} />
    case 'refuse':
      return (
        <RefusePage locale={locale} decision={decision} refuse={decision} isToSign={news.sign === 'eds'} />
      )
    case 'revoke':
      return <RevokePage locale={locale} revoke={decision} isToSign={news.sign === 'eds'} />
    case 'refuse-intake': {
      const { title, lead, action } = t.steps[step]
      return (
        <DecisionFrame locale={locale} decision={decision} title={title} lead={lead}>
          <DecisionForm
            locale={locale}
            number={number}
            step={step}
            fields={reasonFields(locale, decision.grounds, {}, decision.templates)}
            submit={{ label: action, variant: 'danger' }}
            note={t.refusalIsFinal}
          />
        </DecisionFrame>
      )
    }
    case 'prepare':
    case 'stage':
    case 'hand-over':
      return <FillingPage locale={locale} decision={decision} filling={decision} />
    case 'correct':
      return <CorrectPage locale={locale} correct={decision} picked={news} />
    case 'close-correction': {
      const { title, lead, submit } = correctionMessages[locale].close
      return (
        <DecisionFrame locale={locale} decision={decision} title={title} lead={lead}>
          <DecisionForm
            locale={locale}
            number={number}
            step={step}
            submit={{ label: submit, variant: 'primary' }}
          />
        </DecisionFrame>
      )
    }
    case 'take-back': {
      const { title, lead, action } = t.steps['take-back']
      return (
        <DecisionFrame locale={locale} decision={decision} title={title} lead={lead}>
          <DecisionForm
            locale={locale}
            number={number}
            step={step}
            submit={{ label: action, variant: 'primary' }}
          />
        </DecisionFrame>
      )
    }
  }
}

type Filled = Extract<DecisionPage, { fields: unknown }>

/** What the provider fills in, with the documents beside it that it is taken from. */
function FillingPage({
  locale,
  decision,
  filling,
}: {
  locale: Locale
  decision: DecisionPage
  filling: Filled
}) {
  const { steps } = decisionMessages[locale]
  const { number } = decision
  const documents = 'documents' in filling ? filling.documents : []
  return (
    <DecisionFrame
      locale={locale}
      decision={decision}
      title={filling.step === 'prepare' ? steps.prepare.title(decision.paper) : filling.title[locale]}
      lead={filling.step === 'stage' ? undefined : steps[filling.step].lead}
      beside={
        documents.length > 0 && (
          <Panel title={workMessages[locale].review.documents}>
            {documents.map((document) => (
              <ReviewDocument key={document.documentId} locale={locale} document={document} />
            ))}
          </Panel>
        )
      }
    >
      <DecisionForm
        locale={locale}
        number={number}
        step={filling.step}
        hidden={filling.step === 'stage' ? { 'form.stage': filling.stage } : {}}
        fields={stepFields(filling.fields, locale, filling.values, null)}
        submit={{ label: steps[filling.step].submit, variant: 'primary' }}
      />
    </DecisionFrame>
  )
}

/** Whoever comes second reads who was first, and when. */
function Taken({
  locale,
  decision,
  event,
}: {
  locale: Locale
  decision: DecisionPage
  event: { action: string; actorName: string; at: Date }
}) {
  const t = decisionMessages[locale]
  const { events } = workMessages[locale]
  const what = isAction(event.action) ? events[event.action] : ''
  return (
    <DecisionFrame locale={locale} decision={decision} title={t.taken}>
      <Notice tone="warn" title={t.takenBy(what, event.actorName, formatDateTime(event.at, locale))}>
        <p>{t.takenText}</p>
      </Notice>
    </DecisionFrame>
  )
}
