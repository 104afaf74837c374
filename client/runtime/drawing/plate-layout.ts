import { wrapText } from '../panels/text-layout.ts'
import type { Measure } from '../panels/text-layout.ts'

/** What stands on a plate: words or a length, and below it who wrote it. */
export interface PlateText {
  text: string
  /** '' for nobody. */
  author: string
}

export interface PlateLayout {
  lines: readonly string[]
  author: string
  /** In ems. */
  width: number
  height: number
  /** Words are written so much smaller when there are many. */
  share: number
}

/** Ems of a tile and of what is left free on it. */
export const TILE_EM = { width: 16, height: 4 } as const
export const PAD_EM = { x: 0.45, y: 0.25 } as const
export const LINE_EM = 1.15
export const AUTHOR_EM = 0.85
/** Of the author's name, and room for their mark before it. */
export const AUTHOR_SHARE = 0.66
export const MARK_EM = 0.85

const ROWS = 2
const SMALLER = 0.72

/** One row, else two, else two smaller ones, the end cut off. @param measure ems of a text at full size */
export function layOutPlate({ text, author }: PlateText, measure: Measure): PlateLayout {
  const room = TILE_EM.width - 2 * PAD_EM.x
  const fits = (share: number) => wrapText(text, room / share, measure).length <= ROWS
  const share = fits(1) ? 1 : SMALLER
  const lines = text === '' ? [] : wrapText(text, room / share, measure, ROWS)
  const [name = ''] = author === '' ? [] : wrapText(author, (room - MARK_EM) / AUTHOR_SHARE, measure, 1)
  const wide = Math.max(
    ...lines.map((line) => measure(line) * share),
    name === '' ? 0 : MARK_EM + measure(name) * AUTHOR_SHARE,
  )
  return {
    lines,
    author: name,
    share,
    width: Math.min(TILE_EM.width, wide + 2 * PAD_EM.x),
    height: 2 * PAD_EM.y + lines.length * LINE_EM * share + (name === '' ? 0 : AUTHOR_EM),
  }
}
