import type { RequiredDocument } from '@/lib/domain/service'
import type { Text } from '@/lib/domain/text'
import { SERVICES_LAW } from './acts'
import { FILES } from './shared-steps'

/** What the services of enrolling in a school share: one official name and one act (domain.md §3.2, S40–S43, S90). */
export const ADMISSION_NAME: Text = {
  kk: 'Бастауыш, негізгі орта, жалпы орта білім берудің жалпы білім беретін бағдарламалары бойынша оқыту үшін ведомстволық бағыныстылығына қарамастан білім беру ұйымдарына құжаттарды қабылдау және оқуға қабылдау',
  ru: 'Прием документов и зачисление в организации образования независимо от ведомственной подчиненности для обучения по общеобразовательным программам начального, основного среднего, общего среднего образования',
}

export const ADMISSION_RULES: Text = {
  kk: 'ҚР Білім және ғылым министрінің 2018 жылғы 12 қазандағы № 564 бұйрығымен бекітілген Оқуға қабылдаудың үлгілік қағидалары (2025 жылғы 29 тамыздағы редакция)',
  ru: 'Типовые правила приема на обучение, утвержденные приказом Министра образования и науки РК от 12 октября 2018 года № 564 (в редакции от 29 августа 2025 года)',
}

export const ADMISSION_LAW: Text[] = [ADMISSION_RULES, SERVICES_LAW]

export const ADMISSION_FORM: Text = {
  kk: 'электрондық немесе қағаз түрінде',
  ru: 'электронная или бумажная',
}

export const HEALTH_CERTIFICATE: RequiredDocument = {
  key: 'healthCertificate',
  title: {
    kk: 'Денсаулық жағдайы туралы анықтама (065/у нысаны)',
    ru: 'Справка о состоянии здоровья (форма 065/у)',
  },
  hint: {
    kk: 'Емхана береді; нысанның бұрынғы нөмірі – 063/у.',
    ru: 'Выдает поликлиника; прежний номер формы – 063/у.',
  },
  keptAs: 'healthCertificate',
  ...FILES,
}

export const HEALTH_PASSPORT: RequiredDocument = {
  key: 'healthPassport',
  title: {
    kk: 'Бала денсаулығының паспорты (052-2/у нысаны)',
    ru: 'Паспорт здоровья ребенка (форма 052-2/у)',
  },
  hint: {
    kk: 'Емхана береді; нысанның бұрынғы нөмірі – 026/у-3.',
    ru: 'Выдает поликлиника; прежний номер формы – 026/у-3.',
  },
  keptAs: 'healthPassport',
  ...FILES,
}

export const PHOTO: RequiredDocument = {
  key: 'photo',
  title: { kk: '3×4 цифрлық фотосурет', ru: 'Цифровая фотография 3×4' },
  hint: {
    kk: 'Ашық түсті фонда, тікелей қарап түсірілген. Телефонмен түсіруге болады.',
    ru: 'Лицо прямо, на светлом фоне. Можно снять телефоном.',
  },
  keptAs: 'photo',
  ...FILES,
  types: ['jpeg', 'png'],
}
