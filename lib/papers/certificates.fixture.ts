import { headPost, paperTexts } from '@/lib/i18n/papers'
import type { CertificatePaper } from './certificate'
import type { Issuer } from './paper'
import { check, eds, issuer, KAZAKH_CAPITAL, order, subjectName } from './samples.fixture'

export const certificate: CertificatePaper = {
  kind: 'certificate',
  number: '12',
  date: '2026-08-21',
  place: order.place,
  issuer,
  title: {
    kk: 'Жалпы білім беретін мектептегі тегін және жеңілдетілген тамақтандыру туралы анықтама',
    ru: 'Справка о предоставлении бесплатного и льготного питания в общеобразовательной школе',
  },
  body: [
    {
      kk: `Берілді: ${subjectName}, ЖСН 111221600456.`,
      ru: `Дана: ${subjectName}, ИИН 111221600456.`,
    },
    {
      kk: 'Бала 2026–2027 оқу жылында тегін және жеңілдетілген тамақтандырумен қамтамасыз етілетін білім алушылар мен тәрбиеленушілердің тізіміне енгізілді.',
      ru: 'Ребенок включен в список обучающихся и воспитанников, обеспечивающихся бесплатным и льготным питанием в 2026–2027 учебном году.',
    },
  ],
  signedAs: 'paper',
  signer: { post: headPost('school'), name: order.signer.name },
  applicationNumber: 44007,
  check,
}

const akimat: Issuer = {
  kind: 'akimat',
  name: {
    kk: 'Қарағанды облысы Бұқар жырау ауданының «Үштөбе ауылдық округі әкімінің аппараты» ММ',
    ru: 'ГУ «Аппарат акима Уштобинского сельского округа» Бухар-Жырауского района Карагандинской области',
  },
  address: {
    kk: 'Қарағанды облысы, Бұқар жырау ауданы, Үштөбе а., Бейбітшілік к-сі, 3',
    ru: 'Карагандинская область, Бухар-Жырауский район, с. Уштобе, ул. Бейбитшилик, 3',
  },
  phone: '+77215421130',
}

export const transport: CertificatePaper = {
  ...certificate,
  issuer: akimat,
  place: { kk: 'Бұқар жырау ауданы', ru: 'Бухар-Жырауский район' },
  title: {
    kk: 'Жалпы білім беретін ұйымға және кері қарай үйге тегін тасымалдаумен қамтамасыз ету туралы анықтама',
    ru: 'Справка об обеспечении бесплатным подвозом к общеобразовательной организации образования и обратно домой',
  },
  signer: { post: headPost('akimat'), name: 'Жұмабеков Ерғазы Һамитұлы' },
}

export const referral: CertificatePaper = {
  ...certificate,
  kind: 'referral',
  issuer: { ...issuer, kind: 'department' },
  title: { kk: 'Лагерьге жолдама', ru: 'Направление (путевка) в лагерь' },
  signedAs: eds,
  signer: { post: headPost('department'), name: order.signer.name },
}

export const notice: CertificatePaper = {
  ...certificate,
  kind: 'notice',
  number: '44007-Т',
  title: { kk: 'Тестілеуге рұқсат', ru: 'Допуск к тестированию' },
  signedAs: 'unsigned',
  signer: { post: paperTexts.clerk, name: `Нұрғалиева Айгүл ${KAZAKH_CAPITAL}` },
}

export const release: CertificatePaper = {
  ...notice,
  kind: 'release',
  title: { kk: 'Есептен шығару талоны', ru: 'Открепительный талон' },
}
