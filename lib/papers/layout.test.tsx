import { Document, Page, renderToBuffer, Text, View } from '@react-pdf/renderer'
import { describe, expect, it } from 'vitest'
import { outsideMargins, overlapping, pageCount } from './layout.fixture'

const at = (left: number, top: number, text: string) => (
  <View style={{ position: 'absolute', left, top, fontSize: 12 }}>
    <Text>{text}</Text>
  </View>
)

async function sheet(...children: ReturnType<typeof at>[]): Promise<Uint8Array> {
  return new Uint8Array(
    await renderToBuffer(
      <Document>
        <Page size="A4">
          {children[0]}
          {children[1]}
        </Page>
      </Document>,
    ),
  )
}

describe('overlapping', () => {
  it('names words printed over one another', async () => {
    expect(await overlapping(await sheet(at(100, 100, 'first'), at(110, 105, 'second')))).toEqual([
      '1: first | second',
    ])
  })

  it('names words over the QR code, which stands above the letters of the code', async () => {
    expect(await overlapping(await sheet(at(100, 300, 'over'), at(85, 370, 'K7QM-3X9R-2DTB-5WZA')))).toEqual([
      '1: over | QR',
    ])
  })

  it('is content with lines under one another', async () => {
    expect(await overlapping(await sheet(at(100, 100, 'first'), at(100, 115, 'second')))).toEqual([])
  })
})

it('knows what leaves the field, and the number of pages', async () => {
  const bytes = await sheet(at(10, 100, 'left'), at(100, 100, 'within'))
  expect(await outsideMargins(bytes)).toEqual(['1: left'])
  expect(await pageCount(bytes)).toBe(1)
})
