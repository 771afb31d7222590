import { defineService } from '@/lib/domain/define-service'
import type { Condition, Option } from '@/lib/domain/fields'
import {
  ADMISSION_FORM,
  ADMISSION_LAW,
  ADMISSION_NAME,
  HEALTH_CERTIFICATE,
  HEALTH_PASSPORT,
  PHOTO,
} from './admission'
import { CHILD, childStep } from './child-step'
import { SCHOOL_INTAKE_GROUNDS, STATE_SERVICE_GROUNDS } from './grounds'
import { CONSENT, FILES, parentStep, selfStep, TEACHING_LANGUAGES, YES_NO } from './shared-steps'

const BY_PARENT: Condition = { field: 'who.applicant', in: ['parent'] }
const BY_SELF: Condition = { field: 'who.applicant', in: ['self'] }
/** The school keeps the health papers of its own pupils: only a newcomer brings them. */
const FROM_ANOTHER_SCHOOL: Condition = { field: 'education.sameSchool', in: ['no'] }

const DIRECTIONS: Option[] = [
  {
    value: 'science',
    label: { kk: 'жаратылыстану-математикалық', ru: 'естественно-математическое' },
  },
  { value: 'humanities', label: { kk: 'қоғамдық-гуманитарлық', ru: 'общественно-гуманитарное' } },
]

const SUBJECTS: Option[] = [
  { value: 'mathematics', label: { kk: 'математика', ru: 'математика' } },
  { value: 'informatics', label: { kk: 'информатика', ru: 'информатика' } },
  { value: 'physics', label: { kk: 'физика', ru: 'физика' } },
  { value: 'chemistry', label: { kk: 'химия', ru: 'химия' } },
  { value: 'biology', label: { kk: 'биология', ru: 'биология' } },
  { value: 'geography', label: { kk: 'география', ru: 'география' } },
  { value: 'history', label: { kk: 'дүниежүзі тарихы', ru: 'всемирная история' } },
  { value: 'law', label: { kk: 'құқық негіздері', ru: 'основы права' } },
  { value: 'foreignLanguage', label: { kk: 'шетел тілі', ru: 'иностранный язык' } },
]

