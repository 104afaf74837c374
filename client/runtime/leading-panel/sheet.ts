import type { Object3D } from 'three'
import type { Hand } from '../device/body.ts'
import type { Surface } from '../interaction/hand-loop.ts'
import { createCanvasPanel } from '../panels/canvas-panel.ts'
import { lineHeight, paintButton, paintGround, write } from '../panels/panel-pen.ts'
import { panelStyle as style, pixels } from '../panels/panel-style.ts'
import { createPressable } from '../panels/pressable.ts'
import { sheetLayout, sheetPx } from './sheet-layout.ts'
import type { SheetButton, SheetContent } from './sheet-page.ts'

/** The open panel: in the place of the instruction panel, as large, drawn when something on it changes. */
export interface Sheet extends Surface {
  readonly root: Object3D
  readonly texts: readonly string[]
  /** Of its buttons, by id. */
  places(): Record<string, number[]>
  show(content: SheetContent): void
  /** Once a frame, after the hands. */
  settle(): void
  setVisible(visible: boolean): void
  dispose(): void
}

export function createSheet(
  parent: Object3D,
  textScale: () => number,
  onButton: (button: SheetButton, hand: Hand) => void,
): Sheet {
  const panel = createCanvasPanel(style)
  const { mesh } = panel
  // Before the instruction panel, should both be drawn.
  mesh.renderOrder += 1
  parent.add(mesh)
  const buttons = createPressable<SheetButton>(panel, pixels(style.buttonGapDmm) / 2, (button, hand) => {
    if (button.disabled !== true) onButton(button, hand)
  })
  const texts: string[] = []
  let content: SheetContent | null = null

  function paint(context: CanvasRenderingContext2D, shown: SheetContent) {
    const { areas, textBottom, line } = sheetLayout(shown)
    buttons.areas = areas
    const { pad } = sheetPx
    const wide = style.widthPx - 2 * pad
    const dmm = style.bodyDmm * textScale()
    paintGround(context, style.widthPx, style.heightPx)
    const title = {
      dmm: style.titleDmm * textScale(),
      weight: 600,
      colour: style.ink,
      x: pad,
      width: wide,
      lines: 2,
    }
    const y = write(context, shown.title, { ...title, y: pad * 0.7, family: style.fontStrong })
    const lines = Math.floor((textBottom - y) / lineHeight(dmm))
    if (lines > 0 && shown.text !== '')
      write(context, shown.text, {
        dmm,
        weight: 450,
        colour: style.quiet,
        x: pad,
        width: wide,
        y: y + pad * 0.1,
        lines,
      })
    context.fillStyle = style.edge
    context.fillRect(pad, line - 1, wide, 3)
    for (const area of areas)
      paintButton(
        context,
        area,
        { ...area.button, hovered: area.button.id === buttons.hovered },
        sheetPx.label,
      )
  }
  function redraw() {
    const shown = content
    if (shown) panel.draw((context) => paint(context, shown))
  }

  return {
    root: mesh,
    texts,
    show(next) {
      if (content && JSON.stringify(content) === JSON.stringify(next)) return
      content = next
      texts.splice(
        0,
        texts.length,
        next.title,
        next.text,
        ...[...next.buttons, ...next.tabs].map(
          ({ label, pressed }) => `[${label}]${pressed === true ? '*' : ''}`,
        ),
      )
      redraw()
    },
    settle() {
      if (buttons.settle() && mesh.visible) redraw()
    },
    setVisible(visible) {
      mesh.visible = visible
    },
    places: buttons.places,
    point: buttons.point,
    poke: buttons.poke,
    press: buttons.press,
    dispose: () => panel.dispose(),
  }
}
