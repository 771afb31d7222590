import { actingPost, headPost } from '@/lib/i18n/papers'
import type { AnnulmentPaper } from './annulment'
import type { IntakeRefusalPaper } from './intake-refusal'
import type { NotificationPaper } from './notification'
import type { OrderPaper } from './order'
import type { ElectronicSignature, Issuer } from './paper'
import type { ReceiptPaper } from './receipt'
import type { RefusalPaper } from './refusal'

/** Every Kazakh letter, in names, so that a paper that prints them has shown the font whole. */
export const KAZAKH_SMALL = 'әғқңөұүһі'
export const KAZAKH_CAPITAL = 'ӘҒҚҢӨҰҮҺІ'

export const check = { url: 'https://e.bilimal.kz/v/K7QM3X9R2DTB5WZA', code: 'K7QM3X9R2DTB5WZA' }

/** The longest serial number that a certificate may have. */
export const eds: ElectronicSignature = {
  signerName: 'ОСПАНОВА СӘУЛЕ ҚАЙРАТҚЫЗЫ',
  isHead: true,
  serial: '4b1c9f07d2a63e5588c0e7b9a1f4d6320c9be8f1',
  signedAt: new Date('2026-08-21T05:30:00Z'),
}

/** As full as codes of a set are: version 25. */
export const codes = Array.from({ length: 4 }, (_, i) =>
  `${i + 1}${'q8Zr+0aK/7Lx'.repeat(100)}`.slice(0, 1183),
)

export const issuer: Issuer = {
  kind: 'school',
  name: {
    kk: 'Қарағанды облысы білім басқармасының Қарағанды қаласы білім бөлімінің «№ 27 жалпы білім беретін мектебі» КММ',
    ru: 'КГУ «Общеобразовательная школа № 27» отдела образования города Караганды управления образования Карагандинской области',
  },
  address: {
    kk: 'Қарағанды қ., Қазыбек би ауданы, Ерубаев к-сі, 44',
    ru: 'г. Караганда, район им. Казыбек би, ул. Ерубаева, 44',
  },
  phone: '+77212567890',
}

const service = {
  kk: 'Денсаулығына байланысты ұзақ уақыт бойы бастауыш, негізгі орта, жалпы орта білім беру ұйымдарына бара алмайтын балаларды үйде жеке тегін оқытуды ұйымдастыру үшін құжаттарды қабылдау',
  ru: 'Прием документов для организации индивидуального бесплатного обучения на дому детей, которые по состоянию здоровья в течение длительного времени не могут посещать организации начального, основного среднего, общего среднего образования',
}

export const applicantName = `Әлімқұлова Ғайша Һасенқызы ${KAZAKH_CAPITAL}`
export const subjectName = `Үкібай Іңкәр Өмірзаққызы ${KAZAKH_SMALL}`

export const receipt: ReceiptPaper = {
  number: '44007-Р',
  issuer,
  date: '2026-08-20',
  applicantName,
  subjectName,
  service,
  documents: [
    { kk: 'Өтініш', ru: 'Заявление' },
    { kk: 'Баланың туу туралы куәлігі', ru: 'Свидетельство о рождении ребенка' },
    { kk: 'Медициналық анықтама (ДКК)', ru: 'Медицинская справка (ВКК)' },
  ],
  acceptedBy: 'Нұрғалиева Айгүл Болатқызы',
  answerDue: '2026-08-24',
  check,
}

export const intakeRefusal: IntakeRefusalPaper = {
  number: '44007-О',
  issuer,
  date: '2026-08-20',
  applicantName,
  subjectName,
  service,
  ground: {
    kk: 'Қолданылу мерзімі өтіп кеткен құжаттар ұсынылған',
    ru: 'Представлены документы с истекшим сроком действия',
  },
  source: {
    kk: '«Мемлекеттік және әлеуметтік жауапкершілігі бар көрсетілетін қызметтер туралы» ҚР Заңының 19-бабы',
    ru: 'Статья 19 Закона РК «О государственных и социально ответственных услугах»',
  },
  explanation:
    'Заключение ВКК № 118 выдано 12.05.2025 и действовало до 12.05.2026. Возьмите новое заключение в поликлинике по месту прикрепления ребенка.',
  nextStep: {
    kk: 'Мерзімі өткен құжатты жаңартып, өтінімді қайта беріңіз.',
    ru: 'Обновите документ, срок которого истек, и подайте заявку снова.',
  },
  clerkName: 'Нұрғалиева Айгүл Болатқызы',
  check,
}

