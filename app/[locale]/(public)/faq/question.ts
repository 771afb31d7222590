import type { Text } from '@/lib/domain/text'
import type { Block } from '../text-blocks'

export type Question = {
  /** The anchor; once published it stays, others link to it. */
  id: string
  question: Text
  answer: Block[]
  /** Also named on the home page. */
  onHome?: true
}
