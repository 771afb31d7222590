import { create } from 'qrcode'
import { expect, it } from 'vitest'
import { qrPath } from './qr'

it('draws each dark module once and no light one', () => {
  const url = 'https://e.bilimal.kz/v/K7QM3X9R2DTB5WZA'
  const { path, size } = qrPath(url)
  const drawn = new Set<string>()
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let i = 0; i < Number(width); i += 1) drawn.add(`${Number(x) + i} ${y}`)
  }
  const { modules } = create(url, { errorCorrectionLevel: 'M' })
  expect(size).toBe(modules.size)
  const dark = [...modules.data].flatMap((bit, i) => (bit ? [`${i % size} ${Math.floor(i / size)}`] : []))
  expect(drawn).toEqual(new Set(dark))
})
