export type Child = {
  familyName: string
  givenName: string
  patronymic: string
  iin: string
  birthDate: string
  sex: 'male' | 'female'
  birthCertificate: string
  /** A key of `ORGANISATIONS`, and the class there; null for who is too young for school. */
  school: { organisation: string; grade: string } | null
}

export type PersonMembership = {
  /** A key of `ORGANISATIONS`. */
  organisation: string
  role: 'clerk' | 'director' | 'methodist' | 'admin'
}

export type Person = {
  /** What stands before the @ of the address. */
  key: string
  email: string
  familyName: string
  givenName: string
  patronymic: string
  phone: string
  /** Null from here on: the person has not filled that part of the profile. */
  iin: string | null
  birthDate: string | null
  sex: 'male' | 'female' | null
  address: string | null
  residency: 'resident' | null
  relation: 'mother' | 'father' | null
  locale: 'kk' | 'ru'
  memberships: readonly PersonMembership[]
  children: readonly Child[]
}

export const DEMO_PASSWORD = 'Bilimal-2026'

/** Invented people: serial numbers 99xx keep their IINs away from those that are issued. */
export const PEOPLE: readonly Person[] = [
  {
    key: 'parent',
    email: 'parent@demo.bilimal.kz',
    familyName: 'Нұрғалиева',
    givenName: 'Әйгерім',
    patronymic: 'Қуанышқызы',
    phone: '+77010000101',
    iin: '860417499010',
    birthDate: '1986-04-17',
    sex: 'female',
    address: 'Қарағанды облысы, Теміртау қ., Бейбітшілік көшесі, 118, 24-пәтер',
    residency: 'resident',
    relation: 'mother',
    locale: 'kk',
    memberships: [],
    children: [
      {
        familyName: 'Нұрғалиева',
        givenName: 'Гүлжаһан',
        patronymic: 'Өмірбекқызы',
        iin: '140509699023',
        birthDate: '2014-05-09',
        sex: 'female',
        birthCertificate: '0990478',
        school: { organisation: 'temirtau-5', grade: '7' },
      },
      {
        familyName: 'Нұрғалиев',
        givenName: 'Теңіз',
        patronymic: 'Өмірбекұлы',
        iin: '171123599037',
        birthDate: '2017-11-23',
        sex: 'male',
        birthCertificate: '0990596',
        school: { organisation: 'temirtau-5', grade: '3' },
      },
      {
        familyName: 'Нұрғалиев',
        givenName: 'Ерназар',
        patronymic: 'Өмірбекұлы',
        iin: '200314599174',
        birthDate: '2020-03-14',
        sex: 'male',
        birthCertificate: '0990612',
        school: null,
      },
    ],
  },
  {
    // Registered and nothing more: the form asks this parent for the rest in place.
    key: 'parent2',
    email: 'parent2@demo.bilimal.kz',
    familyName: 'Ковальчук',
    givenName: 'Денис',
    patronymic: 'Андреевич',
    phone: '+77010000102',
    iin: null,
    birthDate: null,
    sex: null,
    address: null,
    residency: null,
    relation: null,
    locale: 'ru',
    memberships: [],
    children: [],
  },
  {
    key: 'clerk',
    email: 'clerk@demo.bilimal.kz',
    familyName: 'Тілеуова',
    givenName: 'Жансая',
    patronymic: 'Ерболқызы',
    phone: '+77010000103',
    iin: '910212499048',
    birthDate: '1991-02-12',
    sex: 'female',
    address: 'Қарағанды облысы, Теміртау қ., Достық даңғылы, 27, 8-пәтер',
    residency: 'resident',
    relation: null,
    locale: 'kk',
    memberships: [{ organisation: 'temirtau-5', role: 'clerk' }],
    children: [],
  },
  {
    key: 'director',
    email: 'director@demo.bilimal.kz',
    familyName: 'Қожахметова',
    givenName: 'Ләззат',
    patronymic: 'Ғалымқызы',
    phone: '+77010000104',
    iin: '740930499055',
    birthDate: '1974-09-30',
    sex: 'female',
    address: 'Қарағанды облысы, Теміртау қ., Металлургтер даңғылы, 19, 41-пәтер',
    residency: 'resident',
    relation: null,
    locale: 'kk',
    memberships: [{ organisation: 'temirtau-5', role: 'director' }],
    children: [],
  },
  {
    key: 'clerk2',
    email: 'clerk2@demo.bilimal.kz',
    familyName: 'Соболев',
    givenName: 'Артём',
    patronymic: 'Игоревич',
    phone: '+77010000105',
    iin: '950704399063',
    birthDate: '1995-07-04',
    sex: 'male',
    address: 'г. Алматы, Алмалинский район, ул. Шевченко, 148, кв. 16',
    residency: 'resident',
    relation: null,
    locale: 'ru',
    memberships: [{ organisation: 'almaty-305', role: 'clerk' }],
    children: [],
  },
  {
    key: 'director2',
    email: 'director2@demo.bilimal.kz',
    familyName: 'Мырзағалиев',
    givenName: 'Азамат',
    patronymic: 'Өтепұлы',
    phone: '+77010000106',
    iin: '691208399084',
    birthDate: '1969-12-08',
    sex: 'male',
    address: 'г. Алматы, Бостандыкский район, ул. Тимирязева, 92, кв. 53',
    residency: 'resident',
    relation: null,
    locale: 'ru',
    memberships: [{ organisation: 'almaty-305', role: 'director' }],
    children: [],
  },
  {
    key: 'clerk3',
    email: 'clerk3@demo.bilimal.kz',
    familyName: 'Яковенко',
    givenName: 'Полина',
    patronymic: 'Сергеевна',
    phone: '+77010000109',
    iin: '930621499134',
    birthDate: '1993-06-21',
    sex: 'female',
    address: 'Карагандинская область, г. Темиртау, пр. Металлургов, 44, кв. 19',
    residency: 'resident',
    relation: null,
    locale: 'ru',
    memberships: [{ organisation: 'temirtau-38', role: 'clerk' }],
    children: [],
  },
  {
    key: 'director3',
    email: 'director3@demo.bilimal.kz',
    familyName: 'Тасболатова',
    givenName: 'Динара',
    patronymic: 'Мейрамқызы',
    phone: '+77010000110',
    iin: '771102499140',
    birthDate: '1977-11-02',
    sex: 'female',
    address: 'Қарағанды облысы, Теміртау қ., Мичурин көшесі, 12, 33-пәтер',
    residency: 'resident',
    relation: null,
    locale: 'kk',
    memberships: [{ organisation: 'temirtau-38', role: 'director' }],
    children: [],
  },
  {
    key: 'department-clerk',
    email: 'department-clerk@demo.bilimal.kz',
    familyName: 'Оспанова',
    givenName: 'Сәуле',
    patronymic: 'Мұратқызы',
    phone: '+77010000111',
    iin: '820830499118',
    birthDate: '1982-08-30',
    sex: 'female',
    address: 'Қарағанды облысы, Теміртау қ., Достық даңғылы, 41, 5-пәтер',
    residency: 'resident',
    relation: null,
    locale: 'kk',
    memberships: [{ organisation: 'temirtau-department', role: 'clerk' }],
    children: [],
  },
  {
    key: 'department-head',
    email: 'department-head@demo.bilimal.kz',
    familyName: 'Бекенова',
    givenName: 'Гүлнәр',
    patronymic: 'Маратқызы',
    phone: '+77010000112',
    iin: '750519499121',
    birthDate: '1975-05-19',
    sex: 'female',
    address: 'Қарағанды облысы, Теміртау қ., Республика даңғылы, 20, 7-пәтер',
    residency: 'resident',
    relation: null,
    locale: 'kk',
    memberships: [{ organisation: 'temirtau-department', role: 'director' }],
    children: [],
  },
  {
    key: 'methodist',
    email: 'methodist@demo.bilimal.kz',
    familyName: 'Әбдірахманов',
    givenName: 'Нұрлыбек',
    patronymic: 'Сейітұлы',
    phone: '+77010000107',
    iin: '800327399084',
    birthDate: '1980-03-27',
    sex: 'male',
    address: 'Қарағанды облысы, Теміртау қ., Республика даңғылы, 63, 12-пәтер',
    residency: 'resident',
    relation: null,
    locale: 'kk',
    memberships: [{ organisation: 'temirtau-department', role: 'methodist' }],
    children: [],
  },
  {
    key: 'akim-clerk',
    email: 'akim-clerk@demo.bilimal.kz',
    familyName: 'Серікбаев',
    givenName: 'Қайрат',
    patronymic: 'Ержанұлы',
    phone: '+77010000113',
    iin: '890412399151',
    birthDate: '1989-04-12',
    sex: 'male',
    address: 'Қарағанды облысы, Қарқаралы ауданы, Бестерек ауылы, Бірлік көшесі, 30',
    residency: 'resident',
    relation: null,
    locale: 'kk',
    memberships: [{ organisation: 'karkaraly-besterek-akimat', role: 'clerk' }],
    children: [],
  },
  {
    key: 'akim',
    email: 'akim@demo.bilimal.kz',
    familyName: 'Омаров',
    givenName: 'Бауыржан',
    patronymic: 'Тілеубекұлы',
    phone: '+77010000114',
    iin: '720208399169',
    birthDate: '1972-02-08',
    sex: 'male',
    address: 'Қарағанды облысы, Қарқаралы ауданы, Бестерек ауылы, Мектеп көшесі, 5',
    residency: 'resident',
    relation: null,
    locale: 'kk',
    memberships: [{ organisation: 'karkaraly-besterek-akimat', role: 'director' }],
    children: [],
  },
  {
    key: 'admin',
    email: 'admin@demo.bilimal.kz',
    familyName: 'Жумабеков',
    givenName: 'Руслан',
    patronymic: 'Маратович',
    phone: '+77010000108',
    iin: '881015399095',
    birthDate: '1988-10-15',
    sex: 'male',
    address: 'Карагандинская область, г. Темиртау, ул. Мира, 54, кв. 7',
    residency: 'resident',
    relation: null,
    locale: 'ru',
    memberships: [{ organisation: 'temirtau-department', role: 'admin' }],
    children: [],
  },
]
