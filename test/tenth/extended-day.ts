import { defineService } from '@/lib/domain/define-service'
import { SERVICES_LAW } from '@/lib/services/acts'
import { CHILD, childStep } from '@/lib/services/child-step'
import { SCHOOL_INTAKE_GROUNDS, STATE_SERVICE_GROUNDS } from '@/lib/services/grounds'
import { CONSENT, FILES, GRADES, parentStep } from '@/lib/services/shared-steps'

/** A service that nobody has built pages for: whatever a definition may say has to work from it alone. */
export const extendedDay = defineService({
  slug: 'extended-day',
  version: 1,
  name: { kk: 'Ұзартылған күн тобына қабылдау', ru: 'Прием в группу продленного дня' },
  officialName: {
    kk: 'Бастауыш сынып оқушыларын ұзартылған күн тобына қабылдау',
    ru: 'Прием учащихся начальных классов в группу продленного дня',
  },
  audience: { kk: '1–4-сынып оқушылары үшін', ru: 'Для учеников 1–4 классов' },
  conditions: [
    { kk: 'Бала осы мектептің 1–4-сыныбында оқиды.', ru: 'Ребенок учится в 1–4 классе этой школы.' },
  ],
  fit: [
    {
      question: { kk: 'Бала 1–4-сыныпта оқи ма?', ru: 'Ребенок учится в 1–4 классе?' },
      unmetBy: 'no',
      unmet: {
        kk: 'Топқа 1–4-сынып оқушылары ғана қабылданады.',
        ru: 'В группу принимают только учеников 1–4 классов.',
      },
    },
  ],
  legalBasis: [SERVICES_LAW],
  price: 'free',
  waitMinutes: 10,
  serveMinutes: 10,
  channels: ['office', 'platform'],
  form: { kk: 'электрондық немесе қағаз түрінде', ru: 'электронная или бумажная' },
  providerKinds: ['school'],
  applicant: 'parent',
  intakeTerm: 1,
  term: 3,
  period: 'schoolYear',
  subject: CHILD,
  organisation: 'school.organisation',
  steps: [
    parentStep,
    childStep,
    {
      key: 'school',
      title: { kk: 'Мектеп және топ', ru: 'Школа и группа' },
      fields: [
        {
          key: 'organisation',
          kind: 'organisation',
          family: 'school',
          label: { kk: 'Бала оқитын мектеп', ru: 'Школа, где учится ребенок' },
        },
        {
          key: 'grade',
          kind: 'choice',
          family: 'grade',
          label: { kk: 'Сынып', ru: 'Класс' },
          options: GRADES.slice(0, 4),
        },
        { key: 'from', kind: 'date', label: { kk: 'Қай күннен бастап', ru: 'С какого дня' } },
      ],
    },
    {
      key: 'home',
      title: { kk: 'Үйге қайту', ru: 'Дорога домой' },
      fields: [
        {
          key: 'way',
          kind: 'choice',
          label: { kk: 'Бала үйге қалай қайтады', ru: 'Как ребенок возвращается домой' },
          options: [
            { value: 'fetched', label: { kk: 'Ересек адам алып кетеді', ru: 'Его забирает взрослый' } },
            { value: 'alone', label: { kk: 'Өзі қайтады', ru: 'Идет один' } },
          ],
        },
        {
          key: 'hour',
          kind: 'choice',
          showWhen: { field: 'home.way', in: ['alone'] },
          label: { kk: 'Топтан шығатын уақыты', ru: 'Когда его отпускать' },
          options: [
            { value: '16', label: { kk: 'сағат 16:00-де', ru: 'в 16:00' } },
            { value: '18', label: { kk: 'сағат 18:00-де', ru: 'в 18:00' } },
          ],
        },
      ],
    },
    {
      key: 'adults',
      title: { kk: 'Баланы кім алып кетеді', ru: 'Кто забирает ребенка' },
      showWhen: { field: 'home.way', in: ['fetched'] },
      fields: [
        {
          key: 'people',
          kind: 'rows',
          label: { kk: 'Ересек адам', ru: 'Взрослый' },
          rows: {
            min: 1,
            max: 5,
            add: { kk: 'Тағы бір ересек адамды қосу', ru: 'Добавить взрослого' },
            columns: [
              {
                key: 'name',
                kind: 'personName',
                label: { kk: 'Тегі, аты, әкесінің аты', ru: 'Фамилия, имя, отчество' },
              },
              { key: 'phone', kind: 'phone', label: { kk: 'Телефоны', ru: 'Телефон' } },
              {
                key: 'relation',
                kind: 'choice',
                label: { kk: 'Балаға кім болып келеді', ru: 'Кем приходится ребенку' },
                options: [
                  { value: 'other', label: { kk: 'Туыс немесе таныс', ru: 'Родственник или знакомый' } },
                  { value: 'parent', label: { kk: 'Ата-анасы', ru: 'Родитель' } },
                ],
              },
            ],
          },
        },
      ],
    },
  ],
  documents: [
    {
      key: 'letter',
      title: { kk: 'Ата-ананың сенім хаты', ru: 'Доверенность от родителя' },
      hint: { kk: 'Еркін нысанда', ru: 'В свободной форме' },
      perRow: { rows: 'adults.people', name: 'name', when: { column: 'relation', in: ['other'] } },
      ...FILES,
    },
    {
      key: 'consent',
      title: { kk: 'Баланың өзі қайтуына келісім', ru: 'Согласие на то, что ребенок идет один' },
      requiredWhen: { field: 'home.way', in: ['alone'] },
      ...FILES,
    },
  ],
  statement: {
    title: { kk: 'Өтініш', ru: 'Заявление' },
    body: [
      {
        kk: 'Баламды ұзартылған күн тобына қабылдауыңызды сұраймын: {subject.name}, сыныбы: {school.grade}, басталатын күні: {school.from}.',
        ru: 'Прошу принять в группу продленного дня моего ребенка: {subject.name}, класс: {school.grade}, начало: {school.from}.',
      },
      CONSENT,
    ],
  },
  stages: [
    {
      key: 'group',
      title: { kk: 'Топты белгілеу', ru: 'Назначить группу' },
      told: { kk: 'Мектеп топты таңдап жатыр.', ru: 'Школа подбирает группу.' },
      done: { kk: 'Топ белгіленді: {group.name}.', ru: 'Группа назначена: {group.name}.' },
      by: 'provider',
      fields: [{ key: 'name', kind: 'text', label: { kk: 'Топтың атауы', ru: 'Название группы' } }],
    },
  ],
  resultName: [
    { kk: 'Ұзартылған күн тобына қабылдау туралы анықтама', ru: 'Справка о приеме в группу продленного дня' },
  ],
  result: {
    kind: 'certificate',
    meaning: {
      kk: 'Бала ұзартылған күн тобына қабылданды: {group.name}. Басталатын күні: {result.from}.',
      ru: 'Ребенок принят в группу продленного дня: {group.name}. Начало: {result.from}.',
    },
    fields: [
      {
        key: 'from',
        kind: 'date',
        label: { kk: 'Басталатын күні', ru: 'Начало' },
        startsAs: 'school.from',
      },
    ],
    paper: {
      title: {
        kk: 'Ұзартылған күн тобына қабылдау туралы анықтама',
        ru: 'Справка о приеме в группу продленного дня',
      },
      body: [
        {
          kk: 'Білім алушы: {subject.name}, ЖСН {subject.iin}. Топ: {group.name}. Басталатын күні: {result.from}. Оқу жылы: {period.name}.',
          ru: 'Обучающийся: {subject.name}, ИИН {subject.iin}. Группа: {group.name}. Начало: {result.from}. Учебный год: {period.name}.',
        },
      ],
    },
    invitation: {
      kk: 'Келудің қажеті жоқ: баланы бірінші күні мұғалім топқа өзі апарады.',
      ru: 'Приходить не нужно: в первый день учитель сам отведет ребенка в группу.',
    },
  },
  intakeGrounds: SCHOOL_INTAKE_GROUNDS,
  grounds: STATE_SERVICE_GROUNDS,
  correction: { afterRegistration: false },
})
