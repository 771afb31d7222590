import { expect, test } from 'vitest'
import { pdfRuns, pdfText } from '@/test/pdf-text'
import { applicantName, issuer, subjectName } from './samples.fixture'
import { renderSlip, type SlipPaper } from './slip'

const slip: SlipPaper = {
  number: 44_007,
  issuer,
  service: {
    kk: 'Денсаулығына байланысты ұзақ уақыт бойы бара алмайтын балаларды үйде жеке тегін оқытуды ұйымдастыру үшін құжаттарды қабылдау',
    ru: 'Прием документов для организации индивидуального бесплатного обучения на дому детей, которые по состоянию здоровья в течение длительного времени не могут посещать организации образования',
  },
  applicantName,
  date: '2026-08-20',
  lastDay: '2026-09-19',
  clerkName: subjectName,
  url: 'https://e.bilimal.kz/cabinet/claim?number=44007',
  code: 'K7QM3X9R2DTB',
}

test('the slip tells in both languages what to do with the code, on one page', async () => {
  const pdf = await renderSlip(slip)
  const text = await pdfText(pdf)
  expect(text.split('\n')).toHaveLength(1)
  for (const printed of [
    'K7QM-3X9R-2DTB',
    '№ 44007',
    'e.bilimal.kz/cabinet/claim',
    '2026 жылғы 19 қыркүйек',
    '19 сентября 2026 года',
    'ҮЗБЕЛІ ТАЛОН',
  ])
    expect(text).toContain(printed)
})

test('a lost slip names nobody: the applicant stands on the stub alone, below the line', async () => {
  const runs = await pdfRuns(await renderSlip(slip))
  const yOf = (part: string) => runs.filter(({ text }) => text.includes(part)).map(({ y }) => y)
  const [cut = 0] = yOf('линия отрыва')
  const name = yOf('Әлімқұлова')
  expect(name).toHaveLength(1)
  expect(name.every((y) => y < cut)).toBe(true)
})
