import { createCanvasPanel } from '../panels/canvas-panel.ts'
import type { CanvasPanel } from '../panels/canvas-panel.ts'
import { panelStyle as style, pixels } from '../panels/panel-style.ts'
import { shorten } from '../panels/text-layout.ts'
import { windowWidthM } from './window-place.ts'

export type StripButton = 'back' | 'still' | 'play' | 'live' | 'centre' | 'close'

/** Below the window: whose sight, how long ago, and what can be done about it. Signs and numbers need no translation. */
export interface StripContent {
  name: string
  behindS: number
  /** It stands still. */
  still: boolean
  drifted: boolean
}

export interface WindowStrip extends CanvasPanel {
  show(content: StripContent, hovered: StripButton | null): void
  /** What is at a point of the strip, metres from its middle. */
  at(x: number, y: number): StripButton | null
  readonly texts: readonly string[]
}

const WIDTH_PX = 1280
const HEIGHT_PX = 152
const GAP_PX = pixels(style.buttonGapDmm)
const BUTTON_PX = Math.ceil(pixels(style.buttonHeightDmm))
/** In a square of 24. */
const signs: Record<StripButton, string> = {
  back: 'M12 5V1L6 6l6 5V7a6 6 0 1 1-6 6H4a8 8 0 1 0 8-8z',
  still: 'M7 5h4v14H7zM13 5h4v14h-4z',
  play: 'M7 4l13 8-13 8z',
  live: 'M4 5l9 7-9 7zM14 5h4v14h-4z',
  centre: 'M11 2h2v5h-2zM11 17h2v5h-2zM2 11h5v2H2zM17 11h5v2h-5zM12 9a3 3 0 1 1 0 6 3 3 0 0 1 0-6z',
  close: 'M5 6.4L6.4 5 12 10.6 17.6 5 19 6.4 13.4 12 19 17.6 17.6 19 12 13.4 6.4 19 5 17.6 10.6 12z',
}

export function createWindowStrip(): WindowStrip {
  const panel = createCanvasPanel({ widthPx: WIDTH_PX, heightPx: HEIGHT_PX, widthM: windowWidthM })
  const heightM = (windowWidthM * HEIGHT_PX) / WIDTH_PX
  const texts: string[] = []
  const shown = { name: '', behindS: -1, still: false, drifted: false, hovered: null as StripButton | null }
  let buttons: readonly StripButton[] = []
  const leftOf = (i: number) => WIDTH_PX - (buttons.length - i) * (BUTTON_PX + GAP_PX)

  function paintButton(context: CanvasRenderingContext2D, button: StripButton, i: number, hovered: boolean) {
    const left = leftOf(i)
    const top = (HEIGHT_PX - BUTTON_PX) / 2
    context.beginPath()
    context.roundRect(left, top, BUTTON_PX, BUTTON_PX, 18)
    context.fillStyle = hovered ? style.buttonHover : style.button
    context.fill()
    context.strokeStyle = hovered ? style.ink : style.quiet
    context.lineWidth = hovered ? 5 : 2
    context.stroke()
    context.save()
    context.translate(left + BUTTON_PX * 0.24, top + BUTTON_PX * 0.24)
    context.scale((BUTTON_PX * 0.52) / 24, (BUTTON_PX * 0.52) / 24)
    context.fillStyle = style.ink
    const sign = new Path2D(signs[button])
    // oxlint-disable-next-line unicorn/no-array-fill-with-reference-type -- a canvas, not an array
    context.fill(sign)
    context.restore()
  }

  function paint(context: CanvasRenderingContext2D, { name, behindS, hovered }: typeof shown) {
    context.beginPath()
    context.roundRect(2, 2, WIDTH_PX - 4, HEIGHT_PX - 4, 26)
    context.fillStyle = style.ground
    context.fill()
    const size = pixels(style.bodyDmm)
    let left = pixels(style.paddingDmm) * 0.6
    context.textBaseline = 'middle'
    context.font = `650 ${Math.round(size)}px ${style.font}`
    if (behindS > 0) {
      const text = behindText(behindS)
      context.fillStyle = style.accent
      context.fillText(text, left, HEIGHT_PX / 2)
      left += context.measureText(text).width + size * 0.7
    }
    context.fillStyle = style.ink
    const line = shorten(name, leftOf(0) - left - size, (part) => context.measureText(part).width)
    context.fillText(line, left, HEIGHT_PX / 2)
    buttons.forEach((button, i) => paintButton(context, button, i, button === hovered))
  }

  return Object.assign(panel, {
    texts,
    show(content: StripContent, hovered: StripButton | null) {
      const { name, behindS, still, drifted } = content
      const same =
        name === shown.name &&
        behindS === shown.behindS &&
        still === shown.still &&
        drifted === shown.drifted &&
        hovered === shown.hovered
      if (same) return
      Object.assign(shown, content, { hovered })
      const past: StripButton[] = behindS > 0 || still ? [still ? 'play' : 'still', 'live'] : ['still']
      buttons = ['back', ...past, ...(drifted ? (['centre'] as const) : []), 'close']
      texts.splice(0, texts.length, name, ...(behindS > 0 ? [behindText(behindS)] : []))
      panel.draw((context) => paint(context, shown))
    },
    at(x: number, y: number) {
      if (Math.abs(y) > heightM / 2) return null
      const px = (x / windowWidthM + 0.5) * WIDTH_PX
      for (const [i, button] of buttons.entries())
        if (px > leftOf(i) - GAP_PX / 2 && px < leftOf(i) + BUTTON_PX + GAP_PX / 2) return button
      return null
    },
  })
}

/** "−12 s" in every language. */
export const behindText = (seconds: number): string => `−${seconds} s`
