import type { Option } from '@/lib/domain/fields'
import type { ServiceDefinition, Stage } from '@/lib/domain/service'

const OUTCOMES: Option[] = [
  { value: 'passed', label: { kk: 'конкурстан өтті', ru: 'конкурс пройден' } },
  { value: 'notPassed', label: { kk: 'конкурстан өтпеді', ru: 'конкурс не пройден' } },
]

/** Admission to the test, then the list of results; an order or a refusal follows (domain.md §3.8). */
export const specialisedStages: Stage[] = [
  {
    key: 'admission',
    title: { kk: 'Тестілеуге рұқсаттама беру', ru: 'Выдать допуск к тестированию' },
    told: {
      kk: 'Мектеп тестілеуге рұқсаттаманы дайындап жатыр: онда тестілеудің күні, уақыты және орны көрсетіледі.',
      ru: 'Школа готовит допуск к тестированию: в нем будут дата, время и место.',
    },
    done: {
      kk: 'Тестілеуге рұқсаттама дайын. Күні: {admission.date}, басталу уақыты: {admission.time}, орны: {admission.place}.',
      ru: 'Допуск к тестированию готов. Дата: {admission.date}, начало: {admission.time}, место: {admission.place}.',
    },
    by: 'provider',
    fields: [
      { key: 'date', kind: 'date', label: { kk: 'Тестілеу күні', ru: 'Дата тестирования' } },
      {
        key: 'time',
        kind: 'text',
        label: { kk: 'Басталу уақыты', ru: 'Время начала' },
        hint: { kk: 'Мысалы: 10:00', ru: 'Например: 10:00' },
      },
      {
        key: 'place',
        kind: 'text',
        label: { kk: 'Тестілеу орны', ru: 'Место тестирования' },
        hint: {
          kk: 'Мекенжайы мен кабинеті',
          ru: 'Адрес и кабинет',
        },
      },
      {
        key: 'seat',
        kind: 'text',
        label: { kk: 'Орын нөмірі немесе қатысушының коды', ru: 'Номер места или код участника' },
        hint: { kk: 'Мысалы: 24-орын, код 1187', ru: 'Например: место 24, код 1187' },
      },
    ],
    paper: {
      kind: 'notice',
      title: { kk: 'Тестілеуге рұқсаттама', ru: 'Допуск к тестированию' },
      body: [
        {
          kk: 'Конкурстық тестілеуге жіберілді: {subject.name}, ЖСН {subject.iin}.',
          ru: 'К конкурсному тестированию допущен ребенок: {subject.name}, ИИН {subject.iin}.',
        },
        {
          kk: 'Білім беру ұйымы: {organisation.name}. Түсетін сыныбы: {school.grade}. Тест тапсыратын тілі: {school.testLanguage}. Бағыты: {school.direction}.',
          ru: 'Организация образования: {organisation.name}. Класс поступления: {school.grade}. Язык тестирования: {school.testLanguage}. Направление: {school.direction}.',
        },
        {
          kk: 'Тестілеу күні: {admission.date}. Басталу уақыты: {admission.time}. Орны: {admission.place}. Орын нөмірі немесе қатысушының коды: {admission.seat}.',
          ru: 'Дата тестирования: {admission.date}. Время начала: {admission.time}. Место: {admission.place}. Номер места или код участника: {admission.seat}.',
        },
        {
          kk: 'Тестілеуге осы рұқсаттаманы және баланың туу туралы куәлігін немесе жеке басын куәландыратын құжатын ала келуіңізді сұраймыз.',
          ru: 'Просим взять на тестирование этот допуск и свидетельство о рождении ребенка или документ, удостоверяющий его личность.',
        },
      ],
    },
  },
  {
    key: 'results',
    title: { kk: 'Конкурс нәтижесін енгізу', ru: 'Внести результат конкурса' },
    told: {
      kk: 'Бала тестілеуге жіберілді. Конкурстан кейін мектеп оның нәтижесін осында жазады.',
      ru: 'Ребенок допущен к тестированию. После конкурса школа запишет здесь его результат.',
    },
    done: {
      kk: 'Конкурс қорытындысы: {results.outcome}. Жинаған балы: {results.score}. Хаттама: {results.date} № {results.number}.',
      ru: 'Итог конкурса: {results.outcome}. Набранные баллы: {results.score}. Протокол № {results.number} от {results.date}.',
    },
    by: 'provider',
    fields: [
      {
        key: 'date',
        kind: 'date',
        past: true,
        label: { kk: 'Хаттаманың күні', ru: 'Дата протокола' },
      },
      { key: 'number', kind: 'text', label: { kk: 'Хаттаманың нөмірі', ru: 'Номер протокола' } },
      {
        key: 'score',
        kind: 'number',
        min: 0,
        max: 1000,
        decimals: 2,
        label: { kk: 'Жинаған балы', ru: 'Набранные баллы' },
      },
      {
        key: 'outcome',
        kind: 'choice',
        label: { kk: 'Конкурс қорытындысы', ru: 'Итог конкурса' },
        hint: {
          kk: 'Бала конкурстан өтпесе, келесі қадам – себебі көрсетілген дәлелді бас тарту',
          ru: 'Если конкурс не пройден, следующий шаг – мотивированный отказ с указанием причины',
        },
        options: OUTCOMES,
      },
    ],
  },
]

