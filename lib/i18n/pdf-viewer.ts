import type { Widen } from './widen'

/** The viewer of a PDF beside what it is compared with. */
const kk = {
  show: 'Осы жерде көру',
  hide: 'Жасыру',
  loading: 'Файл жүктеліп жатыр…',
  failed: 'Файлды осы жерде көрсете алмадық. Оны жоғарыдағы сілтеме арқылы ашыңыз.',
  previous: 'Артқа',
  next: 'Алға',
  page: 'Бет',
  smaller: 'Кішірейту',
  larger: 'Үлкейту',
}

const ru: Widen<typeof kk> = {
  show: 'Смотреть здесь',
  hide: 'Скрыть',
  loading: 'Файл загружается…',
  failed: 'Показать файл здесь не получилось. Откройте его по ссылке выше.',
  previous: 'Назад',
  next: 'Вперед',
  page: 'Страница',
  smaller: 'Уменьшить',
  larger: 'Увеличить',
}

export const pdfViewerMessages = { kk, ru }
