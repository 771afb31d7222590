import type { ProviderKind } from '@/lib/domain/provider-kind'
import type { ServiceDefinition } from '@/lib/domain/service'
import { commonMessages } from './common'
import type { Widen } from './widen'

/** Who works an application, in running text and in the nominative. */
const providers: Record<ProviderKind, string> = {
  school: 'мектеп',
  department: 'білім бөлімі',
  akimat: 'әкім аппараты',
}
const applicants: Record<ServiceDefinition['applicant'], string> = {
  parent: 'баланың ата-анасы немесе басқа заңды өкілі',
  self: 'қызметті алатын адамның өзі',
  parentOrSelf16: 'ата-анасы немесе басқа заңды өкілі, ал 16 жастан бастап – баланың өзі',
}
const common = commonMessages.kk

/** What the definition of a service says of its course, in sentences. `who` is the provider. */
const kk = {
  providers,
  applicants,
  term: (n: number) => common.workingDays(n),
  byDay: (day: string) => `соңғы күні – ${day}`,
  allYear: 'жыл бойы',
  usually: (from: string, to: string) => `${from} – ${to}`,
  intake: (who: string, n: number) =>
    `Өтінім барлық деректерімен бірге жіберіледі: ${who} құжаттарды тексеріп, ${common.withinWorkingDays(n)} өтінімді тіркейді немесе құжаттар толық болмаса не мерзімі өтіп кетсе, қабылдаудан бас тартады.`,
  receipt:
    'Жеке кабинетіңізде құжаттарды қабылдау туралы қолхат немесе дәлелді бас тарту пайда болады, өтінімнің күйі өзгереді.',
  queue:
    'Орын кезекпен беріледі. Бос орын болмаса, өтінім күту парағында тұрады және нешінші екеніңіз көрсетіледі.',
  stagePaper: (title: string) => `Сізге берілетін құжат: «${title}».`,
  within: (n: number) => `Бүкіл мерзімі – ${common.workingDays(n)}`,
  by: (day: string) => `Соңғы күні – ${day}`,
  order: (when: string, title: string, letter: string) =>
    `${when}: басшы «${title}» бұйрығына қол қояды, ал жеке кабинетіңізде «${letter}» пайда болады.`,
  paper: (when: string, title: string) =>
    `${when}: басшы шешімге қол қояды, жеке кабинетіңізде дайын құжат пайда болады: «${title}».`,
  notice: (when: string, title: string) =>
    `${when}: басшы «${title}» хабарламаға қол қояды, ол жеке кабинетіңізде пайда болады.`,
  letter: 'Әр өзгеріс туралы поштаңызға хат келеді.',
  handOver:
    'Құжаттың өзі қолға қағаз түрінде беріледі: қайдан және қашан алуға болатыны хабарламада жазылады.',
  cancel: 'Шешім шыққанға дейін өтінімді жеке кабинетте кері қайтарып алуға болады.',
}

const c = commonMessages.ru

const ru: Widen<typeof kk> = {
  providers: { school: 'школа', department: 'отдел образования', akimat: 'аппарат акима' },
  applicants: {
    parent: 'родитель или другой законный представитель ребенка',
    self: 'сам получатель услуги',
    parentOrSelf16: 'родитель или другой законный представитель, а с 16 лет – сам учащийся',
  },
  term: (n) => c.workingDays(n),
  byDay: (day) => `до ${day}`,
  allYear: 'круглый год',
  usually: (from, to) => `${from} – ${to}`,
  intake: (who, n) =>
    `Заявка отправляется со всеми данными: ${who} проверяет документы и ${c.withinWorkingDays(n)} регистрирует заявку либо отказывает в приеме, если документы неполные или просрочены.`,
  receipt:
    'В личном кабинете появится расписка о приеме документов либо мотивированный отказ, и статус заявки изменится.',
  queue:
    'Места дают по очереди. Если свободных нет, заявка ждет в листе ожидания, и видно, какая она по счету.',
  stagePaper: (title) => `Вы получите документ «${title}».`,
  within: (n) => `Весь срок – ${c.workingDays(n)}`,
  by: (day) => `Последний день – ${day}`,
  order: (when, title, letter) =>
    `${when}: руководитель подписывает приказ «${title}», а в личном кабинете появляется «${letter}».`,
  paper: (when, title) =>
    `${when}: руководитель подписывает решение, и в личном кабинете появляется готовый документ «${title}».`,
  notice: (when, title) =>
    `${when}: руководитель подписывает уведомление «${title}», и оно появляется в личном кабинете.`,
  letter: 'О каждом изменении на почту приходит письмо.',
  handOver: 'Сам документ выдают на бумаге из рук в руки: где и когда его забрать, сказано в уведомлении.',
  cancel: 'Пока решение не принято, заявку можно отменить в личном кабинете.',
}

export const courseMessages = { kk, ru }
