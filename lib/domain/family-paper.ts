import type { DateOnly } from './dates'
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
  /** Whose paper it is: another child needs its own, the parent's serves for every child. */
  of: 'child' | 'parent'
  /** The paper runs out: the family notes until when, and it is not offered after that day. */
  expires: boolean
}

export const FAMILY_PAPERS: Readonly<Record<FamilyPaperKind, KindOfPaper>> = {
  birthCertificate: {
    label: { kk: 'Туу туралы куәлік', ru: 'Свидетельство о рождении' },
    of: 'child',
    expires: false,
  },
  medicalOpinion: {
    label: {
      kk: 'Дәрігерлік-консультациялық комиссияның (ДКК) қорытындысы',
      ru: 'Заключение врачебно-консультационной комиссии (ВКК)',
    },
    of: 'child',
    expires: true,
  },
  healthPassport: {
    label: {
      kk: 'Бала денсаулығының паспорты (052-2/у нысаны)',
      ru: 'Паспорт здоровья ребенка (форма 052-2/у)',
    },
    of: 'child',
    expires: true,
  },
  healthCertificate: {
    label: {
      kk: 'Денсаулық жағдайы туралы анықтама (065/у нысаны)',
      ru: 'Справка о состоянии здоровья (форма 065/у)',
    },
    of: 'child',
    expires: true,
  },
  campHealthCertificate: {
    label: {
      kk: 'Лагерьге баратын оқушыға берілетін медициналық анықтама (079/у нысаны)',
      ru: 'Медицинская справка на школьника, отъезжающего в лагерь (форма 079/у)',
    },
    of: 'child',
    expires: true,
  },
  socialAid: {
    label: {
      kk: 'Отбасының атаулы әлеуметтік көмек (АӘК) алушыларға тиесілігін растайтын анықтама',
      ru: 'Справка о принадлежности семьи к получателям адресной социальной помощи (АСП)',
    },
    of: 'parent',
    expires: true,
  },
  guardianship: {
    label: {
      kk: 'Қорғаншылықты (қамқоршылықты), патронаттық тәрбиені бекіту туралы шешім',
      ru: 'Решение об утверждении опеки (попечительства), патронатного воспитания',
    },
    of: 'child',
    expires: false,
  },
  photo: {
    label: { kk: '3×4 цифрлық фотосурет', ru: 'Цифровая фотография 3×4' },
    of: 'child',
    expires: false,
  },
  pmpk: {
    label: {
      kk: 'Психологиялық-медициналық-педагогикалық консультацияның (ПМПК) қорытындысы',
      ru: 'Заключение психолого-медико-педагогической консультации (ПМПК)',
    },
    of: 'child',
    expires: true,
  },
  residence: {
    label: { kk: 'ҚР-да тұру құқығын растайтын құжат', ru: 'Документ о праве проживания в РК' },
    of: 'parent',
    expires: true,
  },
  basicCertificate: {
    label: {
      kk: 'Негізгі орта білім туралы куәлік және оның қосымшасы',
      ru: 'Свидетельство об основном среднем образовании с приложением',
    },
    of: 'child',
    expires: false,
  },
}

export function isFamilyPaperKind(value: string): value is FamilyPaperKind {
  return Object.hasOwn(FAMILY_PAPERS, value)
}

/** A paper counts through its last day. */
export function isExpired(validUntil: DateOnly | null, today: DateOnly): boolean {
  return validUntil !== null && validUntil < today
}
