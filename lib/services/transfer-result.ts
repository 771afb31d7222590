import type { Field, Option } from '@/lib/domain/fields'
import type { ServiceDefinition, Stage } from '@/lib/domain/service'
import { TEACHING_LANGUAGES } from './shared-steps'

const className = (startsAs: string): Field => ({
  key: 'className',
  kind: 'text',
  label: { kk: 'Сынып және литер', ru: 'Класс и литер' },
  hint: { kk: 'Мысалы: 5 «Ә»', ru: 'Например: 5 «Б»' },
  startsAs,
})

/** A debt to the library is written down and stands in nobody's way. */
const TEXTBOOKS: Option[] = [
  { value: 'returned', label: { kk: 'тапсырылды', ru: 'сданы' } },
  { value: 'notReturned', label: { kk: 'тапсырылмады', ru: 'не сданы' } },
  { value: 'notTaken', label: { kk: 'берілмеген', ru: 'не выдавались' } },
]

/** The two schools act in turn; the talon is the sending school's (domain.md §3.4). */
export const transferStages: Stage[] = [
  {
    key: 'place',
    title: { kk: 'Орынды растау', ru: 'Подтвердить место' },
    told: {
      kk: 'Жаңа мектеп сыныпта орын бар-жоғын тексеріп жатыр.',
      ru: 'Новая школа проверяет, есть ли место в классе.',
    },
    done: {
      kk: 'Жаңа мектеп орын бар екенін растады. Сынып: {place.className}, оқыту тілі: {place.language}. {place.note}',
      ru: 'Новая школа подтвердила место. Класс: {place.className}, язык обучения: {place.language}. {place.note}',
    },
    by: 'provider',
    fields: [
      className('entering.grade'),
      {
        key: 'language',
        kind: 'choice',
        label: { kk: 'Оқыту тілі', ru: 'Язык обучения' },
        options: TEACHING_LANGUAGES,
        startsAs: 'entering.language',
      },
      {
        key: 'note',
        kind: 'text',
        optional: true,
        label: { kk: 'Ата-анаға ескертпе', ru: 'Примечание для родителя' },
      },
    ],
  },
  {
    key: 'release',
    title: { kk: 'Есептен шығару талонын беру', ru: 'Выдать открепительный талон' },
    told: {
      kk: 'Жаңа мектепте орын бар. Қазіргі мектеп есептен шығару талонын рәсімдеп жатыр.',
      ru: 'Место в новой школе есть. Нынешняя школа оформляет открепительный талон.',
    },
    done: {
      kk: 'Қазіргі мектеп есептен шығару талонын берді. Мектептен шыққан күні: {release.date}, кітапхана оқулықтары: {release.textbooks}.',
      ru: 'Нынешняя школа выдала открепительный талон. Дата выбытия: {release.date}, учебники из библиотеки: {release.textbooks}.',
    },
    by: 'sendingSchool',
    fields: [
      className('leaving.grade'),
      {
        key: 'date',
        kind: 'date',
        label: { kk: 'Мектептен шыққан күні', ru: 'Дата выбытия' },
        startsAs: 'leaving.date',
      },
      {
        key: 'textbooks',
        kind: 'choice',
        label: { kk: 'Кітапхана оқулықтары', ru: 'Учебники из библиотеки' },
        hint: {
          kk: 'Тапсырылмаған оқулықтар талонда көрсетіледі, бірақ ауысуға кедергі болмайды',
          ru: 'Несданные учебники отмечаются в талоне, но переводу не мешают',
        },
        options: TEXTBOOKS,
      },
    ],
    paper: {
      kind: 'release',
      title: { kk: 'Есептен шығару талоны', ru: 'Открепительный талон' },
      body: [
        {
          kk: 'Білім алушы: {subject.name}, туған күні: {subject.birthDate}, ЖСН {subject.iin}.',
          ru: 'Обучающийся: {subject.name}, дата рождения: {subject.birthDate}, ИИН {subject.iin}.',
        },
        {
          kk: 'Шыққан мектебі: {leaving.school}, сыныбы: {release.className}. Мектептен шыққан күні: {release.date}.',
          ru: 'Выбывает из школы: {leaving.school}, класс: {release.className}. Дата выбытия: {release.date}.',
        },
        {
          kk: 'Қабылдайтын мектеп: {organisation.name}, сыныбы: {place.className}, оқыту тілі: {place.language}.',
          ru: 'Принимающая школа: {organisation.name}, класс: {place.className}, язык обучения: {place.language}.',
        },
        {
          kk: 'Ауысу негізі: {reason.reason}. Кітапхана оқулықтары: {release.textbooks}.',
          ru: 'Основание перевода: {reason.reason}. Учебники из библиотеки: {release.textbooks}.',
        },
      ],
    },
  },
]

