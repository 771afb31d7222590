import { StyleSheet } from '@react-pdf/renderer'

/** The tokens of the site, as printed. */
export const INK = '#0F2338'
export const MUTED = '#3F5266'
export const BRAND = '#00566E'
export const LINE = '#8796A6'
export const LINE_SOFT = '#D3DCE5'
/** The sky of the flag at a third of its strength: an edge that a grey printer leaves pale. */
export const ORNAMENT = '#A6E1EA'

export const type = StyleSheet.create({
  body: { fontSize: 12, lineHeight: 1.3 },
  small: { fontSize: 9, lineHeight: 1.3, color: MUTED },
  label: { fontSize: 9.5, lineHeight: 1.25, color: MUTED },
  heading: { fontSize: 11, lineHeight: 1.3, fontWeight: 700, color: BRAND },
  title: { fontSize: 14, lineHeight: 1.25, fontWeight: 700, textAlign: 'center' },
})
