import { dateInAlmaty, formatDate, timeInAlmaty } from '@/lib/domain/dates'
import type { WindowState } from '@/lib/domain/intake-window'
import type { Locale } from '@/lib/domain/text'
import type { Widen } from './widen'

/** When a service takes applications, in the words of the seeds: «Прием документов 01.08.2021 был завершен». */
const kk = {
  closed: (day: string) => `Құжаттарды қабылдау ${day} аяқталды.`,
  opens: (day: string, time: string) => `Қабылдау ашылатын күн – ${day}, сағат ${time} (Астана уақыты).`,
  open: (lastDay: string) => `Құжаттар қабылданып жатыр, соңғы күні – ${lastDay}.`,
  opened: 'Өтінім беруге болады',
  answerBy: (day: string) => `Жауап берудің соңғы күні – ${day} · тегін`,
  prepare: 'Өтінімді алдын ала дайындау',
  /** A draft that is ready before its time. */
  ready: 'Өтінім дайын',
  readyText: (to: string) =>
    `Қабылдау ашылғанда, осы бетте «Өтінімді ${to} жіберу» батырмасы пайда болады: оны бір рет басу жеткілікті. Кезектегі орын батырма басылған сәтте беріледі.`,
  signAhead: 'Өтінішке қазірден қол қойып қоюға болады: сонда қабылдау ашылғанда бір рет басу жеткілікті.',
  reload: 'Бетті жаңарту',
  /** A draft that was not sent in time. */
  missed: 'Бұл өтінімді енді жіберуге болмайды',
  missedNext: 'Келесі қабылдауға жаңа өтінім дайындаңыз.',
  missedLast: 'Келесі қабылдаудың күні белгілі болғанда, ол қызметтің бетінде жазылады.',
  prepareNext: 'Жаңа өтінім дайындау',
  toService: 'Қызмет туралы',
  notYet: 'Қазір құжаттар қабылданбайды. Қабылдау күні белгілі болғанда, ол осы жерде жазылады.',
  /** Switched off for a while. */
  paused: 'Бұл қызмет бойынша өтінім уақытша қабылданбайды',
  draftsStay: 'Дайындаған өтінімдеріңіз сақталып тұр: қабылдау жалғасқанда оларды жібере аласыз.',
}

const ru: Widen<typeof kk> = {
  closed: (day) => `Прием документов ${day} был завершен.`,
  opens: (day, time) => `Прием откроется ${day} в ${time} (время Астаны).`,
  open: (lastDay) => `Документы принимаются по ${lastDay}.`,
  opened: 'Можно подать заявку',
  answerBy: (day) => `Ответ до ${day} · бесплатно`,
  prepare: 'Подготовить заявку заранее',
  ready: 'Заявка готова',
  readyText: (to) =>
    `Когда прием откроется, на этой странице появится кнопка «Отправить ${to}»: останется нажать ее один раз. Место в очереди дается в момент нажатия.`,
  signAhead: 'Заявление можно подписать уже сейчас: тогда при открытии приема останется одно нажатие.',
  reload: 'Обновить страницу',
  missed: 'Эту заявку отправить уже нельзя',
  missedNext: 'Подготовьте новую заявку к следующему приему.',
  missedLast: 'Когда станет известна дата следующего приема, она появится на странице услуги.',
  prepareNext: 'Подготовить новую заявку',
  toService: 'Об услуге',
  notYet: 'Сейчас документы не принимаются. Когда станет известна дата приема, она появится здесь.',
  paused: 'Прием заявок по этой услуге приостановлен',
  draftsStay: 'Подготовленные заявки сохранены: их можно будет отправить, когда прием возобновится.',
}

export const windowMessages = { kk, ru }

/** What there is to know of a service's intake now; null where it is open all the year. */
export function windowSentence(state: WindowState, locale: Locale): string | null {
  const t = windowMessages[locale]
  switch (state.kind) {
    case 'always':
      return null
    case 'open':
      return t.open(formatDate(state.lastDay, locale, 'long'))
    case 'before': {
      const { opensAt } = state.window
      const opens = t.opens(openingDay(opensAt, locale), timeInAlmaty(opensAt))
      return state.closedOn ? `${closedSentence(state.closedOn, locale)} ${opens}` : opens
    }
    case 'closed':
      return state.closedOn ? closedSentence(state.closedOn, locale) : t.notYet
    case 'off':
      return state.text[locale]
  }
}

function closedSentence(closedOn: string, locale: Locale): string {
  return windowMessages[locale].closed(formatDate(closedOn, locale, 'short'))
}

function openingDay(opensAt: Date, locale: Locale): string {
  return formatDate(dateInAlmaty(opensAt), locale, 'long')
}