export const transferResult: ServiceDefinition['result'] = {
  kind: 'order',
  meaning: {
    kk: 'Балаңыз жаңа мектепке қабылданды. Сынып: {place.className}, оқуға қабылданған күні: {result.from}.',
    ru: 'Ваш ребенок зачислен в новую школу. Класс: {place.className}, дата зачисления: {result.from}.',
  },
  fields: [
    {
      key: 'from',
      kind: 'date',
      label: { kk: 'Оқуға қабылданған күні', ru: 'Дата зачисления' },
      hint: {
        kk: 'Бұрынғы мектептен шыққан күннен ерте болмауы керек, мысалы 26 10 2026',
        ru: 'Не раньше даты выбытия из прежней школы, например 26 10 2026',
      },
    },
  ],
  paper: {
    title: { kk: 'Ауысу тәртібімен оқуға қабылдау туралы', ru: 'О зачислении в порядке перевода' },
    preamble: {
      kk: 'ҚР Білім және ғылым министрінің 2018 жылғы 12 қазандағы № 564 бұйрығымен бекітілген Оқуға қабылдаудың үлгілік қағидаларына, ата-анасының (заңды өкілінің) № {application.number} өтінішіне және есептен шығару талонына (берген мектеп: {leaving.school}, мектептен шыққан күні: {release.date}) сәйкес БҰЙЫРАМЫН:',
      ru: 'В соответствии с Типовыми правилами приема на обучение, утвержденными приказом Министра образования и науки РК от 12 октября 2018 года № 564, на основании заявления родителя (законного представителя) № {application.number} и открепительного талона (выдан: {leaving.school}, дата выбытия: {release.date}) ПРИКАЗЫВАЮ:',
    },
    body: [
      {
        kk: 'Ауысу тәртібімен оқуға қабылдансын: {subject.name}, ЖСН {subject.iin}, сынып: {place.className}, оқыту тілі: {place.language}, қабылданған күні: {result.from}.',
        ru: 'Зачислить в порядке перевода: {subject.name}, ИИН {subject.iin}, класс: {place.className}, язык обучения: {place.language}, дата зачисления: {result.from}.',
      },
      {
        kk: 'Сынып жетекшісі баланы сынып тізіміне енгізсін.',
        ru: 'Классному руководителю внести ребенка в список класса.',
      },
      {
        kk: 'Осы бұйрықтың орындалуын бақылауды өзіме қалдырамын.',
        ru: 'Контроль за исполнением настоящего приказа оставляю за собой.',
      },
    ],
  },
  notification: {
    title: {
      kk: 'Ауысу тәртібімен оқуға қабылдау туралы хабарлама',
      ru: 'Уведомление о зачислении в порядке перевода',
    },
    body: [
      {
        kk: 'Құжаттар қабылданды. Білім беру ұйымы: {organisation.name}.',
        ru: 'Документы приняты. Организация образования: {organisation.name}.',
      },
      {
        kk: 'Сіздің балаңыз ({subject.name}) ауысу тәртібімен оқуға қабылданды, сынып: {place.className}, оқыту тілі: {place.language}, қабылданған күні: {result.from}. Негіздеме: {order.date} № {order.number} бұйрық.',
        ru: 'Ваш ребенок ({subject.name}) зачислен в порядке перевода, класс: {place.className}, язык обучения: {place.language}, дата зачисления: {result.from}. Основание: приказ № {order.number} от {order.date}.',
      },
    ],
    invitation: {
      kk: 'Келуіңізді сұраймыз: {organisation.name}, мекенжайы: {organisation.address}.',
      ru: 'Просим вас подойти: {organisation.name}, адрес: {organisation.address}.',
    },
  },
}
