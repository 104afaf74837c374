import { expect, test } from 'vitest'
import { panelStyle as style } from '../panels/panel-style.ts'
import { sheetLayout, sheetPx } from './sheet-layout.ts'
import type { SheetButton } from './sheet-page.ts'

const list = (count: number, of: string): SheetButton[] =>
  Array.from({ length: count }, (_, i) => ({ id: `${of} ${i}`, label: of, does: { page: 'show' } }))
const dmm = (px: number) => ((px * style.widthM) / style.widthPx / style.distanceM) * 1000
const cases = [2, 4].flatMap((columns) =>
  [0, 1, 5, 8, 12].flatMap((count) => [1, 5].map((tabs) => [columns as 2 | 4, count, tabs] as const)),
)

test.each(cases)(
  'GUIDE-46 %i columns of %i buttons over %i tabs have room, and are large enough apart',
  (columns, count, tabs) => {
    const { areas, textBottom, line } = sheetLayout({
      columns,
      buttons: list(count, 'b'),
      tabs: list(tabs, 't'),
    })
    for (const area of areas) {
      expect(dmm(area.height)).toBeGreaterThanOrEqual(64)
      expect(dmm(area.width)).toBeGreaterThanOrEqual(96)
      expect(area.x).toBeGreaterThanOrEqual(sheetPx.pad - 1e-9)
      expect(area.x + area.width).toBeLessThanOrEqual(style.widthPx - sheetPx.pad + 1e-9)
      expect(area.y).toBeGreaterThan(textBottom)
      expect(area.y + area.height).toBeLessThan(style.heightPx)
      for (const other of areas) {
        if (other === area) continue
        const apart = Math.max(
          Math.abs(area.x - other.x) - area.width,
          Math.max(area.y, other.y) - Math.min(area.y, other.y) - area.height,
        )
        expect(dmm(apart)).toBeGreaterThanOrEqual(12)
      }
    }
    // A title of one line always fits.
    expect(dmm(textBottom)).toBeGreaterThan(style.titleDmm * 1.28 + style.paddingDmm * 0.7)
    expect(line).toBeGreaterThan(textBottom)
  },
)
