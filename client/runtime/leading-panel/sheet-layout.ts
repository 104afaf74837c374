import { panelStyle as style, pixels } from '../panels/panel-style.ts'
import type { Area } from '../panels/pressable.ts'
import type { SheetButton, SheetContent } from './sheet-page.ts'

export interface SheetLayout {
  readonly areas: readonly Area<SheetButton>[]
  /** Where the text must end, pixels from above. */
  readonly textBottom: number
  /** Between page and tabs. */
  readonly line: number
}

export const sheetPx = { pad: pixels(style.paddingDmm), label: style.buttonLabelDmm } as const
/** More rows than these find no room below a title. */
const MOST_ROWS = 3

/** Tabs at the lower edge, above them the page's buttons: always in the same places, as large as fingers and rays need. */
export function sheetLayout({
  buttons,
  columns,
  tabs,
}: Pick<SheetContent, 'buttons' | 'columns' | 'tabs'>): SheetLayout {
  const gap = pixels(style.buttonGapDmm)
  const height = pixels(style.buttonHeightDmm)
  const tabsTop = style.heightPx - sheetPx.pad * 0.7 - height
  const line = tabsTop - gap
  const shown = buttons.slice(0, MOST_ROWS * columns)
  const rows = Math.ceil(shown.length / columns)
  const top = line - gap - rows * (height + gap) + gap
  return {
    line,
    textBottom: top - gap,
    areas: [
      ...shown.map((button, i) =>
        place(button, i % columns, columns, top + Math.floor(i / columns) * (height + gap)),
      ),
      ...tabs.map((button, i) => place(button, i, tabs.length, tabsTop)),
    ],
  }

  function place(button: SheetButton, column: number, of: number, y: number): Area<SheetButton> {
    const width = (style.widthPx - 2 * sheetPx.pad - gap * (of - 1)) / of
    return { button, x: sheetPx.pad + column * (width + gap), y, width, height }
  }
}
