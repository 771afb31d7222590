import type { Text } from './text'

/** Papers that a family keeps once and offers again; each belongs to one child or to the parent. */
export const FAMILY_PAPER_KINDS = [
  'birthCertificate',
  'medicalOpinion',
  'healthPassport',
  'healthCertificate',
  'campHealthCertificate',
  'socialAid',
  'guardianship',
  'photo',
  'pmpk',
  'residence',
  'basicCertificate',
] as const
export type FamilyPaperKind = (typeof FAMILY_PAPER_KINDS)[number]

type KindOfPaper = {
  label: Text
  /** The paper runs out: the family notes until when, and it is not offered after that day. */
  expires: boolean
}

export const FAMILY_PAPERS: Readonly<Record<FamilyPaperKind, KindOfPaper>> = {
  birthCertificate: {
    label: { kk: 'Туу туралы куәлік', ru: 'Свидетельство о рождении' },
    expires: false,
  },
  medicalOpinion: {
    label: { kk: 'Дәрігерлік-консультациялық комиссияның (ДКК) қорытындысы', ru: 'Заключение ВКК' },
    expires: true,
  },
  healthPassport: {
    label: {
      kk: 'Баланың денсаулық паспорты (052-2/у нысаны)',
      ru: 'Паспорт здоровья ребенка (форма 052-2/у)',
    },
    expires: true,
  },
  healthCertificate: {
    label: {
      kk: 'Денсаулық жағдайы туралы анықтама (065/у нысаны)',
      ru: 'Справка о состоянии здоровья (форма 065/у)',
    },
    expires: true,
  },
  campHealthCertificate: {
    label: {
      kk: 'Лагерьге баратын оқушының медициналық анықтамасы (079/у нысаны)',
      ru: 'Медицинская справка на школьника, отъезжающего в лагерь (форма 079/у)',
    },
    expires: true,
  },
  socialAid: {
    label: {
      kk: 'Атаулы әлеуметтік көмек алушыларға тиесілігін растайтын анықтама',
      ru: 'Справка о принадлежности семьи к получателям АСП',
    },
    expires: true,
  },
  guardianship: {
    label: {
      kk: 'Қорғаншылықты (қамқоршылықты), патронаттық тәрбиені бекіту туралы шешім',
      ru: 'Решение об утверждении опеки (попечительства), патронатного воспитания',
    },
    expires: false,
  },
  photo: { label: { kk: '3×4 фотосурет', ru: 'Фотография 3×4' }, expires: false },
  pmpk: {
    label: {
      kk: 'Психологиялық-медициналық-педагогикалық консультацияның (ПМПК) қорытындысы',
      ru: 'Заключение ПМПК',
    },
    expires: true,
  },
  residence: {
    label: { kk: 'ҚР-да тұру құқығын растайтын құжат', ru: 'Документ о праве проживания в РК' },
    expires: true,
  },
  basicCertificate: {
    label: { kk: 'Негізгі орта білім туралы куәлік', ru: 'Свидетельство об основном среднем образовании' },
    expires: false,
  },
}
