/** A colour to draw in, and its second cue: no colour is told by itself alone. */
export interface DrawingColor {
  id: 'pink' | 'yellow' | 'blue' | 'white' | 'green' | 'violet'
  /** `#rrggbb`; lines have a dark edge, so that all are light. */
  colour: string
  /** On and off along the line, in its widths; empty: unbroken. */
  dash: readonly number[]
  /** The dark line along its middle, as a share of the width. */
  split: number
}

/** The signal's orange and the alarm's red belong to the scenario, amber to what is to be done next. */
export const palette: readonly DrawingColor[] = [
  { id: 'pink', colour: '#f43e8a', dash: [], split: 0 },
  { id: 'yellow', colour: '#ffd607', dash: [5, 2], split: 0 },
  { id: 'blue', colour: '#3f7eff', dash: [], split: 0.34 },
  { id: 'white', colour: '#ffffff', dash: [1.4, 1.4], split: 0 },
  { id: 'green', colour: '#02e87b', dash: [6, 1.6, 1.4, 1.6], split: 0 },
  { id: 'violet', colour: '#c79cee', dash: [10, 1.6], split: 0.34 },
]

/** Of an annotation that may come from a newer client. */
export function colorOf(index: number): DrawingColor {
  const found = palette[index % palette.length] ?? palette[0]
  if (!found) throw new Error('the palette is empty')
  return found
}