export const refusal: RefusalPaper = {
  ...intakeRefusal,
  number: '3',
  applicationNumber: 44007,
  signer: { post: headPost('school'), name: 'Оспанова Сәуле Қайратқызы' },
  signedAs: 'paper',
  ground: {
    kk: 'Көрсетілетін қызметті алушының мемлекеттік көрсетілетін қызметті алу үшін ұсынған құжаттардың және (немесе) олардағы деректердің (мәліметтердің) анық еместігін анықтау',
    ru: 'Установление недостоверности документов, представленных услугополучателем для получения государственной услуги, и (или) данных (сведений), содержащихся в них',
  },
  source: {
    kk: '«Мемлекеттік және әлеуметтік жауапкершілігі бар көрсетілетін қызметтер туралы» ҚР Заңының 19-1-бабының 2-тармағы 1) тармақшасы',
    ru: 'Подпункт 1) пункта 2 статьи 19-1 Закона РК «О государственных и социально ответственных услугах»',
  },
}

export const order: OrderPaper = {
  number: '5',
  date: '2026-08-21',
  place: { kk: 'Қарағанды қаласы', ru: 'город Караганда' },
  issuer,
  title: {
    kk: 'Үйде жеке тегін оқытуға қабылдау туралы',
    ru: 'О зачислении на индивидуальное бесплатное обучение на дому',
  },
  preamble: {
    kk: 'ҚР Білім және ғылым министрінің 2020 жылғы 27 мамырдағы № 223 бұйрығына, ата-анасының (заңды өкілінің) № 44007 өтінішіне және дәрігерлік-консультациялық комиссияның қорытындысына (№ 118, 17.08.2026) сәйкес БҰЙЫРАМЫН:',
    ru: 'В соответствии с приказом Министра образования и науки РК от 27 мая 2020 года № 223, на основании заявления родителя (законного представителя) № 44007 и заключения врачебно-консультационной комиссии (№ 118, 17.08.2026) ПРИКАЗЫВАЮ:',
  },
  points: [
    {
      kk: `Үйде жеке тегін оқытуға қабылдансын: ${subjectName}, ЖСН 111221600456, сынып: 8, мерзімі: 01.09.2026 – 25.05.2027.`,
      ru: `Зачислить на индивидуальное бесплатное обучение на дому: ${subjectName}, ИИН 111221600456, класс: 8, период: 01.09.2026 – 25.05.2027.`,
    },
    {
      kk: 'Директордың оқу ісі жөніндегі орынбасары сабақ кестесін жасап, ата-анасымен (заңды өкілімен) келіссін.',
      ru: 'Заместителю директора по учебной работе составить расписание занятий и согласовать его с родителем (законным представителем).',
    },
    {
      kk: 'Осы бұйрықтың орындалуын бақылауды өзіме қалдырамын.',
      ru: 'Контроль за исполнением настоящего приказа оставляю за собой.',
    },
  ],
  signer: { post: headPost('school'), name: `Оспанова Сәуле ${KAZAKH_CAPITAL}` },
  signedAs: 'paper',
  applicationNumber: 44007,
  check,
}

/** Of whoever acts in the head's place, by the order that appoints them. */
export const annulment: AnnulmentPaper = {
  number: '14-ө/б',
  date: '2026-11-24',
  place: order.place,
  issuer,
  annulled: { kind: 'order', number: '12-ө/б', date: '2026-11-20', hasLetter: true },
  applicationNumber: 44007,
  subjectName,
  ground: { kk: 'Құжатта қате жіберілген', ru: 'В документе допущена ошибка' },
  explanation: 'В приказе неверно указан класс: ребенок учится в 6-м, а не в 5-м классе.',
  signer: {
    post: actingPost('school'),
    name: `Оспанова Сәуле ${KAZAKH_CAPITAL}`,
    basis: '№ 45-ж/қ, 20.11.2026',
  },
  signedAs: 'paper',
  check,
}

export const notification: NotificationPaper = {
  issuer,
  addressee: {
    name: applicantName,
    address: 'Карагандинская область, г. Караганда, ул. Н. Абдирова, д. 12, кв. 44',
  },
  date: '2026-08-21',
  title: {
    kk: 'Құжаттарды қабылдау және оқуға қабылдау туралы хабарлама',
    ru: 'Уведомление о приеме документов и зачислении',
  },
  body: [
    {
      kk: `Құжаттар қабылданды. Білім беру ұйымы: ${issuer.name.kk}.`,
      ru: `Документы приняты. Организация образования: ${issuer.name.ru}.`,
    },
    {
      kk: `Сіздің балаңыз (${subjectName}) үйде оқытуға қабылданды, сынып: 8, мерзімі: 01.09.2026 – 25.05.2027. Негіздеме: 21.08.2026 № 5 бұйрық.`,
      ru: `Ваш ребенок (${subjectName}) зачислен на надомное обучение, класс: 8, период: 01.09.2026 – 25.05.2027, согласно Приказу № 5 от 21.08.2026.`,
    },
  ],
  invitation: {
    kk: `Келуіңізді сұраймыз: «№ 27 жалпы білім беретін мектебі» КММ, мекенжайы: ${issuer.address.kk}.`,
    ru: `Просим Вас подойти: КГУ «Общеобразовательная школа № 27», адрес: ${issuer.address.ru}.`,
  },
  order: { number: '5', date: '2026-08-21' },
  signer: order.signer,
  signedAs: 'paper',
  check,
}
