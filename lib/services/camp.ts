import { defineService } from '@/lib/domain/define-service'
import type { Option } from '@/lib/domain/fields'
import { CATEGORIES_DECREE, FAMILY_AND_CHILDREN_RULES, SERVICES_LAW } from './acts'
import { CATEGORY_CONDITIONS, CATEGORY_DOCUMENTS, CATEGORY_FIT, categoryStep } from './categories'
import { BORN_ELSEWHERE, birthCertificateWhen, CHILD, childStep } from './child-step'
import { FAMILY_INCOME_TEST, familyIncomeStep, incomeDocument } from './family-income'
import { SCHOOL_INTAKE_GROUNDS, STATE_SERVICE_GROUNDS } from './grounds'
import { schoolOrDepartmentStep } from './school-or-department'
import { CONSENT, FILES, parentStep } from './shared-steps'

const CAMP_TYPES: Option[] = [
  { value: 'country', label: { kk: 'қала сыртындағы', ru: 'загородный' } },
  { value: 'school', label: { kk: 'мектеп жанындағы', ru: 'пришкольный' } },
  { value: 'tent', label: { kk: 'шатырлы', ru: 'палаточный' } },
]

const SEASONS: Option[] = [
  { value: 'summer', label: { kk: 'жаз', ru: 'лето' } },
  { value: 'autumn', label: { kk: 'күз', ru: 'осень' } },
  { value: 'winter', label: { kk: 'қыс', ru: 'зима' } },
  { value: 'spring', label: { kk: 'көктем', ru: 'весна' } },
]

