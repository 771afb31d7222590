import { defineService } from '@/lib/domain/define-service'
import { CATEGORIES_DECREE, FAMILY_AND_CHILDREN_RULES, SERVICES_LAW } from './acts'
import { CATEGORY_CONDITIONS, CATEGORY_DOCUMENTS, CATEGORY_FIT, categoryStep } from './categories'
import { BORN_ELSEWHERE, birthCertificateWhen, CHILD, childStep } from './child-step'
import { FAMILY_INCOME_TEST, familyIncomeStep, incomeDocument } from './family-income'
import { SCHOOL_INTAKE_GROUNDS, STATE_SERVICE_GROUNDS } from './grounds'
import { schoolOrDepartmentStep } from './school-or-department'
import { CONSENT, parentStep } from './shared-steps'

const NO_APPLICATION_NEEDED = {
  kk: '1–4-сынып оқушыларына ыстық тамақ өтінімсіз, тегін беріледі. Өтінім беру керек пе, алдымен мектептен нақтылаңыз.',
  ru: 'Ученикам 1–4-х классов горячее питание дают бесплатно и без заявки. Сначала уточните в школе, нужна ли вам заявка.',
}

export const freeMeals = defineService({
  slug: 'free-meals',
  version: 1,
  name: { kk: 'Тегін және жеңілдетілген тамақтандыру', ru: 'Бесплатное и льготное питание' },
  officialName: {
    kk: 'Жалпы білім беретін мектептердегі білім алушылар мен тәрбиеленушілердің жекелеген санаттарына тегін және жеңілдетілген тамақтандыруды ұсыну',
    ru: 'Предоставление бесплатного и льготного питания отдельным категориям обучающихся и воспитанников в общеобразовательных школах',
  },
  audience: {
    kk: 'Мемлекет қолдайтын бес санаттағы мектеп оқушылары үшін',
    ru: 'Для школьников пяти категорий, которых поддерживает государство',
  },
  conditions: [
    {
      kk: 'Бала жалпы білім беретін мектепте оқиды.',
      ru: 'Ребенок учится в общеобразовательной школе.',
    },
    ...CATEGORY_CONDITIONS,
    {
      kk: '1–4-сынып оқушыларына ыстық тамақ өтінімсіз, тегін беріледі.',
      ru: 'Ученикам 1–4-х классов горячее питание дают бесплатно и без заявки.',
    },
    {
      kk: 'Өтінімді ата-анасы немесе басқа заңды өкілі әр оқу жылына қайта береді.',
      ru: 'Заявку подает родитель или другой законный представитель, на каждый учебный год заново.',
    },
  ],
  fit: [
    {
      question: { kk: 'Бала 1–4-сыныпта оқи ма?', ru: 'Ребенок учится в 1–4-м классе?' },
      unmetBy: 'yes',
      unmet: NO_APPLICATION_NEEDED,
    },
    ...CATEGORY_FIT,
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
  period: 'schoolYear',
  subject: CHILD,
  organisation: 'school.organisation',
  incomeTest: FAMILY_INCOME_TEST,
  steps: [
    parentStep,
    { ...childStep, fields: [...childStep.fields, BORN_ELSEWHERE] },
    {
      ...schoolOrDepartmentStep,
      advice: [{ when: { field: 'school.grade', in: ['1', '2', '3', '4'] }, text: NO_APPLICATION_NEEDED }],
    },
    categoryStep,
    familyIncomeStep,
  ],
  documents: [birthCertificateWhen('child.bornElsewhere'), ...CATEGORY_DOCUMENTS, incomeDocument],
  statement: {
    title: { kk: 'Өтініш', ru: 'Заявление' },
    body: [
      {
        kk: 'Менің кәмелетке толмаған баламды тегін және жеңілдетілген тамақтандырумен қамтамасыз етілетін білім алушылар мен тәрбиеленушілердің тізіміне енгізуіңізді сұраймын.',
        ru: 'Прошу включить моего несовершеннолетнего ребенка в список обучающихся и воспитанников, обеспечивающихся бесплатным и льготным питанием.',
      },
      {
        kk: 'Бала: {subject.name}, ЖСН {subject.iin}, туған күні: {subject.birthDate}. Сынып: {school.grade}. Кезең: {period.name}.',
        ru: 'Ребенок: {subject.name}, ИИН {subject.iin}, дата рождения: {subject.birthDate}. Класс: {school.grade}. Период: {period.name}.',
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
      kk: 'Жалпы білім беретін мектептегі тегін және жеңілдетілген тамақтандыру туралы анықтама',
      ru: 'Справка о предоставлении бесплатного и льготного питания в общеобразовательной школе',
    },
  ],
  result: {
    kind: 'certificate',
    meaning: {
      kk: 'Балаға «Жалпы білім беретін мектептердегі білім алушылар мен тәрбиеленушілердің жекелеген санаттарына тегін және жеңілдетілген тамақтандыруды ұсыну» мемлекеттік қызметі көрсетіледі: ол мектепте тамақтанатындардың тізіміне енгізілді. Тамақтандыру түрі: {result.meals}. Басталатын күні: {result.from}.',
      ru: 'Ребенку будет предоставлена государственная услуга «Предоставление бесплатного и льготного питания отдельным категориям обучающихся и воспитанников в общеобразовательных школах»: он включен в список на питание в школе. Вид питания: {result.meals}. Начало: {result.from}.',
    },
    fields: [
      {
        key: 'meals',
        kind: 'choice',
        label: { kk: 'Тамақтандыру түрі', ru: 'Вид питания' },
        options: [
          { value: 'free', label: { kk: 'тегін', ru: 'бесплатное' } },
          { value: 'reduced', label: { kk: 'жеңілдетілген', ru: 'льготное' } },
        ],
      },
      {
        key: 'from',
        kind: 'date',
        label: { kk: 'Тамақтандыру басталатын күн', ru: 'Дата начала питания' },
        startsAs: 'today',
      },
      {
        key: 'basis',
        kind: 'text',
        label: {
          kk: 'Тізім бекітілген бұйрықтың (хаттаманың) нөмірі мен күні',
          ru: 'Номер и дата приказа (протокола), которым утвержден список',
        },
        hint: { kk: 'Мысалы: № 112, 04.09.2026', ru: 'Например: № 112, 04.09.2026' },
      },
    ],
    // The category is not printed: who is shown the paper need not learn why the child is helped.
    paper: {
      title: {
        kk: 'Жалпы білім беретін мектептегі тегін және жеңілдетілген тамақтандыру туралы анықтама',
        ru: 'Справка о предоставлении бесплатного и льготного питания в общеобразовательной школе',
      },
      body: [
        {
          kk: 'Білім алушы: {subject.name}, ЖСН {subject.iin}, туған күні: {subject.birthDate}. Сынып: {school.grade}. {school.school}',
          ru: 'Обучающийся: {subject.name}, ИИН {subject.iin}, дата рождения: {subject.birthDate}. Класс: {school.grade}. {school.school}',
        },
        {
          kk: 'Тегін және жеңілдетілген тамақтандырумен қамтамасыз етілетін білім алушылар мен тәрбиеленушілердің тізіміне енгізілді. Кезең: {period.name}. Тамақтандыру түрі: {result.meals}. Басталатын күні: {result.from}.',
          ru: 'Включен(-а) в список обучающихся и воспитанников, обеспечивающихся бесплатным и льготным питанием. Период: {period.name}. Вид питания: {result.meals}. Начало: {result.from}.',
        },
        {
          kk: 'Негіздеме (бұйрық, хаттама): {result.basis}.',
          ru: 'Основание (приказ, протокол): {result.basis}.',
        },
      ],
    },
    invitation: {
      kk: 'Келудің қажеті жоқ: анықтаманы осы жерден жүктеп алып, сұраған жерге көрсетуге болады.',
      ru: 'Приходить не нужно: справку можно скачать здесь и показать там, где ее спросят.',
    },
  },
  intakeGrounds: SCHOOL_INTAKE_GROUNDS,
  grounds: STATE_SERVICE_GROUNDS,
  // Пять рабочих дней: приостановка после регистрации не предусмотрена.
  correction: { afterRegistration: false },
})
