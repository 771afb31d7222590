import type { Text } from '@/lib/domain/text'
import { ACCOUNT } from './account'
import { AFTER } from './after'
import { BEFORE } from './before'
import { FILLING } from './filling'
import type { Question } from './question'

export const QUESTION_GROUPS: readonly { id: string; title: Text; questions: Question[] }[] = [
  { id: 'before', title: { kk: 'Өтінім бергенге дейін', ru: 'До подачи заявки' }, questions: BEFORE },
  { id: 'filling', title: { kk: 'Толтыру және құжаттар', ru: 'Заполнение и документы' }, questions: FILLING },
  { id: 'after', title: { kk: 'Жібергеннен кейін', ru: 'После отправки' }, questions: AFTER },
  {
    id: 'account',
    title: { kk: 'Тіркелгі және деректер', ru: 'Учетная запись и данные' },
    questions: ACCOUNT,
  },
]

export const QUESTIONS: readonly Question[] = QUESTION_GROUPS.flatMap((group) => group.questions)