export const specialisedResult: ServiceDefinition['result'] = {
  kind: 'order',
  meaning: {
    kk: 'Балаңыз конкурстан өтіп, мектепке қабылданды. Сынып: {result.className}, оқудың басталуы: {result.from}, интернаттағы орын: {result.boarding}.',
    ru: 'Ваш ребенок прошел конкурс и зачислен в школу. Класс: {result.className}, начало занятий: {result.from}, место в интернате: {result.boarding}.',
  },
  fields: [
    {
      key: 'className',
      kind: 'text',
      label: { kk: 'Сынып және литер', ru: 'Класс и литер' },
      hint: { kk: 'Мысалы: 7 «Ә»', ru: 'Например: 7 «Б»' },
      startsAs: 'school.grade',
    },
    {
      key: 'from',
      kind: 'date',
      label: { kk: 'Оқудың басталуы', ru: 'Начало занятий' },
      hint: { kk: 'Мысалы: 01 09 2027', ru: 'Например: 01 09 2027' },
    },
    {
      key: 'boarding',
      kind: 'choice',
      label: { kk: 'Интернаттағы орын', ru: 'Место в интернате' },
      options: [
        { value: 'given', label: { kk: 'берілді', ru: 'предоставлено' } },
        { value: 'notGiven', label: { kk: 'берілмеді', ru: 'не предоставлено' } },
        { value: 'notAsked', label: { kk: 'сұралмаған', ru: 'не запрашивалось' } },
      ],
    },
  ],
  paper: {
    title: {
      kk: 'Мамандандырылған білім беру ұйымына оқуға қабылдау туралы',
      ru: 'О зачислении в специализированную организацию образования',
    },
    preamble: {
      kk: 'ҚР Білім және ғылым министрінің 2018 жылғы 12 қазандағы № 564 бұйрығымен бекітілген Оқуға қабылдаудың үлгілік қағидаларына, ата-анасының (заңды өкілінің) № {application.number} өтінішіне және конкурс хаттамасына ({results.date} № {results.number}) сәйкес БҰЙЫРАМЫН:',
      ru: 'В соответствии с Типовыми правилами приема на обучение, утвержденными приказом Министра образования и науки РК от 12 октября 2018 года № 564, на основании заявления родителя (законного представителя) № {application.number} и протокола конкурса (№ {results.number} от {results.date}) ПРИКАЗЫВАЮ:',
    },
    body: [
      {
        kk: 'Конкурс қорытындысы бойынша оқуға қабылдансын: {subject.name}, ЖСН {subject.iin}, сынып: {result.className}, оқудың басталуы: {result.from}, интернаттағы орын: {result.boarding}.',
        ru: 'Зачислить по итогам конкурса: {subject.name}, ИИН {subject.iin}, класс: {result.className}, начало занятий: {result.from}, место в интернате: {result.boarding}.',
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
      kk: 'Конкурс қорытындысы және оқуға қабылдау туралы хабарлама',
      ru: 'Уведомление об итогах конкурса и зачислении',
    },
    body: [
      {
        kk: 'Конкурс өткізілді. Білім беру ұйымы: {organisation.name}. Хаттама: {results.date} № {results.number}, жинаған балы: {results.score}.',
        ru: 'Конкурс проведен. Организация образования: {organisation.name}. Протокол № {results.number} от {results.date}, набранные баллы: {results.score}.',
      },
      {
        kk: 'Сіздің балаңыз ({subject.name}) конкурстан өтіп, оқуға қабылданды, сынып: {result.className}, оқудың басталуы: {result.from}, интернаттағы орын: {result.boarding}. Негіздеме: {order.date} № {order.number} бұйрық.',
        ru: 'Ваш ребенок ({subject.name}) прошел конкурс и зачислен, класс: {result.className}, начало занятий: {result.from}, место в интернате: {result.boarding}. Основание: приказ № {order.number} от {order.date}.',
      },
    ],
    invitation: {
      kk: 'Келуіңізді сұраймыз: {organisation.name}, мекенжайы: {organisation.address}.',
      ru: 'Просим вас подойти: {organisation.name}, адрес: {organisation.address}.',
    },
  },
}
