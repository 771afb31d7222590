import type { Text } from '@/lib/domain/text'
import type { Head } from './departments'

export type AkimatSeed = {
  key: string
  /** Of the same district: it knows what the district and its region are called in names. */
  department: string
  bin: string
  /** The rural district: the genitive in Russian, as the office's name has it. */
  okrug: Text
  /** Without region and district, which come from `regions.ts`. */
  address: Text
  phone: string
  head: Head
}

/** Rural akims' offices of the villages that have a school here: they give transport to school. All made up. */
export const AKIMAT_SEEDS: readonly AkimatSeed[] = [
  {
    key: 'karkaraly-besterek-akimat',
    department: 'karkaraly-department',
    bin: '980940990801',
    okrug: { kk: 'Бестерек', ru: 'Бестерекского' },
    address: { kk: 'Бестерек ауылы, Бірлік көшесі, 2', ru: 'с. Бестерек, ул. Бирлик, 2' },
    phone: '+77214699020',
    head: { familyName: 'Омаров', givenName: 'Бауыржан', patronymic: 'Тілеубекұлы' },
  },
  {
    key: 'shet-zhuldyztau-akimat',
    department: 'shet-department',
    bin: '000340990815',
    okrug: { kk: 'Жұлдызтау', ru: 'Жулдызтауского' },
    address: { kk: 'Жұлдызтау ауылы, Тәуелсіздік көшесі, 1', ru: 'с. Жулдызтау, ул. Тауелсиздик, 1' },
    phone: '+77103199020',
    head: { familyName: 'Көшербаев', givenName: 'Ержан', patronymic: 'Советұлы' },
  },
  {
    key: 'ayagoz-umitbulak-akimat',
    department: 'ayagoz-department',
    bin: '020840990827',
    okrug: { kk: 'Үмітбұлақ', ru: 'Умитбулакского' },
    address: { kk: 'Үмітбұлақ ауылы, Абай көшесі, 4', ru: 'с. Умитбулак, ул. Абая, 4' },
    phone: '+77223799020',
    head: { familyName: 'Сағындықова', givenName: 'Майра', patronymic: 'Бекетқызы' },
  },
  {
    key: 'zerendi-orkensai-akimat',
    department: 'zerendi-department',
    bin: '040640990833',
    okrug: { kk: 'Өркенсай', ru: 'Оркенсайского' },
    address: { kk: 'Өркенсай ауылы, Мектеп көшесі, 1', ru: 'с. Оркенсай, ул. Школьная, 1' },
    phone: '+77163299020',
    head: { familyName: 'Кузьменко', givenName: 'Сергей', patronymic: 'Петрович' },
  },
  {
    key: 'mugalzhar-sauledala-akimat',
    department: 'mugalzhar-department',
    bin: '051140990844',
    okrug: { kk: 'Сәуледала', ru: 'Сауледалинского' },
    address: { kk: 'Сәуледала ауылы, Наурыз көшесі, 3', ru: 'с. Сауледала, ул. Наурыз, 3' },
    phone: '+77133399020',
    head: { familyName: 'Есенғалиев', givenName: 'Нұрлан', patronymic: 'Аманұлы' },
  },
  {
    key: 'talgar-almalykol-akimat',
    department: 'talgar-department',
    bin: '070940990852',
    okrug: { kk: 'Алмалыкөл', ru: 'Алмалыкольского' },
    address: { kk: 'Алмалыкөл ауылы, Алатау көшесі, 5', ru: 'с. Алмалыколь, ул. Алатау, 5' },
    phone: '+77277499020',
    head: { familyName: 'Төребеков', givenName: 'Мұрат', patronymic: 'Жақсыбекұлы' },
  },
  {
    key: 'kaztal-tansholpan-akimat',
    department: 'kaztal-department',
    bin: '090240990868',
    okrug: { kk: 'Таңшолпан', ru: 'Таншолпанского' },
    address: { kk: 'Таңшолпан ауылы, Жеңіс көшесі, 2', ru: 'с. Таншолпан, ул. Женис, 2' },
    phone: '+77114499020',
    head: { familyName: 'Ғұмаров', givenName: 'Қайрат', patronymic: 'Ізтілеуұлы' },
  },
  {
    key: 'panfilov-akmandai-akimat',
    department: 'panfilov-department',
    bin: '110440990871',
    okrug: { kk: 'Ақмаңдай', ru: 'Акмандайского' },
    address: { kk: 'Ақмаңдай ауылы, Хоргос көшесі, 1', ru: 'с. Акмандай, ул. Хоргос, 1' },
    phone: '+77283199020',
    head: { familyName: 'Исмаилов', givenName: 'Рустам', patronymic: 'Хамитұлы' },
  },
  {
    key: 'auliekol-zhanakaiyn-akimat',
    department: 'auliekol-department',
    bin: '130640990882',
    okrug: { kk: 'Жаңақайың', ru: 'Жанакаинского' },
    address: { kk: 'Жаңақайың ауылы, Тың көшесі, 11', ru: 'с. Жанакаин, ул. Целинная, 11' },
    phone: '+77145399020',
    head: { familyName: 'Бондаренко', givenName: 'Елена', patronymic: 'Николаевна' },
  },
  {
    key: 'kazaly-sarykamysty-akimat',
    department: 'kazaly-department',
    bin: '150840990893',
    okrug: { kk: 'Сарықамысты', ru: 'Сарыкамыстинского' },
    address: { kk: 'Сарықамысты ауылы, Қорқыт ата көшесі, 2', ru: 'с. Сарыкамысты, ул. Коркыт ата, 2' },
    phone: '+77243899020',
    head: { familyName: 'Әбілдаев', givenName: 'Сейілбек', patronymic: 'Нұрмаханұлы' },
  },
  {
    key: 'bayanaul-kumissai-akimat',
    department: 'bayanaul-department',
    bin: '170340990908',
    okrug: { kk: 'Күміссай', ru: 'Кумиссайского' },
    address: { kk: 'Күміссай ауылы, Жасыбай көшесі, 1', ru: 'с. Кумиссай, ул. Жасыбая, 1' },
    phone: '+77184099020',
    head: { familyName: 'Жүнісов', givenName: 'Талғат', patronymic: 'Кәкімұлы' },
  },
  {
    key: 'aiyrtau-karagaily-akimat',
    department: 'aiyrtau-department',
    bin: '191040990913',
    okrug: { kk: 'Қарағайлыкөл', ru: 'Карагайлыкольского' },
    address: { kk: 'Қарағайлыкөл ауылы, Орман көшесі, 10', ru: 'с. Карагайлыколь, ул. Лесная, 10' },
    phone: '+77153399020',
    head: { familyName: 'Гончар', givenName: 'Владимир', patronymic: 'Иванович' },
  },
  {
    key: 'otyrar-terektiaryk-akimat',
    department: 'otyrar-department',
    bin: '980940990929',
    okrug: { kk: 'Теректіарық', ru: 'Теректиарыкского' },
    address: { kk: 'Теректіарық ауылы, Арыстанбаб көшесі, 3', ru: 'с. Теректиарык, ул. Арыстанбаб, 3' },
    phone: '+77254499020',
    head: { familyName: 'Үсенов', givenName: 'Дәулет', patronymic: 'Сапарұлы' },
  },
  {
    key: 'katonkaragai-shynbulak-akimat',
    department: 'katonkaragai-department',
    bin: '000340990934',
    okrug: { kk: 'Шыңбұлақ', ru: 'Шынбулакского' },
    address: { kk: 'Шыңбұлақ ауылы, Берел көшесі, 2', ru: 'с. Шынбулак, ул. Берел, 2' },
    phone: '+77234199020',
    head: { familyName: 'Мұхамеджанова', givenName: 'Гүлзат', patronymic: 'Оралқызы' },
  },
]
