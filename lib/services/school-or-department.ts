import type { Step } from '@/lib/domain/service'
import { GRADES } from './shared-steps'

/** The provider is the child's school unless the district's education department does it for all schools. */
export const schoolOrDepartmentStep: Step = {
  key: 'school',
  title: { kk: 'Мектеп', ru: 'Школа' },
  fields: [
    {
      key: 'reviewer',
      kind: 'choice',
      label: { kk: 'Өтінімді кім қарайды', ru: 'Кто рассматривает заявку' },
      options: [
        {
          value: 'school',
          label: { kk: 'Бала оқитын мектеп', ru: 'Школа, где учится ребенок' },
          hint: { kk: 'Көп жағдайда осылай.', ru: 'Так бывает чаще всего.' },
        },
        {
          value: 'department',
          label: { kk: 'Білім бөлімі', ru: 'Отдел образования' },
          hint: {
            kk: 'Мектеп өтінімдерді ауданның (қаланың) білім бөлімі қабылдайды деп айтқан болса.',
            ru: 'Если в школе сказали, что заявки принимает отдел образования района (города).',
          },
        },
      ],
    },
    {
      key: 'organisation',
      kind: 'organisation',
      family: 'school',
      kindsBy: { field: 'reviewer', kinds: { school: ['school'], department: ['department'] } },
      label: { kk: 'Мектеп немесе білім бөлімі', ru: 'Школа или отдел образования' },
      hint: {
        kk: 'Жоғарыда белгілегеніңізді таңдаңыз: өтінім сонда жіберіледі.',
        ru: 'Выберите то, что отметили выше: туда и придет заявка.',
      },
    },
    {
      key: 'school',
      kind: 'organisation',
      family: 'school',
      organisationKinds: ['school'],
      showWhen: { field: 'school.reviewer', in: ['department'] },
      label: { kk: 'Бала оқитын мектеп', ru: 'Школа, где учится ребенок' },
    },
    { key: 'grade', kind: 'choice', family: 'grade', label: { kk: 'Сынып', ru: 'Класс' }, options: GRADES },
    {
      key: 'letter',
      kind: 'text',
      optional: true,
      label: { kk: 'Сынып литері (бар болса)', ru: 'Литер класса (при наличии)' },
      hint: { kk: 'Мысалы: Ә', ru: 'Например: Б' },
    },
  ],
}
