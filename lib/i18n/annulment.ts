import type { ResultPaper } from '@/lib/domain/paper-kind'
import type { Widen } from './widen'

type About = { paper: string; number: string; date: string; application: number; subject: string }

/** What an order on annulment says, and the pages that tell of it. Names stay in the nominative. */
const kk = {
  name: 'Күшін жою туралы бұйрық',
  titles: {
    order: 'Бұйрықтың күшін жою туралы',
    certificate: 'Анықтаманың күшін жою туралы',
    referral: 'Жолдаманың күшін жою туралы',
    notice: 'Хабарламаның күшін жою туралы',
  } satisfies Record<ResultPaper, string>,
  papers: {
    order: 'бұйрық',
    certificate: 'анықтама',
    referral: 'жолдама',
    notice: 'хабарлама',
  } satisfies Record<ResultPaper, string>,
  preamble: (ground: string) => `Негізі: ${ground}. Осыған байланысты БҰЙЫРАМЫН:`,
  about: ({ paper, number, date, application, subject }: About) =>
    `Мына құжаттың күші жойылды деп танылсын: ${date} ж. № ${number} ${paper} (№ ${application} өтінім, кім үшін: ${subject}).`,
  letter: 'Аталған құжатпен бірге жіберілген хабарламаның да күші жойылды деп танылсын.',
  clerk: 'Іс жүргізуші өтініш берушіні хабардар етіп, құжат тіркелген журналға белгі қойсын.',
  control: 'Осы бұйрықтың орындалуын бақылауды өзіме қалдырамын.',
  until: (last: string) =>
    `Бұйрыққа шағым ол туралы белгілі болған күннен бастап үш айдан кешіктірілмей осы ұйымға беріледі. Бұйрық туралы ол шыққан күні белгілі болса, соңғы күні – ${last}.`,
  /** On the pages. */
  by: (number: string, date: string) => `${date} ж. № ${number} бұйрықпен күші жойылған`,
  annuls: 'Ненің күшін жояды',
  ground: 'Негізі',
  explanation: 'Түсіндірме',
  order: 'Күшін жою туралы бұйрық',
  numbered: (number: string, date: string) => `№ ${number}, ${date}`,
  next: 'Қызмет әлі де керек болса, өтінімді қайта беріңіз. Бұйрықпен келіспесеңіз, шағым беруге болады.',
  again: 'Қайта өтінім беру',
}

const ru: Widen<typeof kk> = {
  name: 'Приказ об аннулировании',
  titles: {
    order: 'Об аннулировании приказа',
    certificate: 'Об аннулировании справки',
    referral: 'Об аннулировании направления (путевки)',
    notice: 'Об аннулировании уведомления',
  },
  papers: {
    order: 'приказ',
    certificate: 'справка',
    referral: 'направление (путевка)',
    notice: 'уведомление',
  },
  preamble: (ground) => `Основание: ${ground}. В связи с этим ПРИКАЗЫВАЮ:`,
  about: ({ paper, number, date, application, subject }) =>
    `Признать утратившим силу документ: ${paper} № ${number} от ${date} (заявка № ${application}, за кого: ${subject}).`,
  letter: 'Признать утратившим силу и уведомление, направленное вместе с указанным документом.',
  clerk:
    'Делопроизводителю уведомить заявителя и сделать отметку в журнале, в котором зарегистрирован документ.',
  control: 'Контроль за исполнением настоящего приказа оставляю за собой.',
  until: (last) =>
    `Жалоба на приказ подается в эту организацию не позднее трех месяцев со дня, когда о нем стало известно. Если о нем стало известно в день издания, последний день – ${last}.`,
  by: (number, date) => `Аннулирован приказом № ${number} от ${date}`,
  annuls: 'Что аннулирует',
  ground: 'Основание',
  explanation: 'Пояснение',
  order: 'Приказ об аннулировании',
  numbered: (number, date) => `№ ${number} от ${date}`,
  next: 'Если услуга еще нужна, подайте заявку снова. Если вы не согласны с приказом, его можно обжаловать.',
  again: 'Подать заявку снова',
}

export const annulmentTexts = { kk, ru }
