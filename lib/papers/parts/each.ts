import { createElement, Fragment, type ReactElement } from 'react'

/** Draws a list that is set once and never reordered: two equal lines may stand in it, and no keys are needed. */
export function each<T>(items: readonly T[], draw: (item: T, index: number) => ReactElement): ReactElement {
  return createElement(Fragment, null, ...items.map(draw))
}
