import { Notice, type NoticeTone } from '@/components/ui/notice'
import type { FormState } from '@/lib/domain/form-state'

type AnswerTexts = { errorsTitle: string; warning: string; done: string; refused: string; signedOut: string }

/** The sentence that an action answered, above the form; focused like the error summary. */
export function Answered({ state, texts }: { state: FormState; texts: AnswerTexts }) {
  const looks: Readonly<Record<FormState['status'], { tone: NoticeTone; title: string }>> = {
    idle: { tone: 'info', title: texts.done },
    done: { tone: 'ok', title: texts.done },
    invalid: { tone: 'bad', title: texts.errorsTitle },
    warned: { tone: 'warn', title: texts.warning },
    signedOut: { tone: 'warn', title: texts.signedOut },
    refused: { tone: 'bad', title: texts.refused },
    unavailable: { tone: 'bad', title: texts.refused },
  }
  if (!state.message) return null
  const { tone, title } = looks[state.status]
  return (
    <div data-answer="" tabIndex={-1} autoFocus className="mb-6" key={state.attempt}>
      <Notice tone={tone} title={title} live>
        {state.message.split('\n').map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </Notice>
    </div>
  )
}