export const camp = defineService({
  slug: 'camp',
  version: 1,
  name: {
    kk: 'Білім алушылардың жекелеген санаттарының лагерьде демалуы',
    ru: 'Отдых в лагере для отдельных категорий обучающихся',
  },
  officialName: {
    kk: 'Мемлекеттік білім беру ұйымдарының білім алушылары мен тәрбиеленушілерінің жекелеген санаттарына қала сыртындағы және мектеп жанындағы лагерьлерде демалуы үшін құжаттар қабылдау және жолдама беру',
    ru: 'Прием документов и выдача направлений на предоставление отдыха в загородных и пришкольных лагерях отдельным категориям обучающихся и воспитанников государственных учреждений образования',
  },
  audience: {
    kk: 'Мемлекет қолдайтын бес санаттағы мектеп оқушылары үшін',
    ru: 'Для школьников пяти категорий, которых поддерживает государство',
  },
  conditions: [
    {
      kk: 'Бала мемлекеттік мектепте оқиды.',
      ru: 'Ребенок учится в государственной школе.',
    },
    ...CATEGORY_CONDITIONS,
    {
      kk: 'Балада лагерьге баруға арналған медициналық анықтама (079/у нысаны) бар.',
      ru: 'Есть медицинская справка на школьника, отъезжающего в лагерь (форма 079/у).',
    },
    {
      kk: 'Тегін орындардың саны жергілікті бюджетке байланысты. Таңдалған күндерге орын болмаса, себебі түсіндірілген жауап аласыз және басқа күндерге өтінім бере аласыз.',
      ru: 'Число бесплатных мест зависит от местного бюджета. Если на выбранные даты мест нет, вам ответят и объяснят почему; тогда можно подать заявку на другие даты.',
    },
  ],
  fit: [
    {
      question: { kk: 'Бала мемлекеттік мектепте оқи ма?', ru: 'Ребенок учится в государственной школе?' },
      unmetBy: 'no',
      unmet: {
        kk: 'Бұл қызмет мемлекеттік білім беру ұйымдарының оқушыларына арналған. Бала басқа мектепте оқыса, білім бөлімінен сұраңыз.',
        ru: 'Услуга – для учеников государственных организаций образования. Если ребенок учится в другой школе, спросите в отделе образования.',
      },
    },
    ...CATEGORY_FIT,
    {
      question: {
        kk: 'Лагерьге баруға арналған медициналық анықтама (079/у нысаны) қолыңызда ма?',
        ru: 'У вас есть медицинская справка для лагеря (форма 079/у)?',
      },
      unmetBy: 'no',
      unmet: {
        kk: 'Анықтамасыз өтінімді жіберу мүмкін емес. Анықтаманы бала тіркелген емхана береді; өтінімді қазір бастап, анықтаманы кейін тіркеуге болады.',
        ru: 'Без справки заявку не отправить. Справку выдает поликлиника, к которой прикреплен ребенок; начать заявку можно сейчас, а справку приложить позже.',
      },
    },
  ],
  legalBasis: [FAMILY_AND_CHILDREN_RULES, CATEGORIES_DECREE, SERVICES_LAW],
  price: 'free',
  waitMinutes: 15,
  serveMinutes: 30,
  channels: ['office', 'platform', 'egov'],
  form: {
    kk: 'электрондық (ішінара автоматтандырылған) және (немесе) қағаз түрінде',
    ru: 'электронная (частично автоматизированная) и (или) бумажная',
  },
  providerKinds: ['school', 'department'],
  applicant: 'parent',
  intakeTerm: 1,
  term: 5,
  period: 'season',
  periodFields: ['camp.season', 'camp.from'],
  subject: CHILD,
  organisation: 'school.organisation',
  incomeTest: FAMILY_INCOME_TEST,
  steps: [
    parentStep,
    { ...childStep, fields: [...childStep.fields, BORN_ELSEWHERE] },
    schoolOrDepartmentStep,
    {
      key: 'camp',
      title: { kk: 'Лагерь', ru: 'Лагерь' },
      intro: {
        kk: 'Қалауыңызды көрсетіңіз. Нақты лагерь, ауысым және күндер жолдамада жазылады.',
        ru: 'Укажите, чего вы хотели бы. Точный лагерь, смену и даты напишут в направлении.',
      },
      fields: [
        {
          key: 'type',
          kind: 'choice',
          label: { kk: 'Лагерьдің түрі', ru: 'Вид лагеря' },
          options: CAMP_TYPES,
        },
        {
          key: 'name',
          kind: 'text',
          optional: true,
          label: { kk: 'Лагерьдің атауы', ru: 'Название лагеря' },
          hint: { kk: 'Қай лагерь екенін білсеңіз', ru: 'Если вы знаете, какой это лагерь' },
        },
        { key: 'season', kind: 'choice', label: { kk: 'Маусым', ru: 'Сезон' }, options: SEASONS },
        {
          key: 'from',
          kind: 'date',
          label: { kk: 'Лагерьге келу күні', ru: 'Дата заезда' },
          hint: { kk: 'Мысалы: 06 06 2027', ru: 'Например: 06 06 2027' },
        },
        {
          key: 'to',
          kind: 'date',
          label: { kk: 'Лагерьден қайту күні', ru: 'Дата выезда' },
          notBefore: 'from',
        },
        {
          key: 'limits',
          kind: 'longText',
          optional: true,
          label: {
            kk: 'Денсаулыққа немесе тамаққа байланысты шектеулер',
            ru: 'Ограничения по здоровью или питанию',
          },
          hint: {
            kk: 'Лагерь қызметкерлері білуі керек нәрсе, мысалы аллергия',
            ru: 'То, что нужно знать сотрудникам лагеря, например аллергия',
          },
        },
      ],
    },
    categoryStep,
    familyIncomeStep,
  ],
  documents: [
    birthCertificateWhen('child.bornElsewhere'),
    {
      key: 'healthCertificate',
      title: {
        kk: 'Лагерьге баратын оқушыға берілетін медициналық анықтама (079/у нысаны)',
        ru: 'Медицинская справка на школьника, отъезжающего в лагерь (форма 079/у)',
      },
      hint: {
        kk: 'Бала тіркелген емхана береді. Лагерьге келген күні жарамды болуы керек.',
        ru: 'Выдает поликлиника, к которой прикреплен ребенок. В день заезда справка должна действовать.',
      },
      keptAs: 'campHealthCertificate',
      ...FILES,
    },
    ...CATEGORY_DOCUMENTS,
    incomeDocument,
  ],
  statement: {
    title: { kk: 'Өтініш', ru: 'Заявление' },
    body: [
      {
        kk: 'Менің кәмелетке толмаған балама лагерьде демалуы үшін жолдама беруіңізді сұраймын.',
        ru: 'Прошу выдать моему несовершеннолетнему ребенку направление для отдыха в лагере.',
      },
      {
        kk: 'Бала: {subject.name}, ЖСН {subject.iin}, туған күні: {subject.birthDate}. Сынып: {school.grade}.',
        ru: 'Ребенок: {subject.name}, ИИН {subject.iin}, дата рождения: {subject.birthDate}. Класс: {school.grade}.',
      },
      {
        kk: 'Лагерьдің түрі: {camp.type}. Маусым: {camp.season}. Демалыс кезеңі: {camp.from} – {camp.to}.',
        ru: 'Вид лагеря: {camp.type}. Сезон: {camp.season}. Период отдыха: {camp.from} – {camp.to}.',
      },
      {
        kk: 'Санат: «{category.category}».',
        ru: 'Категория: «{category.category}».',
      },
      CONSENT,
    ],
  },
  resultName: [
    {
      kk: 'Қала сыртындағы немесе мектеп жанындағы лагерьге жолдама',
      ru: 'Направление (путевка) в загородный или пришкольный лагерь',
    },
  ],
  result: {
    kind: 'referral',
    meaning: {
      kk: 'Балаға «Лагерьде демалуға жолдама беру» мемлекеттік қызметі көрсетіледі. Лагерь: {result.camp}. Демалыс кезеңі: {result.from} – {result.to}.',
      ru: 'Ребенку будет предоставлена государственная услуга «Выдача направления на отдых в лагерь». Лагерь: {result.camp}. Период отдыха: {result.from} – {result.to}.',
    },
    fields: [
      {
        key: 'type',
        kind: 'choice',
        label: { kk: 'Лагерьдің түрі', ru: 'Вид лагеря' },
        options: CAMP_TYPES,
        startsAs: 'camp.type',
      },
      {
        key: 'camp',
        kind: 'text',
        label: { kk: 'Лагерьдің атауы', ru: 'Название лагеря' },
        startsAs: 'camp.name',
      },
      { key: 'address', kind: 'text', label: { kk: 'Лагерьдің мекенжайы', ru: 'Адрес лагеря' } },
      {
        key: 'season',
        kind: 'choice',
        label: { kk: 'Маусым', ru: 'Сезон' },
        options: SEASONS,
        startsAs: 'camp.season',
      },
      {
        key: 'shift',
        kind: 'text',
        label: { kk: 'Ауысым', ru: 'Смена' },
        hint: { kk: 'Нөмірі, мысалы: 2', ru: 'Номер, например: 2' },
      },
      {
        key: 'from',
        kind: 'date',
        label: { kk: 'Лагерьге келу күні', ru: 'Дата заезда' },
        startsAs: 'camp.from',
      },
      {
        key: 'to',
        kind: 'date',
        label: { kk: 'Лагерьден қайту күні', ru: 'Дата выезда' },
        startsAs: 'camp.to',
        notBefore: 'from',
      },
      {
        key: 'basis',
        kind: 'text',
        label: { kk: 'Бұйрықтың (хаттаманың) нөмірі мен күні', ru: 'Номер и дата приказа (протокола)' },
        hint: { kk: 'Мысалы: № 87, 25.05.2027', ru: 'Например: № 87, 25.05.2027' },
      },
    ],
    // The category is not printed: who is shown the paper need not learn why the child is helped.
    paper: {
      title: { kk: 'Лагерьде демалуға жолдама', ru: 'Направление (путевка) на отдых в лагере' },
      body: [
        {
          kk: 'Бала: {subject.name}, ЖСН {subject.iin}, туған күні: {subject.birthDate}. Сынып: {school.grade}. {school.school}',
          ru: 'Ребенок: {subject.name}, ИИН {subject.iin}, дата рождения: {subject.birthDate}. Класс: {school.grade}. {school.school}',
        },
        {
          kk: 'Лагерьге демалуға жіберіледі. Лагерь: {result.camp}. Түрі: {result.type}. Мекенжайы: {result.address}.',
          ru: 'Направляется на отдых в лагерь. Лагерь: {result.camp}. Вид: {result.type}. Адрес: {result.address}.',
        },
        {
          kk: 'Маусым: {result.season}. Ауысым: {result.shift}. Келу күні: {result.from}. Қайту күні: {result.to}.',
          ru: 'Сезон: {result.season}. Смена: {result.shift}. Заезд: {result.from}. Выезд: {result.to}.',
        },
        {
          kk: 'Негіздеме (бұйрық, хаттама): {result.basis}.',
          ru: 'Основание (приказ, протокол): {result.basis}.',
        },
      ],
    },
    invitation: {
      kk: 'Лагерьге барарда жолдаманы және медициналық анықтаманың түпнұсқасын өзіңізбен бірге ала барыңыз. Келу күні: {result.from}. Лагерьдің мекенжайы: {result.address}.',
      ru: 'В день заезда возьмите с собой направление и оригинал медицинской справки. Дата заезда: {result.from}. Адрес лагеря: {result.address}.',
    },
  },
  intakeGrounds: SCHOOL_INTAKE_GROUNDS,
  grounds: STATE_SERVICE_GROUNDS,
  // Пять рабочих дней: приостановка после регистрации не предусмотрена.
  correction: { afterRegistration: false },
})
