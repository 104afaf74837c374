/** How a person is told from others: by colour and by shape, so that neither is needed alone. */
export interface PersonMark {
  /** `#rrggbb`; readable on graphite. The signal's orange and the alarm's red belong to the scenario. */
  colour: string
  shape: MarkShape
}
export type MarkShape = keyof typeof shapePaths

/** Outlines in a box of 16 × 16. */
export const shapePaths = {
  circle: 'M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 0 0 0-13z',
  square: 'M2.2 2.2h11.6v11.6H2.2z',
  triangle: 'M8 1.2L15.4 14.2H.6z',
  diamond: 'M8 .6L15.4 8L8 15.4L.6 8z',
  cross: 'M5.6 1h4.8v4.6H15v4.8h-4.6V15H5.6v-4.6H1V5.6h4.6z',
  hexagon: 'M4.3 1.6h7.4L15.4 8l-3.7 6.4H4.3L.6 8z',
  star: 'M8 .6l2.1 5.1 5.5.4-4.2 3.6 1.3 5.4L8 12.2l-4.7 2.9 1.3-5.4L.4 6.1l5.5-.4z',
  drop: 'M8 .8C11 4.8 13.4 7.4 13.4 10A5.4 5.4 0 0 1 2.6 10C2.6 7.4 5 4.8 8 .8z',
} as const

const shapes = Object.keys(shapePaths) as MarkShape[]
const colours = [
  '#8fc0ff',
  '#ffd22d',
  '#24965c',
  '#e85aa8',
  '#8f62ee',
  '#63f2ae',
  '#a88a1e',
  '#f2f5f4',
] as const

/** Of the person with this slot (from 1; 0 is nobody's). Sixty-four differ, the first eight in both. */
export function markOf(slot: number): PersonMark {
  if (slot === 0) return { colour: '#9fb0b3', shape: 'circle' }
  const index = slot - 1
  const round = Math.floor(index / colours.length)
  return {
    colour: colours[index % colours.length] ?? colours[0],
    shape: shapes[(index + round) % shapes.length] ?? 'circle',
  }
}