export const tenthGrade = defineService({
  slug: 'tenth-grade',
  version: 1,
  name: { kk: '10-сыныпқа қабылдау', ru: 'Прием и зачисление в 10-й класс' },
  officialName: ADMISSION_NAME,
  audience: {
    kk: '9-сыныпты аяқтап, оқуын мектепте жалғастыратындар үшін',
    ru: 'Для тех, кто окончил 9-й класс и продолжит учебу в школе',
  },
  conditions: [
    {
      kk: 'Негізгі орта білім туралы мемлекеттік үлгідегі куәлік бар.',
      ru: 'Есть свидетельство об основном среднем образовании государственного образца.',
    },
    {
      kk: 'Өтінімді ата-анасы немесе басқа заңды өкілі береді, ал 16 жастан бастап оқуға түсуші өзі бере алады.',
      ru: 'Заявку подает родитель или другой законный представитель; с 16 лет поступающий может подать ее сам.',
    },
    {
      kk: 'Сыныптарды даярлық деңгейі бойынша жинақтауға жол берілмейді: оқу бағытын отбасы таңдайды.',
      ru: 'Комплектовать классы по уровню подготовки не допускается: направление выбирает семья.',
    },
  ],
  fit: [
    {
      question: {
        kk: 'Негізгі орта білім туралы куәлік (9-сыныптан кейін беріледі) алынды ма?',
        ru: 'Свидетельство об основном среднем образовании (его дают после 9-го класса) уже получено?',
      },
      unmetBy: 'no',
      unmet: {
        kk: 'Қабылдау осы куәлікке негізделеді. Өтінімді қазір толтыра беруге болады, ал куәлікті алған соң тіркеп, жіберіңіз.',
        ru: 'Зачисляют на основании этого свидетельства. Заполнить заявку можно уже сейчас, а отправить – когда приложите свидетельство.',
      },
    },
    {
      question: {
        kk: '16 жасқа толмаған оқуға түсушінің өтінімді өзі бергісі келе ме?',
        ru: 'Поступающий младше 16 лет хочет подать заявку сам?',
      },
      unmetBy: 'yes',
      unmet: {
        kk: '16 жасқа дейін өтінімді ата-анасы немесе басқа заңды өкілі береді.',
        ru: 'До 16 лет заявку подает родитель или другой законный представитель.',
      },
    },
    {
      question: {
        kk: 'Дарынды балаларға арналған мамандандырылған мектепке түскіңіз келе ме?',
        ru: 'Вы хотите поступить в специализированную школу для одаренных детей?',
      },
      unmetBy: 'yes',
      unmet: {
        kk: 'Ондай мектепке қабылдау – бөлек қызмет: «Мамандандырылған мектептерге қабылдау».',
        ru: 'Для этого есть отдельная услуга: «Прием в специализированные школы».',
      },
    },
  ],
  legalBasis: ADMISSION_LAW,
  price: 'free',
  waitMinutes: 15,
  serveMinutes: 15,
  channels: ['office', 'platform', 'egov'],
  form: ADMISSION_FORM,
  providerKinds: ['school'],
  applicant: 'parentOrSelf16',
  selfWhen: BY_SELF,
  // Ответ о приеме документов – 1 рабочий день; приказ о зачислении – до начала учебного года (domain.md §3.10).
  intakeTerm: 1,
  term: 1,
  answerBy: '08-31',
  // Действующая редакция правил дат не называет; по ним решает строка окна, это лишь ее начало (domain.md §3.6).
  usualWindow: { opens: '06-15', at: '09:00', closes: '08-31' },
  period: 'intakeYear',
  subject: CHILD,
  organisation: 'school.organisation',
  // Правило «3 + 1» установлено для 1-го класса; в 10-й места дают в порядке номеров.
  queue: { variant: 'school.language' },
  steps: [
    {
      key: 'who',
      title: { kk: 'Өтінімді кім береді', ru: 'Кто подает заявку' },
      fields: [
        {
          key: 'applicant',
          kind: 'choice',
          label: { kk: 'Өтініш беруші', ru: 'Заявитель' },
          options: [
            {
              value: 'parent',
              label: {
                kk: 'Ата-ана немесе басқа заңды өкіл',
                ru: 'Родитель или другой законный представитель',
              },
            },
            {
              value: 'self',
              label: { kk: 'Оқуға түсушінің өзі', ru: 'Сам поступающий' },
              hint: { kk: '16 жастан бастап', ru: 'С 16 лет' },
            },
          ],
        },
      ],
    },
    { ...parentStep, showWhen: BY_PARENT },
    { ...childStep, showWhen: BY_PARENT },
    { ...selfStep, showWhen: BY_SELF },
    {
      key: 'school',
      title: { kk: 'Мектеп және оқу бағыты', ru: 'Школа и направление' },
      intro: {
        kk: '10-сыныпта оқитын мектепті таңдаңыз: өтінімді сол мектеп қарайды.',
        ru: 'Выберите школу, где поступающий будет учиться в 10-м классе: она рассмотрит заявку.',
      },
      fields: [
        {
          key: 'organisation',
          kind: 'organisation',
          label: { kk: 'Оқу орны', ru: 'Учебное заведение' },
        },
        {
          key: 'direction',
          kind: 'choice',
          label: { kk: 'Бейіндік бағыт', ru: 'Направление профиля' },
          options: DIRECTIONS,
        },
        {
          key: 'language',
          kind: 'choice',
          label: { kk: 'Оқыту тілі', ru: 'Язык обучения' },
          options: TEACHING_LANGUAGES,
        },
        {
          key: 'firstSubject',
          kind: 'choice',
          optional: true,
          label: { kk: 'Бірінші бейіндік пән', ru: 'Первый профильный предмет' },
          hint: {
            kk: 'Мектеп сыныптарды жинақтағанда тілегіңізді ескереді.',
            ru: 'Школа учтет пожелание, когда будет составлять классы.',
          },
          options: SUBJECTS,
        },
        {
          key: 'secondSubject',
          kind: 'choice',
          optional: true,
          label: { kk: 'Екінші бейіндік пән', ru: 'Второй профильный предмет' },
          options: SUBJECTS,
        },
      ],
    },
    {
      key: 'education',
      title: { kk: 'Негізгі орта білім', ru: 'Основное среднее образование' },
      fields: [
        {
          key: 'sameSchool',
          kind: 'choice',
          label: {
            kk: '9-сынып таңдалған мектепте аяқталды ма?',
            ru: '9-й класс окончен в выбранной школе?',
          },
          hint: {
            kk: '«Иә» болса, денсаулық туралы құжаттар сұралмайды: олар мектепте бар.',
            ru: 'Если «Да», документы о здоровье не понадобятся: они есть в школе.',
          },
          options: YES_NO,
        },
        {
          key: 'previousSchool',
          kind: 'text',
          label: { kk: '9-сынып аяқталған мектеп', ru: 'Школа, где окончен 9-й класс' },
          hint: {
            kk: 'Атауы және елді мекен',
            ru: 'Название и населенный пункт',
          },
          showWhen: FROM_ANOTHER_SCHOOL,
        },
        {
          key: 'certificate',
          kind: 'text',
          label: {
            kk: 'Негізгі орта білім туралы куәліктің сериясы мен нөмірі',
            ru: 'Серия и номер свидетельства об основном среднем образовании',
          },
          hint: { kk: 'Мысалы: НОБ № 1234567', ru: 'Например: НОБ № 1234567' },
        },
      ],
    },
  ],
  documents: [
    {
      key: 'basicCertificate',
      title: {
        kk: 'Негізгі орта білім туралы куәлік және оның қосымшасы',
        ru: 'Свидетельство об основном среднем образовании с приложением',
      },
      keptAs: 'basicCertificate',
      ...FILES,
    },
    { ...HEALTH_CERTIFICATE, requiredWhen: FROM_ANOTHER_SCHOOL },
    { ...HEALTH_PASSPORT, requiredWhen: FROM_ANOTHER_SCHOOL },
    PHOTO,
  ],
  statement: {
    title: { kk: 'Өтініш', ru: 'Заявление' },
    body: [
      {
        kk: '10-сыныпқа оқуға қабылдауыңызды сұраймын. Қабылдау кезеңі: {period.name}.',
        ru: 'Прошу зачислить в 10-й класс. Период приема: {period.name}.',
      },
      {
        kk: 'Оқуға түсуші: {subject.name}, ЖСН {subject.iin}, туған күні: {subject.birthDate}. Білім беру ұйымы: {organisation.name}.',
        ru: 'Поступающий: {subject.name}, ИИН {subject.iin}, дата рождения: {subject.birthDate}. Организация образования: {organisation.name}.',
      },
      {
        kk: 'Бейіндік бағыт: {school.direction}. Оқыту тілі: {school.language}. Негізгі орта білім туралы куәлік: {education.certificate}.',
        ru: 'Направление профиля: {school.direction}. Язык обучения: {school.language}. Свидетельство об основном среднем образовании: {education.certificate}.',
      },
      CONSENT,
    ],
  },
  resultName: [
    { kk: 'Құжаттарды қабылдау туралы қолхат', ru: 'Расписка о приеме документов' },
    {
      kk: '10-сыныпқа оқуға қабылдау туралы бұйрық және хабарлама',
      ru: 'Приказ о зачислении в 10-й класс и уведомление',
    },
  ],
  result: {
    kind: 'order',
    meaning: {
      kk: 'Оқуға түсуші 10-сыныпқа қабылданды. Сынып: {result.className}, бағыты: {result.direction}, оқыту тілі: {result.language}, оқудың басталуы: {result.from}.',
      ru: 'Поступающий зачислен в 10-й класс. Класс: {result.className}, направление: {result.direction}, язык обучения: {result.language}, начало занятий: {result.from}.',
    },
    fields: [
      {
        key: 'className',
        kind: 'text',
        label: { kk: 'Сынып және литер', ru: 'Класс и литер' },
        hint: { kk: 'Мысалы: 10 «Ә»', ru: 'Например: 10 «А»' },
      },
      {
        key: 'direction',
        kind: 'choice',
        label: { kk: 'Бейіндік бағыт', ru: 'Направление профиля' },
        options: DIRECTIONS,
        startsAs: 'school.direction',
      },
      {
        key: 'language',
        kind: 'choice',
        label: { kk: 'Оқыту тілі', ru: 'Язык обучения' },
        options: TEACHING_LANGUAGES,
        startsAs: 'school.language',
      },
      {
        key: 'from',
        kind: 'date',
        label: { kk: 'Оқудың басталуы', ru: 'Начало занятий' },
        hint: { kk: 'Мысалы: 01 09 2027', ru: 'Например: 01 09 2027' },
      },
    ],
    paper: {
      title: { kk: '10-сыныпқа оқуға қабылдау туралы', ru: 'О зачислении в 10-й класс' },
      preamble: {
        kk: 'ҚР Білім және ғылым министрінің 2018 жылғы 12 қазандағы № 564 бұйрығымен бекітілген Оқуға қабылдаудың үлгілік қағидаларына, № {application.number} өтінішке және негізгі орта білім туралы куәлікке ({education.certificate}) сәйкес БҰЙЫРАМЫН:',
        ru: 'В соответствии с Типовыми правилами приема на обучение, утвержденными приказом Министра образования и науки РК от 12 октября 2018 года № 564, на основании заявления № {application.number} и свидетельства об основном среднем образовании ({education.certificate}) ПРИКАЗЫВАЮ:',
      },
      body: [
        {
          kk: '10-сыныпқа оқуға қабылдансын: {subject.name}, ЖСН {subject.iin}, сынып: {result.className}, бағыты: {result.direction}, оқыту тілі: {result.language}, оқудың басталуы: {result.from}.',
          ru: 'Зачислить в 10-й класс: {subject.name}, ИИН {subject.iin}, класс: {result.className}, направление: {result.direction}, язык обучения: {result.language}, начало занятий: {result.from}.',
        },
        {
          kk: 'Сынып жетекшісі білім алушыны сынып тізіміне енгізсін.',
          ru: 'Классному руководителю внести обучающегося в список класса.',
        },
        {
          kk: 'Осы бұйрықтың орындалуын бақылауды өзіме қалдырамын.',
          ru: 'Контроль за исполнением настоящего приказа оставляю за собой.',
        },
      ],
    },
    notification: {
      title: {
        kk: 'Құжаттарды қабылдау және оқуға қабылдау туралы хабарлама',
        ru: 'Уведомление о приеме документов и зачислении',
      },
      body: [
        {
          kk: 'Құжаттар қабылданды. Білім беру ұйымы: {organisation.name}.',
          ru: 'Документы приняты. Организация образования: {organisation.name}.',
        },
        {
          kk: '10-сыныпқа қабылданды: {subject.name}, сынып: {result.className}, бағыты: {result.direction}, оқыту тілі: {result.language}, оқудың басталуы: {result.from}. Негіздеме: {order.date} № {order.number} бұйрық.',
          ru: 'В 10-й класс зачислен(-а): {subject.name}, класс: {result.className}, направление: {result.direction}, язык обучения: {result.language}, начало занятий: {result.from}. Основание: приказ № {order.number} от {order.date}.',
        },
      ],
      invitation: {
        kk: 'Келуіңізді сұраймыз: {organisation.name}, мекенжайы: {organisation.address}.',
        ru: 'Просим вас подойти: {organisation.name}, адрес: {organisation.address}.',
      },
    },
  },
  intakeGrounds: SCHOOL_INTAKE_GROUNDS,
  grounds: STATE_SERVICE_GROUNDS,
  // Ответ дается к 31 августа: уточнение его не отодвигает.
  correction: { afterRegistration: true },
})
