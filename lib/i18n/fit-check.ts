import type { Widen } from './widen'

/** «Подойдет ли мне»: a few questions before the form, which never stand in its way. */
const kk = {
  title: 'Бұл қызмет маған сай келе ме',
  intro:
    'Сұрақтарға жауап беріңіз: бірдеңе сай келмесе, сұрақтың астында түсіндірме шығады. Жауаптарыңыз ешқайда жіберілмейді және өтінім беруге кедергі болмайды.',
  met: 'Сай келеді',
  /** Before the explanation, where a browser shows it whatever the answer. */
  ifAnswered: { yes: '«Иә» болса: ', no: '«Жоқ» болса: ' },
}

const ru: Widen<typeof kk> = {
  title: 'Подойдет ли мне эта услуга',
  intro:
    'Ответьте на вопросы: если что-то не подходит, под вопросом появится объяснение. Ответы никуда не отправляются и подать заявку не мешают.',
  met: 'Подходит',
  ifAnswered: { yes: 'Если «да»: ', no: 'Если «нет»: ' },
}

export const fitMessages = { kk, ru }
