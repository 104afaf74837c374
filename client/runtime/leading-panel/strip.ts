import type { Object3D } from 'three'
import type { Hand } from '../device/body.ts'
import type { Surface } from '../interaction/hand-loop.ts'
import { createCanvasPanel } from '../panels/canvas-panel.ts'
import { paintButton, paintGround, write } from '../panels/panel-pen.ts'
import { panelStyle as style, pixels } from '../panels/panel-style.ts'
import { createPressable } from '../panels/pressable.ts'

export interface StripContent {
  /** Who leads, and whether one's own view is shared. */
  state: string
  /** What keeps one waiting or wants an answer; '' for nothing. */
  also: string
  /** It wants an answer. */
  urgent: boolean
  button: string
}

/** Always in a headset with others: a line below the instruction panel, with the button that opens and closes the sheet. */
export interface Strip extends Surface {
  readonly root: Object3D
  readonly heightM: number
  readonly texts: readonly string[]
  places(): Record<string, number[]>
  show(content: StripContent): void
  settle(): void
  dispose(): void
}

const WIDTH_PX = style.widthPx
const HEIGHT_PX = Math.ceil(pixels(style.buttonHeightDmm + 2 * style.buttonGapDmm))
const BUTTON_PX = Math.ceil(pixels(210))
const STATE_DMM = 25
const ALSO_DMM = 24

export function createStrip(parent: Object3D, onPress: (hand: Hand) => void): Strip {
  const size = { widthPx: WIDTH_PX, heightPx: HEIGHT_PX, widthM: style.widthM }
  const panel = createCanvasPanel(size)
  const { mesh } = panel
  parent.add(mesh)
  mesh.visible = true
  const gap = pixels(style.buttonGapDmm)
  const buttons = createPressable<{ id: string; label: string }>(panel, gap / 2, (_, hand) => onPress(hand))
  const texts: string[] = []
  let content: StripContent | null = null

  function paint(context: CanvasRenderingContext2D, { state, also, urgent, button }: StripContent) {
    paintGround(context, WIDTH_PX, HEIGHT_PX)
    const x = gap * 1.6
    const width = WIDTH_PX - BUTTON_PX - gap * 1.6 - x
    const middle = HEIGHT_PX / 2
    const line = { x, width, lines: 1 }
    const first = { ...line, dmm: STATE_DMM, weight: 600, colour: style.ink }
    write(context, state, { ...first, y: also === '' ? middle - pixels(STATE_DMM) * 0.66 : gap * 0.75 })
    if (also !== '') {
      const colour = urgent ? style.accent : style.quiet
      write(context, also, {
        ...line,
        dmm: ALSO_DMM,
        weight: urgent ? 600 : 500,
        colour,
        y: middle + gap * 0.05,
      })
    }
    const area = { x: WIDTH_PX - BUTTON_PX - gap, y: gap, width: BUTTON_PX, height: HEIGHT_PX - 2 * gap }
    buttons.areas = [{ ...area, button: { id: 'open', label: button } }]
    for (const each of buttons.areas)
      paintButton(context, each, { hovered: buttons.hovered !== '', primary: urgent }, style.buttonLabelDmm)
  }
  function redraw() {
    const shown = content
    if (shown) panel.draw((context) => paint(context, shown))
  }

  // Text drawn before the page's font arrived is drawn again with it.
  void document.fonts.ready.then(redraw)
  return {
    root: mesh,
    heightM: (style.widthM * HEIGHT_PX) / WIDTH_PX,
    texts,
    show(next) {
      if (content && JSON.stringify(content) === JSON.stringify(next)) return
      content = next
      texts.splice(0, texts.length, next.state, next.also, `[${next.button}]`)
      redraw()
    },
    settle() {
      if (buttons.settle()) redraw()
    },
    places: buttons.places,
    point: buttons.point,
    poke: buttons.poke,
    press: buttons.press,
    dispose: () => panel.dispose(),
  }
}
