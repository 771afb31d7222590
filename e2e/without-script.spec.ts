import { accountMessages } from '@/lib/i18n/accounts'
import { exe } from '@/test/sample-files'
import { expectLetters, linkIn } from './mailbox'
import { register, signIn } from './pages/account'
import { attachScan, expectStatus, readStatement, send } from './pages/application'
import { attached, documentPlace, offer, PHOTO } from './pages/files'
import { chooseSchool, documentTitle, fillFromChild, fillParent, goOn, numberOf, words } from './pages/form'
import { placeOf } from './pages/places'
import { expectTitle, follow, open, press } from './pages/room'
import { fullName, newFamily, settleParent } from './people'
import { expect, PHONE, test } from './test'

const SCRIPTS = /<script[^>]*>.*?<\/script>/gs

/**
 * Every word of the streamed data, once. In which order they are streamed, which are put inside others and how the
 * parts are numbered is chance.
 */
function wordsOf(html: string): string[] {
  const stream = [...html.matchAll(/self\.__next_f\.push\(\[1,("(?:[^"\\]|\\.)*")\]\)/g)]
    .map(([, text = '""']) => JSON.parse(text))
    .join('')
  const words = (stream.match(/"(?:[^"\\]|\\.)*"/g) ?? []).filter(
    (word) => !/^"\$[A-Za-z@]?[0-9a-f]+[:"]/.test(word),
  )
  return [...new Set(words)].toSorted()
}

test.use({ language: 'kk', javaScriptEnabled: false, ...PHONE })
test.setTimeout(120_000)

test('without script, kk, 360 px: the whole way of a parent, with everything typed wrongly first', async ({
  reader,
}) => {
  const { page } = reader
  const family = newFamily()
  const t = accountMessages.kk

  await test.step('the registration says what is wrong, and keeps what was typed', async () => {
    await open(reader, '/services/home-schooling')
    await page.getByRole('main').getByRole('link', { name: 'Өтінім беру' }).first().click()
    await follow(reader, 'Тіркелу')
    await register(reader, { ...family, phone: '12', password: 'қысқа' })
    const summary = page.getByRole('alert')
    await expect(summary.getByRole('heading', { name: 'Жауаптарды тексеріңіз' })).toBeVisible()
    await summary.getByRole('link', { name: /телефон/i }).click()
    await expect(page.getByLabel(t.register.phone)).toHaveValue('12')
    await expect(page.getByLabel('Тегі', { exact: true })).toHaveValue(family.familyName)
    await expect(page.getByLabel(t.register.password, { exact: true })).toHaveValue('')
    await register(reader, family)
    await page.waitForURL('**/cabinet/services/home-schooling')
  })

  await test.step('the address is confirmed', async () => {
    const [letter] = await expectLetters(family.email, ['Электрондық пошта мекенжайын растаңыз'])
    await page.goto(linkIn(letter))
    await press(reader, t.confirm.submit)
    await expectTitle(reader, 'Мекенжай расталды')
  })

  await test.step('a step says what is wrong, and keeps what was typed', async () => {
    await open(reader, '/cabinet/services/home-schooling')
    await press(reader, 'Өтінім беру')
    await expectTitle(reader, 'Ата-ана туралы мәліметтер')
    await fillParent(reader, { ...family, iin: '860417499011' })
    await goOn(reader)
    await page
      .getByRole('alert')
      .getByRole('link', { name: /ЖСН-де қате бар/ })
      .click()
    const iin = page.getByLabel(words(reader, 'parent.iin'))
    await expect(iin).toHaveValue('860417499011')
    await expect(iin).toHaveAttribute('aria-invalid', 'true')
    await iin.fill(family.iin)
    await goOn(reader)
  })

  await test.step('a program named like a document is refused with a sentence', async () => {
    await fillFromChild(reader, family.child, placeOf('temirtau-5'))
    await expectTitle(reader, 'Өтінім сәтті жасалды!')
    await open(reader, `/cabinet/applications/${numberOf(reader)}/edit/documents`)
    const title = documentTitle(reader, 'birthCertificate')
    await offer(reader, title, { name: 'куәлік.pdf', mimeType: 'application/pdf', buffer: exe })
    await expect(documentPlace(reader, title).getByText('Бұл файл түрі қабылданбайды')).toBeVisible()
    await expect(attached(reader, title, PHOTO)).toBeVisible()
    await press(reader, 'Өтінім беру')
  })

  await test.step('the statement is printed, its scan attached and all of it sent', async () => {
    await expectTitle(reader, 'Өтінім сәтті жасалды!')
    const number = numberOf(reader)
    expect(await readStatement(reader)).toContain(fullName(family.child))
    await attachScan(reader)
    await send(reader)
    await expectLetters(family.email, [
      'Электрондық пошта мекенжайын растаңыз',
      `№ ${number} өтінім жіберілді`,
    ])
    await expectStatus(reader, number, 'sent')
  })
})

test('without script, kk, 360 px: a changed region leaves no school of the old one', async ({ parent }) => {
  const { page } = parent
  await open(parent, '/cabinet/services/home-schooling')
  await press(parent, 'Өтінім беру')
  const number = numberOf(parent)
  await open(parent, `/cabinet/applications/${number}/edit/school`)
  await chooseSchool(parent, placeOf('temirtau-5'))
  await page.getByLabel('Облыс немесе республикалық маңызы бар қала').selectOption({ label: 'Алматы қ.' })
  await goOn(parent)
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(page.getByLabel(words(parent, 'school.organisation'))).toHaveValue('')
})

test('without script, kk, 360 px: a foreign number is a page, and the very page of an absent one', async ({
  parent,
  browser,
}) => {
  const stranger = await settleParent('kk')
  const context = await browser.newContext()
  const other = { ...parent, page: await context.newPage() }
  await signIn(other, stranger.email)
  await open(other, '/cabinet/services/home-schooling')
  await press(other, 'Өтінім беру')
  const foreign = numberOf(other)
  await context.close()

  const bodyOf = async (number: number, path: string) => {
    const answer = await parent.page.goto(`/kk/cabinet/applications/${number}${path}`)
    expect(answer?.status()).toBe(200)
    await expectTitle(parent, 'Мұндай бет табылмады')
    const html = (await answer?.text()) ?? ''
    // The nonce and the addresses name the request, not what was found.
    const plain = html
      .replaceAll(/nonce="[^"]*"|\\"nonce\\":\\"[^"]*\\"/g, '')
      .replaceAll(String(number), 'N')
    return { markup: plain.replaceAll(SCRIPTS, ''), data: wordsOf(plain) }
  }
  for (const path of ['', '/edit/child', '/edit/documents', '/cancel']) {
    const [one, two] = [await bodyOf(foreign, path), await bodyOf(99_999_999, path)]
    expect(one.markup).toBe(two.markup)
    expect(one.data).toEqual(two.data)
    expect(one.data).not.toEqual([])
  }
  for (const paper of ['statement', 'draft']) {
    const [one, two] = await Promise.all(
      [foreign, 99_999_999].map((number) => parent.page.request.get(`/api/papers/${paper}/${number}`)),
    )
    expect(one?.status()).toBe(404)
    expect(await one?.text()).toBe(await two?.text())
    expect(await one?.text()).toContain('Мұндай құжат табылмады')
  }
})
